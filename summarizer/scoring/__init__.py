"""Many summaries and their references to one report: values with intervals, tests between systems, breakdowns."""

from __future__ import annotations

from summarizer.scoring.score import Options, score
from summarizer.scoring.values import Bin, Direction, Item, Report, SystemScore, Value

__all__ = ["Bin", "Direction", "Item", "Options", "Report", "SystemScore", "Value", "score"]
