from __future__ import annotations

import pytest

from summarizer.errors import InputError
from summarizer.formats.document import Failure
from summarizer.types import Article

WORDS = "một hai ba bốn năm sáu"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_separators_and_encodings(read, separator: str, encoding: str) -> None:
    data = separator.join(["id", "Title", "text"]) + "\r\n" + separator.join(["1", "Đầu đề", WORDS]) + "\r\n"
    assert read(data.encode(encoding), ".csv") == [Article("1", WORDS, "Đầu đề", "", "bai.csv")]


def test_cells_with_newlines_quotes_and_separators(read) -> None:
    (article,) = read('text\n"Ông nói: ""Tốt, rất tốt"",\nrồi đi về"\n', ".csv")
    assert article.text == 'Ông nói: "Tốt, rất tốt",\nrồi đi về'


def test_a_long_cell_is_read_whole(read) -> None:
    (article,) = read("text\n" + f"{WORDS} " * 20_000, ".csv")
    assert len(article.text) > 400_000


def test_an_open_quotation_mark_spoils_one_row_only(read) -> None:
    data = f'id,text\n1,{WORDS}\n2,"hỏng {WORDS}\n3,"{WORDS}, bảy"\n4,{WORDS}\n5,"{WORDS}\n6,{WORDS}\n'
    results = read(data, ".csv")
    assert [r.id if isinstance(r, Article) else r.row for r in results] == ["1", 3, "3", "4", 6, "6"]
    assert all("quotation marks" in r.advice for r in results if isinstance(r, Failure))


def test_bad_rows_are_named_and_the_rest_goes_on(read) -> None:
    data = (
        f"id,text,title\n1,{WORDS},a,thừa\n2\n3,,b\n\n4,{WORDS},c,\n".encode() + b"5,m\xff\xfe\xff hai ba bon nam,d\n"
    )
    results = read(data, ".csv")
    assert [r.id if isinstance(r, Article) else r.row for r in results] == [2, 3, 4, "4", 6]
    problems = [r.problem for r in results if isinstance(r, Failure)]
    assert "has 4 cells but the header has 3" in problems[0]
    assert "row 3 is empty" in problems[1]
    assert "not valid UTF-8" in problems[3]


def test_without_a_text_column_the_columns_are_listed(read) -> None:
    with pytest.raises(InputError, match="the columns are: 'stt', 'tiêu đề', 'nội dung'"):
        read("stt;tiêu đề;nội dung\n1;a;b\n", ".csv")


@pytest.mark.parametrize("data", ["text\n", "text,title\n\n\n"])
def test_a_header_alone_has_no_rows(read, data: str) -> None:
    with pytest.raises(InputError, match="has no rows"):
        read(data, ".csv")


def test_a_blank_table_lists_no_columns(read) -> None:
    with pytest.raises(InputError, match="the columns are: none"):
        read("\n\n", ".csv")
