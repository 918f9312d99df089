"""Figures of a Vietnamese sentence as English writes them, for a model that takes over what it finds in its source."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator

from summarizer.checks.article import quantities
from summarizer.checks.numbers import roman
from summarizer.checks.render import bound, day, figure
from summarizer.checks.values import EXACT, Clock, Moment, Number
from summarizer.text.changes import Change
from summarizer.types import Lang

_SPELLED = 11  # from here on a number in words is given in figures, as newspapers do
_DIGITS = set("0123456789")
_NUMBERED = re.compile(r"\b(?:lớp|số|nhà|ngõ|hẻm|ngách|tổ)\s$", re.IGNORECASE)  # before "10/7" that is no date
_SHARE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")
_DATED = re.compile(
    r"\b(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|mùng|mồng|từ|đến|tới|khuya|rạng)\s$|[(,–-]\s?$", re.IGNORECASE
)
# What in a sentence asks for an English word: a number at least so large, or one of these words.
_UNITS = {
    "$": (math.inf, re.compile(r"\$|usd|đô|dollar|đola|mỹ kim")),
    "dozen": (12, re.compile(r"chục|\btá\b")),
    "hundred": (100, re.compile("trăm")),
    "thousand": (1e3, re.compile("nghìn|ngàn|vạn")),
    "million": (1e5, re.compile("triệu|vạn")),
    "billion": (1e8, re.compile("t[ỷỉ]")),
    "trillion": (1e11, re.compile("(?:nghìn|ngàn|vạn|triệu) t[ỷỉ]")),
    "year": (math.inf, re.compile(r"năm|tuổi|niên|tết|xuân|kỷ|kỉ|mùa|hằng|\d{4}|khoá|khóa")),
}
_UNITS |= {f"{unit}s": asked for unit, asked in _UNITS.items() if unit not in ("$", "trillion")}
_RUN = re.compile(r"[0-9]+")
_ROMAN = re.compile(r"\b[IVX]+\b")


def english_figures(sentence: str) -> Iterator[Change]:
    """What English writes otherwise, such as "gần 1,5 tỷ", "25/10", "19h20", where one reading only is possible."""
    said = quantities(sentence, "vi", None)
    found = [*map(_number, said.numbers), *map(_moment, said.moments), *map(clock_change, said.clocks)]
    for start, end, text in filter(None, found):
        kept = _NUMBERED.search(sentence, max(0, start - 12), start) or _is_share(sentence, start, end)
        if sentence[start:end] != text and not kept:
            yield start, end, text


def _is_share(sentence: str, start: int, end: int) -> bool:
    """Whether "2/3" may be two thirds: no day with a month, unless a word before it says so."""
    share = _SHARE.search(sentence, start, end)
    if share is None or int(share[1]) >= int(share[2]):
        return False
    return not _DATED.search(sentence[max(0, start - 12) : share.start()])


def is_bounded(number: Number) -> bool:
    """Whether words of approximation, and nothing else, stand right before the numeral."""
    return number.approx != EXACT and number.lead == number.start and number.outer[0] < number.start


def readable(number: Number) -> bool:
    """Whether there is one way to read the number, and figures are how English gives it."""
    clear = not (number.ordinal or number.vague) and number.other is None
    return clear and not (number.spelled and number.value < _SPELLED)


def _number(number: Number) -> Change | None:
    if not readable(number):
        return None
    word = bound(number, "en") if is_bounded(number) else ""
    start = number.outer[0] if word else number.start
    return start, number.end, f"{word} {figure(number.raw, 'en')}".lstrip()


def _moment(moment: Moment) -> Change | None:
    if moment.relative or moment.weekday is not None:
        return None
    text = day(moment, moment.given, "en")
    return (moment.start, moment.end, text) if text else None


def clock_change(clock: Clock) -> Change | None:
    """The time by the half of the day, None when the text does not say which half."""
    if clock.bare or not clock.sure or len(clock.parts) != 2:
        return None
    return clock.start, clock.end, _half_day(*clock.parts)


def _half_day(hour: int, minute: int) -> str:
    return f"{hour % 12 or 12}{f':{minute:02d}' if minute else ''} {'a.m.' if hour % 24 < 12 else 'p.m.'}"


def unsaid_figures(sentence: str, lang: Lang) -> tuple[str, ...]:
    """The shortest strings of digits that no way of writing the sentence's figures holds, in either language.

    A translation that holds none of them makes no run of digits up. (They are the minimal forbidden words of the
    sentence's own runs: what is made of none of them is a part of a run.)
    """
    runs = {run for form in _forms(sentence, lang) for run in _RUN.findall(form)}
    parts = {run[i:j] for run in runs for i in range(len(run)) for j in range(i + 1, len(run) + 1)}
    after: defaultdict[str, set[str]] = defaultdict(set)  # for each part the digits that follow it in some run
    for part in parts:
        after[part[:-1]].add(part[-1])
    return tuple(
        part + digit
        for part in sorted({"", *parts})
        for digit in sorted((after[part[1:]] if part else _DIGITS) - after[part])
    )


def unsaid_units(sentence: str) -> tuple[str, ...]:
    """English words for large numbers, for years and dollars, that nothing in a Vietnamese sentence asks for.

    A model in doubt makes "4 đảo" four-year-old islands, and dollars of "10 tỷ đồng". Of 1,840 translations that people
    made of development sentences three have such a word, and two more that do not belong to their sentence.
    """
    lowered, values = sentence.lower(), [n.raw for n in quantities(sentence, "vi", None).numbers]
    largest = max(values, default=0.0)
    return tuple(word for word, (least, asking) in _UNITS.items() if largest < least and not asking.search(lowered))


def _forms(sentence: str, lang: Lang) -> Iterator[str]:
    """The sentence, and its figures in every other way to write them."""
    yield sentence
    said = quantities(sentence, lang, None)
    yield from (form for n in said.numbers for form in (f"{n.raw:.0f}", figure(n.raw, "vi"), figure(n.raw, "en")))
    yield from (f"{m.day} {m.month} {m.year}" for m in said.moments)
    yield from (f"{part} {part % 12 or 12}" for c in said.clocks for part in c.parts)
    yield from (str(roman(word)) for word in _ROMAN.findall(sentence))
