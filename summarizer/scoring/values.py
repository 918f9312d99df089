"""What a report is made of. All of it turns into JSON and back without loss."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from summarizer.errors import DataError
from summarizer.metrics.base import Better, Unit
from summarizer.types import Lang


def known(number: float) -> float | None:
    """``number``, None when it is NaN: JSON has no NaN."""
    return None if math.isnan(number) else number


@dataclass(frozen=True, slots=True)
class Value:
    """One number, its bootstrap interval, the cases it is over and how it was made. None: nothing applies."""

    metric: str
    value: float | None
    low: float | None
    high: float | None
    n: int
    signature: str
    unit: Unit = "share"
    better: Better = "higher"


@dataclass(frozen=True, slots=True)
class Contrast:
    """The main system's value less another system's, with interval and two-sided p."""

    metric: str
    delta: float | None
    low: float | None
    high: float | None
    p: float | None


@dataclass(frozen=True, slots=True)
class Bin:
    """A system's mean of the main metric over some of the articles; ``label`` says which ("150-260" words)."""

    label: str
    n: int
    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class SystemScore:
    """Everything measured of one system in one direction.

    ``seconds`` is the mean per article, ``peak_mb`` the most memory its process held. ``contrasts`` are the main
    system's, empty for itself. ``missing`` counts articles it wrote nothing for; they are scored as empty.
    """

    name: str
    values: tuple[Value, ...]
    contrasts: tuple[Contrast, ...] = ()
    by_length: tuple[Bin, ...] = ()
    by_position: tuple[Bin, ...] = ()
    missing: int = 0
    seconds: float | None = None
    peak_mb: float | None = None

    def value(self, metric: str) -> Value | None:
        """The value of a metric, None when it was not measured."""
        return next((v for v in self.values if v.metric == metric), None)


@dataclass(frozen=True, slots=True)
class Item:
    """One article's scores and, where texts may be shown, what was scored.

    ``scored`` are the units ROUGE compared, joined by spaces: summary first, then the references.
    """

    id: str
    system: str
    values: Mapping[str, float | None]
    title: str = ""
    summary: str = ""
    references: tuple[str, ...] = ()
    article: str = ""
    scored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Direction:
    """One article language and one summary language: the systems are over the same articles and comparable."""

    source: Lang
    lang: Lang
    n: int
    systems: tuple[SystemScore, ...]
    best: tuple[Item, ...] = ()
    worst: tuple[Item, ...] = ()

    @property
    def name(self) -> str:
        """For example ``vi-en``: from Vietnamese articles to English summaries."""
        return f"{self.source}-{self.lang}"

    def system(self, name: str) -> SystemScore | None:
        """The scores of a system, None when it does not write this direction."""
        return next((s for s in self.systems if s.name == name), None)


@dataclass(frozen=True, slots=True)
class Report:
    """A whole evaluation."""

    data: str
    data_sha256: str
    target: str
    main: str  # the system the others are contrasted with
    directions: tuple[Direction, ...]
    version: str
    samples: int
    seed: int
    skipped: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    made_with: Mapping[str, str] = field(default_factory=dict)  # versions of the packages that computed the numbers

    def direction(self, name: str) -> Direction | None:
        """The direction called for example ``vi-en``, None when the set has no such references."""
        return next((d for d in self.directions if d.name == name), None)

    def to_dict(self) -> dict[str, Any]:
        """Plain data, the JSON form."""
        return asdict(self)


def report_from(data: Mapping[str, Any]) -> Report:
    """The report whose JSON form is ``data``.

    Raises:
        DataError: it is not one.
    """
    try:
        return Report(**{**data, "directions": tuple(_direction(d) for d in data["directions"]), **_tuples(data)})
    except (KeyError, TypeError) as error:
        raise DataError(
            f"This is not a saved report: {error}.", "Give a report.json that tomtat eval wrote."
        ) from error


def _direction(data: Mapping[str, Any]) -> Direction:
    systems = tuple(_system(one) for one in data["systems"])
    items = {key: tuple(_item(one) for one in data[key]) for key in ("best", "worst")}
    return Direction(**{**data, **items, "systems": systems})


def _system(data: Mapping[str, Any]) -> SystemScore:
    kinds = {"values": Value, "contrasts": Contrast, "by_length": Bin, "by_position": Bin}
    return SystemScore(**{**data, **{key: tuple(kind(**one) for one in data[key]) for key, kind in kinds.items()}})


def _item(data: Mapping[str, Any]) -> Item:
    return Item(**{**data, "references": tuple(data["references"]), "scored": tuple(data["scored"])})


def _tuples(data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(data[key]) for key in ("skipped", "notes")}
