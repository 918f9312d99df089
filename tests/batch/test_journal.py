from __future__ import annotations

import errno
from pathlib import Path

import numpy as np
import pytest

from summarizer.batch.identity import Model, article_name, content_hash, row_state
from summarizer.batch.journal import Index, Journal, cannot_write, keep_lines, repair, scan
from summarizer.batch.record import PREFIX, Row, Stamp, Timing, make_row
from summarizer.errors import SummarizerError
from summarizer.formats.document import Failure
from summarizer.types import Article

STAMP = Stamp("c" * 32, Model("stub"), {})


def row(name: str, text: str = "x") -> Row:
    article = Article(name, text)
    return make_row(Failure("in", "no", id=name), article, STAMP, Timing())


def state(text: str) -> int:
    return row_state(content_hash(Article("", text)), STAMP.config)


def test_what_is_appended_is_scanned_back(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with Journal(path) as journal:
        journal.append([row("a"), row("b")])
        journal.append([])
        journal.append([row("c", "y")])
    index = Index(scan(path))
    assert len(index) == 3
    assert index.get(article_name("b")) == (state("x"), True)
    assert index.get(article_name("c")) == (state("y"), True)
    assert index.get(article_name("d")) is None
    assert index.get(0) is None
    assert index.get(2**64 - 1) is None


def test_an_output_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert repair(tmp_path / "no.jsonl") == 0
    lines = scan(tmp_path / "no.jsonl")
    assert not len(lines.current())
    assert Index(lines).get(1) is None


@pytest.mark.parametrize(
    "tail", [PREFIX, b'{"sch', b"{", PREFIX + b"summary/1", b"\0" * 5000, b'{"schema": "' + b"x" * 200_000]
)
def test_a_torn_tail_is_cut_off(tmp_path: Path, tail: bytes) -> None:
    path = tmp_path / "out.jsonl"
    whole = row("a").line + row("b").line
    path.write_bytes(whole + tail)
    assert repair(path) == len(tail)
    assert path.read_bytes() == whole


@pytest.mark.parametrize("only", [b"", b"{", PREFIX, PREFIX + b"error/1", b"\0\0\0"])
def test_a_file_with_only_a_torn_line_becomes_empty(tmp_path: Path, only: bytes) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(only)
    repair(path)
    assert path.read_bytes() == b""


@pytest.mark.parametrize("other", [b"hello", b'{"id": "mine"}\n', b"[\n", "chữ\n".encode(), b"\0PNG"])
def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path, other: bytes) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(other)
    with pytest.raises(SummarizerError, match="not written by tomtat batch"):
        repair(path)
    assert path.read_bytes() == other


def test_damaged_and_replaced_lines_do_not_stand(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    old, new, other = row("a", "old"), row("a", "new"), row("b")
    path.write_bytes(old.line + other.line[:40] + b"\n" + new.line + other.line)
    lines = scan(path)
    standing = lines.current()
    assert standing.tolist() == [False, False, True, True]
    keep_lines(path, standing)
    assert path.read_bytes() == new.line + other.line
    assert Index(scan(path)).get(article_name("a")) == (state("new"), True)
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_append_leaves_whole_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.jsonl"
    with Journal(path) as journal:
        journal.append([row("a")])
        before = path.read_bytes()
        real = journal._file

        class Full:
            def write(self, data: memoryview) -> int:
                if len(data) > 50:
                    return int(real.write(data[:50]) or 0)
                raise OSError(errno.ENOSPC, "No space left on device")

            def fileno(self) -> int:
                return real.fileno()

            def close(self) -> None:
                real.close()

        monkeypatch.setattr(journal, "_file", Full())
        with pytest.raises(SummarizerError, match="no room left"):
            journal.append([row("b")])
    assert path.read_bytes() == before


def test_other_write_errors_say_what_they_are() -> None:
    assert "no room" in str(cannot_write(Path("o"), OSError(errno.EDQUOT, "quota")))
    assert "Input/output error" in str(cannot_write(Path("o"), OSError(errno.EIO, "Input/output error")))


def test_the_index_takes_seventeen_bytes_a_row(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with Journal(path) as journal:
        for start in range(0, 2000, 500):
            journal.append([row(f"a{n}") for n in range(start, start + 500)])
    lines = scan(path)
    used = lines.names.nbytes + lines.states.nbytes + lines.failed.nbytes
    assert used == 17 * 2000
    index = Index(lines.where(np.ones(2000, dtype=np.bool_)))
    assert all(index.get(article_name(f"a{n}")) for n in range(2000))
