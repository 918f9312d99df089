"""Times of day and times taken."""

import pytest

from summarizer.checks.clocks import clocks, same_time
from summarizer.types import Lang


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("lúc 7h30", "vi", [(7, 30)]),
        ("13h-16h", "vi", [(13, 0), (16, 0)]),
        ("3 giờ chiều", "vi", [(15, 0)]),
        ("12 giờ đêm", "vi", [(0, 0)]),
        ("8 giờ tối", "vi", [(20, 0)]),
        ("7g30", "vi", [(7, 30)]),
        ("Đến 10g ngày 21-9", "vi", [(10, 0)]),
        ("từ 16h3 0 đến 9h5 3 người", "vi", [(16, 30), (9, 5)]),
        ("nặng 10g", "vi", []),
        ("1-4 pm", "en", [(13, 0), (16, 0)]),
        ("7:30 a.m.", "en", [(7, 30)]),
        ("at 10h, or 10h30", "en", [(10, 0), (10, 30)]),
        ("10ha of land", "en", []),
        ("2:46:51", "en", [(2, 46, 51)]),
        ("72 giờ", "vi", []),
        ("120 km/h", "vi", []),
    ],
)
def test_reading(text: str, lang: Lang, expected: list[tuple[int, ...]]) -> None:
    assert [c.parts for c in clocks(text, lang)] == expected


def test_a_time_taken_in_words_is_the_same_in_figures() -> None:
    spoken = clocks("2 giờ 46 phút 51 giây", "vi")[0]
    assert spoken.bare
    assert same_time(clocks("2:46:51", "en")[0], spoken)


def test_half_of_the_day_counts_where_it_is_said() -> None:
    evening, unsure, morning = clocks("19h", "vi")[0], clocks("7h00", "vi")[0], clocks("7 a.m.", "en")[0]
    assert same_time(evening, unsure)
    assert not same_time(evening, morning)
