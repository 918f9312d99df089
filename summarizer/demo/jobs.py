"""Batches: each runs in a thread of its own, whoever looks on, so that a reload of the page loses nothing.

A job's number cannot be guessed and is all that is needed to see it. Results are lines in a file of a folder that
goes when the job does.
"""

from __future__ import annotations

import secrets
import shutil
import tempfile
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from summarizer.demo.config import Config
from summarizer.demo.engine import Engine, Outcome, Ticket
from summarizer.demo.events import note, note_crash
from summarizer.demo.guard import History
from summarizer.demo.problems import Problem, explain_error
from summarizer.demo.reading import read_files
from summarizer.demo.texts import Pair
from summarizer.errors import SummarizerError
from summarizer.formats.document import Failure
from summarizer.formats.write import failure_line, write_jsonl
from summarizer.settings import Settings
from summarizer.types import Article, Summary

WINDOW = 4  # articles the model gets at a time; other visitors are served in between
SHOWN = 20  # latest summaries kept in memory
RETRY = 1.0  # seconds until a full line is tried again
LOOK = 0.2  # seconds until a stop is noticed

Files = list[tuple[Path, str]]


@dataclass(slots=True, eq=False)
class BatchJob:
    """One batch: what is wanted, how far it is, and what was found."""

    id: str
    settings: Settings
    results: Path  # a line a result, failures too
    done: int = 0
    total: int | None = None  # known once everything has been read
    latest: deque[Summary] = field(default_factory=lambda: deque(maxlen=SHOWN))
    failures: list[Failure] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)
    ended: float | None = None  # by the monotonic clock
    cut: bool = False  # more articles were given than are allowed
    error: Pair | None = None  # what ended it early

    def add(self, outcome: Outcome) -> str:
        """Count a result and give its line."""
        self.done += 1
        if isinstance(outcome, Summary):
            self.latest.append(outcome)
            return write_jsonl(outcome)
        self.failures.append(outcome)
        return failure_line(outcome)


class Jobs:
    """All batches of a page."""

    def __init__(self, config: Config, engine: Engine, history: History) -> None:
        self._config = config
        self._engine = engine
        self._history = history
        self._jobs: dict[str, BatchJob] = {}
        self._lock = threading.Lock()
        self._root = tempfile.TemporaryDirectory(prefix="tomtat-batch-")

    def start(self, files: Files, settings: Settings) -> BatchJob:
        """Begin a batch over uploaded files.

        Raises:
            Problem: too many are running.
        """
        self._forget()
        with self._lock:
            running = sum(job.ended is None for job in self._jobs.values())
            if running >= self._config.limits.batch_jobs:
                raise Problem("too_many_jobs", n=running)
            name = secrets.token_urlsafe(16)
            folder = Path(self._root.name) / name
            folder.mkdir()
            job = self._jobs[name] = BatchJob(name, settings, folder / "summaries.jsonl")
        threading.Thread(target=self._run, args=(job, files), daemon=True, name="tomtat-batch").start()
        return job

    def find(self, name: str) -> BatchJob | None:
        """The job with this number, None when there is none (any more)."""
        self._forget()
        return self._jobs.get(name)

    def stop(self, name: str) -> None:
        """End a job after what the model is at; a number without a job does nothing."""
        job = self._jobs.get(name)
        if job is not None:
            job.stopped.set()
            self._engine.stop(job.id)

    def _forget(self) -> None:
        oldest = time.monotonic() - 60 * self._config.limits.keep_minutes
        with self._lock:
            for job in [j for j in self._jobs.values() if j.ended is not None and j.ended < oldest]:
                del self._jobs[job.id]
                shutil.rmtree(job.results.parent, ignore_errors=True)

    def _run(self, job: BatchJob, files: Files) -> None:
        started = time.monotonic()
        try:
            self._work(job, files)
        except CancelledError:
            pass  # stopped by the visitor
        except SummarizerError as error:
            job.error = explain_error(error)
        except Exception as error:
            job.error = Problem("crash", code=note_crash("batch", error)).pair
        job.ended = time.monotonic()
        note("batch", done=job.done, failed=len(job.failures), seconds=round(job.ended - started, 1))

    def _work(self, job: BatchJob, files: Files) -> None:
        most = self._config.limits.batch_articles
        rows = list(islice(read_files(files, self._config), most + 1))
        job.cut, rows = len(rows) > most, rows[:most]
        job.total = len(rows)
        with job.results.open("w", encoding="utf-8") as out:
            for start in range(0, len(rows), WINDOW):
                if job.stopped.is_set():
                    return
                for outcome in self._outcomes(job, rows[start : start + WINDOW]):
                    out.write(job.add(outcome))
                    if isinstance(outcome, Summary):
                        self._history.add(outcome)
                out.flush()

    def _outcomes(self, job: BatchJob, rows: Sequence[Article | Failure]) -> Iterator[Outcome]:
        articles = [row for row in rows if isinstance(row, Article)]
        try:
            written = iter(self._wait(self._submit(job, articles)) if articles else [])
            yield from [next(written) if isinstance(row, Article) else row for row in rows]
        except (SummarizerError, CancelledError):
            raise
        except Exception as error:  # these few rows fail, the batch goes on
            told = Problem("crash", code=note_crash("batch", error)).problem
            yield from (Failure(row.source, told, id=row.id) if isinstance(row, Article) else row for row in rows)

    def _wait(self, ticket: Ticket) -> list[Outcome]:
        while not ticket.stopped.is_set():
            with suppress(TimeoutError):
                return ticket.future.result(timeout=LOOK)
        raise CancelledError

    def _submit(self, job: BatchJob, articles: Sequence[Article]) -> Ticket:
        while True:
            try:
                return self._engine.submit(job.settings, articles, job.id)
            except Problem:  # the line is full; whoever runs a batch can wait
                if job.stopped.wait(RETRY):
                    raise CancelledError from None
