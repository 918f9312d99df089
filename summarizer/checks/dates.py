"""The calendar dates of a text, whole or in part, Vietnamese or English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from summarizer.checks import dates_en, dates_vi
from summarizer.checks.tokens import matches, places, standing, tokenize
from summarizer.checks.values import Moment
from summarizer.types import Lang

_EITHER = 300  # days within which a month without a year may be last year's or next year's
Build = Callable[[re.Match[str]], Iterator[Moment]]
# What a date looks like, how it is read, and the keys of words one of which it begins with and one of which it holds:
# the rules whose words a text has not are not tried.
Rule = tuple[re.Pattern[str], Build, frozenset[str], frozenset[str]]
_RULES: dict[Lang, Sequence[Rule]] = {"vi": dates_vi.RULES, "en": dates_en.RULES}


def parse_day(iso: str) -> date | None:
    """The article's own date, None when it is unknown or no calendar date."""
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None


def moments(text: str, lang: Lang, today: date | None = None) -> tuple[Moment, ...]:
    """Every date of ``text`` in order.

    Args:
        text: what to read.
        lang: whose grammar of dates applies.
        today: the article's date, against which "hôm qua" and a missing year are resolved.
    """
    found: list[Moment] = []
    taken = bytearray(len(text))
    there, tokens = places(text).keys(), tokenize(text)
    for pattern, build, begins, holds in _RULES[lang]:
        if there.isdisjoint(holds) or there.isdisjoint(begins):
            continue
        for match in matches(pattern, text, [tokens[at].start for at in standing(text, begins)]):
            if any(taken[match.start() : match.end()]):
                continue
            for moment in build(match):
                if _possible(moment):
                    found.append(resolve(moment, today))
                    taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return tuple(sorted(found, key=lambda m: (m.start, m.end)))


def resolve(moment: Moment, today: date | None) -> Moment:
    """``moment`` with what the article's date adds: the day of "hôm qua", the year nearest to it for "25/12"."""
    if today is None:
        return moment
    if moment.relative:
        return _relative(moment, today)
    if moment.year is not None or (moment.month is None and moment.quarter is None):
        return moment
    month = moment.month or 3 * (moment.quarter or 1) - 1

    def distance(year: int) -> int:
        return abs((date(year, month, min(moment.day or 15, 28)) - today).days)

    near, second = sorted((today.year - 1, today.year, today.year + 1), key=distance)[:2]
    return moment._replace(year=near, or_year=second if distance(second) <= _EITHER else None)


def whole(moment: Moment) -> date | None:
    """The calendar day of a moment all of whose parts are known."""
    if moment.year is None or moment.month is None or moment.day is None:
        return None
    try:
        return date(moment.year, moment.month, moment.day)
    except ValueError:
        return None


def _relative(moment: Moment, today: date) -> Moment:
    part, step = re.split(r"(?=[+-])", moment.relative, maxsplit=1)
    offset = int(step)
    if part == "year":
        return moment._replace(year=today.year + offset, given=frozenset({"year"}))
    if part == "month":
        months = today.year * 12 + today.month - 1 + offset
        return moment._replace(year=months // 12, month=months % 12 + 1, given=frozenset({"month"}))
    day = today + timedelta(days=offset)
    return moment._replace(year=day.year, month=day.month, day=day.day, given=frozenset({"day", "month"}))


def _possible(moment: Moment) -> bool:
    if moment.day is None or moment.month is None:
        return True
    return moment.day <= (29 if moment.month == 2 else 30 if moment.month in (4, 6, 9, 11) else 31)
