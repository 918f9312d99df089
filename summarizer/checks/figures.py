"""Figures of a Vietnamese sentence as English writes them, for a model that takes over what it finds in its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checks.article import quantities
from summarizer.checks.render import bound, day, english_numeral, figure
from summarizer.checks.values import EXACT, Clock, Moment, Number
from summarizer.text.changes import Change

_SPELLED = 11  # from here on a number in words is given in figures, as newspapers do
_NUMBERED = re.compile(r"\b(?:lớp|số|nhà|ngõ|hẻm|ngách|tổ)\s$", re.IGNORECASE)  # before "10/7" that is no date
_UNUSUAL = re.compile(r"\d+\s?(?:g\s?\d*|h\s?\d+(?=['’]))['’]?")
_SHARE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")
_IN_RANGE = re.compile(r"\d+,\d\d?")  # "35,69 – 36,46 triệu": of what scale the first one is, the second one says
_MEASURE = re.compile(r"\s?(k?m)([23²³])(?![\w²³])")
_MEASURES = {"2": "square", "²": "square", "3": "cubic", "³": "cubic"}
_LENGTHS = {"m": "meters", "km": "kilometers"}
_DATED = re.compile(
    r"\b(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|mùng|mồng|từ|đến|tới|khuya|rạng)\s$|[(,–-]\s?$", re.IGNORECASE
)


def english_figures(sentence: str) -> Iterator[Change]:
    """What English writes otherwise, such as "gần 1,5 tỷ", "25/10", "19h20", where one reading only is possible."""
    said = quantities(sentence, "vi", None)
    times = (clock_change(c) or _usual_time(c, sentence[c.start : c.end]) for c in said.clocks)
    found = [*(_number(n, sentence) for n in said.numbers), *map(_moment, said.moments), *times]
    for start, end, text in filter(None, found):
        slashed = "/" in sentence[start:end]
        kept = slashed and (_NUMBERED.search(sentence, max(0, start - 12), start) or _is_share(sentence, start, end))
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


def _number(number: Number, sentence: str) -> Change | None:
    written = sentence[number.start : number.end]
    if _IN_RANGE.fullmatch(written) and number.other is not None:
        return number.start, number.end, english_numeral(written)
    if not readable(number):
        return None
    word = bound(number, "en") if is_bounded(number) else ""
    start = number.outer[0] if word else number.start
    figures = written if written.isdecimal() else figure(number.raw, "en")  # the number of a decision has no comma
    measure = _MEASURE.match(sentence, number.end)
    if measure is None:
        return start, number.end, f"{word} {figures}".lstrip()
    return start, measure.end(), f"{word} {figures} {_MEASURES[measure[2]]} {_LENGTHS[measure[1]]}".lstrip()


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


def _usual_time(clock: Clock, written: str) -> Change | None:
    """The form that a model has seen most of, "10h" and "9h20", for "10g", "9g20" and "10h00'"."""
    if not _UNUSUAL.fullmatch(written):
        return None
    hour, minute = clock.parts[:2]
    return clock.start, clock.end, f"{hour}h{f'{minute:02d}' if minute else ''}"


def _half_day(hour: int, minute: int) -> str:
    return f"{hour % 12 or 12}{f':{minute:02d}' if minute else ''} {'a.m.' if hour % 24 < 12 else 'p.m.'}"
