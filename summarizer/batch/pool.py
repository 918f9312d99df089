"""The local executor: worker processes kept busy, their deaths survived, results in input order."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from types import TracebackType

from summarizer.batch.identity import Model
from summarizer.batch.reading import Window
from summarizer.batch.record import Row, Stamp, Timing, make_row
from summarizer.batch.worker import WorkerSpec, crashed, serve
from summarizer.errors import ModelError
from summarizer.formats.document import Failure
from summarizer.lanes import LANES, in_order
from summarizer.types import Article

_CRASHES = 10  # rows in a row that crash alone in a fresh worker: then it is not the rows


class WorkerDiedError(Exception):
    """The worker process ended before it answered; says how."""


@dataclass(frozen=True, slots=True)
class Done:
    """The lines of a window, and what its reading passed over."""

    rows: tuple[Row, ...]
    window: Window


class Worker:
    """A worker process and its lanes; ``revive`` gives it a new process.

    Raises:
        SummarizerError: the model cannot be loaded (from ``model``).
    """

    def __init__(self, spec: WorkerSpec, lanes: int) -> None:
        self._spec = spec
        self._count = lanes
        self._lock = threading.RLock()
        self._model: Model | None = None
        self._closed = False
        self.life = 0
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        pipes = [context.Pipe() for _ in range(self._count)]
        theirs = [pipe[1] for pipe in pipes]
        self._lanes: list[Connection] = [pipe[0] for pipe in pipes]
        self._process = context.Process(target=serve, args=(self._spec, theirs), daemon=True)
        self._process.start()
        for end in theirs:
            end.close()  # else a dead worker's pipe would never end
        self._greeted = False

    @property
    def model(self) -> Model:
        """What the worker loaded; waits for it."""
        with self._lock:
            self._greet()
        assert self._model is not None
        return self._model

    def _greet(self) -> None:
        if self._greeted:
            return
        try:
            told = self._lanes[0].recv()
        except (EOFError, OSError) as error:
            raise ModelError(
                f"The worker process ended while it loaded the model ({self._how(self._process)}).",
                "If memory ran out, use fewer --workers or a smaller model.",
            ) from error
        if not isinstance(told, Model):
            kind, problem, advice = told
            raise kind(problem, advice)
        if self._model is not None:
            self._model.check_same(told)
        self._model = told
        self._greeted = True

    def call(self, lane: int, rows: Sequence[Article | Failure], stamp: Stamp) -> list[Row]:
        """The lines of ``rows``.

        Raises:
            WorkerDiedError: the process ended first.
        """
        with self._lock:  # not before the model is loaded, nor while another lane is starting a new process
            self._greet()
            connection, process = self._lanes[lane], self._process
        try:
            connection.send((rows, stamp))
            answer: list[Row] = connection.recv()
        except (EOFError, OSError) as error:
            raise WorkerDiedError(self._how(process)) from error
        return answer

    def revive(self, life: int) -> None:
        """Start a new process, unless another lane has done so since ``life``."""
        with self._lock:
            if self._closed:
                raise WorkerDiedError("stopped")
            if self.life == life:
                self._stop()
                self._start()
                self._greet()
                self.life += 1

    def _how(self, process: SpawnProcess) -> str:
        with self._lock:  # the lanes learn of a death together: one collects it, and may have started the next
            process.join(5)
        code = process.exitcode or 0
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"

    def _stop(self) -> None:
        self._process.kill()
        self._process.join()  # its lanes are not closed here: another thread may still be reading the end of one

    def close(self) -> None:
        """End the process at once."""
        with self._lock:
            self._closed = True
            self._process.kill()
            self._process.join()


class Pool:
    """Workers on this machine."""

    def __init__(self, spec: WorkerSpec, workers: int, lanes: int = LANES) -> None:
        self._spec = spec
        self._workers = [Worker(spec, lanes) for _ in range(workers)]
        self._free: SimpleQueue[tuple[Worker, int]] = SimpleQueue()
        for lane in range(lanes):
            for worker in self._workers:
                self._free.put((worker, lane))
        self._size = workers * lanes
        self._threads = ThreadPoolExecutor(self._size)
        self._crashes = 0
        self._closed = False

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.close()

    @property
    def model(self) -> Model:
        """What the workers loaded; waits for all of them.

        Raises:
            SummarizerError: it cannot be loaded, or not everywhere the same.
        """
        models = [worker.model for worker in self._workers]
        for model in models:
            models[0].check_same(model)
        return models[0]

    def run(self, windows: Iterable[Window], stamp: Stamp) -> Iterator[Done]:
        """The lines of every window, in order; reads ahead only as far as keeps the workers busy."""

        def submit(window: Window) -> Future[list[Row]]:
            return self._threads.submit(self.write, window.rows, stamp)

        for window, rows in in_order(submit, windows, ahead=self._size + 1):
            yield Done(tuple(rows), window)

    def write(self, rows: Sequence[Article | Failure], stamp: Stamp) -> list[Row]:
        """The lines of ``rows`` from the first worker that is free; a row that kills it becomes a failure.

        Raises:
            ModelError: a model file was replaced, or every row kills the worker.
        """
        if not rows:
            return []
        worker, lane = self._free.get()
        life = worker.life
        try:
            lines = worker.call(lane, rows, stamp)
        except WorkerDiedError:
            worker.revive(life)
            lines = self._one_by_one(rows, stamp)
        finally:
            self._free.put((worker, lane))
        worker.model.check_unchanged()
        return lines

    def _one_by_one(self, rows: Sequence[Article | Failure], stamp: Stamp) -> list[Row]:
        """Each row alone in a worker of its own, so that a death has one possible cause."""
        alone = Worker(self._spec, lanes=1)
        try:
            alone.model  # noqa: B018  waits until it is loaded
            return [self._alone(alone, row, stamp) for row in rows]
        finally:
            alone.close()

    def _alone(self, worker: Worker, row: Article | Failure, stamp: Stamp) -> Row:
        if self._closed:
            raise WorkerDiedError("stopped")
        try:
            (line,) = worker.call(0, [row], stamp)
        except WorkerDiedError as death:
            self._crashes += 1
            if self._crashes >= _CRASHES:
                raise ModelError(
                    f"{_CRASHES} rows one after another crashed the worker process (last: {death}).",
                    "Check the model with:  tomtat models verify   and that the machine has enough memory.",
                ) from death
            worker.revive(worker.life)
            return make_row(row, None, stamp, Timing()) if isinstance(row, Failure) else crashed(row, str(death), stamp)
        self._crashes = 0
        return line
