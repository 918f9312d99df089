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
SCALES = ("▁thousand", "▁million", "▁billion", "▁trillion")
_SPACE = "▁"
_FIGURES = re.compile(r"[0-9]|[.,]")


def in_pieces(figures: str) -> tuple[str, ...]:
    """Figures, points and commas, and the space before them, a piece each."""
    return tuple(figures.replace(" ", _SPACE))


def ends_a_number(piece: str) -> bool:
    """Whether a number before ``piece`` is over: it is neither a figure, a point or comma, nor the word of a scale."""
    return piece not in SCALES and not _FIGURES.fullmatch(piece)


def cut_short(pieces: Sequence[str], unfinished: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The ends of numbers in ``pieces`` that are ``unfinished``, each with the points and commas after it."""
    run, last = "", ""
    for piece in pieces:
        if _FIGURES.fullmatch(piece):
            run += piece if run or last != _SPACE else f" {piece}"
            continue
        figures = run.rstrip(".,")
        if figures and (piece not in SCALES or figures != run):
            yield from (in_pieces(end + run[len(figures) :]) for end in unfinished if figures.endswith(end))
        run, last = "", piece
