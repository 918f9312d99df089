"""Two coverages: how much of a summary is copied in runs from its article, and how much of the article was read.

The first is extractive fragment coverage (Grusky, Naaman and Artzi 2018, "Newsroom", section 4.1).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from summarizer.metrics.base import Case, Column, Settings, mean_column, ratio_column
from summarizer.metrics.tokenize import syllables


def coverage(cases: Sequence[Case], _: Settings) -> list[Column]:
    """``coverage``, copied tokens over tokens (same language only), and ``read``, the share of the story read."""
    pairs = [_pair(case) for case in cases]
    fields = (("tok", "syllable"), ("norm", "nfc+tone"))
    columns = [ratio_column("coverage", pairs, fields, better="neither")]
    if any(case.read is not None for case in cases):
        columns.append(mean_column("read", [case.read for case in cases]))
    return columns


def fragments(article: Sequence[str], summary: Sequence[str]) -> list[int]:
    """Lengths of the longest runs shared with the article, found greedily from left to right in the summary."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, token in enumerate(article):
        places[token].append(i)
    lengths, i = [], 0
    while i < len(summary):
        longest = max((_run(article, summary, j, i) for j in places.get(summary[i], ())), default=0)
        if longest:
            lengths.append(longest)
        i += max(longest, 1)
    return lengths


def _run(article: Sequence[str], summary: Sequence[str], start: int, at: int) -> int:
    length = 0
    while start + length < len(article) and at + length < len(summary):
        if article[start + length] != summary[at + length]:
            break
        length += 1
    return length


def _pair(case: Case) -> tuple[float, float]:
    if not case.same_language:
        return 0.0, 0.0
    own = syllables(case.summary)
    return float(sum(fragments(syllables(case.article.text), own))), float(len(own))
