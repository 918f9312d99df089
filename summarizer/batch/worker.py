"""A process with the model in it: rows in, finished lines out. It may die without taking the batch along."""

from __future__ import annotations

import importlib
import os
import signal
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from summarizer import garbage
from summarizer.batch.identity import Model, identify
from summarizer.batch.record import Row, Stamp, Timing, make_row
from summarizer.errors import SummarizerError
from summarizer.formats.document import Failure
from summarizer.settings import Settings
from summarizer.types import Article, Summary

_REPORT = "The other rows went on. If the text looks like any other, please report it with the row."


@dataclass(frozen=True, slots=True)
class WorkerSpec:
    """What a worker makes its summarizer from; ``factory`` is ``"module:callable"``."""

    factory: str
    settings: Settings
    glossary: Path | None
    device: str
    threads: int
    offline: bool


class Writer:
    """A summarizer whose results are lines, and whose errors are rows."""

    def __init__(self, spec: WorkerSpec) -> None:
        module, _, name = spec.factory.partition(":")
        make = getattr(importlib.import_module(module), name)
        self._summarizer: Any = make(
            spec.settings, device=spec.device, threads=spec.threads, offline=spec.offline, glossary=spec.glossary
        )
        self.model: Model = identify(self._summarizer.backend)

    def write(self, rows: Sequence[Article | Failure], stamp: Stamp) -> list[Row]:
        """The line of each row, in order; an unexpected error costs only the row that has it."""
        try:
            return self._together(rows, stamp)
        except Exception as error:  # whatever one row does, the others are to be written
            if len(rows) > 1:
                return [line for row in rows for line in self.write([row], stamp)]
            return [_unexpected(rows[0], error, stamp)]

    def _together(self, rows: Sequence[Article | Failure], stamp: Stamp) -> list[Row]:
        ready: list[Any] = []
        seconds: list[float] = []
        for row in rows:
            start = time.perf_counter()
            ready.append(row if isinstance(row, Failure) else self._summarizer.try_prepare(row))
            seconds.append(time.perf_counter() - start)
        start = time.perf_counter()
        prepared = [p for p in ready if not isinstance(p, Failure)]
        done = iter(self._summarizer.finish_window(prepared))
        share = (time.perf_counter() - start) / max(len(prepared), 1)
        lines = []
        for row, p, own in zip(rows, ready, seconds, strict=True):
            result: Summary | Failure = p if isinstance(p, Failure) else next(done)
            timing = Timing(own, 0.0 if isinstance(p, Failure) else share, len(prepared))
            lines.append(make_row(result, row if isinstance(row, Article) else None, stamp, timing))
        return lines


def _unexpected(row: Article | Failure, error: Exception, stamp: Stamp) -> Row:
    if isinstance(row, Failure):
        return make_row(row, None, stamp, Timing())
    problem = getattr(error, "problem", f"Row {row.id!r} met an unexpected {type(error).__name__}: {error}")
    failure = Failure(row.source, problem, getattr(error, "advice", _REPORT), id=row.id)
    return make_row(failure, row, stamp, Timing())


def crashed(row: Article, how: str, stamp: Stamp) -> Row:
    """The line of a row that killed its worker."""
    failure = Failure(row.source, f"Row {row.id!r} crashed the worker process ({how}).", _REPORT, id=row.id)
    return make_row(failure, row, stamp, Timing())


def serve(spec: WorkerSpec, lanes: Sequence[Connection]) -> None:
    """The life of a worker process: say which model was loaded, then answer on every lane until its other end closes.

    The first message on the first lane is the ``Model``, or the ``SummarizerError`` that kept it from loading.
    """
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, signal.SIG_IGN)  # these reach the whole group; the parent decides
    try:
        writer = Writer(spec)
    except SummarizerError as error:
        lanes[0].send((type(error), error.problem, error.advice))
        return
    with garbage.seldom_sought():
        lanes[0].send(writer.model)
        for lane in lanes[1:]:
            threading.Thread(target=_answer, args=(lane, writer), daemon=True).start()
        _answer(lanes[0], writer)


def _answer(lane: Connection, writer: Writer) -> None:
    try:
        while True:
            rows, stamp = lane.recv()
            lane.send(writer.write(rows, stamp))
    except (EOFError, OSError):
        os._exit(0)  # the parent is gone or done: no other lane has anybody to answer either
