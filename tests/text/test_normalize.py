from __future__ import annotations

import unicodedata

import pytest

from summarizer.text.normalize import collapse, compare_form, nfc, normalize_tone, strip_diacritics


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("hoá", "hóa"),
        ("Hoá", "Hóa"),
        ("HOÁ", "HÓA"),
        ("văn hoá", "văn hóa"),
        ("thuỷ", "thủy"),
        ("THUỶ", "THỦY"),
        ("Uỷ ban", "Ủy ban"),
        ("khoẻ", "khỏe"),
        ("toà án", "tòa án"),
        ("doạ", "dọa"),
        ("nguỵ", "ngụy"),
        ("hoạ sĩ, xoè ô", "họa sĩ, xòe ô"),
        ("Thanh Hoá.", "Thanh Hóa."),
        ("luỹ tre", "lũy tre"),
    ],
)
def test_new_placement_becomes_old(written: str, expected: str) -> None:
    assert normalize_tone(written) == expected


@pytest.mark.parametrize(
    "text",
    [
        "hóa",  # already normal
        "thủy",
        "hoàn toàn",  # a final consonant: both styles agree
        "huỳnh",
        "hoài",
        "ngoáy",
        "khuỷu",
        "quý",  # u belongs to the onset
        "QUỲ",
        "quá",
        "quả",
        "già",
        "giá",
        "giò",
        "thuở",
        "huế",
        "khuya",
        "oái oăm",
        "Samoá",  # no Vietnamese syllable
        "Goáx",
        "señor déjà vu",
    ],
)
def test_other_words_stay(text: str) -> None:
    assert normalize_tone(text) == text


def test_nfc_composes_every_vietnamese_letter() -> None:
    text = "Nguyễn Thị Ứng, đường Trần Hưng Đạo, ỷ ỹ ỵ ặ ậ ộ ợ ự"
    assert nfc(unicodedata.normalize("NFD", text)) == text


def test_compare_form_unifies_what_newspapers_vary() -> None:
    one = "Thanh Hoá:  “Uỷ ban” – số 5\u00a0…"
    two = unicodedata.normalize("NFD", 'thanh hóa: "Ủy ban" - số 5 ...')
    assert compare_form(one) == compare_form(two) == 'thanh hóa: "ủy ban" - số 5 ...'


def test_compare_form_accepts_the_eth_that_looks_like_d_with_stroke() -> None:
    assert compare_form("Ðà Nẵng") == compare_form("Đà Nẵng")


def test_strip_diacritics() -> None:
    assert strip_diacritics("Đường về Thủy Nguyên, ỡ ữ") == "Duong ve Thuy Nguyen, o u"
    assert strip_diacritics(unicodedata.normalize("NFD", "Đặng")) == "Dang"


def test_collapse() -> None:
    assert collapse("\ufeff  a\u00a0\n\t b\u200bc ") == "a bc"
    assert collapse(" \n ") == ""
