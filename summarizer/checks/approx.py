"""Words that make a number a bound or an estimate: "gần 90" is not "90"."""

from __future__ import annotations

from summarizer.checks.tokens import Tokens, key_at
from summarizer.checks.values import EXACT, Approx
from summarizer.text.wordlist import words
from summarizer.types import Lang

_MORE: frozenset[Approx] = frozenset({"more"})
_LESS: frozenset[Approx] = frozenset({"less"})
_ABOUT: frozenset[Approx] = frozenset({"about"})
_MAYBE_MORE: frozenset[Approx] = frozenset({"exact", "more"})
_MAYBE_LESS: frozenset[Approx] = frozenset({"exact", "less"})


def _table(rows: dict[frozenset[Approx], str]) -> dict[tuple[str, ...], frozenset[Approx]]:
    return {tuple(phrase.split()): approx for approx, phrases in rows.items() for phrase in phrases.split("|")}


_BEFORE: dict[Lang, dict[tuple[str, ...], frozenset[Approx]]] = {
    "vi": _table(
        {
            _MORE: "hơn|trên mức|hơn mức|quá mức|ít nhất|ít nhất có|ít nhất trong|ít nhất là|tối thiểu|không dưới|"
            "vượt quá|hơn cả|không ít hơn|nhiều hơn",
            # On, or more than; over, or beyond; "vượt mốc 40" speaks of the mark itself.
            _MAYBE_MORE: "trên|quá|từ|vượt|vượt mốc|từ trên",
            _LESS: "gần|dưới|dưới mức|chưa đầy|chưa đến|chưa tới|không quá|ngót|gần như|không đến|không tới|chưa "
            "được|nhiều nhất|"
            "ít hơn|không hơn|không cao hơn|không nhiều hơn|không lớn hơn|không vượt quá|"
            "suýt soát|gần tới|gần đến|gần bằng|gần tương đương",
            _MAYBE_LESS: "chưa đủ|chưa có đủ|không đủ|tối đa|tới|đến|lên tới|lên đến|cao nhất",
            _ABOUT: "khoảng|chừng|xấp xỉ|ước chừng|ước|ước tính|cỡ|tầm|độ khoảng|khoảng chừng|ngang|ước khoảng|~",
        }
    ),
    "en": _table(
        {
            _MORE: "more than|exceeding|in excess of|upwards of|at least|no fewer than|no less than|not less than|"
            "well over|"
            "a minimum of|just over|greater than",
            _MAYBE_MORE: "above|topping|surpassing|beyond",
            _LESS: "nearly|almost|close to|under|below|less than|fewer than|just under|no more than|not more than|"
            "just short of|barely|near",
            _MAYBE_LESS: "within|up to|at most|a maximum of|maximum|as many as|as much as|as high as",
            _ABOUT: "about|around|some|roughly|approximately|an estimated|estimated|circa|~|in the region of",
        }
    ),
}
_AFTER: dict[tuple[str, ...], frozenset[Approx]] = {
    ("trở", "lên"): _MAYBE_MORE,
    ("trở", "xuống"): _MAYBE_LESS,
    ("or", "more"): _MAYBE_MORE,
    ("or", "older"): _MAYBE_MORE,
    ("trở", "đi"): _MAYBE_MORE,
    ("or", "less"): _MAYBE_LESS,
    ("or", "so"): _ABOUT,
    ("-", "plus"): _MORE,
    ("plus",): _MORE,
    ("+",): _MORE,
    ("-", "odd"): _ABOUT,
}
_LAST = {lang: frozenset(phrase[-1] for phrase in table) for lang, table in _BEFORE.items()}
_FIRST = frozenset(phrase[0] for phrase in _AFTER)
# "cao hơn 500 đồng" is higher by 500 dong, not more than 500 dong.
_COMPARED = words("cao thấp nhiều ít lớn nhỏ nhanh chậm ngắn dài tốt kém rẻ đắt sớm muộn nặng nhẹ già trẻ hẹp rộng")
_GIVEN = words("hand hands handed handing turn turned take takes took taken")  # "handed over $800,000"
_TIME = {"year", "month", "week", "day", "hour"}


def approx_before(tokens: Tokens, at: int, lang: Lang, unit: str) -> tuple[frozenset[Approx], int]:
    """How the words before token ``at`` bend the number there, and the index they start at."""
    table = _BEFORE[lang]
    for size in (3, 2, 1) if key_at(tokens, at - 1) in _LAST[lang] else ():
        phrase = tuple([t.key for t in tokens[max(0, at - size) : at]])
        if len(phrase) == size and phrase in table:
            if phrase == ("hơn",) and key_at(tokens, at - 2) in _COMPARED:
                return _MAYBE_MORE, at - 1
            return table[phrase], at - size
    if lang == "en" and key_at(tokens, at - 1) == "over" and key_at(tokens, at - 2) not in _GIVEN:
        return (_MAYBE_MORE if unit in _TIME else _MORE), at - 1
    return EXACT, at


def approx_after(tokens: Tokens, at: int) -> tuple[frozenset[Approx], int]:
    """How the words from token ``at`` bend the number before them, and the index after them."""
    for size in (2, 1) if key_at(tokens, at) in _FIRST else ():
        phrase = tuple([t.key for t in tokens[at : at + size]])
        sum_of_two = phrase == ("+",) and key_at(tokens, at + 1)[:1].isdigit()  # "Km 101+300"
        if len(phrase) == size and phrase in _AFTER and not sum_of_two:
            return _AFTER[phrase], at + size
    return EXACT, at


def approx_fits(said: frozenset[Approx], found: frozenset[Approx]) -> bool:
    """Whether a number said with ``said`` rests on one found with ``found``: never another bound.

    Leaving out "about" passes, as news writing does it all the time; leaving out "nearly" or "more than" does not.
    """
    return bool(said & found) or "about" in said or ("about" in found and "exact" in said)
