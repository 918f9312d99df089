"""Putting a wrong figure, date or name of a summary right where the article leaves one reading only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.checks.article import ArticleFacts, Quantities, quantities
from summarizer.checks.match import near_miss, same_unit, same_value, shared_parts
from summarizer.checks.render import bound, day, figure
from summarizer.checks.values import Moment, Number
from summarizer.types import Finding, Lang, Repair, Span


@dataclass(frozen=True, slots=True)
class _Change:
    """``summary[start:end]`` becomes ``text``."""

    start: int
    end: int
    text: str
    source: Span | None


def repair(
    summary: str, findings: Sequence[Finding], article: ArticleFacts, lang: Lang
) -> tuple[str, tuple[Repair, ...]]:
    """``summary`` with the contradicted facts replaced for which the article has exactly one candidate.

    A candidate counts the same thing (the same unit or noun) or is a date of the same form, and no other candidate
    has another value. What cannot be decided so stays, and stays flagged.
    """
    said = quantities(summary, lang, article.today)
    changes = [
        change
        for finding in findings
        if finding.verdict == "contradicted" and (change := _change(summary, finding, said, article, lang))
    ]
    text, repairs = summary, []
    for change in sorted(changes, key=lambda c: -c.start):
        before = text[change.start : change.end]
        text = text[: change.start] + change.text + text[change.end :]
        repairs.append(Repair(lang, before, change.text, change.source))
    return text, tuple(reversed(repairs))


def _change(summary: str, finding: Finding, said: Quantities, article: ArticleFacts, lang: Lang) -> _Change | None:
    if finding.kind == "number":
        for number in said.numbers:
            if number.outer[0] == finding.start:
                return _number(summary, number, article, lang)
    if finding.kind == "date":
        for moment in said.moments:
            if moment.start == finding.start:
                return _moment(summary, moment, article, lang)
    return None


def _number(summary: str, said: Number, article: ArticleFacts, lang: Lang) -> _Change | None:
    same = [n for n in article.numbers if same_value(said, n) and same_unit(said, n)]
    near = same or [
        n
        for n in article.numbers
        if said.thing and said.thing == n.thing and near_miss(said, n) and said.ordinal == n.ordinal
    ]
    if not near or len({(n.value, n.approx) for n in near}) > 1:
        return None
    found = near[0]
    word = bound(found, lang)
    scale = said.raw / said.value if said.value else 1.0
    kept = summary[said.lead : said.end]
    numeral = (
        kept if same else summary[said.lead : said.start] + figure(found.value * scale, lang, ordinal=said.ordinal)
    )
    start = min(said.outer[0], said.lead)
    capital = summary[start].isupper() and start == 0
    text = f"{word} {numeral}" if word else numeral
    return _Change(start, said.end, text[0].upper() + text[1:] if capital else text, article.span(*found.outer))


def _moment(summary: str, said: Moment, article: ArticleFacts, lang: Lang) -> _Change | None:
    alike = [m for m in article.moments if said.given <= m.given | {"year"} and shared_parts(said, m)]
    most = max((shared_parts(said, m) for m in alike), default=0)
    best = [m for m in alike if shared_parts(said, m) == most]
    if not best or len({(m.day, m.month, m.year, m.quarter) for m in best}) > 1 or best[0].weekday != said.weekday:
        return None
    text = day(best[0], said.given, lang)
    if not text:
        return None
    return _Change(said.start, said.end, text, article.span(best[0].start, best[0].end))
