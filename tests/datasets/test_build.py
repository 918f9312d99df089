from __future__ import annotations

import unicodedata

import pytest

from summarizer.datasets.base import Raw
from summarizer.datasets.build import build
from summarizer.errors import DataError

VI = "Sáng 25/10, công ước được mở ký tại Hà Nội với sự có mặt của đại diện nhiều nước."
EN = "The convention was opened for signature in Hanoi on Saturday in front of many delegates."


def row(name="a", where="x.jsonl, row 1", **fields):
    given = {"text": VI, "language": "vi", "summaries": {"vi": ("Công ước được mở ký tại Hà Nội.",)}}
    return Raw(where, name, **{**given, **fields})


def test_a_good_row_becomes_an_example():
    made = build("x", [row(title="Mở ký", date="2025-10-25")])
    (example,) = made.examples
    assert (example.article.text, example.article.title, example.language) == (VI, "Mở ký", "vi")
    assert example.references("vi") == ("Công ước được mở ký tại Hà Nội.",)
    assert example.references("en") == ()
    assert example.references("vi", "headline") == ()


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (row(summaries={}), "row 2: a has no reference summary"),
        (row(summaries={"vi": ("  ",)}), "no reference summary"),
        (row(text=" \n"), "a has no article text"),
        (row(name=""), "it has no id"),
        (row(problem="it is not valid JSON"), "row 2: it is not valid JSON"),
        (row(summaries={"vi": (EN,)}), "Vietnamese reference 1 of a is not in Vietnamese"),
        (row(summaries={"en": (EN, VI)}), "English reference 2 of a is not in English"),
        (row(text=EN), "the article of a is said to be Vietnamese but is not"),
        (row(headlines={"en": (VI,)}), "English reference 1 of a"),
        (
            row(
                text="Dies ist ein Artikel in einer anderen Sprache, und er hat mit der Konvention nichts zu tun.",
                language=None,
            ),
            "neither",
        ),
    ],
)
def test_a_wrong_row_is_refused_and_named(bad, says):
    rows = [row("first"), Raw("x.jsonl, row 2", *(getattr(bad, f) for f in Raw.__dataclass_fields__ if f != "where"))]
    with pytest.raises(DataError) as found:
        build("x", rows)
    assert "x.jsonl, row 2" in str(found.value)
    assert says in str(found.value)
    assert "--skip-bad-rows" in found.value.advice


def test_a_repeated_id_names_both_rows():
    with pytest.raises(DataError, match=r"row 9: the id a was used before, in x.jsonl, row 1"):
        build("x", [row(), row(where="x.jsonl, row 9")])


def test_the_same_id_in_another_normal_form_is_the_same_id():
    name = "bài-số-1"
    with pytest.raises(DataError, match="used before"):
        build("x", [row(unicodedata.normalize("NFD", name)), row(name, where="x.jsonl, row 2")])


def test_many_wrong_rows_are_counted_and_the_first_named():
    rows = [row(f"r{i}", f"x.jsonl, row {i}", summaries={}) for i in range(1, 9)]
    with pytest.raises(DataError, match=r"8 rows are wrong(.|\n)*row 5(.|\n)*and 3 more"):
        build("x", rows)


def test_wrong_rows_can_be_left_out_but_are_told():
    made = build("x", [row("a"), row("b", "x.jsonl, row 2", summaries={}), row("c", "x.jsonl, row 3")], skip_bad=True)
    assert [example.id for example in made.examples] == ["a", "c"]
    assert made.skipped == ("x.jsonl, row 2: b has no reference summary",)


def test_a_limit_spreads_over_the_whole_set():
    rows = [row(name, f"row {name}") for name in "abcdefghij"]
    assert [e.id for e in build("x", rows, limit=4).examples] == ["a", "c", "f", "h"]
    assert len(build("x", rows, limit=40).examples) == 10


def test_an_empty_set_is_refused():
    with pytest.raises(DataError, match="no usable row"):
        build("x", [])


def test_text_is_stored_in_nfc():
    example = build("x", [row(text=unicodedata.normalize("NFD", VI))]).examples[0]
    assert example.article.text == VI


def test_a_mention_of_the_other_language_is_no_mismatch():
    build("x", [row(text=VI + " Tiêu đề tiếng Anh là “Hanoi Convention”.", headlines={"en": ("UN treaty signed",)})])


def test_a_headline_too_short_to_tell_is_let_through():
    build("x", [row(headlines={"vi": ("SEA Games 33",)})])


def test_the_fingerprint_follows_content_not_files():
    one, same = build("x", [row()]), build("y", [row(where="elsewhere")])
    other = build("x", [row(summaries={"vi": ("Công ước được mở ký ở Hà Nội.",)})])
    assert one.sha256 == same.sha256 != other.sha256
