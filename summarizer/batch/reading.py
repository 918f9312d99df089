"""The rows of a batch: read from anywhere, told apart by id, sampled, sharded, limited, cut into windows."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path, PurePosixPath

from summarizer.batch.identity import Model, config_hash, content_hash, hash64, row_name, row_state
from summarizer.batch.job import Job, is_remote
from summarizer.batch.journal import Index
from summarizer.batch.target import Target
from summarizer.errors import SummarizerError
from summarizer.formats.document import Document, Failure, ReadOptions, is_url
from summarizer.formats.inputs import expand
from summarizer.formats.read import READERS, read_document, read_many, with_unique_id
from summarizer.registry import require
from summarizer.types import Article

_KEPT_WINDOW = 1000  # kept rows passed over before the progress hears of them


@dataclass(frozen=True, slots=True)
class Window:
    """Rows to do together, and what was passed over since the last window."""

    rows: tuple[Article | Failure, ...]
    kept: int = 0
    kept_failed: int = 0
    redone: int = 0  # rows that replace an earlier record


def read_rows(job: Job) -> Iterator[Article | Failure]:
    """Every row of the inputs, with an id no other has, as they are read; the job's own output is passed over."""
    target = Target.of(job.output)
    for source, rows in groupby(_all_rows(job), key=lambda row: row.source):
        if not target.holds(source):
            yield from rows


def _all_rows(job: Job) -> Iterator[Article | Failure]:
    options = ReadOptions(offline=job.offline)
    if not any(is_remote(name) for name in job.inputs):
        yield from read_many(job.inputs, options=options)
        return
    seen: dict[str, int] = {}
    for name in job.inputs:
        rows = _read_remote(name) if is_remote(name) else read_many([name], options=options)
        yield from (with_unique_id(row, seen) if isinstance(row, Article) else row for row in rows)


def _read_remote(url: str) -> Iterator[Article | Failure]:
    fsspec = require("fsspec", "ray")
    try:
        for file in fsspec.open_files(url, "rb"):
            with file as stream:
                yield from read_document(Document(file.full_name, stream, PurePosixPath(file.path).suffix.lower()))
    except SummarizerError as error:
        yield Failure(url, error.problem, error.advice)
    except (OSError, ImportError, ValueError) as error:
        yield Failure(
            url, f"{url} cannot be read: {error}.", "Check the address, and that its fsspec package is there."
        )


def chosen_rows(job: Job) -> Iterator[tuple[int, Article | Failure]]:
    """The rows the job is about, with their names: sample, then shard, then limit."""
    named = ((row_name(row), row) for row in read_rows(job))
    sampled = sample(named, job.sample, job.seed) if job.sample else named
    mine = (pair for pair in sampled if job.shard.holds(pair[0]))
    return islice(mine, job.limit) if job.limit else mine


def sample(
    rows: Iterable[tuple[int, Article | Failure]], count: int, seed: int
) -> Iterator[tuple[int, Article | Failure]]:
    """The ``count`` rows with the smallest seeded hash, in input order; holds them in memory.

    Which rows these are does not depend on their order, and one more input row changes at most one of them.
    """
    ranked = ((hash64(str(seed), str(name)), -place, name, row) for place, (name, row) in enumerate(rows))
    drawn = heapq.nsmallest(count, ranked, key=lambda item: item[:2])
    return ((name, row) for _, _, name, row in sorted(drawn, key=lambda item: -item[1]))


@dataclass(frozen=True, slots=True)
class Source:
    """The windows of a job that are still to be done."""

    job: Job
    index: Index
    model: Model
    size: int

    def __iter__(self) -> Iterator[Window]:
        config = config_hash(self.job.settings, self.job.glossary, self.model)
        rows: list[Article | Failure] = []
        kept = kept_failed = redone = 0
        for name, row in chosen_rows(self.job):
            known = self.index.get(name)
            if known and known[0] == row_state(content_hash(row) if isinstance(row, Article) else None, config):
                kept += not known[1]
                kept_failed += known[1]
            else:
                rows.append(row)
                redone += known is not None
            if len(rows) == self.size or kept + kept_failed == _KEPT_WINDOW:
                yield Window(tuple(rows), kept, kept_failed, redone)
                rows, kept, kept_failed, redone = [], 0, 0, 0
        if rows or kept or kept_failed:
            yield Window(tuple(rows), kept, kept_failed, redone)


def estimate_rows(job: Job) -> int | None:
    """How many rows the job is about, as near as a quick look tells; None when it cannot (stdin, URLs, JSON)."""
    total = 0
    for name in expand([i for i in job.inputs if not is_remote(i)], READERS):
        count = 1 if isinstance(name, Failure) else _count(name)
        if count is None:
            return None
        total += count
    if any(is_remote(name) for name in job.inputs):
        return None
    total = min(total, job.sample) if job.sample else total
    total = max(total // job.shard.of, 1)
    return min(total, job.limit) if job.limit else total


def _count(name: str) -> int | None:
    suffix = Path(name).suffix.lower()
    if name == "-" or is_url(name) or suffix == ".json":
        return None
    if not Path(name).is_file():
        return 1  # a failure
    if suffix in (".jsonl", ".csv", ".tsv"):
        with Path(name).open("rb") as file:
            lines = sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
        return max(lines - (suffix != ".jsonl"), 1)
    if suffix == ".parquet":
        return int(require("pyarrow.parquet", "eval").ParquetFile(name).metadata.num_rows)
    return 1
