"""Repetition: the share of a summary's trigrams that repeat an earlier one, the mark of a decoder in a loop."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.metrics.base import Case, Column, Settings, ratio_column
from summarizer.metrics.ngrams import ngrams
from summarizer.metrics.tokenize import syllables

ORDER = 3


def repetition(cases: Sequence[Case], _: Settings) -> list[Column]:
    """One column; lower is better. A summary of fewer than three words is left out."""
    pairs = [_pair(syllables(case.summary)) for case in cases]
    fields = (("tok", "syllable"), ("ngram", str(ORDER)), ("norm", "nfc+tone"))
    return [ratio_column("repetition", pairs, fields, better="lower")]


def _pair(tokens: tuple[str, ...]) -> tuple[float, float]:
    grams = ngrams(tokens, ORDER)
    return float(len(grams) - len(set(grams))), float(len(grams))
