"""How alike two names are, and which of an article's names a misspelt one is meant to be."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.checks.names import Run
from summarizer.checks.tokens import bare

SAME_LETTERS = 2.0  # of two names that differ in their marks only


def alike(words: Sequence[str], known: Sequence[Run]) -> list[tuple[float, Run]]:
    """The names among ``known`` that are like ``words``, the most alike first."""
    wanted = [bare(w) for w in words]
    scored = [(likeness(wanted, [bare(t.text) for t in run.tokens if t.word]), run) for run in known]
    return sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])


def likeness(one: Sequence[str], two: Sequence[str]) -> float:
    """How alike two names are, 0 when they are plainly different."""
    if list(one) == list(two):
        return SAME_LETTERS
    if len(one) == len(two) > 1:
        pairs = list(zip(one, two, strict=True))
        shared = sum(a == b for a, b in pairs)
        return sum(_closeness(a, b) for a, b in pairs) / len(pairs) if 2 * shared >= len(pairs) else 0.0
    a, b = "".join(one), "".join(two)
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 2 or a[0] != b[0]:
        return 0.0
    return 0.6 if distance(a, b) <= 2 else 0.0


def _closeness(one: str, two: str) -> float:
    """1 for the same word, 0 for two that share no letter in its place."""
    return 1 - distance(one, two) / max(len(one), len(two), 1)


def distance(one: str, two: str) -> int:
    """Edit distance."""
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, b in enumerate(two, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]
