"""Batches as real processes that are stopped, starved and tampered with."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from batch_files import comparable, ids, make_rows, records

from summarizer.batch.job import Job, Machine
from summarizer.batch.runner import run

Write = Callable[..., Path]
Start = Callable[..., "subprocess.Popen[str]"]
PATIENCE = 120.0


def finish(process: subprocess.Popen[str]) -> tuple[int, str]:
    _, said = process.communicate(timeout=PATIENCE)
    return process.returncode, said


def wait_for_rows(path: Path, count: int, process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        if path.exists() and path.read_bytes().count(b"\n") >= count:
            return
        time.sleep(0.002)
    pytest.fail(f"{count} rows were not written; exit code {process.poll()}")


@pytest.fixture
def whole(write_input: Write, tmp_path: Path, stub_machine: Machine) -> Callable[[Path], list[dict[str, object]]]:
    """What an undisturbed run gives."""

    def make(source: Path) -> list[dict[str, object]]:
        run(Job((str(source),), str(tmp_path / "whole.jsonl")), stub_machine, quiet=True)
        return comparable(tmp_path / "whole.jsonl")

    return make


def test_kill_9_at_twenty_random_moments(
    write_input: Write, tmp_path: Path, batch_process: Start, whole: Callable[..., object]
) -> None:
    source, out = write_input(make_rows(240)), tmp_path / "out.jsonl"
    rng = random.Random(20)
    done = 0
    for kill in range(20):
        process = batch_process(source, out, STUB_DELAY=0.002)
        wait_for_rows(out, min(done + rng.randint(0, 8), 236), process)
        time.sleep(rng.random() * 0.01)
        process.kill()
        process.communicate()
        kept = [line for line in out.read_bytes().split(b"\n") if line] if out.exists() else []
        assert len(kept) >= done, f"kill {kill} lost rows"
        done = len(kept)
    code, said = finish(batch_process(source, out))
    assert code == 0, said
    assert f"{done} kept" in said
    assert ids(out) == [f"a{n}" for n in range(240)]
    assert comparable(out) == whole(source)
    assert not list(tmp_path.glob("out.jsonl.*"))


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_and_sigterm_stop_cleanly(
    write_input: Write, tmp_path: Path, batch_process: Start, stop: signal.Signals
) -> None:
    source, out = write_input(make_rows(200, {0: "UNREADABLE"})), tmp_path / "out.jsonl"
    process = batch_process(source, out, STUB_DELAY=0.02)
    wait_for_rows(out, 8, process)
    os.killpg(process.pid, stop)
    code, said = finish(process)
    assert code == 130, said
    assert "Interrupted." in said
    assert "Traceback" not in said
    done = ids(out)
    assert 8 <= len(done) < 200
    assert done == [f"a{n}" for n in range(len(done))]
    assert len(records(tmp_path / "out.errors.jsonl")) == 1
    code, said = finish(batch_process(source, out))
    assert code == 1
    assert ids(out) == [f"a{n}" for n in range(200)]


def test_a_full_disk_tears_nothing(write_input: Write, tmp_path: Path, batch_process: Start) -> None:
    source, out = write_input(make_rows(120)), tmp_path / "out.jsonl"
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))"
    code, said = finish(batch_process(source, out, limits=limit))
    assert code == 2
    assert "no room left" in said
    assert "Traceback" not in said
    done = len(records(out))
    assert 0 < done < 120
    code, said = finish(batch_process(source, out))
    assert code == 0
    assert f"{done} kept" in said
    assert ids(out) == [f"a{n}" for n in range(120)]


@pytest.mark.parametrize("mode", [0o555, 0o444])
def test_a_read_only_folder_is_a_clear_error(write_input: Write, batch_process: Start, mode: int) -> None:
    source = write_input(make_rows(2))
    folder = Path(tempfile.mkdtemp())  # not under tmp_path, which only its owner may enter
    folder.chmod(mode)
    # root may write anywhere: become somebody else, who cannot
    limit = "import os; os.geteuid() or os.setuid(65534)"
    code, said = finish(batch_process(source, folder / "out.jsonl", limits=limit))
    folder.rmdir()
    assert code == 2, said
    assert "cannot be written: Permission denied" in said
    assert "Traceback" not in said


def test_a_model_replaced_midway_stops_the_run_and_its_rows_are_redone(
    write_input: Write, tmp_path: Path, batch_process: Start
) -> None:
    model = tmp_path / "model"
    model.mkdir()
    (model / "model.bin").write_bytes(b"old weights")
    source, out = write_input(make_rows(100)), tmp_path / "out.jsonl"
    process = batch_process(source, out, STUB_DELAY=0.02, STUB_MODEL=model)
    wait_for_rows(out, 8, process)
    (model / "model.bin").write_bytes(b"new weights!")
    code, said = finish(process)
    assert code == 2, said
    assert "was replaced while the batch was running" in said
    old = {row["batch"]["model"]["revision"] for row in records(out)}
    code, said = finish(batch_process(source, out, STUB_MODEL=model))
    assert code == 0, said
    assert "kept" not in said
    new = {row["batch"]["model"]["revision"] for row in records(out)}
    assert len(old) == len(new) == 1
    assert old != new
    assert sorted(ids(out)) == sorted(f"a{n}" for n in range(100))


def test_a_worker_killed_from_outside_costs_nothing(write_input: Write, tmp_path: Path, batch_process: Start) -> None:
    source, out = write_input(make_rows(60, {30: "CRASH"})), tmp_path / "out.jsonl"
    process = batch_process(source, out, STUB_DELAY=0.01)
    wait_for_rows(out, 4, process)
    os.kill(_worker_of(process.pid), signal.SIGKILL)
    code, said = finish(process)
    assert code == 1, said
    assert ids(out) == [f"a{n}" for n in range(60)]
    (failed,) = records(tmp_path / "out.errors.jsonl")
    assert failed["id"] == "a30"
    assert "crashed the worker process (SIGSEGV)" in failed["problem"]


def test_a_killed_batch_leaves_no_worker_behind(write_input: Write, tmp_path: Path, batch_process: Start) -> None:
    source, out = write_input(make_rows(200)), tmp_path / "out.jsonl"
    process = batch_process(source, out, STUB_DELAY=0.02)
    wait_for_rows(out, 4, process)
    worker = _worker_of(process.pid)
    process.kill()
    process.communicate()
    deadline = time.monotonic() + PATIENCE
    while _running(worker) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _running(worker)


def _worker_of(parent: int) -> int:
    """The spawned worker among a process's children (the other child is multiprocessing's own)."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
    workers = [pid for pid in children if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
    assert len(workers) == 1
    return int(workers[0])


def _running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
