"""Units and currencies."""

import pytest

from summarizer.checks.tokens import tokenize
from summarizer.checks.units import currency_before, unit_after
from summarizer.types import Lang


@pytest.mark.parametrize(
    ("text", "lang", "dimension", "factor"),
    [
        ("km2", "vi", "m2", 1e6),
        ("ha", "vi", "m2", 1e4),
        ("tạ", "vi", "kg", 100),
        ("thập kỷ", "vi", "year", 10),
        ("km/h", "vi", "kmh", 1),
        ("triệu", "vi", None, 0),
        ("đồng chí", "vi", None, 0),
        ("working days", "en", "day", 1),
        ("metric tons", "en", "kg", 1000),
        ("Yen Bai", "en", None, 0),
    ],
)
def test_units(text: str, lang: Lang, dimension: str | None, factor: float) -> None:
    read = unit_after(tokenize(text), 0, lang, figures=True)
    assert (read[:2] if read else (None, 0)) == (dimension, factor)


@pytest.mark.parametrize(
    ("text", "currency"),
    [("US$1", "usd"), ("VND1", "vnd"), ("€1", "eur"), ("A$1", "a$"), ("a $1", "usd"), ("số 1", None)],
)
def test_currencies(text: str, currency: str | None) -> None:
    tokens = tokenize(text)
    read = currency_before(tokens, len(tokens) - 1)
    assert (read[0] if read else None) == currency
