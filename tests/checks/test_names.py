"""Runs of capitalised words."""

import pytest

from summarizer.checks.name_words import syllable
from summarizer.checks.names import ordinary, runs
from summarizer.types import Lang


def names(text: str, lang: Lang = "vi") -> list[str]:
    return [text[run.start : run.end] for run in runs(text, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Hôm qua Lương Tam Quang phát biểu", "vi", ["Hôm", "Lương Tam Quang"]),
        ("Theo PGS.TS Huỳnh Tấn Lực, lúa tốt", "vi", ["Theo", "Huỳnh Tấn Lực"]),
        ("tại Hà Nội - Huế", "vi", ["Hà Nội", "Huế"]),
        ("nước Guinea-Bissau", "vi", ["Guinea-Bissau"]),
        ("tổng thống John F. Kennedy", "vi", ["John F. Kennedy"]),
        ("mẫu B. Hiệp hội nói", "vi", ["B", "Hiệp"]),
        ("thu 5 triệu USD ở Vinh", "vi", ["Vinh"]),
        ("gặp Ludwig van Beethoven", "vi", ["Ludwig van Beethoven"]),
        ("signed on Monday in Hanoi", "en", ["Hanoi"]),
        ("Theresa May won in May", "en", ["Theresa May"]),
        ("Bihar CM Nitish Kumar said", "en", ["Bihar", "Nitish Kumar"]),
    ],
)
def test_runs(text: str, lang: Lang, expected: list[str]) -> None:
    assert names(text, lang) == expected


def test_forms_of_address_and_places_are_kept_apart() -> None:
    (ong,) = runs("hôm qua ông Khánh nói", "vi")
    assert (ong.honorific, ong.opens) == ("ông", False)
    (river,) = runs("bên sông Hậu", "vi")
    assert river.placed


def test_a_line_break_ends_a_name() -> None:
    assert names("bên sông Trà\nTheo dõi", "vi") == ["Trà", "Theo"]


def test_syllables_and_ordinary_words() -> None:
    assert all(syllable(w) for w in ("Nguyễn", "Khuê", "Thuyền", "nghiêng", "Minh"))
    assert not any(syllable(w) for w in ("Brandolino", "Guterres", "District", "Street"))
    assert ordinary("Institute")
    assert ordinary("Marine")
    assert not ordinary("Brandolino")
    assert not ordinary("Hanoi")
