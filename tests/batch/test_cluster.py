"""Ray on two nodes of this machine, one of which loses first a worker and then itself."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import ray
from batch_files import comparable, ids, make_rows
from ray.cluster_utils import Cluster

from summarizer.batch.job import Job, Machine
from summarizer.batch.runner import run
from summarizer.errors import SummarizerError

Write = Callable[..., Path]
NODE = {"num_cpus": 2, "object_store_memory": 80_000_000, "include_dashboard": False}
ROWS = 160


@pytest.fixture
def machine(stub_machine: Machine, monkeypatch: pytest.MonkeyPatch) -> Machine:
    monkeypatch.setenv("STUB_DELAY", "0.05")
    monkeypatch.setenv("RAY_DEDUP_LOGS", "0")
    return replace(stub_machine, engine="ray", workers=3, window=4)


@pytest.fixture
def cluster(machine: Machine) -> Iterator[Any]:
    cluster = Cluster(initialize_head=True, head_node_args=NODE)
    ray.init(address=cluster.address, log_to_driver=False, logging_level="ERROR")
    yield cluster
    ray.shutdown()
    cluster.shutdown()


class Saboteur(threading.Thread):
    """Kills an actor's process when the output has some rows, and the second node when it has more."""

    def __init__(self, out: Path, cluster: Any, node: Any) -> None:
        super().__init__(daemon=True)
        self.out, self.cluster, self.node = out, cluster, node
        self.done: list[str] = []

    def run(self) -> None:
        self._wait(ROWS // 8)
        os.kill(_actor_processes()[0], signal.SIGKILL)
        self.done.append("worker")
        self._wait(ROWS // 3)
        self.cluster.remove_node(self.node, allow_graceful=False)
        self.done.append("node")

    def _wait(self, count: int) -> None:
        while not self.out.exists() or self.out.read_bytes().count(b"\n") < count:
            time.sleep(0.01)


def _actor_processes() -> list[int]:
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                title = (folder / "cmdline").read_bytes()
            except OSError:
                continue
            if title.startswith(b"ray::MapWorker"):
                found.append(int(folder.name))
    return found


def test_every_row_comes_out_once_when_a_worker_and_a_node_die(
    write_input: Write, tmp_path: Path, machine: Machine, cluster: Any
) -> None:
    second = cluster.add_node(**NODE)
    source, out = write_input([*make_rows(ROWS, {9: "CRASH", 30: "UNREADABLE"}), "no json"]), tmp_path / "out.jsonl"
    saboteur = Saboteur(out, cluster, second)
    saboteur.start()
    report = run(Job((str(source),), str(out)), machine, quiet=True)
    assert saboteur.done == ["worker", "node"]
    assert (report.written, report.failed) == (ROWS - 2, 3)
    assert sorted(ids(out)) == sorted(["", *(f"a{n}" for n in range(ROWS))])

    again = run(Job((str(source),), str(out)), replace(machine, workers=1), quiet=True)
    assert (again.written, again.kept, again.kept_failed) == (0, ROWS - 2, 3)

    local = tmp_path / "local.jsonl"
    run(Job((str(source),), str(local)), replace(machine, engine="local", workers=2), quiet=True)
    assert comparable(local) == comparable(out)

    with pytest.raises(SummarizerError, match="standard input"):
        run(Job(("-",), str(tmp_path / "stdin.jsonl")), machine, quiet=True)
