"""Cutting a text where marks begin and end, so that marks may overlap in any way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal


@dataclass(frozen=True, slots=True)
class Mark:
    """A named range ``[start, end)`` of a text."""

    start: int
    end: int
    kind: Literal["sentence", "fact", "removed"]
    name: str


def cut(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[tuple[str, tuple[Mark, ...]]]:
    """The pieces of ``text[start:end]`` between the ends of marks, each with the marks that cover it."""
    inside = [m for m in marks if m.start < end and m.end > start and m.start < m.end]
    edges = sorted({start, end, *(max(m.start, start) for m in inside), *(min(m.end, end) for m in inside)})
    for left, right in pairwise(edges):
        yield text[left:right], tuple(m for m in inside if m.start <= left and m.end >= right)


def names(marks: Sequence[Mark], kind: str) -> list[str]:
    """Names of the marks of one kind, in order, each once."""
    return list(dict.fromkeys(m.name for m in marks if m.kind == kind))
