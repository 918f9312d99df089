"""A small kit for human judgement: two systems side by side, blind, on a page of this machine only."""

from __future__ import annotations

from summarizer.annotation.agreement import cohen_kappa, krippendorff_alpha
from summarizer.annotation.pairs import Pair, make_pairs
from summarizer.annotation.ratings import CRITERIA, Rating, read_ratings, summary_table
from summarizer.annotation.server import Kit, serve

__all__ = [
    "CRITERIA",
    "Kit",
    "Pair",
    "Rating",
    "cohen_kappa",
    "krippendorff_alpha",
    "make_pairs",
    "read_ratings",
    "serve",
    "summary_table",
]
