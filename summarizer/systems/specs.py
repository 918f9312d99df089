"""The part of a spec that every extractive system shares."""

from __future__ import annotations

from summarizer.datasets.base import Target
from summarizer.errors import SummarizerError


def sentence_count(rest: str, target: Target, default: int = 2) -> int:
    """The number in ``lead-2``; ``default`` for a summary and 1 for a headline when there is none.

    Raises:
        SummarizerError: it is not a number from 1 to 20.
    """
    if not rest:
        return default if target == "summary" else 1
    if rest.isascii() and rest.isdigit() and 1 <= int(rest) <= 20:
        return int(rest)
    raise SummarizerError(f"{rest!r} is no number of sentences.", "Give for example  lead-2 , with 1 to 20 sentences.")
