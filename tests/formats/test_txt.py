from __future__ import annotations

import unicodedata

import pytest

from summarizer.errors import InputError

TEXT = "Cầu Rạch Sâu thông xe\n\nSáng 18/10/2025, cầu được đưa vào sử dụng."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_unicode_form_gives_the_same_article(read, encoding: str, form: str) -> None:
    (article,) = read(unicodedata.normalize(form, TEXT).encode(encoding), ".txt")
    assert article.title == "Cầu Rạch Sâu thông xe"
    assert article.text == "Sáng 18/10/2025, cầu được đưa vào sử dụng."
    assert (article.id, article.source) == ("bai", "bai.txt")


def test_a_text_without_title_keeps_its_first_sentence(read) -> None:
    (article,) = read("Câu thứ nhất của bài.\n\nCâu thứ hai của bài.", ".txt")
    assert article.title == ""
    assert article.text.startswith("Câu thứ nhất")


def test_broken_utf8_is_read_with_a_warning(read) -> None:
    data = bytearray((TEXT * 20).encode())
    data[200] = 0xFF
    (article,) = read(bytes(data), ".txt")
    assert article.warnings
    assert "cầu được đưa vào sử dụng" in article.text


def test_legacy_encodings_are_converted_with_a_warning(read) -> None:
    (article,) = read("Quèc héi häp ë Hµ Néi\n\nQuèc héi Céng hoµ x· héi chñ nghÜa ViÖt Nam.".encode("latin-1"), ".txt")
    assert (article.title, article.text) == ("Quốc hội họp ở Hà Nội", "Quốc hội Cộng hoà xã hội chủ nghĩa Việt Nam.")
    assert article.warnings == ("decoded from TCVN3",)


def test_what_is_no_text_names_the_file(read) -> None:
    with pytest.raises(InputError, match=r"bai\.txt cannot be read"):
        read(bytes(range(128, 256)) * 3, ".txt")


@pytest.mark.parametrize(("size", "limit"), [(20_000_001, "20 MB"), (6_000_000, "5 million characters (5 MB)")])
def test_a_text_over_the_limit_is_refused_with_the_limit_named(read, size: int, limit: str) -> None:
    with pytest.raises(InputError) as error:
        read(b"ab " * (size // 3 + 1), ".txt")
    assert limit in error.value.problem
    assert "Split it" in error.value.advice


@pytest.mark.parametrize("text", ["\n \n", "\ufeff", "Chào"])
def test_blank_and_one_word_are_refused(read, text: str) -> None:
    with pytest.raises(InputError):
        read(text, ".txt")
