"""Which sentences are somebody's words though they bear no quotation mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarizer.types import Sentence

_LONGEST = 8  # sentences: a mark whose partner is farther away is a slip of the keyboard


def inside_quotations(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Positions of the sentences between one that opens a quotation and the one that closes it."""
    open_ends = list(_open_ends(sentences))
    inside: set[int] = set()
    closed = -1  # the sentence that closed the last quotation opens none
    for (first, opens), (last, closes) in pairwise(open_ends):
        if first > closed and opens >= 0 >= closes and last - first <= _LONGEST:
            inside.update(range(first + 1, last))
            closed = last
    return frozenset(inside)


def _open_ends(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Sentences with half a quotation: 1 where its beginning is there, -1 its end, 0 where the marks are straight."""
    for at, sentence in enumerate(sentences):
        curly = sentence.text.count("“") - sentence.text.count("”")
        if curly or sentence.text.count('"') % 2:
            yield at, (curly > 0) - (curly < 0)
