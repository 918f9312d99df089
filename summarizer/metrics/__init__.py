"""What a summary is measured by: one metric a file, every value with the signature that says how it was made.

A metric takes the cases of one system and gives columns of per-case statistics that add up, so that one resampling
serves every interval and every paired test.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.metrics.base import Case, Column, Settings
from summarizer.registry import load

__all__ = ["METRICS", "Case", "Column", "Settings", "measure"]

METRICS = {
    "rouge": "summarizer.metrics.rouge:rouge",
    "chrf": "summarizer.metrics.chrf:chrf",
    "bleu": "summarizer.metrics.bleu:bleu",
    "keyfacts": "summarizer.metrics.keyfacts:keyfacts",
    "facts": "summarizer.metrics.facts:facts",
    "novelty": "summarizer.metrics.novelty:novelty",
    "coverage": "summarizer.metrics.coverage:coverage",
    "compression": "summarizer.metrics.compression:compression",
    "repetition": "summarizer.metrics.repetition:repetition",
    "language": "summarizer.metrics.language:language",
}
"""Metric name to the function that measures it, ``(cases, settings) -> list of columns``."""


def measure(cases: Sequence[Case], names: Iterable[str] = METRICS, settings: Settings | None = None) -> list[Column]:
    """Columns of every metric asked for, in the order of ``names``.

    Raises:
        SummarizerError: a metric is unknown.
        MissingExtraError: a metric needs a package of the ``eval`` extra.
    """
    chosen = settings or Settings()
    return [column for name in names for column in load(METRICS, name, "metric")(cases, chosen)]
