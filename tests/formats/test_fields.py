from __future__ import annotations

from io import BytesIO

import pytest

from summarizer.errors import InputError
from summarizer.formats.document import Document, Failure
from summarizer.formats.fields import article_of, no_text_field, row_results, text_field

WORDS = "một hai ba bốn năm sáu"


@pytest.fixture
def document() -> Document:
    return Document("tin.csv", BytesIO(b""), ".csv")


def test_the_text_column_is_the_first_known_name() -> None:
    assert text_field(["body", "Text"]) == "Text"
    assert text_field([" Content "]) == " Content "
    assert text_field(["noi_dung"]) is None


def test_the_error_lists_what_was_seen() -> None:
    assert "'a', 'b'" in no_text_field("x", ["a", "b"]).problem
    assert "none" in no_text_field("x", []).problem


def test_empty_fields_count_as_missing(document: Document) -> None:
    article = article_of(document, {"text": WORDS, "id": "", "title": None, "date": None}, 4)
    assert (article.id, article.title, article.date) == ("tin-4", "", "")


def test_a_failed_row_keeps_its_id_and_names_itself_once(document: Document) -> None:
    (failure,) = row_results(document, [(9, {"text": "", "id": 5})])
    assert failure == Failure(
        "tin.csv", "tin.csv, row 9 is empty.", "Give a document that holds the text of an article.", 9, "5"
    )


def test_no_rows(document: Document) -> None:
    with pytest.raises(InputError, match=r"tin\.csv has no rows"):
        list(row_results(document, []))
