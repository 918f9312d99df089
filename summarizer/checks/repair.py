"""Putting a wrong figure, date or name of a summary right where the article leaves one reading only."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from summarizer.checks.article import ArticleFacts, Quantities, quantities
from summarizer.checks.likeness import alike as alike_names
from summarizer.checks.match import near_miss, one_slip, same_unit, same_value, shared_parts
from summarizer.checks.misplaced import OTHER_DATE
from summarizer.checks.name_check import ANOTHER_NAME
from summarizer.checks.render import bound, day, figure
from summarizer.checks.tokens import sentence_spans, tokenize
from summarizer.checks.values import Moment, Number
from summarizer.text.changes import changed
from summarizer.text.normalize import strip_diacritics
from summarizer.types import Finding, Lang, Repair, Span

GAP = "[…]"
_WORD = re.compile(r"\w+")
_MUST_HOLD = frozenset({"number", "date"})  # a misspelt name is flagged: without its sentence the news is gone
_ONE_SLIP = 0.6  # likeness of names that differ in one word of three, or in a letter or two


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
    wrong = [f for f in findings if f.verdict == "contradicted"]
    if not wrong:
        return summary, ()
    said = quantities(summary, lang, article.today)
    changes = [change for finding in wrong if (change := _change(summary, finding, said, article, lang))]
    text, repairs = summary, []
    for change in sorted(changes, key=lambda c: -c.start):
        before = text[change.start : change.end]
        if before == change.text:
            continue
        text = text[: change.start] + change.text + text[change.end :]
        repairs.append(Repair(lang, before, change.text, change.source))
    return text, tuple(reversed(repairs))


def _change(summary: str, finding: Finding, said: Quantities, article: ArticleFacts, lang: Lang) -> _Change | None:
    if finding.kind == "number":
        for number in said.numbers:
            if number.outer[0] == finding.start:
                return _number(summary, number, article, lang)
    if finding.kind == "date" and finding.message != OTHER_DATE:
        for moment in said.moments:
            if moment.start == finding.start:
                return _moment(summary, moment, article, lang)
    if finding.kind == "name" and finding.message == ANOTHER_NAME:
        return _name(finding, article, lang)
    return None


def _number(summary: str, said: Number, article: ArticleFacts, lang: Lang) -> _Change | None:
    same = [n for n in article.numbers if same_value(said, n) and same_unit(said, n)]
    alike = [n for n in article.numbers if said.thing and said.thing == n.thing and said.ordinal == n.ordinal]
    slips = [n for n in alike if one_slip(said, n)]
    near = same or slips or [n for n in alike if near_miss(said, n)]
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


def _name(finding: Finding, article: ArticleFacts, lang: Lang) -> _Change | None:
    """The article's spelling of a name with a slip in it, without its marks where the summary is English."""
    words = [t.text for t in tokenize(finding.text) if t.word]
    near = alike_names(words, article.names.runs)
    best = [run for score, run in near if score == near[0][0] and score >= _ONE_SLIP]
    spellings = {tuple(t.key for t in run.tokens) for run in best}
    if len(spellings) != 1 or (lang == "vi" and article.language == "en"):
        return None
    run = best[0]
    text = article.text[run.start : run.end]
    if lang == "en" and article.language != "en":
        text = strip_diacritics(text)
    return _Change(finding.start, finding.end, text, article.span(run.start, run.end))


def faulty_sentences(text: str, findings: Sequence[Finding]) -> frozenset[int]:
    """Places of the sentences of ``text`` that hold a wrong number or date."""
    wrong = [f.start for f in _wrong_figures(findings)]
    spans = sentence_spans(text)
    return frozenset(i for i, (start, end) in enumerate(spans) if any(start <= at < end for at in wrong))


def without(
    faulty: Set[int], text: str, hints: Sequence[tuple[int, ...]]
) -> tuple[list[str], str, Sequence[tuple[int, ...]]]:
    """The sentences taken out, the text without them, and the hints that are left."""
    sentences = [text[start:end] for start, end in sentence_spans(text)]
    kept = [s for i, s in enumerate(sentences) if i not in faulty]
    if len(hints) == len(sentences):
        hints = [hint for i, hint in enumerate(hints) if i not in faulty]
    return [s for i, s in enumerate(sentences) if i in faulty], " ".join(kept), hints


def with_gaps(text: str, findings: Sequence[Finding], lang: Lang) -> tuple[str, tuple[Repair, ...]]:
    """``text`` with a gap for each wrong number or date, and for the word it is a part of, and what stood there."""
    wrong = bytearray(len(text))
    for finding in _wrong_figures(findings):
        wrong[finding.start : finding.start + len(finding.text)] = b"x" * len(finding.text)
    for word in _WORD.finditer(text):  # of "2k3" the checks read the 2
        if any(wrong[word.start() : word.end()]):
            wrong[word.start() : word.end()] = b"x" * len(word.group())
    places = [run.span() for run in re.finditer(b"x+", wrong)]
    repairs = tuple(Repair(lang, text[start:end], GAP) for start, end in places)
    return changed(text, [(start, end, GAP) for start, end in places]), repairs


def _wrong_figures(findings: Sequence[Finding]) -> list[Finding]:
    return [f for f in findings if f.kind in _MUST_HOLD and f.verdict != "supported" and f.text]
