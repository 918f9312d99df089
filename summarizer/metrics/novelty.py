"""Novelty: the share of a summary's bigrams that its article does not have (See et al. 2017; Narayan et al. 2018).

An extract scores near 0. High is neither good nor bad: it says how freely a text was written.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.metrics.base import Case, Column, Settings, ratio_column
from summarizer.metrics.ngrams import ngrams
from summarizer.metrics.tokenize import syllables

ORDER = 2


def novelty(cases: Sequence[Case], _: Settings) -> list[Column]:
    """One column over the summaries written in their article's language."""
    fields = (("tok", "syllable"), ("ngram", str(ORDER)), ("norm", "nfc+tone"))
    return [ratio_column("novelty", [_pair(case) for case in cases], fields, better="neither")]


def _pair(case: Case) -> tuple[float, float]:
    if not case.same_language:
        return 0.0, 0.0
    known = set(ngrams(syllables(case.article.text), ORDER)) | set(ngrams(syllables(case.article.article.title), ORDER))
    own = ngrams(syllables(case.summary), ORDER)
    return float(sum(gram not in known for gram in own)), float(len(own))
