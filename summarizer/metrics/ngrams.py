"""Runs of tokens, shared by the measures that compare a summary with its article."""

from __future__ import annotations

from collections.abc import Sequence


def ngrams(tokens: Sequence[str], order: int) -> list[tuple[str, ...]]:
    """All runs of ``order`` tokens, in order, repetitions kept."""
    return list(zip(*(tokens[i:] for i in range(order)), strict=False))
