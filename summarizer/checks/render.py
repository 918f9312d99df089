"""Writing a fact of the article the way the summary's language writes it: 2.500 / 2,500; 25/10 / October 25."""

from __future__ import annotations

import re

from summarizer.checks.values import Approx, Moment, Number
from summarizer.types import Lang

_VIETNAMESE = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+")
_TO_ENGLISH = str.maketrans(",.", ".,")
_SIZES: dict[Lang, tuple[tuple[float, str], ...]] = {
    "vi": ((1e9, "tỷ"), (1e6, "triệu")),
    "en": ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")),
}
_APPROX: dict[Lang, dict[Approx, str]] = {
    "vi": {"exact": "", "more": "hơn", "less": "gần", "about": "khoảng"},
    "en": {"exact": "", "more": "more than", "less": "nearly", "about": "about"},
}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_QUARTERS: dict[Lang, tuple[str, ...]] = {"vi": ("I", "II", "III", "IV"), "en": ("first", "second", "third", "fourth")}


def figure(value: float, lang: Lang, *, ordinal: bool = False) -> str:
    """``value`` in figures: "1,5 tỷ", "2.500", "1.5 billion", "2,500", "40th"."""
    for size, word in _SIZES[lang]:
        if value >= size and round(value / size, 3) * size == value:
            return f"{_grouped(value / size, lang)} {word}"
    text = _grouped(value, lang)
    return text + _ending(int(value)) if ordinal and lang == "en" else text


def english_numeral(numeral: str) -> str:
    """Vietnamese figures with the points and commas of English: "2,500.5" for "2.500,5"; others as they are."""
    return numeral.translate(_TO_ENGLISH) if _VIETNAMESE.fullmatch(numeral) else numeral


def bound(number: Number, lang: Lang) -> str:
    """The words of approximation that ``number`` asks for, "" for an exact one."""
    return "" if "exact" in number.approx else _APPROX[lang][next(iter(number.approx))]


def day(moment: Moment, parts: frozenset[str], lang: Lang) -> str:
    """The ``parts`` of a date, as far as they are known."""
    month, year = moment.month, moment.year if "year" in parts else None
    if "quarter" in parts and moment.quarter:
        return _quarter(moment.quarter, year, lang)
    if "day" in parts and moment.day and month:
        if lang == "vi":
            return f"{moment.day}/{month}" + (f"/{year}" if year else "")
        return f"{MONTHS[month - 1]} {moment.day}" + (f", {year}" if year else "")
    if "month" in parts and month:
        if lang == "vi":
            return f"tháng {month}" + (f"/{year}" if year else "")
        return MONTHS[month - 1] + (f" {year}" if year else "")
    return str(year) if year else ""


def _grouped(value: float, lang: Lang) -> str:
    text = f"{value:,.3f}".rstrip("0").rstrip(".") if value != int(value) else f"{int(value):,}"
    return text.translate(_TO_ENGLISH) if lang == "vi" else text


def _ending(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _quarter(quarter: int, year: int | None, lang: Lang) -> str:
    name = _QUARTERS[lang][quarter - 1]
    if lang == "vi":
        return f"quý {name}" + (f"/{year}" if year else "")
    return f"{name} quarter" + (f" of {year}" if year else "")
