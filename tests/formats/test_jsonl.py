from __future__ import annotations

import json

import pytest

from summarizer.errors import InputError
from summarizer.formats.document import Failure
from summarizer.types import Article

WORDS = "một hai ba bốn năm sáu"


def lines(*values: object) -> str:
    return "".join((v if isinstance(v, str) else json.dumps(v, ensure_ascii=False)) + "\n" for v in values)


@pytest.mark.parametrize("name", ["text", "article", "body", "content", "document", "Text", " BODY "])
def test_text_field_names(read, name: str) -> None:
    (article,) = read(lines({name: WORDS, "headline": "Đầu đề", "id": 7, "date": "25/10/2025"}), ".jsonl")
    assert article == Article("7", WORDS, "Đầu đề", "2025-10-25", "bai.jsonl")


def test_a_bad_row_is_named_and_the_rest_goes_on(read) -> None:
    data = lines({"text": WORDS}, '{"text": "hỏng', "", [1], {"id": "x"}, {"text": 5}, {"text": "một"}, {"text": WORDS})
    first, *bad, last = read(data, ".jsonl")
    assert (first.id, last.id) == ("bai-1", "bai-8")
    assert [failure.row for failure in bad] == [2, 4, 5, 6, 7]
    assert "row 2, is not valid JSON" in bad[0].problem
    assert "is not a JSON object" in bad[1].problem
    assert "no column with the text; the columns are: 'id'" in bad[2].problem
    assert bad[2].id == "x"
    assert "int in 'text'" in bad[3].problem
    assert "row 7 holds only one word" in bad[4].problem
    assert all(failure.advice for failure in bad)


def test_without_a_text_column_there_is_one_error_that_lists_the_columns(read) -> None:
    with pytest.raises(InputError, match="'tieu_de', 'noi_dung', 'url'"):
        read(lines(*[{"tieu_de": "a", "noi_dung": "b"}, {"url": "c"}] * 3), ".jsonl")


def test_broken_utf8_in_one_row_spoils_only_that_row(read) -> None:
    good = lines({"text": WORDS}).encode()
    first, bad, last = read(good + b'{"text": "m\xff\xfet"}\n' + good, ".jsonl")
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert (bad.row, "not valid UTF-8" in bad.problem) == (2, True)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encodings_with_a_mark(read, encoding: str) -> None:
    assert [a.text for a in read(lines({"text": WORDS}, {"text": WORDS}).encode(encoding), ".jsonl")] == [WORDS, WORDS]


def test_a_nested_bomb_is_one_bad_row(read) -> None:
    bad, good = read(lines('{"text":' + "[" * 200_000, {"text": WORDS}), ".jsonl")
    assert (type(bad), type(good)) == (Failure, Article)


@pytest.mark.parametrize(
    ("value", "texts"),
    [([{"text": WORDS}, {"body": WORDS}], [WORDS, WORDS]), ({"text": WORDS}, [WORDS])],
)
def test_json_is_an_object_or_an_array(read, value: object, texts: list[str]) -> None:
    assert [a.text for a in read(json.dumps(value, indent=1), ".json")] == texts
    if isinstance(value, list):
        assert [a.text for a in read(json.dumps(value, indent=1), ".jsonl")] == texts


def test_lines_in_a_json_file_are_read_too(read) -> None:
    assert len(read(lines({"text": WORDS}, {"text": WORDS}), ".json")) == 2


def test_a_cut_json_array_is_an_error(read) -> None:
    with pytest.raises(InputError, match="not valid JSON"):
        read('[{"text": "a"}, {"te', ".json")


@pytest.mark.parametrize("data", ["[]", "\n\n"])
def test_no_rows(read, data: str) -> None:
    with pytest.raises(InputError, match=r"has no rows"):
        read(data, ".json" if data == "[]" else ".jsonl")


def test_rows_are_streamed() -> None:
    class Endless:
        """A file whose second megabyte must not be asked for."""

        def __init__(self) -> None:
            self.asked = 0

        def readable(self) -> bool:
            return True

        def seekable(self) -> bool:
            return False

        def flush(self) -> None:
            return

        writable = seekable
        closed = False

        def seek(self, position: int) -> int:
            return position

        def read(self, size: int = -1) -> bytes:
            self.asked += max(size, 0)
            assert size >= 0
            assert self.asked < 1_000_000
            return (lines({"text": WORDS}).encode() * (size // 40 + 1))[: size // 38 * 38]

        read1 = read

    from summarizer.formats.document import Document
    from summarizer.formats.jsonl import read as read_jsonl

    document = Document("x.jsonl", Endless(), ".jsonl")
    results = read_jsonl(document)
    assert isinstance(next(results), Article)
    assert isinstance(next(results), Article)
