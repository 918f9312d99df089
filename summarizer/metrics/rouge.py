"""ROUGE-1, ROUGE-2 and ROUGE-L F-measure (Lin 2004), computed by the ``rouge_score`` package on our tokens.

With several references the best one counts, for each type apart, as in ``RougeScorer.score_multi``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from summarizer.metrics.base import Case, Column, Settings, Tokens, mean_column
from summarizer.metrics.tokenize import Tokenizer, tokenizer
from summarizer.registry import require
from summarizer.types import Lang

TYPES = ("rouge1", "rouge2", "rougeL")


class _Adapter:
    """A token function in the shape ``RougeScorer(tokenizer=…)`` asks for."""

    def __init__(self, cut: Tokenizer) -> None:
        self._cut = cut

    def tokenize(self, text: str) -> list[str]:
        return list(self._cut(text))


@lru_cache(maxsize=4)
def scorer(lang: Lang, tokens: Tokens) -> Any:
    """A ``rouge_score`` scorer for one language and one way of cutting."""
    module = require("rouge_score.rouge_scorer", "eval")
    return module.RougeScorer(list(TYPES), tokenizer=_Adapter(tokenizer(lang, tokens)[0]))


def rouge(cases: Sequence[Case], settings: Settings) -> list[Column]:
    """Three columns of means; on the ASCII scale their names start with ``ascii-``, so that no table mixes them in."""
    scored = [_f_measures(case, settings.tokens) for case in cases]
    lang = cases[0].lang if cases else "vi"
    _, tok, norm = tokenizer(lang, settings.tokens)
    fields = (("tok", tok), ("norm", norm), ("stem", "no"))
    prefix = "ascii-" if lang == "vi" and settings.tokens == "ascii" else ""
    return [
        mean_column(prefix + name, [row[i] for row in scored], fields, with_references=True)
        for i, name in enumerate(TYPES)
    ]


def _f_measures(case: Case, tokens: Tokens) -> tuple[float, ...]:
    scores = scorer(case.lang, tokens).score_multi(case.references, case.summary)
    return tuple(float(scores[name].fmeasure) for name in TYPES)
