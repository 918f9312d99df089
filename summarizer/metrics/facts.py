"""Precision of the numbers, dates and names in a summary: how many of those it states its article supports."""

from __future__ import annotations

import multiprocessing
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from itertools import chain

from summarizer.checks import ArticleFacts, article_facts, check
from summarizer.metrics.base import Case, Column, Settings, ratio_column
from summarizer.types import CleanArticle, FindingKind

KINDS: tuple[tuple[str, FindingKind], ...] = (
    ("number-precision", "number"),
    ("date-precision", "date"),
    ("name-precision", "name"),
)
MANY = 400
"""From so many cases on, reading the articles is shared out to a process for each processor.

It is the only measure that takes more than a few milliseconds a case; starting a process takes about two seconds.
"""
_CHUNK = 50

Counts = Counter[tuple[str, str]]


def facts(cases: Sequence[Case], _: Settings) -> list[Column]:
    """Three columns, supported over stated; a summary that states none of a kind is left out of that column."""
    counted = _in_processes(cases) if len(cases) >= MANY else count(cases)
    fields = (("by", "summarizer.checks"),)
    return [
        ratio_column(name, [(float(c[kind, "supported"]), float(c[kind, "all"])) for c in counted], fields)
        for name, kind in KINDS
    ]


def count(cases: Iterable[Case]) -> list[Counts]:
    """For each case how many facts of each kind it states, and how many got each verdict."""
    return [_count(case) for case in cases]


def _in_processes(cases: Sequence[Case]) -> list[Counts]:
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if workers < 2:
        return count(cases)
    chunks = [cases[i : i + _CHUNK] for i in range(0, len(cases), _CHUNK)]
    # Not fork: a model's threads may be running in this process.
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(chain.from_iterable(pool.map(count, chunks)))


@lru_cache(maxsize=8192)
def _facts_of(article: CleanArticle) -> ArticleFacts:
    """What the article says, read once for all systems."""
    return article_facts(article)


def _count(case: Case) -> Counts:
    counted: Counts = Counter()
    for finding in check(_facts_of(case.article), case.summary, case.lang):
        counted[finding.kind, "all"] += 1
        counted[finding.kind, finding.verdict] += 1
    return counted
