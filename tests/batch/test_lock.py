from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.batch.lock import locked
from summarizer.errors import SummarizerError

_HOLD = """
import sys, time
from pathlib import Path
from summarizer.batch.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_run_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with locked(out):
        assert (tmp_path / "out.jsonl.lock").exists()
        with pytest.raises(SummarizerError, match=f"process {os.getpid()}"), locked(out):
            pass
    assert not (tmp_path / "out.jsonl.lock").exists()
    with locked(out):
        pass


def test_the_lock_of_a_killed_process_holds_nobody_up(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    holder = subprocess.Popen([sys.executable, "-c", _HOLD, str(out)], stdout=subprocess.PIPE, env=environment)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    with pytest.raises(SummarizerError, match=f"process {holder.pid}"), locked(out):
        pass
    holder.kill()
    holder.wait()
    assert (tmp_path / "out.jsonl.lock").exists()
    with locked(out):
        pass
    holder.stdout.close()


def test_a_missing_folder_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(SummarizerError, match="cannot be written"), locked(tmp_path / "no" / "out.jsonl"):
        pass
