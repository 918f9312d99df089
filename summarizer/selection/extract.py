"""Summaries made of the article's own sentences: what any generated summary has to beat."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarizer.selection.select import pick
from summarizer.settings import LengthRule
from summarizer.types import Draft, Lang, Sentence

_CLAUSE = re.compile(r"[,;:–](?=\s)|\s(?=\()")


def units(text: str) -> int:
    """Length as people count it: syllables in Vietnamese, words in English."""
    return len(text.split())


def extract(
    sentences: Sequence[Sentence], scores: NDArray[np.float64], lang: Lang, rule: LengthRule, title: str = ""
) -> Draft:
    """The best sentences within the length rule, in document order.

    For one sentence (a headline) the article's own title is taken when it fits. Where no sentence fits, the best one
    is cut at a clause and marked with an ellipsis if a headline was asked for, and kept whole otherwise.
    """
    limit = rule.units[lang]
    if rule.sentences == 1 and 0 < units(title) <= limit:
        return Draft(lang, title.strip(), "extractive", sources=_nearest_title(scores))
    positions = pick(sentences, scores, lambda s: units(s.text), limit, rule.sentences)
    if not positions:
        best = int(np.argmax(scores))
        text = sentences[best].text
        short = _first_clauses(text, limit) if rule.sentences == 1 else text
        return Draft(lang, short, "extractive", sources=(sentences[best].index,))
    text = " ".join(sentences[i].text for i in positions)
    return Draft(lang, text, "extractive", sources=tuple(sentences[i].index for i in positions))


def _nearest_title(scores: NDArray[np.float64]) -> tuple[int, ...]:
    # title overlap is the selector's heaviest feature: the best sentence is the one that says what the title says
    return (int(np.argmax(scores)),) if len(scores) else ()


def _first_clauses(text: str, limit: int) -> str:
    ends = [m.start() for m in _CLAUSE.finditer(text) if 4 <= units(text[: m.start()]) < limit]
    cut = text[: ends[-1]] if ends else " ".join(text.split()[: limit - 1])
    return cut.rstrip(" ,;:–") + "…"
