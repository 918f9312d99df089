"""The Ray executor: Ray Data streams windows through a pool of actors, each with an isolated worker of its own.

Resuming does not use Ray Data's checkpoints: those know a row by its id alone, so they would keep rows whose text,
settings or model changed, and need a folder every node can write. The output file already says what is done.
"""

from __future__ import annotations

import logging
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from summarizer.batch.identity import Model
from summarizer.batch.job import Machine
from summarizer.batch.pool import Done, Pool
from summarizer.batch.reading import Source, Window
from summarizer.batch.record import Stamp
from summarizer.batch.worker import WorkerSpec
from summarizer.errors import SummarizerError
from summarizer.lanes import LANES
from summarizer.registry import require

_COLUMN = "pickled"


class Cluster:
    """A Ray cluster: the one already connected to, the one at ``machine.address``, or one of this machine's cores.

    Raises:
        SummarizerError: Ray cannot be started or reached, or standard input is to be read.
        MissingExtraError: Ray is not installed.
    """

    def __init__(self, spec: WorkerSpec, machine: Machine) -> None:
        self._ray = require("ray", "ray")
        self._data = require("ray.data", "ray")
        self._spec = spec
        self._machine = machine
        self._started = not self._ray.is_initialized()
        self._model: Model | None = None

    def __enter__(self) -> Cluster:
        if self._started:
            self._connect(self._machine.address)
        context = self._data.DataContext.get_current()
        context.enable_progress_bars = False  # the batch has its own
        context.target_max_block_size = 1  # byte: else windows are gathered by the 128 MB, and one actor gets them all
        logging.getLogger("ray.data").setLevel(logging.ERROR)
        return self

    def __exit__(self, *reason: object) -> None:
        if self._started:
            self._ray.shutdown()

    def _connect(self, address: str) -> None:
        os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")  # it calls things errors that are as they should be
        options: dict[str, Any] = {"address": address} if address else {"include_dashboard": False}
        try:
            self._ray.init(log_to_driver=False, logging_level="ERROR", **options)
        except Exception as error:  # Ray raises bare ones when a part of it does not come up
            raise SummarizerError(
                f"Ray cannot be started or reached ({address or 'on this machine'}): {error}",
                "Start a cluster with:  ray start --head   and give --address auto.",
            ) from error

    @property
    def model(self) -> Model:
        """What an actor of the cluster loads; its files are the actors' to watch."""
        if self._model is None:
            task = self._ray.remote(**self._resources())(_look).remote(self._spec)
            self._model = self._wait(lambda: self._ray.get(task))
        return self._model

    def run(self, windows: Source, stamp: Stamp) -> Iterator[Done]:
        """The lines of every window, in the order they are finished."""
        if "-" in windows.job.inputs:
            raise SummarizerError("A cluster cannot read standard input.", "Save it to a file first.")
        here = {"ray.io/node-id": self._ray.get_runtime_context().get_node_id()}  # local inputs are on this machine
        # no core is asked for: the actors may already have every one of this machine, and would wait for rows for ever
        rows = self._data.read_datasource(_datasource(windows), override_num_blocks=1, label_selector=here, num_cpus=0)
        done = rows.map_batches(
            Actor,
            fn_constructor_args=(self._spec, stamp),
            batch_size=1,
            batch_format="pyarrow",
            compute=self._data.ActorPoolStrategy(
                size=self._actors(), max_concurrent_calls_per_actor=LANES, enable_true_multi_threading=True
            ),
            **self._resources(),
        )
        batches = iter(done.iter_batches(batch_size=None, batch_format="pyarrow", prefetch_batches=0))
        while (batch := self._wait(lambda: next(batches, None))) is not None:
            yield from (pickle.loads(value) for value in batch[_COLUMN].to_pylist())

    def _resources(self) -> dict[str, Any]:
        gpus = self._ray.cluster_resources().get("GPU", 0) if self._machine.device != "cpu" else 0
        return {"num_cpus": self._spec.threads, "num_gpus": 1 if gpus else 0}

    def _actors(self) -> int:
        """As many as fit, with a core left for the reader."""
        if self._machine.workers:
            return self._machine.workers
        have, need = self._ray.cluster_resources(), self._resources()
        if need["num_gpus"]:
            return max(1, int(have["GPU"]))
        return max(1, int(have.get("CPU", 1) - 1) // self._spec.threads)

    def _wait(self, call: Callable[[], Any]) -> Any:
        try:
            return call()
        except self._ray.exceptions.RayError as error:
            raise _told(error) from error


class Actor:
    """One model of the pool, in a worker process of its own so that a poison row kills that and not the actor."""

    def __init__(self, spec: WorkerSpec, stamp: Stamp) -> None:
        self._pool = _pool(spec, LANES)
        self._stamp = stamp
        stamp.model.check_same(self._pool.model)

    def __call__(self, table: Any) -> Any:
        """A table of pickled windows to one of pickled results."""
        windows: list[Window] = [pickle.loads(value) for value in table[_COLUMN].to_pylist()]
        done = [Done(tuple(self._pool.write(window.rows, self._stamp)), replace(window, rows=())) for window in windows]
        return _table(done)


def _look(spec: WorkerSpec) -> Model:
    with _pool(spec, lanes=1) as pool:
        return replace(pool.model, files=())


def _pool(spec: WorkerSpec, lanes: int) -> Pool:
    # a new process runs the main program of its parent again, which here is Ray's: all of Ray in memory, for nothing
    vars(sys.modules["__main__"]).pop("__file__", None)
    return Pool(spec, workers=1, lanes=lanes)


def _table(values: list[Any]) -> Any:
    return require("pyarrow", "ray").table({_COLUMN: [pickle.dumps(value) for value in values]})


def _datasource(windows: Source) -> Any:
    """A Ray datasource with one read task, which keeps ids apart over all inputs and streams."""
    source = require("ray.data.datasource", "ray")
    base: Any = source.Datasource
    block = require("ray.data.block", "ray")
    folder = Path.cwd()

    def read() -> Iterator[Any]:
        os.chdir(folder)  # relative inputs; the task runs where the command was given
        for window in windows:
            yield _table([window])

    class Rows(base):  # type: ignore[misc]  # Ray is not typed here
        def get_read_tasks(self, parallelism: int, *_: Any, **__: Any) -> list[Any]:
            unknown = block.BlockMetadata(num_rows=None, size_bytes=None, input_files=None, exec_stats=None)
            return [source.ReadTask(read, unknown)]

        def estimate_inmemory_data_size(self) -> None:
            return None

    return Rows()


def _told(error: BaseException) -> SummarizerError:
    """What went wrong on the cluster, as the error raised there when it is one of ours."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, SummarizerError):
            return cause
        cause = getattr(cause, "cause", None) or cause.__cause__
    return SummarizerError(
        f"The Ray cluster failed: {str(error).strip().splitlines()[-1]}",
        "Run the same command again: it goes on where it stopped.",
    )
