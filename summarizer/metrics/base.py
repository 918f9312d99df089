"""What a metric takes and gives: cases in, columns of per-case statistics out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, cast

import numpy as np
from numpy.typing import NDArray

from summarizer.types import CleanArticle, Lang

Floats = NDArray[np.float64]
Tokens = Literal["syllable", "word", "ascii"]
Unit = Literal["share", "points", "ratio", "words"]
Better = Literal["higher", "lower", "neither"]


@dataclass(frozen=True, slots=True)
class Settings:
    """How text is cut for ROUGE.

    ``syllable`` is the scale of this project; ``word`` segments Vietnamese first; ``ascii`` drops every accented
    letter, as papers that ran an English tokenizer did, and is only for reading those.
    """

    tokens: Tokens = "syllable"


@dataclass(frozen=True, slots=True)
class Case:
    """One summary with everything a metric may look at; ``lang`` is the language of summary and references."""

    id: str
    lang: Lang
    summary: str
    references: tuple[str, ...]
    article: CleanArticle
    key_facts: tuple[tuple[str, ...], ...] = ()  # for each fact its accepted wordings in ``lang``
    read: float | None = None  # share of the story the system read, when it says so

    @property
    def same_language(self) -> bool:
        """Whether the summary is in the language of its article, so that the two can be compared word by word."""
        return self.article.language == self.lang


@dataclass(frozen=True, slots=True)
class Column:
    """One number of a set of summaries, kept as statistics of each case.

    ``rows`` is (cases, k); ``reduce`` takes sums of rows, (..., k), and gives (...) values, NaN where nothing applies.
    ``share`` is 0 to 1, ``points`` 0 to 100 (sacrebleu's scale).
    """

    name: str
    rows: Floats
    applies: NDArray[np.bool_]  # (cases,): which cases the value is over
    reduce: Callable[[Floats], Floats]
    settings: tuple[tuple[str, str], ...] = ()  # fields of the signature, in order
    unit: Unit = "share"
    better: Better = "higher"
    with_references: bool = False

    def value(self) -> float:
        """The number over all cases."""
        return float(self.reduce(self.rows.sum(axis=0)))

    def per_case(self) -> Floats:
        """The number of each case alone, (cases,), NaN where it does not apply."""
        return np.where(self.applies, self.reduce(self.rows), np.nan)


def ratio(sums: Floats) -> Floats:
    """First statistic over the second; NaN where the second is 0."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return cast(Floats, np.where(sums[..., 1] > 0, sums[..., 0] / sums[..., 1], np.nan))


def mean_column(
    name: str,
    values: Sequence[float | None],
    settings: tuple[tuple[str, str], ...] = (),
    *,
    unit: Unit = "share",
    better: Better = "higher",
    with_references: bool = False,
) -> Column:
    """A mean over cases; None leaves a case out."""
    pairs = [(0.0, 0.0) if value is None else (value, 1.0) for value in values]
    return ratio_column(name, pairs, settings, unit=unit, better=better, with_references=with_references)


def ratio_column(
    name: str,
    pairs: Sequence[tuple[float, float]],
    settings: tuple[tuple[str, str], ...] = (),
    *,
    unit: Unit = "share",
    better: Better = "higher",
    with_references: bool = False,
) -> Column:
    """Sum of parts over sum of wholes (a micro average); a case whose whole is 0 is left out."""
    rows = np.asarray(pairs, dtype=np.float64).reshape(-1, 2)
    return Column(name, rows, rows[:, 1] > 0, ratio, settings, unit, better, with_references)
