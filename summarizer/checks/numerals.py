"""Reading one numeral, in figures or in words: "1.500", "1,5 tỷ", "hai mươi lăm", "seventy-two", "80th".

Nothing here looks at units or at words of approximation; :mod:`summarizer.checks.numbers` does.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.checks.numeral_en import English
from summarizer.checks.numeral_vi import Vietnamese
from summarizer.checks.tokens import Token
from summarizer.types import Lang

_SIGNS: dict[Lang, tuple[str, str]] = {"vi": (".", ","), "en": (",", ".")}  # between thousands, before decimals


def _shapes(group: str, decimal: str) -> tuple[re.Pattern[str], ...]:
    """Grouped by thousands; with three decimals; with decimals; grouped as the other language does."""
    forms = (
        rf"\d{{1,3}}(?:\{group}\d{{3}})+(?:\{decimal}\d+)?",
        rf"\d{{1,3}}\{decimal}\d{{3}}",
        rf"\d+\{decimal}\d+",
        rf"\d{{1,3}}(?:\{decimal}\d{{3}})+(?:\{group}\d+)?|\d+\{group}\d+",
    )
    return tuple(map(re.compile, forms))


_SHAPES = {lang: _shapes(*signs) for lang, signs in _SIGNS.items()}
_VI = Vietnamese()
_EN = English()


class Numeral(NamedTuple):
    """A value read from tokens ``[first, stop)``."""

    value: float
    stop: int
    other: float | None = None
    spelled: bool = False
    vague: bool = False
    ordinal: bool = False
    size: float = 1.0  # of its first figures: a million in "5 triệu"


def literal(figures: str, lang: Lang) -> tuple[float, float | None] | None:
    """Value of a number in figures and, where the separators allow one, a second reading; None when it is a code.

    Vietnamese groups thousands with points and English with commas, and each is met in the other's texts:
    "2,125" in a Vietnamese article reads 2.125 first and 2125 second.
    """
    if figures.isdigit():
        return float(figures), None
    group, decimal = _SIGNS[lang]
    grouped, thousandth, fraction, foreign_grouped = _SHAPES[lang]
    if grouped.fullmatch(figures):
        return _plain(figures, group, decimal), None
    if thousandth.fullmatch(figures):
        fine, foreign = _plain(figures, group, decimal), _plain(figures, decimal, group)
        # Nobody writes three decimals to end them in a nought.
        return (foreign, fine) if figures.endswith("0") and figures[0] != "0" else (fine, foreign)
    if fraction.fullmatch(figures):
        return _plain(figures, group, decimal), None
    if foreign_grouped.fullmatch(figures):
        return _plain(figures, decimal, group), None
    return None


def _plain(figures: str, group: str, decimal: str) -> float:
    return float(figures.replace(group, "").replace(decimal, "."))


def numeral(tokens: tuple[Token, ...], at: int, lang: Lang) -> Numeral | None:
    """The longest numeral starting at token ``at``, None when there is none."""
    words = _VI if lang == "vi" else _EN
    loose = words.loose(tokens, at)
    if loose is not None:
        value, stop = loose
        return Numeral(value, stop, spelled=True, vague=True)
    total, other, stop, first_size = 0.0, None, at, 1.0
    size, spelled = float("inf"), not tokens[at].digits
    while stop < len(tokens):
        term = _term(tokens, stop, lang)
        if term is None or not _continues(term, size, first=stop == at, spelled=spelled):
            break
        total += term.value * term.size
        first_size = term.size if stop == at else first_size
        other = term.other * term.size if term.other is not None and stop == at else None
        stop, size = term.stop, term.size
        if size == 1:
            break
    if stop == at:
        return None
    return _finish(tokens, Numeral(total, stop, other, spelled, size=first_size), words, literal=tokens[at].digits)


class _Term(NamedTuple):
    """A number below a thousand or in figures, and the thousand, million … it counts."""

    value: float
    size: float
    stop: int
    other: float | None
    digits: bool


def _term(tokens: tuple[Token, ...], at: int, lang: Lang) -> _Term | None:
    words = _VI if lang == "vi" else _EN
    token = tokens[at]
    if token.digits:
        read = literal(token.text, lang)
        if read is None:
            return None
        value, other = read
        size, stop = words.size(tokens, at + 1, digits=True)
        return _Term(value, size, stop, other, True)
    group = words.group(tokens, at)
    if group is None:
        return None
    value, stop = group
    size, stop = words.size(tokens, stop, digits=False)
    return _Term(value, size, stop, None, False)


def _continues(term: _Term, size: float, *, first: bool, spelled: bool) -> bool:
    """Whether a later term belongs to the same numeral: "1 tỷ 200 triệu" yes, "2 triệu, 500" no."""
    if first:
        return True
    if term.size >= size or term.value >= size:
        return False
    return term.size > 1 if term.digits else spelled


def _finish(tokens: tuple[Token, ...], read: Numeral, words: Vietnamese | English, *, literal: bool) -> Numeral:
    half = words.half(tokens, read.stop)
    if half is not None:
        last_size = words.last_size(tokens, read.stop)
        return Numeral(read.value + last_size / 2, half, spelled=read.spelled)
    fraction = words.fraction(tokens, read.stop, read.value)
    if fraction is not None:
        value, stop = fraction
        return Numeral(value, stop, spelled=True)
    ordinal = words.ordinal(tokens, read.stop, literal=literal)
    if ordinal is not None:
        value, stop = ordinal
        return Numeral(read.value + value, stop, spelled=read.spelled, ordinal=True)
    return read
