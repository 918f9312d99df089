"""The article, with the sentences the summaries rest on, the facts that were looked up and what was removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from summarizer.demo.texts import REMOVED
from summarizer.demo.view.marks import Mark, cut, names
from summarizer.demo.words import both, pair_html, words
from summarizer.types import Article, ArticleLang, Finding, Removal, Sentence, Summary


@dataclass(frozen=True, slots=True)
class Page:
    """What is shown of an article: before the summaries are there, without sources and findings."""

    article: Article
    language: ArticleLang
    removed: tuple[Removal, ...]
    sources: tuple[Sentence, ...] = ()
    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, summary: Summary) -> Page:
        """The page of a finished summary."""
        return cls(summary.article, summary.language, summary.removed, summary.sources, summary.findings)


def article_html(page: Page) -> str:
    """The article panel: heading, the switch for removed pieces, the text in a box that scrolls by itself."""
    lang = "" if page.language == "mixed" else f' lang="{page.language}"'
    marks = _marks(page)
    title = f'<h3 class="tt-title"{lang}>{escape(page.article.title)}</h3>' if page.article.title else ""
    numbers = {str(s.index): n for n, s in enumerate(page.sources, 1)}
    return (
        '<div class="tt-panel tt-article">'
        f'<header><h2 id="tt-article-name">{words("source_article")}</h2>{_switch(len(page.removed))}</header>'
        '<div class="tt-scroll" tabindex="0" role="region" aria-labelledby="tt-article-name">'
        f"{_meta(page.article)}{title}<div{lang}>{_paragraphs(page.article.text, marks, numbers)}</div></div></div>"
    )


def _marks(page: Page) -> list[Mark]:
    return [
        *(Mark(s.start, s.end, "sentence", str(s.index)) for s in page.sources),
        *(Mark(f.source.start, f.source.end, "fact", str(i)) for i, f in enumerate(page.findings) if f.source),
        *(Mark(r.start, r.end, "removed", f"{r.start} {r.reason}") for r in page.removed),
    ]


def _switch(count: int) -> str:
    if not count:
        return f'<p class="tt-quiet">{words("nothing_removed")}</p>'
    told = words("show_removed", n=count)
    return f'<label class="tt-check"><input type="checkbox" class="tt-show-removed">{told}</label>'


def _meta(article: Article) -> str:
    parts = [part for part in (_date(article.date), _link(article.source)) if part]
    return f'<p class="tt-quiet tt-meta">{" · ".join(parts)}</p>' if parts else ""


def _date(iso: str) -> str:
    if not iso:
        return ""
    year, month, day = iso.split("-")
    return f'<time datetime="{escape(iso)}">{both(f"{int(day)}/{int(month)}/{year}", escape(iso))}</time>'


def _link(source: str) -> str:
    """Where the article is from; only a web address is a link."""
    if not source.lower().startswith(("http://", "https://")):
        return "" if source == "text" else escape(source)
    return f'<a href="{escape(source)}" rel="noopener noreferrer nofollow" target="_blank">{escape(source)}</a>'


def _paragraphs(text: str, marks: Sequence[Mark], numbers: dict[str, int]) -> str:
    shown: list[str] = []
    seen: set[str] = set()
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            pieces = list(cut(text, start, end, marks))
            gone = all(names(on, "removed") or not piece.strip() for piece, on in pieces)
            inner = "".join(_piece(piece, on, numbers, seen) for piece, on in pieces)
            shown.append(f'<p class="tt-gone">{inner}</p>' if gone else f"<p>{inner}</p>")
        start = end + 1
    return "".join(shown)


def _piece(text: str, on: Sequence[Mark], numbers: dict[str, int], seen: set[str]) -> str:
    sentences, facts, reasons = names(on, "sentence"), names(on, "fact"), names(on, "removed")
    body = escape(text)
    if reasons:
        return f'<del class="tt-removed">{_why(reasons[0], seen)}{body}</del>'
    fresh = [name for name in sentences if name not in seen]
    seen.update(fresh)
    number = "".join(f'<sup class="tt-number" aria-hidden="true">{numbers[name]}</sup>' for name in fresh)
    if not sentences and not facts:
        return body
    data = f' data-s="{" ".join(sentences)}"' if sentences else ""
    data += f' data-f="{" ".join(facts)}"' if facts else ""
    return f"{number}<span{data}>{body}</span>"


def _why(name: str, seen: set[str]) -> str:
    """Why a piece was removed, told once a piece."""
    if name in seen:
        return ""
    seen.add(name)
    reason = name.partition(" ")[2]
    return f'<span class="tt-why">[{pair_html(REMOVED.get(reason, (reason, reason)))}]</span> '
