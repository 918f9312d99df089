"""chrF (Popović 2015): character n-gram F-score, kinder than ROUGE to spelling variants of names."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.metrics.base import Case, Column, Settings
from summarizer.metrics.sacre import column
from summarizer.registry import require


def chrf(cases: Sequence[Case], _: Settings) -> list[Column]:
    """One column in sacrebleu's points, with its defaults (6 character orders, no word order, beta 2)."""
    library = require("sacrebleu", "eval")
    fields = (("eff", "yes"), ("nc", "6"), ("nw", "0"), ("space", "no"), ("sacrebleu", library.__version__))
    return [column("chrf", library.CHRF(), cases, fields)]
