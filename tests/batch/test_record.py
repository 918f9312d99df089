from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from summarizer.batch.identity import Model, article_name, content_hash, failure_name, row_state
from summarizer.batch.record import FAILED, PREFIX, Entry, Stamp, Timing, make_row, read_entry
from summarizer.formats.document import Failure
from summarizer.types import Article, Coverage, Summary, SummaryText

DOCS = Path(__file__).parents[2] / "docs"
STAMP = Stamp("c" * 32, Model("stub", "d" * 32), {"tomtat": "0.1.0", "python": "3.11.0"}, seed=7)
ARTICLE = Article("bài 1", "Dòng một\u2028dòng hai\x85 hết.", "Tin }", "2025-10-25", "in.jsonl")
SUMMARY = Summary(
    article=ARTICLE,
    language="vi",
    vi=SummaryText("vi", "Một câu.\u2029", "extractive"),
    en=None,
    sources=(),
    findings=(),
    coverage=Coverage(1, 1, 10, 10),
    model="stub",
)


def check_schema(record: dict[str, Any]) -> None:
    jsonschema.validate(record, json.loads((DOCS / "batch.schema.json").read_text(encoding="utf-8")))
    bare = {key: value for key, value in record.items() if key != "batch"}
    jsonschema.validate(bare, json.loads((DOCS / "summary.schema.json").read_text(encoding="utf-8")))


def test_a_summary_is_one_line_of_the_documented_form() -> None:
    row = make_row(SUMMARY, ARTICLE, STAMP, Timing(0.0123456, 0.5, 16))
    assert not row.failed
    assert row.line.startswith(PREFIX)
    assert len(row.line.decode().splitlines()) == 1
    record = json.loads(row.line)
    check_schema(record)
    assert record["batch"] == {
        "content_hash": content_hash(ARTICLE),
        "config_hash": "c" * 32,
        "model": {"name": "stub", "revision": "d" * 32},
        "versions": {"tomtat": "0.1.0", "python": "3.11.0"},
        "seed": 7,
        "timings": {"prepare": 0.0123, "write": 0.5, "rows": 16},
    }


def test_failures_before_and_after_reading_are_records_too() -> None:
    unread = make_row(Failure("in.jsonl", "row 3 is not JSON }", row=3), None, STAMP, Timing())
    later = make_row(Failure("in.jsonl", "a third language", id="bài 1"), ARTICLE, STAMP, Timing())
    assert unread.failed
    assert later.failed
    assert unread.line.startswith(FAILED)
    for row in (unread, later):
        check_schema(json.loads(row.line))
    assert read_entry(unread.line) == Entry(failure_name("in.jsonl", 3, ""), 0, True)
    assert read_entry(later.line) == Entry(article_name("bài 1"), row_state(content_hash(ARTICLE), STAMP.config), True)


def test_an_entry_is_read_back_from_its_line() -> None:
    line = make_row(SUMMARY, ARTICLE, STAMP, Timing()).line
    assert read_entry(line) == Entry(article_name("bài 1"), row_state(content_hash(ARTICLE), STAMP.config), False)


@pytest.mark.parametrize("cut", [1, 2, 10, 300])
def test_a_cut_line_is_no_record(cut: int) -> None:
    line = make_row(SUMMARY, ARTICLE, STAMP, Timing()).line
    assert read_entry(line[:-cut]) is None
    assert read_entry(line[: -cut - 1] + b"\n") is None


@pytest.mark.parametrize(
    "line", [b"", b"\n", b"\0\0\0\n", b'{"id": "a"}\n', b'{"schema": "tomtat/summary/1"}\n', b"[1]\n"]
)
def test_other_lines_are_no_records(line: bytes) -> None:
    assert read_entry(line) is None
