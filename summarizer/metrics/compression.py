"""Length: words of a summary, and words of its article for each of them (Grusky et al. 2018)."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.metrics.base import Case, Column, Settings, mean_column, ratio_column
from summarizer.metrics.tokenize import syllables


def compression(cases: Sequence[Case], _: Settings) -> list[Column]:
    """``words``, the mean length (Vietnamese syllables or English words), and ``compression``, article over summary."""
    lengths = [(float(len(syllables(case.article.text))), float(len(syllables(case.summary)))) for case in cases]
    fields = (("tok", "syllable"),)
    return [
        mean_column("words", [own for _, own in lengths], fields, unit="words", better="neither"),
        ratio_column("compression", lengths, fields, unit="ratio", better="neither"),
    ]
