"""One language of a summary as a card: headline, sentences that know their sources, word count, copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from summarizer.demo.view.marks import Mark, cut, names
from summarizer.demo.words import words
from summarizer.types import LANGS, Finding, Lang, Summary, SummarySentence, SummaryText

_WORST = ("contradicted", "not_found", "supported")


def cards_html(summary: Summary, scope: str, *, pending: bool = False) -> str:
    """Both cards side by side; ``scope`` tells apart several results on one page, ``pending`` that more will come."""
    return f'<div class="tt-cards">{"".join(_side(summary, lang, scope, pending) for lang in LANGS)}</div>'


def pending_html() -> str:
    """Both cards before anything is written."""
    return f'<div class="tt-cards">{"".join(_pending(lang) for lang in LANGS)}</div>'


def _pending(lang: Lang) -> str:
    return (
        f'<section class="tt-panel tt-card tt-pending" aria-busy="true"><header><h2>{words("lang_" + lang)}</h2>'
        f'</header><p class="tt-quiet tt-busy">{words("pending")}</p>'
        '<div class="tt-bars" aria-hidden="true"><i></i><i></i><i></i></div></section>'
    )


def _side(summary: Summary, lang: Lang, scope: str, pending: bool) -> str:
    text = summary.text(lang)
    name = f"tt-{scope}-{lang}"
    heading = f'<h2 id="{name}">{words("lang_" + lang)}</h2>'
    if text is None and pending:
        return _pending(lang)
    if text is None:
        return (
            f'<section class="tt-panel tt-card" aria-labelledby="{name}"><header>{heading}</header>'
            f'<p class="tt-quiet">{words("missing")}</p></section>'
        )
    numbers = {s.index: n for n, s in enumerate(summary.sources, 1)}
    facts = [(i, f) for i, f in enumerate(summary.findings) if f.lang == lang]
    return (
        f'<section class="tt-panel tt-card" aria-labelledby="{name}"><header>{heading}'
        f'<span class="tt-tag">{words(text.method)}</span>{_copy(text)}</header>'
        f"{_trust(text)}{_headline(text)}"
        f'<p class="tt-summary" lang="{lang}">{_sentences(text, facts, numbers)}</p>'
        f'<footer class="tt-quiet">{_count(text)}</footer></section>'
    )


def _copy(text: SummaryText) -> str:
    whole = "\n\n".join(part for part in (text.heading, text.text) if part)
    return (
        f'<button type="button" class="tt-button tt-copy" data-text="{escape(whole)}">'
        f'<span aria-hidden="true">{words("copy")}</span><span class="tt-hidden">{words("copy_" + text.lang)}</span>'
        f'<span class="tt-copied" hidden>{words("copied")}</span></button>'
    )


def _trust(text: SummaryText) -> str:
    return "" if text.trusted else f'<p class="tt-caution">{words("untrusted")}</p>'


def _headline(text: SummaryText) -> str:
    if not text.heading:
        return ""
    return f'<h3 class="tt-headline" lang="{text.lang}">{escape(text.heading)}</h3>'


def _count(text: SummaryText) -> str:
    count = len(text.sentences) or 1
    counted = (f"{count} câu", f"{count} sentence" if count == 1 else f"{count} sentences")
    return words("count_" + text.lang, n=len(text.text.split()), s=counted)


def _sentences(text: SummaryText, facts: Sequence[tuple[int, Finding]], numbers: Mapping[int, int]) -> str:
    marks = [Mark(f.start, f.end, "fact", str(i)) for i, f in facts if f.end > f.start]
    verdicts = {str(i): f.verdict for i, f in facts}
    whole = (SummarySentence(text.text, 0, len(text.text)),)
    shown, at = [], 0
    for sentence in text.sentences or whole:
        inner = "".join(
            _piece(piece, on, verdicts) for piece, on in cut(text.text, sentence.start, sentence.end, marks)
        )
        shown.append(escape(text.text[at : sentence.start]) + _sentence(sentence, inner, numbers))
        at = sentence.end
    return "".join(shown) + escape(text.text[at:])


def _sentence(sentence: SummarySentence, inner: str, numbers: Mapping[int, int]) -> str:
    sources = [i for i in sentence.sources if i in numbers]
    if not sources:
        return f"<span>{inner}</span>"
    listed = ", ".join(str(numbers[i]) for i in sources)
    data = " ".join(str(i) for i in sources)
    return (
        f'<span class="tt-sentence" tabindex="0" role="button" aria-pressed="false" data-sources="{data}">{inner}'
        f'<span class="tt-hidden"> ({words("from_sentences", list=listed)})</span></span>'
        f'<sup class="tt-refs" aria-hidden="true">{listed}</sup>'
    )


def _piece(text: str, on: Sequence[Mark], verdicts: Mapping[str, str]) -> str:
    found = {verdicts[name] for name in names(on, "fact")}
    worst = next((verdict for verdict in _WORST if verdict in found), "")
    if not worst:
        return escape(text)
    return f'<span class="tt-fact tt-{worst}" data-fact="{" ".join(names(on, "fact"))}">{escape(text)}</span>'
