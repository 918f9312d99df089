"""Columns whose every number is computed by sacrebleu (Post 2018): chrF and BLEU.

Vietnamese is put into comparison form first (and is therefore lower case); English is given to sacrebleu as it is.
The statistics of a segment come from the methods sacrebleu's own significance test is built on, so that the value
equals the command line's and the interval needs no second pass over the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from summarizer.metrics.base import Case, Column, Floats
from summarizer.text.normalize import compare_form, nfc


def column(name: str, metric: Any, cases: Sequence[Case], fields: tuple[tuple[str, str], ...]) -> Column:
    """The corpus score of ``metric`` over ``cases``, 0 to 100."""
    rows = np.asarray([_statistics(metric, case) for case in cases], dtype=np.float64)
    vietnamese = bool(cases) and cases[0].lang == "vi"
    norm = (("case", "lc"), ("norm", "nfc+tone")) if vietnamese else (("case", "mixed"), ("norm", "nfc"))

    def reduce(sums: Floats) -> Floats:
        flat = sums.reshape(-1, sums.shape[-1])
        scores = [metric._compute_score_from_stats(list(row)).score for row in flat]
        return np.asarray(scores, dtype=np.float64).reshape(sums.shape[:-1])

    applies = np.ones(len(cases), dtype=np.bool_)
    return Column(name, rows, applies, reduce, (*norm, *fields), "points", with_references=True)


def _statistics(metric: Any, case: Case) -> list[float]:
    form = compare_form if case.lang == "vi" else nfc
    references = [[form(reference)] for reference in case.references]
    return list(metric._extract_corpus_statistics([form(case.summary)], references)[0])
