"""English dates: October 25, 2025; 25 October; Oct. 25-26; October 2025; third quarter of 2025; yesterday; Monday."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checks.tokens import FIGURES
from summarizer.checks.values import Moment
from summarizer.text.wordlist import words

_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTHS = {name[:3]: number for number, name in enumerate(_NAMES, start=1)}
_D = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%])"
_Y = r"(?:1[5-9]\d\d|20\d\d)"
_MON = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?\b\.?|July?\b\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
# "October 25 and 12 countries" is one day: a listed day is followed by what follows a date.
_END = r"(?=\s*(?:[,.;:()–’'”\"]|$)|\s+(?:in|at|to|for|with|of|as|from|and|on|by|will|was|were|when|is|a|the|\w+ing)\b)"
_LIST = rf"{_D}(?:\s*[-–]\s*{_D}|(?:,\s*{_D})*,?\s+(?:and|to|through|or)\s+(?:the\s+)?{_D}{_END})?"
_LIST_BEFORE = rf"{_D}(?:\s*[-–]\s*{_D}|(?:,\s*{_D})*,?\s+(?:and|to|through|or)\s+(?:the\s+)?{_D})?"
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
_DAY_WORDS = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0,
    "yesterday": -1, "last night": -1, "tomorrow": 1,
}  # fmt: skip


def _int(text: str | None) -> int | None:
    return int(text) if text else None


def _month(text: str) -> int:
    return _MONTHS[text[:3].lower()]


def _make(start: int, end: int, day: int | None, month: int | None, year: int | None) -> Moment:
    given = [n for n, v in (("day", day), ("month", month), ("year", year)) if v is not None]
    return Moment(start, end, year, month, day, given=frozenset(given))


def _days(match: re.Match[str]) -> Iterator[Moment]:
    """One date, or several days that share a month: "October 25-26, 2025", "25 and 26 October"."""
    month, year = _month(match["mon"]), _int(match["y"])
    base = match.start("days")
    days = list(re.finditer(r"\d+", match["days"]))
    for index, day in enumerate(days):
        start = match.start() if index == 0 else base + day.start()
        end = match.end() if index == len(days) - 1 else base + day.end()
        yield _make(start, end, int(day.group()), month, year)


def _iso(match: re.Match[str]) -> Iterator[Moment]:
    yield _make(match.start(), match.end(), int(match["d"]), int(match["m"]), int(match["y"]))


def _slashed(match: re.Match[str]) -> Iterator[Moment]:
    """Day first, as Vietnamese sources write it; month first only where no other reading is possible."""
    day, month = int(match["a"]), int(match["b"])
    if month > 12:
        day, month = month, day
    yield _make(match.start(), match.end(), day, month, _int(match["y"]))


def _months(match: re.Match[str]) -> Iterator[Moment]:
    yield _make(match.start("mon"), match.end(), None, _month(match["mon"]), _int(match["y"]))


def _own_months(match: re.Match[str]) -> Iterator[Moment]:
    """A month's own ("May's 212,000 strikes"), but not Theresa May's."""
    before = match.string[: match.start()].split()
    if not before or not before[-1][0].isupper():
        yield from _months(match)


def _years(match: re.Match[str]) -> Iterator[Moment]:
    first = int(match["y"])
    yield _make(match.start("y"), match.end("y"), None, None, first)
    if match["y2"]:
        year = int(match["y2"]) if len(match["y2"]) == 4 else first // 100 * 100 + int(match["y2"])
        yield _make(match.start("y2"), match.end("y2"), None, None, year)


def _quarter(match: re.Match[str]) -> Iterator[Moment]:
    quarter, year = _ORDINAL[(match["q"] or match["n"]).lower()], _int(match["y"])
    given = frozenset({"quarter"} | ({"year"} if year else set()))
    yield Moment(match.start(), match.end(), year, quarter=quarter, given=given)


def _weekday(match: re.Match[str]) -> Iterator[Moment]:
    day = _WEEKDAYS[match.group()[:3].lower()]
    yield Moment(match.start(), match.end(), weekday=day, given=frozenset({"weekday"}))


def _day_word(match: re.Match[str]) -> Iterator[Moment]:
    step = _DAY_WORDS[" ".join(match.group().lower().split())]
    yield Moment(match.start(), match.end(), relative=f"day{step:+d}")


def _span_word(match: re.Match[str]) -> Iterator[Moment]:
    step = {"this": 0, "last": -1, "next": 1}[match["r"].lower()]
    yield Moment(match.start(), match.end(), relative=f"{match['p'].lower()}{step:+d}")


