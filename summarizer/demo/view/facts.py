"""The panel of checked facts, and the picture of how much of the article was used."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from summarizer.demo.problems import explain
from summarizer.demo.texts import KINDS
from summarizer.demo.words import pair_html, words
from summarizer.types import Finding, Repair, Summary, Verdict

FOLDED = 6  # more supported facts than this are folded away
MOST_SHOWN = 90  # characters of the article on a button

_SIGNS: dict[Verdict, str] = {"contradicted": "✕", "not_found": "?", "supported": "✓"}  # what is wrong first
_WIDTH, _HEIGHT = 1000, 26


def facts_html(summary: Summary) -> str:
    """Coverage, warnings, repairs, then every fact: what is wrong first."""
    return (
        '<section class="tt-panel tt-facts" aria-labelledby="tt-facts-name">'
        f'<header><h2 id="tt-facts-name">{words("facts")}</h2></header>'
        f"{_told(summary.findings)}{_list(summary.findings)}{_repairs(summary.repairs)}"
        f"{warnings_html(summary.warnings)}{coverage_html(summary)}</section>"
    )


def warnings_html(warnings: Sequence[str]) -> str:
    """What the reader should know of how the document was read."""
    if not warnings:
        return ""
    items = "".join(f"<li>{pair_html(explain(_plain(w)))}</li>" for w in warnings)
    return f'<div class="tt-note"><h3>{words("warnings")}</h3><ul>{items}</ul></div>'


def coverage_html(summary: Summary) -> str:
    """A strip as long as the article: its removed pieces and the sentences the summaries rest on."""
    coverage = summary.coverage
    length = max(len(summary.article.text), 1)
    bars = [_bar("tt-strip-removed", r.start, r.end, length) for r in summary.removed]
    bars += [_bar("tt-strip-used", s.start, s.end, length) for s in summary.sources]
    keys = "".join(
        f'<li><i class="tt-key tt-strip-{name}" aria-hidden="true"></i>{words("key_" + name)}</li>'
        for name in ("used", "story", "removed")
    )
    told = words(
        "coverage_told",
        read=coverage.read,
        all=coverage.sentences,
        share=f"{coverage.share:.0%}",
        used=coverage.used,
    )
    return (
        f'<figure class="tt-coverage"><figcaption><h3>{words("coverage")}</h3>{told}</figcaption>'
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f'<rect class="tt-strip-story" width="{_WIDTH}" height="{_HEIGHT}"/>{"".join(bars)}</svg>'
        f'<ul class="tt-keys">{keys}</ul></figure>'
    )


def _bar(name: str, start: int, end: int, length: int) -> str:
    left, width = start * _WIDTH / length, max((end - start) * _WIDTH / length, 3)
    return f'<rect class="{name}" x="{left:.1f}" width="{width:.1f}" height="{_HEIGHT}"/>'


def _plain(warning: str) -> str:
    """A warning that is a sentence of its own, without its advice after the first full stop and newline."""
    return warning.partition("\n")[0]


def _told(findings: Sequence[Finding]) -> str:
    if not findings:
        return f'<p class="tt-quiet">{words("no_facts")}</p>'
    count = {verdict: sum(f.verdict == verdict for f in findings) for verdict in _SIGNS}
    told = words("facts_told", ok=count["supported"], bad=count["contradicted"], none=count["not_found"])
    return f'<p class="tt-quiet">{told}</p>'


def _list(findings: Sequence[Finding]) -> str:
    """What is wrong in full; what is right in short lines, folded away when they are many."""
    ranked = sorted(enumerate(findings), key=lambda pair: list(_SIGNS).index(pair[1].verdict))
    wrong = "".join(_item(i, f) for i, f in ranked if f.verdict != "supported")
    right = [_item(i, f) for i, f in ranked if f.verdict == "supported"]
    shown = f'<ul class="tt-findings">{wrong}</ul>' if wrong else ""
    if right:
        state = "" if len(right) > FOLDED else " open"
        shown += (
            f'<details class="tt-more"{state}><summary>{words("supported_facts", n=len(right))}</summary>'
            f'<ul class="tt-findings tt-short">{"".join(right)}</ul></details>'
        )
    return shown


def _item(index: int, finding: Finding) -> str:
    sign = f'<span class="tt-sign" aria-hidden="true">{_SIGNS[finding.verdict]}</span>'
    text = f'<b lang="{finding.lang}">{escape(finding.text)}</b>' if finding.text else ""
    message = f'<span class="tt-message">{pair_html(explain(finding.message))}</span>' if finding.message else ""
    verdict = "" if finding.verdict == "supported" else f'<span class="tt-verdict">{words(finding.verdict)}</span> '
    told = f'<span class="tt-quiet">{pair_html(KINDS[finding.kind])} · {words("lang_" + finding.lang)}</span>'
    body = f"{verdict}{text} {told}{message}{_source(index, finding)}"
    return f'<li class="tt-{finding.verdict}">{sign}<div>{body}</div></li>'


def _source(index: int, finding: Finding) -> str:
    """The button that lights up the place in the article, with its words when they differ from the summary's."""
    if finding.source is None:
        return ""
    shown = " ".join(finding.source_text.split())
    shown = shown if len(shown) <= MOST_SHOWN else shown[: MOST_SHOWN - 1].rstrip() + "…"
    label = words("see_in_article") if shown in ("", finding.text) else words("in_article", text=shown)
    return f'<button type="button" class="tt-button tt-locate" data-fact="{index}">{label}</button>'


def _repairs(repairs: Sequence[Repair]) -> str:
    if not repairs:
        return ""
    items = "".join(f"<li>{words('repaired', before=r.before, after=r.after)}</li>" for r in repairs)
    return f'<div class="tt-note"><h3>{words("repairs")}</h3><ul>{items}</ul></div>'
