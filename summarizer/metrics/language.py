"""Wrong-language rate: the share of summaries that are not in the language they were asked for."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.metrics.base import Case, Column, Settings, mean_column
from summarizer.text.language import sentence_language


def language(cases: Sequence[Case], _: Settings) -> list[Column]:
    """One column; lower is better. An empty summary is in no language and is left out."""
    wrong = [
        float(sentence_language(case.summary) not in (case.lang, "unknown")) if case.summary.strip() else None
        for case in cases
    ]
    return [mean_column("wrong-language", wrong, (("by", "summarizer.text.language"),), better="lower")]
