"""A batch from beginning to end: lock, resume, run, account for it."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from types import FrameType
from typing import Protocol

from summarizer.batch.identity import Model, config_hash, versions
from summarizer.batch.job import Job, Machine
from summarizer.batch.journal import Index, Journal, keep_lines, repair, scan
from summarizer.batch.lock import locked
from summarizer.batch.pool import Done, Pool
from summarizer.batch.progress import Bar, Report
from summarizer.batch.reading import Source, estimate_rows
from summarizer.batch.record import Stamp
from summarizer.batch.sizing import sized
from summarizer.batch.target import Target
from summarizer.batch.worker import WorkerSpec
from summarizer.lanes import lanes


class Executor(Protocol):
    """What turns windows into lines: processes of this machine, or a cluster."""

    @property
    def model(self) -> Model:
        """The model that is loaded."""
        ...

    def run(self, windows: Source, stamp: Stamp) -> Iterator[Done]:
        """The lines of every window."""
        ...


def run(job: Job, machine: Machine | None = None, *, quiet: bool = False) -> Report:
    """Summarise the rows of ``job`` into its output, going on where an earlier run stopped.

    Returns:
        The counts; ``interrupted`` after Ctrl-C or SIGTERM, which lose only the articles in flight.

    Raises:
        SummarizerError: the request is wrong, the model cannot be loaded or was replaced, the output cannot be
            written or another run is writing it. Rows already written stay.
    """
    machine = sized(machine or Machine(), job.settings)
    target = Target.of(job.output)
    report = Report()
    start = time.monotonic()
    with locked(target.journal), _sigterm_like_ctrl_c():
        try:
            with _executor(job, machine) as executor:
                index = _resume(target, job)  # while the workers load the model
                source = Source(job, index, executor.model, machine.window)
                _write(executor, source, target, report, Bar(estimate_rows(job), quiet=quiet))
        except KeyboardInterrupt:
            report.interrupted = True
        report.seconds = time.monotonic() - start
        report.errors = target.write_errors()
        if not report.interrupted:
            target.publish()
    return report


def _executor(job: Job, machine: Machine) -> AbstractContextManager[Executor]:
    spec = WorkerSpec(machine.factory, job.settings, job.glossary, machine.device, machine.threads, job.offline)
    if machine.engine == "ray":
        from summarizer.batch.cluster import Cluster

        return Cluster(spec, machine)
    return Pool(spec, machine.workers, lanes(job.settings))


def _resume(target: Target, job: Job) -> Index:
    """Put the journal in order and say what it holds."""
    target.restore()
    repair(target.journal)
    lines = scan(target.journal)
    standing = lines.current()
    if job.retry_failed:
        standing &= ~lines.failed
    if not standing.all():
        keep_lines(target.journal, standing)
    return Index(lines.where(standing))


def _write(executor: Executor, source: Source, target: Target, report: Report, bar: Bar) -> None:
    job, model = source.job, source.model
    stamp = Stamp(config_hash(job.settings, job.glossary, model), model, versions(), job.seed)
    with bar, Journal(target.journal) as journal:
        for done in executor.run(source, stamp):
            journal.append(done.rows)
            report.add(done)
            bar.move(done)
    if report.redone:
        keep_lines(target.journal, scan(target.journal).current())


@contextmanager
def _sigterm_like_ctrl_c() -> Iterator[None]:
    """Stop as cleanly for a service manager as for a person."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupt(signum: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
