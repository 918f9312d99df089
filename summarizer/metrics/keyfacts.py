"""Key-fact recall: the share of the facts a good summary must carry that this one does.

The facts are written by hand with every wording that counts; see the card of the corpus.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.metrics.base import Case, Column, Settings, ratio_column
from summarizer.metrics.tokenize import syllables


def keyfacts(cases: Sequence[Case], _: Settings) -> list[Column]:
    """One column, facts found over facts listed; a case without listed facts is left out."""
    pairs = [
        (float(sum(states(case.summary, f) for f in case.key_facts)), float(len(case.key_facts))) for case in cases
    ]
    return [ratio_column("keyfacts", pairs, (("match", "any-wording"), ("norm", "nfc+tone")))]


def states(summary: str, wordings: Sequence[str]) -> bool:
    """Whether ``summary`` holds one of ``wordings`` as whole words, in any case and tone placement."""
    text = f" {' '.join(syllables(summary))} "
    return any(f" {' '.join(syllables(wording))} " in text for wording in wordings)
