from __future__ import annotations

from pathlib import Path

import pytest
from stub_summarizer import FACTORY

from summarizer.batch.identity import Model
from summarizer.batch.pool import Pool
from summarizer.batch.reading import Window
from summarizer.batch.record import Stamp
from summarizer.batch.worker import WorkerSpec
from summarizer.errors import ModelError, SummarizerError
from summarizer.formats.document import Failure
from summarizer.settings import Settings
from summarizer.types import Article

STAMP = Stamp("c" * 32, Model("stub"), {})
pytestmark = pytest.mark.usefixtures("stub_machine")


def spec(factory: str = FACTORY) -> WorkerSpec:
    return WorkerSpec(factory, Settings(), None, "cpu", 1, True)


def article(number: int, text: str = "Một bài viết.") -> Article:
    return Article(f"a{number}", text, source="in.jsonl")


def windows(texts: list[str], size: int) -> list[Window]:
    rows = [article(n, text) for n, text in enumerate(texts)]
    return [Window(tuple(rows[i : i + size]), kept=i) for i in range(0, len(rows), size)]


def test_results_keep_the_order_of_the_input_over_several_workers() -> None:
    given = windows(["một bài"] * 40, 3)
    with Pool(spec(), workers=2) as pool:
        assert pool.model == Model("stub")
        done = list(pool.run(given, STAMP))
    assert [d.window for d in done] == given
    lines = [row.line.decode() for d in done for row in d.rows]
    assert [f'"id": "a{n}"' in line for n, line in enumerate(lines)] == [True] * 40


def test_a_row_that_crashes_the_worker_is_the_only_one_lost() -> None:
    texts = ["một bài"] * 12
    texts[4] = "CRASH"
    with Pool(spec(), workers=1) as pool:
        assert pool.model
        rows = [row for done in pool.run(windows(texts, 4), STAMP) for row in done.rows]
    assert [n for n, row in enumerate(rows) if row.failed] == [4]
    assert "crashed the worker process (SIGSEGV)" in rows[4].line.decode()


def test_a_row_with_an_unexpected_error_is_the_only_one_lost() -> None:
    texts = ["một bài"] * 5
    texts[3] = "BUG"
    with Pool(spec(), workers=1) as pool:
        rows = pool.write([article(n, text) for n, text in enumerate(texts)], STAMP)
    assert [n for n, row in enumerate(rows) if row.failed] == [3]
    assert "unexpected IndexError: list index out of range" in rows[3].line.decode()


def test_rows_that_could_not_be_read_pass_through() -> None:
    with Pool(spec(), workers=1, lanes=1) as pool:
        rows = pool.write([Failure("in.jsonl", "no JSON", row=2), article(1)], STAMP)
        assert pool.write([], STAMP) == []
    assert [row.failed for row in rows] == [True, False]


def test_when_every_row_crashes_it_is_not_the_rows() -> None:
    with Pool(spec(), workers=1, lanes=1) as pool, pytest.raises(ModelError, match="10 rows one after another"):
        pool.write([article(n, "CRASH") for n in range(12)], STAMP)


def test_a_model_that_does_not_load_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bad_factory.py").write_text(
        "import os\n"
        "from summarizer.errors import ModelError\n"
        "def refuse(*a, **k):\n    raise ModelError('The model file is damaged.', 'Reinstall it.')\n"
        "def die(*a, **k):\n    os._exit(3)\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    with Pool(spec("bad_factory:refuse"), workers=1) as pool, pytest.raises(ModelError, match="damaged") as caught:
        assert pool.model
    assert caught.value.advice == "Reinstall it."
    with Pool(spec("bad_factory:die"), workers=1) as pool, pytest.raises(SummarizerError, match="exit code 3"):
        assert pool.model
