"""Whether a number, a date or a time of a summary rests on one of the article's."""

from __future__ import annotations

import math
from collections.abc import Sequence

from summarizer.checks.approx import approx_fits
from summarizer.checks.dates import whole
from summarizer.checks.units import HARD, MONEY
from summarizer.checks.values import EXACT, Moment, Number

# A number given as a bound or an estimate may round the article's exact one by this share.
ROUNDING = 0.1
_ROUND_ABOUT = 0.05
_SAME = 1e-6  # relative difference of values that are equal but for how they are computed

_BARE = ("", "count")


def same_value(said: Number, found: Number) -> bool:
    """Whether two numbers are the same quantity, units left aside."""
    if said.vague != found.vague:
        return said.vague and said.value <= found.value < 100 * said.value
    bare = said.unit in _BARE or found.unit in _BARE
    one, two = (said.raw, found.raw) if bare else (said.value, found.value)
    close = math.isclose(one, two, rel_tol=_SAME)
    return close or (found.other is not None and math.isclose(said.raw, found.other, rel_tol=_SAME))


def same_unit(said: Number, found: Number) -> bool:
    """Whether the units allow two numbers to be the same quantity.

    A number without a unit goes with any, and a noun that follows ("the 15-16 prosecutors sought") with any measure
    but money and shares.
    """
    if said.unit == found.unit or "" in (said.unit, found.unit):
        return True
    if said.unit in _BARE:
        return found.unit not in MONEY | {"percent"}
    return not (said.unit in HARD or found.unit in HARD)


def rounds(said: Number, found: Number) -> bool:
    """Whether "gần 3.000" may be said of an exact 2.950."""
    if said.approx == EXACT or found.approx != EXACT or found.value == 0 or found.vague or not same_unit(said, found):
        return False
    if _figures(said.raw) >= _figures(found.raw):
        return False  # "about 118,900" is no rounding of 118,000
    ratio = said.value / found.value
    if "more" in said.approx and 1 - ROUNDING <= ratio < 1:
        return True
    if "less" in said.approx and 1 < ratio <= 1 + ROUNDING:
        return True
    return "about" in said.approx and abs(ratio - 1) <= _ROUND_ABOUT


def _figures(value: float) -> int:
    """Figures a value is written with, noughts at the end left out."""
    return len(f"{value:.6f}".rstrip("0").rstrip(".").replace(".", "").rstrip("0"))


def supports(said: Number, found: Number) -> bool:
    """Whether ``found`` in the article bears out ``said`` in a summary."""
    if same_value(said, found):
        return same_unit(said, found) and (said.vague or approx_fits(said.approx, found.approx))
    return said.approx != EXACT and rounds(said, found)


def agrees(said: Moment, found: Moment) -> bool:
    """Whether a date of the article bears out a date of a summary: every part the summary states is there."""
    if said.relative and said.relative == found.relative:
        return True
    if not said.given:
        return False
    return all(_part(said, found, name) for name in said.given)


def shared_parts(said: Moment, found: Moment) -> int:
    """How many of the parts ``said`` states ``found`` bears out."""
    return sum(_part(said, found, name) for name in said.given)


def _part(said: Moment, found: Moment, name: str) -> bool:
    wanted, there = getattr(said, name), getattr(found, name)
    if name == "year" and wanted == found.or_year is not None:
        return True
    if name == "weekday" and there is None:
        day = whole(found)
        return day is not None and day.weekday() == wanted
    return bool(there == wanted)


def nearest(said: Number, candidates: Sequence[Number]) -> Number | None:
    """The article's number that ``said`` most likely stands for, None when none is close.

    Close is: the same value in another unit or under another approximation, else the same kind of unit with one
    figure changed or less than a factor of two between them.
    """
    same = [n for n in candidates if same_value(said, n)]
    if same:
        return max(same, key=lambda n: same_unit(said, n))
    close = [
        n
        for n in candidates
        if same_unit(said, n) and n.vague == said.vague and n.ordinal == said.ordinal and near_miss(said, n)
    ]
    return min(close, key=lambda n: (n.unit != said.unit, _distance(said, n)), default=None)


def near_miss(said: Number, found: Number) -> bool:
    """Whether two values are one slip apart, or less than a factor of two."""
    low, high = sorted((said.value, found.value))
    return high <= 2 * low or one_slip(said, found)


def one_slip(said: Number, found: Number) -> bool:
    """Whether two values differ in one figure, in the order of two figures, or by noughts."""
    return _edits(said.value, found.value) <= 1 or _scaled(said.value, found.value)


def _distance(said: Number, found: Number) -> float:
    if said.value <= 0 or found.value <= 0:
        return math.inf
    return abs(math.log(said.value / found.value))


def _scaled(one: float, two: float) -> bool:
    """Whether two values differ by a power of ten: triệu for tỷ, a lost zero."""
    if one <= 0 or two <= 0:
        return False
    power = math.log10(one / two)
    return abs(power - round(power)) < 1e-6


def _edits(one: float, two: float) -> int:
    a, b = f"{one:.10g}", f"{two:.10g}"
    if len(a) != len(b):
        return 2
    if sorted(a) == sorted(b):
        return 1  # two figures exchanged
    return sum(x != y for x, y in zip(a, b, strict=True))
