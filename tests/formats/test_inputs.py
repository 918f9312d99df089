from __future__ import annotations

import os
from pathlib import Path

import pytest

from summarizer.errors import InputError
from summarizer.formats.document import Failure, ReadOptions
from summarizer.formats.inputs import expand, open_document

SUFFIXES = (".txt", ".md")


def names(*inputs: str | Path) -> list[str]:
    return [Path(found).name for found in expand(map(str, inputs), SUFFIXES) if isinstance(found, str)]


def failures(*inputs: str | Path) -> list[Failure]:
    return [found for found in expand(map(str, inputs), SUFFIXES) if isinstance(found, Failure)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "c.png", ".ẩn.txt", "~$b.txt", "sub/Ă.TXT", "sub/.git/x.txt", "x[1].txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return tmp_path


def test_a_folder_gives_its_known_files_sorted_at_any_depth(folder: Path) -> None:
    assert names(folder) == ["a.md", "b.txt", "x[1].txt", "Ă.TXT"]


def test_globs(folder: Path) -> None:
    assert names(f"{folder}/*.txt") == ["b.txt", "x[1].txt", "~$b.txt"]
    assert names(f"{folder}/**/*.TXT") == ["Ă.TXT"]
    assert names(folder / "x[1].txt") == ["x[1].txt"]
    (failure,) = failures(f"{folder}/*.pdf")
    assert "No file matches" in failure.problem


def test_stdin_and_urls_pass_through() -> None:
    assert list(expand(["-", "https://example.org/a"], SUFFIXES)) == ["-", "https://example.org/a"]


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/a.txt", "gopher://x/"])
def test_other_urls_are_refused(url: str) -> None:
    (failure,) = failures(url)
    assert "not an http or https URL" in failure.problem


def test_a_folder_with_nothing_readable_says_what_would_be(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"")
    (tmp_path / "thư mục.txt").mkdir()
    for name in (tmp_path, tmp_path / "thư mục.txt"):
        (failure,) = failures(name)
        assert "holds nothing readable" in failure.problem
        assert ".md, .txt" in failure.advice


def test_a_folder_that_cannot_be_listed_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("sub"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert names(folder) == ["a.md", "b.txt", "x[1].txt"]
    (failure,) = failures(folder)
    assert "sub cannot be read: Permission denied" in failure.problem


def test_a_text_in_place_of_a_name_is_explained() -> None:
    (failure,) = failures("Sáng nay cầu thông xe. " * 300)
    assert len(failure.problem) < 150
    assert "pipe it to -" in failure.advice


def test_a_missing_file() -> None:
    with (
        pytest.raises(InputError, match=r"no file không có\.txt"),
        open_document("không có.txt", ReadOptions()),
    ):
        pass


def test_an_unreadable_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)
    with (
        pytest.raises(InputError, match=r"b\.txt cannot be read: Permission denied"),
        open_document(str(folder / "b.txt"), ReadOptions()),
    ):
        pass


def test_a_pipe_in_the_file_system_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ống.txt")
    with pytest.raises(InputError, match="not a regular file"), open_document(str(tmp_path / "ống.txt"), ReadOptions()):
        pass
