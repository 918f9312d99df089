"""The words of English numerals, and how they combine below a thousand."""

from __future__ import annotations

from summarizer.checks.tokens import Read, Tokens
from summarizer.checks.tokens import key_at as _key
from summarizer.checks.tokens import key_in as _is

_TEENS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_FIRSTS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_EN_UNITS = {word: float(value) for value, word in enumerate(_TEENS)}
_EN_TENS = {word: 10.0 * value for value, word in enumerate(_TENS, start=2)}
_EN_SIZES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_EN_SHORT = {"k": 1e3, "mn": 1e6, "bn": 1e9, "tn": 1e12, "tr": 1e6}
_EN_LOOSE = {"dozens": 10.0, "tens": 10.0, "hundreds": 100.0, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
_EN_ORDINALS = {word: float(value) for value, word in enumerate(_FIRSTS, start=1)}
_EN_TENTHS = {f"{word[:-1]}ieth": value for word, value in _EN_TENS.items()}
_EN_ANY_ORDINAL = {**_EN_ORDINALS, **_EN_TENTHS}
_EN_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5}


class English:
    """English numeral words."""

    def group(self, tokens: Tokens, at: int) -> Read | None:
        """A number below a thousand in words; "a" counts only before a hundred, a size word or a dozen."""
        if tokens[at].key == "half" and _is(tokens, at + 1, {"a"}) and _is(tokens, at + 2, _EN_SIZES):
            return 0.5, at + 2
        if tokens[at].key == "a":
            return self._after_article(tokens, at)
        below = self._below_hundred(tokens, at)
        if below is None:
            return None
        value, stop = below
        if _is(tokens, stop, {"hundred"}):
            return self._after_hundred(tokens, stop + 1, value * 100)
        if _is(tokens, stop, {"dozen"}):
            return value * 12, stop + 1
        return value, stop

    def _after_article(self, tokens: Tokens, at: int) -> Read | None:
        if _is(tokens, at + 1, {"hundred"}):
            return self._after_hundred(tokens, at + 2, 100.0)
        if _is(tokens, at + 1, {"dozen"}):
            return 12.0, at + 2
        if _is(tokens, at + 1, _EN_PARTS) and _is(tokens, at + 2, {"of"}):
            return 1 / _EN_PARTS[tokens[at + 1].key], at + 2
        return (1.0, at + 1) if _is(tokens, at + 1, _EN_SIZES) else None

    def size(self, tokens: Tokens, at: int, *, digits: bool) -> Read:
        """The product of the size words at ``at``; short forms ("bn", "k") stand only right after figures."""
        product = 1.0
        joined = digits and 0 < at < len(tokens) and tokens[at].start == tokens[at - 1].end
        if joined and tokens[at].key == "-" and _is(tokens, at + 1, _EN_SIZES):  # "a $5-million fund"
            at += 1
        road = joined and tokens[at].text == "K" and tokens[at - 2].text not in "$€£"  # "Highway 1K"
        if at < len(tokens) and (
            (joined and not road and tokens[at].key in _EN_SHORT) or (digits and tokens[at].key in {"bn", "mn", "tn"})
        ):
            return _EN_SHORT[tokens[at].key], at + 1
        while at < len(tokens) and (tokens[at].key in _EN_SIZES or (digits and tokens[at].key == "hundred")):
            product *= _EN_SIZES.get(tokens[at].key, 100.0)
            at += 1
        return product, at

    def half(self, tokens: Tokens, at: int) -> int | None:
        """English has no word after the numeral for a half; "and a half" is one."""
        whole = _is(tokens, at, {"and"}) and _is(tokens, at + 1, {"a"}) and _is(tokens, at + 2, {"half"})
        return at + 3 if whole else None

    def last_size(self, tokens: Tokens, stop: int) -> float:
        """Half of one, whatever stands before "and a half"."""
        return 1.0

    def fraction(self, tokens: Tokens, at: int, top: float) -> Read | None:
        """A share: "two-thirds", "one quarter"."""
        if _is(tokens, at, {"-"}):
            at += 1
        if at >= len(tokens) or tokens[at].key not in _EN_PARTS:
            return None
        if tokens[at].key == "quarter" and tokens[at - 1].digits:
            return None  # "the past 1 quarter"
        if tokens[at].key == "quarters" and tokens[at - 1].key != "-" and not _is(tokens, at + 1, {"of"}):
            return None  # "three quarters late": of a year
        plural = tokens[at].key.endswith("s")
        if (top == 1) == plural or top >= 10:
            return None
        return top / _EN_PARTS[tokens[at].key], at + 1

    def ordinal(self, tokens: Tokens, at: int, *, literal: bool) -> Read | None:
        """What an ordinal ending adds: "80th" nothing, "twenty-first" one."""
        if literal and _is(tokens, at, {"st", "nd", "rd", "th"}) and tokens[at].start == tokens[at - 1].end:
            return 0.0, at + 1
        if tokens[at - 1].key in _EN_TENS and _is(tokens, at, {"-"}) and _is(tokens, at + 1, _EN_ORDINALS):
            return _EN_ORDINALS[tokens[at + 1].key], at + 2
        return None

    def plain_ordinal(self, tokens: Tokens, at: int) -> Read | None:
        """An ordinal in one word: "fortieth", "third"; "first" says nothing that can be compared, so it is none."""
        value = _EN_ANY_ORDINAL.get(tokens[at].key)
        return (value, at + 1) if value and value > 1 else None

    def loose(self, tokens: Tokens, at: int) -> Read | None:
        """An order of magnitude: "dozens of", "tens of thousands", "several hundred"."""
        key = tokens[at].key
        if key in {"several", "few"}:
            if _is(tokens, at + 1, {"hundred"}):
                return 100.0 * _EN_SIZES.get(_key(tokens, at + 2), 1.0), at + 2 + (_key(tokens, at + 2) in _EN_SIZES)
            return (_EN_SIZES[_key(tokens, at + 1)], at + 2) if _is(tokens, at + 1, _EN_SIZES) else None
        if key not in _EN_LOOSE:
            return None
        if _is(tokens, at + 1, {"of"}) and _is(tokens, at + 2, _EN_LOOSE):
            return _EN_LOOSE[key] * _EN_LOOSE[tokens[at + 2].key], at + 3
        return _EN_LOOSE[key], at + 1

    def _below_hundred(self, tokens: Tokens, at: int) -> Read | None:
        key = tokens[at].key
        if key in _EN_TENS:
            value = _EN_TENS[key]
            step = at + 2 if _is(tokens, at + 1, {"-"}) else at + 1
            last = _EN_UNITS.get(_key(tokens, step), 10.0)
            return (value + last, step + 1) if 0 < last < 10 else (value, at + 1)
        return (_EN_UNITS[key], at + 1) if key in _EN_UNITS and key != "zero" else None

    def _after_hundred(self, tokens: Tokens, at: int, value: float) -> Read:
        step = at + 1 if _is(tokens, at, {"and"}) else at
        rest = self._below_hundred(tokens, step) if step < len(tokens) else None
        return (value + rest[0], rest[1]) if rest else (value, at)
