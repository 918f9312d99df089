from __future__ import annotations

import unicodedata
from io import BytesIO

import pytest

from summarizer.errors import InputError
from summarizer.formats.article import check_text, iso_date, make_article, split_title, title_of
from summarizer.formats.document import Document

WORDS = "một hai ba bốn năm sáu"


@pytest.fixture
def document() -> Document:
    return Document("bài.txt", BytesIO(b""), ".txt")


def test_text_title_and_id_are_nfc_and_newlines_are_plain(document: Document) -> None:
    nfd = unicodedata.normalize("NFD", "Hội nghị về tội phạm mạng\r\nhọp ở Hà Nội")
    article = make_article(document, f"\ufeff{nfd}\r\n", title=nfd, article_id=unicodedata.normalize("NFD", "đầu bài"))
    assert article.text == "Hội nghị về tội phạm mạng\nhọp ở Hà Nội"
    assert article.title == "Hội nghị về tội phạm mạng họp ở Hà Nội"
    assert article.id == "đầu bài"


def test_the_writers_tone_placement_is_kept(document: Document) -> None:
    assert make_article(document, "Bà Hoà và ông Thuỷ ở Khánh Hòa").text == "Bà Hoà và ông Thuỷ ở Khánh Hòa"


def test_lone_surrogates_are_replaced_with_a_warning(document: Document) -> None:
    article = make_article(document, f"{WORDS} \ud800", title="\udfff")
    assert article.text.endswith("\ufffd")
    assert article.warnings == ("broken characters were replaced by \ufffd",)
    article.text.encode(), article.title.encode()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "is empty"),
        (" \n\t\u00a0\u200b\ufeff ", "is empty"),
        ("2025 – 110 %", "holds no words"),
        ("Chào", "holds only one word"),
        ("Xin chào Hà Nội", "holds only 4 words"),
        ("a" * 5_000_001, "longer than the limit of 5 million characters (5 MB)"),
    ],
)
def test_what_is_no_article_is_refused(text: str, problem: str) -> None:
    with pytest.raises(InputError) as error:
        check_text(text, "bài.txt")
    assert "bài.txt" in error.value.problem
    assert problem in error.value.problem
    assert error.value.advice


def test_five_words_are_enough() -> None:
    check_text("Bão số 5 đổ bộ Quảng Trị")


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("Tiêu đề\n\nThân bài.", "Tiêu đề", "Thân bài."),
        ("Tiêu đề\r\n\r\nThân bài.", "Tiêu đề", "Thân bài."),
        ("\ufeff\nTiêu đề?\n \u00a0\nThân bài.", "Tiêu đề?", "Thân bài."),
        ("Câu đầu.\n\nCâu hai.", "", "Câu đầu.\n\nCâu hai."),
        ("Dòng một\nDòng hai", "", "Dòng một\nDòng hai"),
        ("Chỉ một dòng\n\n", "", "Chỉ một dòng\n\n"),
        (f"{'a' * 201}\n\nThân bài.", "", f"{'a' * 201}\n\nThân bài."),
    ],
)
def test_title_is_a_short_first_line_that_stands_alone(text: str, title: str, body: str) -> None:
    assert split_title(text) == (title, body)


def test_first_paragraph_is_a_title_only_when_others_follow() -> None:
    assert title_of(["Tiêu đề", "Thân bài."]) == "Tiêu đề"
    assert title_of(["Tiêu đề"]) == title_of(["Câu.", "Câu."]) == title_of([]) == ""


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-10-25", "2025-10-25"),
        ("2025-10-25T08:30:00+07:00", "2025-10-25"),
        ("2025-10-25 08:30", "2025-10-25"),
        ("25/10/2025", "2025-10-25"),
        ("5/1/2025 08:30", "2025-01-05"),
        ("25.10.2025", "2025-10-25"),
        ("25 October 2025", "2025-10-25"),
        ("October 25, 2025", "2025-10-25"),
        ("10/25/2025", ""),
        ("hôm qua", ""),
        ("", ""),
    ],
)
def test_dates_become_iso(value: str, day: str) -> None:
    assert iso_date(value) == day
