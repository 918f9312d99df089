"""Ray on two nodes of this machine, one of which loses first a worker and then itself."""

from __future__ import annotations

import json
import os
import secrets
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from batch_files import comparable, ids, make_rows

from summarizer.batch.cluster import Cluster
from summarizer.batch.identity import Model
from summarizer.batch.job import Job, Machine
from summarizer.batch.journal import Index, scan
from summarizer.batch.reading import Source
from summarizer.batch.record import Stamp
from summarizer.batch.runner import run
from summarizer.batch.worker import WorkerSpec
from summarizer.errors import SummarizerError

Write = Callable[..., Path]
Start = Callable[..., "subprocess.Popen[str]"]
HERE = Path(__file__).resolve().parent
PATH = f"{HERE}{os.pathsep}{HERE.parents[1]}"  # the stub summarizer, and the package
PATIENCE = 110.0  # seconds for everything that can hang, together
ROWS = 120
SETTINGS = {
    "PYTHONPATH": PATH,
    "STUB_DELAY": "0.05",
    "OMP_NUM_THREADS": "1",
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_worker_niceness": "0",  # 15 by default: beside a busy process a worker would take minutes to start
    "RAY_health_check_period_ms": "1000",  # else half of the test is waiting for the node to be given up
    "RAY_health_check_failure_threshold": "3",
}


@dataclass(frozen=True)
class Nodes:
    """A running cluster: where it is, the process each node lives and dies with and until when the test has."""

    address: str
    first: int
    second: int
    deadline: float


def below(pid: int) -> list[int]:
    """A process and all that it started, directly or not."""
    found = [pid]
    for parent in found:
        try:
            threads = list(Path(f"/proc/{parent}/task").iterdir())
            found += [int(child) for t in threads for child in (t / "children").read_text(encoding="ascii").split()]
        except OSError:
            continue  # it has ended
    return found


def kill(pids: list[int]) -> None:
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


def is_actor(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().startswith(b"ray::MapWorker")
    except OSError:
        return False


@pytest.fixture
def nodes(monkeypatch: pytest.MonkeyPatch) -> Iterator[Nodes]:
    """Two nodes with a core each, with a folder and a token of their own, gone with all that they started."""
    deadline = time.monotonic() + PATIENCE
    folder = Path(tempfile.mkdtemp(prefix="ray"))  # short: a socket's path may have 107 characters
    own = {"RAY_TMPDIR": str(folder), "RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(32)}
    for name, value in (SETTINGS | own).items():
        monkeypatch.setenv(name, value)
    process = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("ray_nodes.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout is not None
        if not select.select([process.stdout], [], [], PATIENCE / 2)[0]:
            pytest.fail(f"the cluster did not start within {PATIENCE / 2:.0f} s")
        yield Nodes(**json.loads(process.stdout.readline()), deadline=deadline)
    finally:
        kill(below(process.pid))
        process.wait(timeout=10)
        shutil.rmtree(folder, ignore_errors=True)


def wait_for(what: str, ready: Callable[[], bool], process: subprocess.Popen[str], nodes: Nodes) -> None:
    """Stop the test, and the batch, when something does not happen in time."""
    while not ready():
        code = process.poll()
        if code is not None or time.monotonic() > nodes.deadline:
            kill(below(process.pid))
            pytest.fail(f"no {what} within {PATIENCE:.0f} s (exit code {code}): {process.communicate(timeout=10)[1]}")
        time.sleep(0.02)


def written(path: Path) -> int:
    return path.read_bytes().count(b"\n") if path.exists() else 0


def actors(node: int) -> list[int]:
    return [pid for pid in below(node) if is_actor(pid)]


def test_every_row_comes_out_once_when_a_worker_and_a_node_die(
    write_input: Write,
    tmp_path: Path,
    nodes: Nodes,
    batch_process: Start,
    stub_machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source, out = write_input([*make_rows(ROWS, {9: "CRASH", 30: "UNREADABLE"}), "no json"]), tmp_path / "out.jsonl"
    batch = batch_process(source, out, machine={"engine": "ray", "address": nodes.address, "workers": 2, "window": 4})
    wait_for("first rows", lambda: written(out) >= ROWS // 8, batch, nodes)
    wait_for("actor on each node", lambda: bool(actors(nodes.first) and actors(nodes.second)), batch, nodes)
    kill(actors(nodes.first))
    wait_for("more rows", lambda: written(out) >= ROWS // 3, batch, nodes)
    kill(below(nodes.second))
    assert written(out) < ROWS
    wait_for("end", lambda: batch.poll() is not None, batch, nodes)
    _, said = batch.communicate(timeout=10)
    assert batch.returncode == 1, said
    assert f"{ROWS - 2} summarised, 3 failed" in said
    assert sorted(ids(out)) == sorted(["", *(f"a{n}" for n in range(ROWS))])

    monkeypatch.setenv("STUB_DELAY", "0")
    local = Job((str(source),), str(tmp_path / "local.jsonl"))
    run(local, stub_machine, quiet=True)
    assert comparable(Path(local.output)) == comparable(out)
    again = run(Job((str(source),), str(out)), stub_machine, quiet=True)  # begun on a cluster, finished without
    assert (again.written, again.failed, again.kept, again.kept_failed) == (0, 0, ROWS - 2, 3)


def test_a_cluster_does_not_read_standard_input(stub_machine: Machine, tmp_path: Path) -> None:
    job = Job(("-",), str(tmp_path / "out.jsonl"))
    spec = WorkerSpec(stub_machine.factory, job.settings, None, "cpu", 1, offline=True)
    model = Model("stub")
    source = Source(job, Index(scan(Path(job.output))), model, size=4)
    with pytest.raises(SummarizerError, match="standard input"):
        next(Cluster(spec, stub_machine).run(source, Stamp("c" * 32, model, {})))
