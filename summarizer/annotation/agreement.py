"""How far raters agree beyond chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def cohen_kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa (1960) of two raters' labels of the same units; NaN without units or without any variety."""
    if not pairs:
        return float("nan")
    n = len(pairs)
    observed = sum(one == other for one, other in pairs) / n
    first, second = (Counter(pair[i] for pair in pairs) for i in range(2))
    expected = sum(first[label] * second[label] for label in first) / n**2
    return (observed - expected) / (1 - expected) if expected < 1 else float("nan")


def krippendorff_alpha(units: Sequence[Sequence[str]]) -> float:
    """Krippendorff's alpha for nominal labels (2011, "Computing Krippendorff's Alpha-Reliability"), any raters.

    A unit is the labels it got; units with one label say nothing and are left out. NaN when no unit has two labels,
    or all labels are the same.
    """
    paired = [Counter(unit) for unit in units if len(unit) > 1]
    totals = sum(paired, Counter[str]())
    n = totals.total()
    if n == 0:
        return float("nan")
    observed = sum(_disagreement(unit) / (unit.total() - 1) for unit in paired)
    expected = _disagreement(totals) / (n - 1)
    return 1 - observed / expected if expected else float("nan")


def _disagreement(labels: Counter[str]) -> int:
    """Ordered pairs of different labels."""
    return labels.total() ** 2 - sum(count**2 for count in labels.values())
