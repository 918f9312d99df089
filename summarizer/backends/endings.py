"""Numbers that end too early, in pieces of the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

# What follows four in five numbers of English news, most frequent first; words of a scale left out.
USUAL = (
    "-", "%", " percent", " years", " and", " to", "th", ")", ":", " in", " people", " per", "/", " (", " of",
    " days", "m", " cases", "s", " a", "),", ").", " months", " countries", " new", " hours", " p", "%.", " on",
    " is", " for", " miles", "st", " minutes", " as", " m", "–", " with", " -", " times", " that", " at", " or", "(",
    " km", " after", " the", " degrees", " by", "nd", "rd", " was", " from", '"', " has", " will", " have", "km", "'",
    " were", " are", " kilometers", " weeks", " tons", "p", " year",
)  # fmt: skip
_SCALES = ("▁thousand", "▁million", "▁billion", "▁trillion")
_FIGURES = re.compile(r"[0-9]|[.,]")


def ends_a_number(piece: str) -> bool:
    """Whether a number before ``piece`` is over: it is neither a figure, a point or comma, nor the word of a scale."""
    return piece not in _SCALES and not _FIGURES.fullmatch(piece)


def cut_short(pieces: Sequence[str], unfinished: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The ends of numbers in ``pieces`` that are ``unfinished``, each with the points and commas after it."""
    run = ""
    for piece in pieces:
        if _FIGURES.fullmatch(piece):
            run += piece
            continue
        figures = run.rstrip(".,")
        if figures and (piece not in _SCALES or figures != run):
            yield from ((*end, *run[len(figures) :]) for end in unfinished if figures.endswith(end))
        run = ""
