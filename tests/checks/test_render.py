"""Facts as each language writes them."""

import pytest

from summarizer.checks.dates import moments
from summarizer.checks.render import day, figure
from summarizer.types import Lang


@pytest.mark.parametrize(
    ("value", "lang", "text"),
    [
        (2500, "vi", "2.500"),
        (2500, "en", "2,500"),
        (1.5e9, "vi", "1,5 tỷ"),
        (1.5e9, "en", "1.5 billion"),
        (1.2e12, "vi", "1.200 tỷ"),
        (1.2e12, "en", "1.2 trillion"),
        (6.5, "vi", "6,5"),
        (72, "en", "72"),
        (1_234_567, "en", "1,234,567"),
    ],
)
def test_figures(value: float, lang: Lang, text: str) -> None:
    assert figure(value, lang) == text


@pytest.mark.parametrize(
    ("value", "text"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (40, "40th"), (80, "80th")]
)
def test_ordinals(value: int, text: str) -> None:
    assert figure(value, "en", ordinal=True) == text


def test_dates() -> None:
    (moment,) = moments("25/10/2025", "vi")
    assert day(moment, moment.given, "en") == "October 25, 2025"
    assert day(moment, frozenset({"day", "month"}), "vi") == "25/10"
    assert day(moment, frozenset({"month", "year"}), "vi") == "tháng 10/2025"
    assert day(moment, frozenset({"year"}), "en") == "2025"
    (quarter,) = moments("quý III/2025", "vi")
    assert day(quarter, quarter.given, "en") == "third quarter of 2025"
