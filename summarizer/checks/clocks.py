"""Times of day and times taken: 7h30, 19 giờ, 3 giờ chiều, 1-4 pm, 7:30 a.m., 2:15:30, 2 giờ 15 phút 30 giây.

"16h3 0", as texts have it whose words were once cut apart, is read as half past four.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checks.tokens import FIGURES, matches, standing, tokenize
from summarizer.checks.values import Clock
from summarizer.types import Lang

_VI = re.compile(
    r"(?<![\d.,:/])(?P<h>\d{1,2})(?:\s?(?P<word>giờ|tiếng)|\s?(?P<sign>[hH]|g(?=\d\d|\s+(?:ngày|sáng|trưa|chiều|tối|đêm|cùng|hôm)\b))|(?P<colon>:)(?=\d\d(?!\d)))"
    r"(?!\w*[^\W\d])(?:\s?(?P<m>(?<=[hH])[0-5] [05]|\d{1,2})(?![\d.,]\d|\d|[%/])(?:\s?(?:phút|'|’))?"
    r"(?:(?:\s?:\s?|\s)?(?P<s>\d{1,2})(?:\s?(?:giây|''|\")))?)?"
    r"(?:\s+(?P<part>sáng|trưa|chiều|tối|đêm)\b)?"
)
_VI_SHORT = re.compile(r"(?<![\d.,:/])(?P<m>\d{1,2})\s?(?:phút|['’])\s?(?P<s>\d{1,2})\s?(?:giây|''|[\"”])")
_EN_HALF = re.compile(
    r"(?<![\d.,:/$])(?:(?P<h0>\d{1,2})(?:[:.](?P<m0>\d\d))?(?:\s?(?P<x0>[ap])\.?m\.?)?\s*(?:-|–|to|and|until)\s*)?"
    r"(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?\s?(?P<x>[ap])\.?m\b",
    re.IGNORECASE,
)
_EN_COLON = re.compile(r"(?<![\d.,:/])(?P<h>\d{1,2}):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?(?![\d:])")
_EN_LEFT = re.compile(r"(?<![\d.,:/])(?P<h>\d{1,2})h(?P<m>[0-5]\d)?(?!\w)")  # as Vietnamese writes it
_EN_WORDS = re.compile(
    r"(?<![\d.,])(?:(?P<h>\d{1,2}) hours?,? (?:and )?)?(?P<m>\d{1,2}) minutes?,?(?: (?:and )?(?P<s>\d{1,2}) seconds?)?"
)


def clocks(text: str, lang: Lang) -> tuple[Clock, ...]:
    """Every time of day or time taken in ``text``, in order."""
    tokens = tokenize(text)
    starts = [tokens[at].start for at in standing(text, {FIGURES})]  # times are read where they are in figures
    found = _vietnamese(text, starts) if lang == "vi" else _english(text, starts)
    return tuple(sorted(found, key=lambda c: c.start))


def same_time(one: Clock, two: Clock) -> bool:
    """Whether two times agree; "7:30" agrees with 19:30 while nothing says which half of the day it is."""
    if one.parts == two.parts:
        return True
    if len(one.parts) != 2 or len(two.parts) != 2 or one.parts[1] != two.parts[1]:
        return False
    return one.parts[0] % 12 == two.parts[0] % 12 and not (one.sure and two.sure)


def _vietnamese(text: str, starts: list[int]) -> Iterator[Clock]:
    for match in matches(_VI, text, starts):
        hour, minute, part = int(match["h"]), int((match["m"] or "0").replace(" ", "")), match["part"]
        if hour > 24 or minute > 59:
            continue
        hour = _of_day(hour, part)
        parts = (hour, minute) + ((int(match["s"]),) if match["s"] else ())
        bare = match["word"] is not None and part is None
        yield Clock(match.start(), match.end(), parts, part is not None or hour > 12, bare)
    for match in matches(_VI_SHORT, text, starts):
        yield Clock(match.start(), match.end(), (int(match["m"]), int(match["s"])), bare=True)


def _of_day(hour: int, part: str | None) -> int:
    """Hour of 24 for "3 giờ chiều", "12 giờ đêm", "1 giờ đêm", "1 giờ trưa"."""
    if part == "đêm" and (hour == 12 or hour < 6):
        return 0 if hour == 12 else hour
    afternoon = part in {"chiều", "tối", "đêm"} or (part == "trưa" and hour < 3)
    return hour + 12 if afternoon and hour < 12 else hour


def _english(text: str, starts: list[int]) -> Iterator[Clock]:
    taken: set[int] = set()
    for match in matches(_EN_HALF, text, starts):
        taken.update(range(match.start(), match.end()))
        if match["h0"]:
            half = match["x0"] or match["x"]
            end = match.end("m0") if match["m0"] else match.end("h0")
            yield Clock(match.start("h0"), end, _half(match["h0"], match["m0"], half), sure=True)
        yield Clock(match.start("h"), match.end(), _half(match["h"], match["m"], match["x"]), sure=True)
    for match in matches(_EN_COLON, text, starts):
        if match.start() not in taken:
            parts = tuple(int(p) for p in match.groups() if p is not None)
            yield Clock(match.start(), match.end(), parts, sure=parts[0] > 12)
    for match in matches(_EN_LEFT, text, starts):
        hour = int(match["h"])
        yield Clock(match.start(), match.end(), (hour, int(match["m"] or 0)), sure=hour > 12)
    for match in matches(_EN_WORDS, text, starts):
        if match["h"] or match["s"]:
            parts = tuple(int(p) for p in match.groups() if p is not None)
            yield Clock(match.start(), match.end(), parts, bare=True)


def _half(hour: str, minute: str | None, half: str) -> tuple[int, int]:
    return int(hour) % 12 + (12 if half.lower() == "p" else 0), int(minute or 0)
