from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from summarizer.errors import SummarizerError
from summarizer.formats.document import Failure
from summarizer.formats.machine import summary_to_dict
from summarizer.formats.write import WRITERS, WriteOptions, write_json, write_jsonl, write_many
from summarizer.registry import load
from summarizer.types import Summary

FAILURE = Failure("b.txt", "b.txt is empty.", "Give a text.")


def test_json_and_jsonl_hold_the_same(summary: Summary) -> None:
    line = write_jsonl(summary)
    assert line.count("\n") == 1
    assert json.loads(line) == json.loads(write_json(summary)) == summary_to_dict(summary)
    assert "Tiếng" not in line
    assert "Rạch Sâu" in line  # readable, not escaped


def test_a_line_stays_one_line_for_every_splitter(summary: Summary) -> None:
    tricky = replace(summary, article=replace(summary.article, title="a\u2028b\u2029c\x85d\x0ce"))
    line = write_jsonl(tricky)
    assert len(line.splitlines()) == 1
    assert json.loads(line)["title"] == "a\u2028b\u2029c\x85d\x0ce"


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_json_is_an_object_for_one_and_an_array_for_more(summary: Summary, count: int) -> None:
    results = [summary, FAILURE, summary][:count]
    data = json.loads("".join(write_many(results, "json")))
    if count == 1:
        assert data == summary_to_dict(summary)
    else:
        assert [value["schema"] for value in data] == [
            "tomtat/error/1" if isinstance(r, Failure) else "tomtat/summary/1" for r in results
        ]


def test_jsonl_gives_failures_their_line(summary: Summary) -> None:
    lines = list(write_many([summary, FAILURE], "jsonl"))
    assert [json.loads(line)["schema"] for line in lines] == ["tomtat/summary/1", "tomtat/error/1"]


@pytest.mark.parametrize("name", ["text", "md"])
def test_formats_for_people_leave_failures_out_and_separate_summaries(summary: Summary, name: str) -> None:
    text = "".join(write_many([FAILURE, summary, FAILURE, summary], name))
    assert "empty" not in text
    assert text.count("Cầu Rạch Sâu thông xe sớm") == 2
    assert not text.startswith("\n")


@pytest.mark.parametrize("name", ["jsonl", "json", "text", "md"])
def test_results_are_written_as_they_come(summary: Summary, name: str) -> None:
    asked = 0

    def results() -> Iterator[Summary]:
        nonlocal asked
        for asked in range(1, 6):  # noqa: B007 -- read outside
            yield summary

    pieces = write_many(results(), name)
    assert next(pieces)
    assert asked <= 2


def test_unknown_format(summary: Summary) -> None:
    with pytest.raises(SummarizerError, match="Did you mean json"):
        list(write_many([summary], "jsn"))


@pytest.mark.parametrize("name", WRITERS)
def test_every_writer_ends_with_a_newline(summary: Summary, name: str) -> None:
    assert load(WRITERS, name, "format")(summary, WriteOptions()).endswith("\n")