# "may" and "march" are verbs too, and open sentences: alone they are months only after a word that asks for one.
_ASKS = "in of since late early mid last this next by until to from through between and during every after before the"
_ASKED = rf"(?:{_ASKS.replace(' ', '|')})"
# "Black Friday" is a sale and names no day.
_NAMED_DAYS = "".join(f"(?<!{name} )" for name in ("Black", "Good", "Cyber", "Easter", "Super"))
_FIGURES, _SLASH = frozenset({FIGURES}), frozenset({"/"})
_MONTH_KEYS = frozenset({*_NAMES, *_MONTHS, "sept"})
_DAY_KEYS = frozenset(f"{day}day" for day in words("mon tues wednes thurs fri satur sun"))
# Of each rule: what it looks like, how it is read, what it begins with, and what else stands in it, one of each.
RULES = (
    (
        re.compile(r"(?<![\w/-])(?P<y>20\d\d|19\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\w/-])"),
        _iso,
        _FIGURES,
        frozenset({"-"}),
    ),
    (
        re.compile(  # "25 April 19" is no 19th of April, "8:30 April 19" is
            r"(?<!\w)(?:(?<!\d )(?<!\dth )|(?<=:\d\d ))"
            rf"(?P<mon>{_MON})\s+(?P<days>{_LIST})(?:,?\s+(?P<y>{_Y}))?(?!\w)"
        ),
        _days,
        _MONTH_KEYS,
        _FIGURES,
    ),
    (
        re.compile(rf"(?<![\w.,:/-])(?P<days>{_LIST_BEFORE})(?:\s+of)?\s+(?P<mon>{_MON})(?:,?\s+(?P<y>{_Y}))?(?!\w)"),
        _days,
        _FIGURES,
        _MONTH_KEYS,
    ),
    (re.compile(rf"(?<![\w/.-])(?P<a>\d\d?)/(?P<b>\d\d?)/(?P<y>{_Y})(?![\w/])"), _slashed, _FIGURES, _SLASH),
    (re.compile(r"(?<=on )(?P<a>\d\d?)/(?P<b>\d\d?)(?P<y>)(?![\w/%])"), _slashed, _FIGURES, _SLASH),
    (re.compile(rf"(?<!\w)(?P<mon>{_MON}),?\s+(?:of\s+)?(?P<y>{_Y})(?!\w)"), _months, _MONTH_KEYS, _FIGURES),
    (
        re.compile(
            rf"(?:(?P<q>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[\s-]quarter|Q(?P<n>[1-4]))(?:,?\s+(?:of\s+)?(?P<y>{_Y}))?(?!\w)"
        ),
        _quarter,
        words("first second third fourth q"),
        words("quarter q"),
    ),
    (
        re.compile(rf"(?<!\w)(?i:{_ASKED})[\s-]+(?P<mon>March|May)(?P<y>)(?!\w)"),
        _months,
        words(_ASKS),
        words("may march"),
    ),
    (re.compile(r"(?<!\w)(?P<mon>May|March)(?P<y>)(?='s|’s)"), _own_months, words("may march"), words("may march")),
    (
        re.compile(rf"(?<!\w)(?P<mon>{'|'.join(n.title() for n in _NAMES if n not in ('may', 'march'))})(?P<y>)(?!\w)"),
        _months,
        _MONTH_KEYS,
        _MONTH_KEYS,
    ),
    (re.compile(r"(?<![\w/.,$€£-])(?P<y>(?:19|20)\d0)s(?P<y2>)(?!\w)"), _years, _FIGURES, words("s")),
    (
        re.compile(rf"(?<![\w/.,$€£])(?<![A-Z]-)(?P<y>(?:19|20)\d\d)(?:\s*[-–]\s*(?P<y2>{_Y}|\d\d))?(?![\w%]|[.,]\d)"),
        _years,
        _FIGURES,
        _FIGURES,
    ),
    (
        re.compile(
            r"\b(?:[Ii]n|of|[Ss]ince|[Bb]efore|[Aa]fter|until|from|to|by|circa)\s+(?P<y>1[5-8]\d\d)(?P<y2>)(?![\w%]|[.,]\d)"
        ),
        _years,
        words("in of since before after until from to by circa"),
        _FIGURES,
    ),
    (
        re.compile(rf"(?<!\w){_NAMED_DAYS}(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\w)"),
        _weekday,
        _DAY_KEYS,
        _DAY_KEYS,
    ),
    (
        re.compile(
            r"(?<!\w)(?:today|tonight|this (?:morning|afternoon|evening)|yesterday|last night|tomorrow)(?!\w)", re.I
        ),
        _day_word,
        words("today tonight this yesterday last tomorrow"),
        words("today tonight morning afternoon evening yesterday night tomorrow"),
    ),
    (
        re.compile(r"(?<!\w)(?P<r>this|last|next) (?P<p>year|month)(?!\w)", re.I),
        _span_word,
        words("this last next"),
        words("year month"),
    ),
)
