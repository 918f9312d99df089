"""BLEU (Papineni et al. 2002), for readers who come from translation."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.metrics.base import Case, Column, Settings
from summarizer.metrics.sacre import column
from summarizer.registry import require


def bleu(cases: Sequence[Case], _: Settings) -> list[Column]:
    """One column in sacrebleu's points, with its defaults (13a tokens, exponential smoothing)."""
    library = require("sacrebleu", "eval")
    fields = (("eff", "no"), ("tok", "13a"), ("smooth", "exp"), ("sacrebleu", library.__version__))
    return [column("bleu", library.BLEU(), cases, fields)]
