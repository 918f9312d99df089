from __future__ import annotations

import json
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from summarizer.formats import inputs
from summarizer.formats.document import Failure, ReadOptions
from summarizer.formats.read import READERS, read_many
from summarizer.registry import load
from summarizer.types import Article

WORDS = "một hai ba bốn năm sáu"


def write(path: Path, data: str | bytes = WORDS) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return str(path)


@pytest.mark.parametrize("suffix", sorted(set(READERS) - {".htm"}))
def test_the_sample_is_the_same_article_in_every_format(samples: Path, suffix: str) -> None:
    (plain,) = read_many([str(samples / "sample.txt")])
    (article,) = read_many([str(samples / f"sample{suffix}")])
    assert isinstance(plain, Article)
    assert isinstance(article, Article)
    assert (article.title, article.text, article.warnings) == (plain.title, plain.text, ())
    assert article.date == ("" if suffix in {".txt", ".docx", ".pdf"} else "2025-10-18")
    assert "Hoà" in article.text  # the writer's tone placement


@pytest.mark.parametrize("suffix", READERS)
def test_every_reader_is_there(suffix: str) -> None:
    assert callable(load(READERS, suffix, "format"))


def test_a_lying_suffix_is_read_by_content_with_a_warning(samples: Path, tmp_path: Path) -> None:
    for suffix in (".pdf", ".docx", ".html"):
        path = write(tmp_path / f"a{suffix}.txt", (samples / f"sample{suffix}").read_bytes())
        (article,) = read_many([path])
        assert isinstance(article, Article)
        assert article.warnings == (f"named .txt but read as {suffix}",)
    (article,) = read_many([write(tmp_path / "a.docx")])
    assert isinstance(article, Article)
    assert article.warnings == ("named .docx but read as .txt",)


def test_an_unknown_suffix_is_read_as_text(tmp_path: Path) -> None:
    (article,) = read_many([write(tmp_path / "a.log")])
    assert isinstance(article, Article)
    assert article.warnings == ()


def test_one_bad_document_does_not_stop_the_rest(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b.txt", "")
    write(tmp_path / "c.txt", bytes(range(256)))
    write(tmp_path / "d.jsonl", "\n".join([json.dumps({"text": WORDS}), "{", json.dumps({"text": WORDS})]))
    write(tmp_path / "e.txt")
    results = list(read_many([str(tmp_path), str(tmp_path / "không có.txt"), str(tmp_path / "e.txt")]))
    shown = [(Path(r.source).name, getattr(r, "row", "")) for r in results]
    good, bad = "", None
    assert shown == [
        ("a.txt", good),
        ("b.txt", bad),
        ("c.txt", bad),
        ("d.jsonl", good),
        ("d.jsonl", 2),
        ("d.jsonl", good),
        ("e.txt", good),
        ("không có.txt", bad),
        ("e.txt", good),
    ]
    assert all(r.problem and r.advice for r in results if isinstance(r, Failure))


def test_ids_are_unique_and_stable(tmp_path: Path) -> None:
    rows = [{"text": WORDS, "id": i} for i in ("a", "a", "a-2", "a")] + [{"text": WORDS}]
    write(tmp_path / "x.jsonl", "\n".join(map(json.dumps, rows)))
    write(tmp_path / "sub" / "a.txt")
    for _ in range(2):
        assert [r.id for r in read_many([str(tmp_path)])] == ["a", "a-2", "a-2-2", "a-3", "x-5", "a-4"]


def test_many_equal_ids_take_linear_time(tmp_path: Path) -> None:
    path = write(tmp_path / "x.jsonl", (json.dumps({"text": WORDS, "id": 1}) + "\n") * 2000)
    assert [r.id for r in read_many([path])][-1] == "1-2000"


def test_standard_input_is_told_by_content(monkeypatch: pytest.MonkeyPatch, samples: Path) -> None:
    for name in ("sample.txt", "sample.html", "sample.pdf", "sample.docx", "sample.jsonl", "sample.json"):
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO((samples / name).read_bytes())))
        (article,) = read_many(["-"])
        assert isinstance(article, Article)
        assert article.title == "Cầu Rạch Sâu thông xe sớm hai tháng", name
        assert article.source == "-"


def test_empty_standard_input_is_called_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    for data in (b"", b" \n"):
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data)))
        (failure,) = read_many(["-"])
        assert isinstance(failure, Failure)
        assert failure.problem == "Standard input is empty."


def test_endless_standard_input_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return b"y" * (size or 0)

    monkeypatch.setattr(inputs, "MAX_STDIN", 3_000_000)
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(Endless()))
    (failure,) = read_many(["-"])
    assert isinstance(failure, Failure)
    assert "over the limit of 3 MB" in failure.problem


def test_a_url_offline_is_refused() -> None:
    (failure,) = read_many(["https://example.org/a.html"], options=ReadOptions(offline=True))
    assert isinstance(failure, Failure)
    assert "https://example.org/a.html was not fetched: the offline mode is on." in failure.problem


def test_a_missing_extra_is_a_failure_with_the_pip_line(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    failure, article = read_many([str(samples / "sample.pdf"), str(samples / "sample.txt")])
    assert isinstance(failure, Failure)
    assert "pip install 'tomtat[docs]'" in failure.advice
    assert isinstance(article, Article)


def test_a_disk_error_while_reading_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("summarizer.formats.document.Document.head", fail)
    (failure,) = read_many([write(tmp_path / "a.txt")])
    assert isinstance(failure, Failure)
    assert "Input/output error" in failure.problem
