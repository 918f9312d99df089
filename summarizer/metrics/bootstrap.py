"""Intervals and paired tests by resampling cases (Efron 1979; Koehn 2004, "Statistical Significance Tests").

Statistics that add up over cases let one drawing of cases serve every column: a resample is a row of counts, and its
value is ``reduce(counts @ rows)``. The drawing depends on the seed and the number of cases only, so two systems over
the same cases are always resampled together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from summarizer.metrics.base import Column, Floats

SAMPLES = 1000
SEED = 20251025
LEVEL = 0.95
_CHUNK = 64  # resamples held at once: 64 x 22,497 cases are 11 MB


@dataclass(frozen=True, slots=True)
class Difference:
    """One system's value less another's, its interval, and the chance of so large a difference were there none."""

    delta: float
    low: float
    high: float
    p: float

    @property
    def significant(self) -> bool:
        """Whether ``p`` is under 0.05."""
        return self.p < 0.05


def draw(cases: int, samples: int, seed: int) -> Iterator[Floats]:
    """Counts of each case in each resample, in chunks of (up to 64, cases)."""
    generator = np.random.default_rng(seed)
    for start in range(0, samples, _CHUNK):
        size = min(_CHUNK, samples - start)
        picks = generator.integers(0, cases, size=(size, cases)) + np.arange(size)[:, None] * cases
        yield np.bincount(picks.ravel(), minlength=size * cases).reshape(size, cases).astype(np.float64)


def resample(columns: Sequence[Column], samples: int = SAMPLES, seed: int = SEED) -> list[Floats]:
    """For each column its value in each of the same ``samples`` resamples, (samples,) each.

    Raises:
        ValueError: the columns are over different numbers of cases.
    """
    if not columns:
        return []
    cases = len(columns[0].rows)
    if any(len(column.rows) != cases for column in columns):
        raise ValueError("columns over different numbers of cases cannot be resampled together")
    if not cases:
        return [np.full(samples, np.nan) for _ in columns]
    sums: list[list[Floats]] = [[] for _ in columns]
    for counts in draw(cases, samples, seed):
        for column, parts in zip(columns, sums, strict=True):
            parts.append(counts @ column.rows)
    return [column.reduce(np.concatenate(parts)) for column, parts in zip(columns, sums, strict=True)]


def interval(values: Floats, level: float = LEVEL) -> tuple[float, float]:
    """The central ``level`` of resampled values (percentile method); NaN when none is defined."""
    known = values[~np.isnan(values)]
    if not known.size:
        return float("nan"), float("nan")
    tail = 50 * (1 - level)
    low, high = np.percentile(known, [tail, 100 - tail])
    return float(low), float(high)


def paired(one: Column, other: Column, samples: int = SAMPLES, seed: int = SEED) -> Difference:
    """Paired bootstrap test of ``one`` against ``other`` over the same cases."""
    first, second = resample([one, other], samples, seed)
    return contrast(one.value() - other.value(), first - second)


def contrast(delta: float, differences: Floats) -> Difference:
    """The test from an observed difference and the same difference in each resample.

    ``p`` is the share of resamples whose difference, moved to mean 0, is at least as large as the one observed
    (two-sided, with the one observation counted, as in sacrebleu).
    """
    known = differences[~np.isnan(differences)]
    if np.isnan(delta) or not known.size:
        return Difference(float("nan"), float("nan"), float("nan"), float("nan"))
    extreme = np.abs(known - known.mean()) >= abs(delta) - 1e-12
    low, high = interval(differences)
    return Difference(delta, low, high, float((extreme.sum() + 1) / (known.size + 1)))
