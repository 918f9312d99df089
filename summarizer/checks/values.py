"""The values that the checks pass around: what a text says, before anybody asks whether it is true.

Those of which every text has many are named tuples, which are made in a third of the time of a dataclass.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Approx = Literal["exact", "more", "less", "about"]

EXACT: frozenset[Approx] = frozenset({"exact"})


class Number(NamedTuple):
    """A quantity: ``[start, end)`` covers the numeral, ``outer`` also the words of approximation and the unit.

    ``unit`` is "" when nothing countable follows, "count" when a noun without an entry in the unit table does.
    ``value`` is in the base unit of its dimension (metres, kilograms, years), ``raw`` as the figures say.
    ``approx`` holds every reading the words allow ("trên 3 ha" is more than three hectares, or on three hectares).
    """

    start: int
    end: int
    value: float
    raw: float
    unit: str = ""
    approx: frozenset[Approx] = EXACT
    ordinal: bool = False
    vague: bool = False  # "hàng chục", "dozens": the value is the order of magnitude
    spelled: bool = False
    other: float | None = None  # second reading of figures such as "2,500" in a Vietnamese text
    outer: tuple[int, int] = (0, 0)
    lead: int = 0  # where the numeral starts with its currency sign
    noun: str = ""  # what is counted, by a name both languages share, "" when that is not sure
    word: str = ""  # the word that follows, as it stands
    label: str = ""  # the capitalised word it numbers: "Games" in "SEA Games 33"

    @property
    def thing(self) -> str:
        """What it measures or counts, "" when that is not sure."""
        return self.noun if self.unit in ("", "count") else self.unit


class Moment(NamedTuple):
    """A calendar date or a part of one; None where the text leaves a part open.

    ``given`` names the parts the text itself states; the others were filled in from the article's date.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    weekday: int | None = None  # 0 is Monday
    or_year: int | None = None  # the other year it may be, where the text gives none
    relative: str = ""  # "day-1" for "hôm qua" while the article's date is unknown
    given: frozenset[str] = frozenset()


class Clock(NamedTuple):
    """A time of day, or a time taken: (13, 30) for "13h30", (2, 15, 30) for "2 giờ 15 phút 30 giây"."""

    start: int
    end: int
    parts: tuple[int, ...]
    sure: bool = False  # the text says which half of the day
    bare: bool = False  # its figures are read as plain numbers too: "3 giờ" is a time or a duration


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name; ``keys`` are its words in comparison form and ``roles`` the offices the text gives it."""

    start: int
    end: int
    text: str
    keys: tuple[str, ...]
    roles: frozenset[str] = field(default=frozenset())
    honorific: str = ""  # "m", "f" or ""
    person: bool = False
