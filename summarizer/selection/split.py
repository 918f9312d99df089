"""Sentences longer than a model can read, or translates well, in parts that are not."""

from __future__ import annotations

import re
from collections.abc import Callable

_CLAUSE = re.compile(r"(?<=[;:,–])\s+|\s+(?=\()")


def fitting_parts(sentence: str, count_tokens: Callable[[str], int], budget: int) -> list[str]:
    """``sentence`` whole, or cut at clauses (failing that, between words) into parts of at most ``budget`` tokens.

    Nothing is left out: the parts joined by spaces are the sentence. A single word over the budget stays as it is.
    """
    if count_tokens(sentence) <= budget:
        return [sentence]
    parts: list[str] = []
    for clause in _CLAUSE.split(sentence):
        for piece in [clause] if count_tokens(clause) <= budget else clause.split():
            joined = f"{parts[-1]} {piece}" if parts else piece
            if parts and count_tokens(joined) <= budget:
                parts[-1] = joined
            else:
                parts.append(piece)
    return parts


def clauses(sentence: str, count_tokens: Callable[[str], int], most: int) -> list[str]:
    """``sentence`` halved at clauses until each part has at most ``most`` tokens or is a single clause."""
    two = halves(sentence) if count_tokens(sentence) > most else ()
    return [part for half in two for part in clauses(half, count_tokens, most)] or [sentence]


def halves(sentence: str) -> tuple[str, ...]:
    """``sentence`` cut in two at the clause that ends nearest to its middle; empty when it has one clause only."""
    cuts = [match.span() for match in _CLAUSE.finditer(sentence)]
    if not cuts:
        return ()
    end, start = min(cuts, key=lambda cut: abs(cut[0] - len(sentence) / 2))
    return sentence[:end], sentence[start:]
