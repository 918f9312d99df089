"""Where a number in a translation must not end: "35.6 million" for 35,66 triệu, "2.8 billion" for 2.800 tỷ.

A small model copies figures piece by piece and stops too early, or takes the usual word for the right one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import pairwise, permutations

from summarizer.checks.article import Quantities, quantities
from summarizer.checks.numbers import roman
from summarizer.checks.render import english_numeral

_DIGITS = frozenset("0123456789")
_JOINING = "-/+:"
_NUMERAL = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
# Between the figures of "102-106", "9h30", "2 và 3/4".
_JOINT = re.compile(r".{0,3}|\s*(?:đến|tới|và|lên)\s*(?:ngày\s*)?")
_ROMAN = re.compile(r"\b[IVX]+\b")
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
# Units, how many base units they are (0: any), and the words and signs that only they stand before.
_UNITS = (
    ("percent", 0, "%| percent| per cent"),
    ("year", 1, " years| year|-year"),
    ("month", 0, " months|-month"),
    ("week", 0, " weeks|-week"),
    ("day", 0, " days|-day"),
    ("hour", 0, " hours|-hour| p.m| a.m"),
    ("minute", 0, " minutes|-minute"),
    ("m", 1000, " kilometers| km|km|-kilometer"),
    ("m", 1, " meters| m|m|-meter"),
    ("m2", 1, " square meters| square metres"),
    ("m2", 10_000, " hectares"),
    ("m2", 1_000_000, " square kilometers| square kilometres"),
    ("m3", 0, " cubic"),
    ("kg", 1000, " tons"),
)
_TIMES = ("hour", "minute")
_UNGROUPED = 1e6  # from here on nobody writes a number without commas
_MOST = 1e4  # of a scale: "2,815 billion"


def unfinished(sentence: str) -> tuple[str, ...]:
    """The shortest strings of figures with which no number of a Vietnamese sentence ends, as English writes them.

    Those with a space before them end no number that begins so: " 11" where the sentence has 111.
    """
    plain, before = _numerals(sentence)
    return tuple(_unfinished(_parts(plain.union(*before.values())), plain))


def unsaid_joints(sentence: str) -> tuple[str, ...]:
    """Figures before a scale, a unit, a point, a comma or a sign that no number of a Vietnamese sentence has there."""
    plain, before = _numerals(sentence)
    parts = _parts(plain.union(*before.values()))
    digits = sorted(part for part in parts if part in _DIGITS)
    joined = set(_joined(sentence))
    return (
        *(f"{part}{sign}" for part in _unfinished(parts, plain) for sign in ".," if f"{part}{sign}" not in parts),
        *(f"{part}{ending}" for ending, whole in before.items() for part in _unfinished(parts, whole)),
        *(triple for triple in _triples(digits, ".,", (*digits, *".,")) if triple not in parts),
        *(triple for triple in _triples(digits, _JOINING, digits) if triple not in joined),
        *(f"mid-{moment.month}" for moment in quantities(sentence, "vi", None).moments if moment.month),
    )


def _unfinished(parts: Set[str], whole: Set[str]) -> list[str]:
    """The shortest of ``parts`` that end in a digit with which none of ``whole`` ends."""
    ends = {numeral[i:] for numeral in whole for i in range(len(numeral))} | {f" {numeral}" for numeral in whole}
    unfinished = {part for part in parts if part[-1] in _DIGITS and part not in ends}
    return sorted(part for part in unfinished if part[1:] not in unfinished)


def _triples(digits: Sequence[str], signs: str, after: Sequence[str]) -> Iterator[str]:
    return (f"{digit}{sign}{end}" for digit in digits for sign in signs for end in after)


def _joined(sentence: str) -> Iterator[str]:
    """The last digit of a numeral, a joining sign and the first digit of the next one, or of the end of a year."""
    said = quantities(sentence, "vi", None)
    near = [
        (one.group(), two.group())
        for one, two in pairwise(_NUMERAL.finditer(sentence))
        if _JOINT.fullmatch(sentence, one.end(), two.start())
    ]
    pairs = [*near, *((a, b[2:]) for a, b in near if len(b) == len("2017"))]
    for moment in said.moments:
        pairs += permutations((str(part) for part in (moment.day, moment.month, moment.year) if part), 2)
    for clock in said.clocks:
        pairs += ((str(part % 12 or 12), f"{end:02d}") for part, end in pairwise(clock.parts) if end)
    return (f"{a[-1]}{sign}{b[0]}" for a, b in pairs for sign in _JOINING)


def _parts(numerals: Set[str]) -> set[str]:
    """Whatever stands in the numerals, which may have a space before them."""
    return {n[i:j] for n in (f" {n}" for n in numerals) for i in range(len(n)) for j in range(i + 1, len(n) + 1)} - {
        " "
    }


@lru_cache(maxsize=64)  # asked for a sentence several times at once
def _numerals(sentence: str) -> tuple[set[str], dict[str, set[str]]]:
    """The numerals that may stand by themselves, and those before each word of a scale or unit."""
    said = quantities(sentence, "vi", None)
    plain = set(_others(sentence, said))
    before: dict[str, set[str]] = {f" {scale}": set() for scale in _SCALES}
    for number in said.numbers:
        plain |= _forms(number.raw)
        for scale, size in _SCALES.items():
            if 1 <= number.raw / size < _MOST and _is_short(number.raw / size, 0 if scale == "thousand" else 3):
                before[f" {scale}"] |= {_grouped(number.raw / size), _grouped(number.raw / size).replace(",", "")}
    times = {form for clock in said.clocks for part in clock.parts for form in _clock_forms(part) if part}
    for unit, factor, endings in _UNITS:
        whole = times if unit in _TIMES else set()
        for number in said.numbers:  # what has no unit of its own may share that of the next one
            if not number.unit or (number.unit == unit and factor in (0, round(number.value / (number.raw or 1)))):
                written = _NUMERAL.findall(sentence[number.start : number.end])
                whole = whole | _forms(number.raw) | {english_numeral(figures) for figures in written[:1]}
        before |= dict.fromkeys(endings.split("|"), whole)
    return plain, before


def _forms(value: float) -> set[str]:
    return {_grouped(value), *([f"{value:.0f}"] if value < _UNGROUPED and value == int(value) else [])}


def _clock_forms(part: int) -> set[str]:
    return {str(part), f"{part:02d}", str(part % 12 or 12)}


def _others(sentence: str, said: Quantities) -> Iterator[str]:
    """Numerals as they stand, with the points and commas of English; parts of days and times."""
    for match in _NUMERAL.finditer(sentence):
        yield english_numeral(match.group())
    for moment in said.moments:
        yield from (str(part) for part in (moment.day, moment.month, moment.year) if part)
    for clock in said.clocks:
        yield from (form for part in clock.parts for form in _clock_forms(part) if part)
    yield from (str(roman(word)) for word in _ROMAN.findall(sentence))


def _is_short(value: float, decimals: int) -> bool:
    return math.isclose(value, round(value, decimals), rel_tol=1e-12)


def _grouped(value: float) -> str:
    return f"{value:,.3f}".rstrip("0").rstrip(".")
