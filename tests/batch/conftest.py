"""Inputs, and batches over a stub: in this process, or as processes of their own that can be killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from batch_files import Row  # noqa: E402
from stub_summarizer import FACTORY  # noqa: E402

from summarizer.batch.job import Machine  # noqa: E402

PATH = f"{HERE}{os.pathsep}{HERE.parents[1]}"
_MAIN = """
import json
import sys
from summarizer.batch.job import Job, Machine
from summarizer.batch.runner import run
from summarizer.errors import SummarizerError

if __name__ == "__main__":
    job = Job((sys.argv[1],), sys.argv[2])
    try:
        report = run(job, Machine(factory="stub_summarizer:Stub", **json.loads(sys.argv[3])))
    except SummarizerError as error:
        sys.stderr.write(f"{error}\\n")
        sys.exit(2)
    sys.stderr.write(f"{report.sentence()}\\n")
    sys.exit(130 if report.interrupted else int(bool(report.all_failed)))
"""


@pytest.fixture
def write_input(tmp_path: Path) -> Callable[..., Path]:
    """Write rows, or lines as they are, to a .jsonl."""

    def write(rows: Sequence[Row | str], name: str = "in.jsonl") -> Path:
        lines = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
        path = tmp_path / name
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return path

    return write


@pytest.fixture
def stub_machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    """One worker with the stub."""
    monkeypatch.setenv("PYTHONPATH", PATH)
    return Machine(factory=FACTORY, workers=1, window=4)


@pytest.fixture
def batch_process(tmp_path: Path) -> Callable[..., subprocess.Popen[str]]:
    """Start a batch over the stub as a process group of its own; ``limits`` are lines of Python run first."""

    def start(
        source: Path, output: Path, *, limits: str = "", machine: Row | None = None, **environment: object
    ) -> subprocess.Popen[str]:
        # a build started in the background passes on that Ctrl-C is ignored; a person's shell does not
        limits = f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler); {limits}"
        main = tmp_path / "main.py"
        main.write_text(_MAIN.replace("    job = Job", f"    {limits}\n    job = Job"), encoding="utf-8")
        return subprocess.Popen(
            [sys.executable, str(main), str(source), str(output), json.dumps(machine or {"workers": 1, "window": 4})],
            env=os.environ | {"PYTHONPATH": PATH, **{name: str(value) for name, value in environment.items()}},
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    return start
