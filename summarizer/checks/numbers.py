"""The numbers of a text, Vietnamese or English: values with their units and their words of approximation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.checks.approx import approx_after, approx_before
from summarizer.checks.nouns import counted
from summarizer.checks.numeral_en import English
from summarizer.checks.numeral_vi import ORDINALS as VI_ORDINALS
from summarizer.checks.numerals import Numeral, numeral
from summarizer.checks.tokens import FIGURES, Tokens, bare, key_at, matches, standing, tokenize
from summarizer.checks.units import MONEY, currency_before, unit_after
from summarizer.checks.values import EXACT, Number
from summarizer.text.wordlist import words
from summarizer.types import Lang, Span

_STARTS: dict[Lang, frozenset[str]] = {
    "vi": words("một hai ba bốn năm sáu bảy bẩy tám chín mười không nửa hàng vài mấy cả đôi nhì tư"),
    "en": words(
        "a one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety half several few dozens tens hundreds "
        "thousands millions billions second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth "
        "fiftieth sixtieth seventieth eightieth ninetieth twice doubled doubling tripled"
    ),
}
_STARTS = {lang: starts | {FIGURES} for lang, starts in _STARTS.items()}
_VI_ORDINAL = {"thứ", "khóa", "khoá", "kỳ", "kì", "lần", "đời", "hạng"}
# Words after a number that count nothing.
_NO_NOUN = words(
    "và đến tới lên xuống còn trong của là ở tại với để thì mà đã sẽ có khi so nhưng hoặc hay do vì được bị từ "
    "theo nên cho cũng vẫn "
    "and to in of at on by from for or with is was were are have had has after before while but out per when who "
    "as sau trước ngay ở mỗi hiện đang cả "
    "than that which will the it they"
)
_LINKS = {"-", "–", "đến", "tới", "và", "hoặc", "hay", "lên", "xuống", "còn", "to", "and", "or"}
_RANGE_LINKS = {"-", "–", "đến", "tới", "to"}
# Words before a number that make it a name, as one label for both languages.
_LABELS = {
    "số": "no", "no": "no", "number": "no", "điều": "article", "article": "article",
    "khoản": "clause", "clause": "clause",
    "vòng": "round", "round": "round", "lớp": "grade", "grade": "grade", "phase": "phase", "phút": "minute",
}  # fmt: skip
_TIMES = {"twice": 2.0, "doubled": 2.0, "doubling": 2.0, "tripled": 3.0, "đôi": 2.0}
_FRACTION = re.compile(r"(?<![\d/.,])([1-9])/([2-9]|10)(?![\d/])")
_ROMAN = re.compile(r"\b(?:[Tt]hứ|[Kk]h(?:óa|oá)|[Kk]ỳ|[Tt]hế kỷ|[Ll]ần|[Đđ]ại hội(?: Đảng)?)\s+([IVX]{1,6})\b")
_ROMAN_END = re.compile(r"[IVX]\b")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_ENGLISH = English()


def numbers(text: str, lang: Lang, skip: Sequence[Span] = ()) -> tuple[Number, ...]:
    """Every number of ``text`` in order, those inside the spans ``skip`` (dates, times, codes) left out."""
    tokens = tokenize(text)
    found: list[tuple[Number, int, int, float]] = []  # number, first and next token, size word
    taken = {at for span in skip for at in range(span.start, span.end)}
    free = 0  # first token that belongs to no number yet
    for at in standing(text, _STARTS[lang]):
        read = _read(tokens, at, lang) if at >= free and tokens[at].start not in taken else None
        if read is not None:
            found.append((_number(tokens, at, read, lang), at, read.stop, read.size))
            free = read.stop
    linked = _link(tokens, found)
    return tuple(sorted([*linked, *_romans(text)], key=lambda n: n.start))


def fractions(text: str) -> tuple[Number, ...]:
    """The figures of ``text`` that read as a fraction below one; "1/3" is also the first of March."""
    tokens = tokenize(text)
    starts = [tokens[at].start for at in standing(text, {FIGURES})] if "/" in text else []
    return tuple(
        Number(m.start(), m.end(), int(m[1]) / int(m[2]), int(m[1]) / int(m[2]), outer=m.span())
        for m in matches(_FRACTION, text, starts)
        if int(m[1]) < int(m[2])
    )


def _read(tokens: Tokens, at: int, lang: Lang) -> Numeral | None:
    token = tokens[at]
    if lang == "vi" and key_at(tokens, at - 1) == "thứ" and token.key in VI_ORDINALS:
        return Numeral(VI_ORDINALS[token.key], at + 1, spelled=True, ordinal=True)
    if token.digits:
        share = _share(tokens, at)
        return share or (None if _in_code(tokens, at) else numeral(tokens, at, lang))
    if token.key in _TIMES:
        return Numeral(_TIMES[token.key], at + 1, spelled=True)
    if lang == "en":
        ordinal = _ENGLISH.plain_ordinal(tokens, at)
        if ordinal is not None and not (key_at(tokens, at - 1) == "-" and tokens[at - 2].digits):  # 30-second
            return Numeral(ordinal[0], ordinal[1], spelled=True, ordinal=True)
        if token.capital and tokens[at - 1].capital and token.start - tokens[at - 1].end == 1:  # "Channel Four"
            return None
    return numeral(tokens, at, lang)


def _share(tokens: Tokens, at: int) -> Numeral | None:
    """The fraction "2/3" at ``at``, below one and with a small denominator; None when it is something else."""
    if key_at(tokens, at + 1) != "/" or at + 2 >= len(tokens) or tokens[at + 2].end - tokens[at].start > 4:
        return None
    top, below = tokens[at].text, tokens[at + 2].text
    if not (top.isdecimal() and below.isdecimal()) or not 0 < int(top) < int(below) <= 10:
        return None
    return Numeral(int(top) / int(below), at + 3)


def _in_code(tokens: Tokens, at: int) -> bool:
    """Whether the figures at ``at`` are part of a code such as G20, COVID-19, 5G."""
    token = tokens[at]
    if at > 0 and tokens[at - 1].end == token.start:
        before = tokens[at - 1]
        if before.word and currency_before(tokens, at) is None:
            return True
        joined = before.key == "-" and at > 1 and tokens[at - 2].end == before.start
        if joined and tokens[at - 2].word and tokens[at - 2].text.isupper():
            return True
        if before.key == "-" and at > 1 and len(tokens[at - 2].text) < 3 and tokens[at - 2].text.isupper():  # "S -400"
            return True
    if at + 1 < len(tokens) and tokens[at + 1].word and tokens[at + 1].start == token.end:
        after = tokens[at + 1]
        known = unit_after(tokens, at + 1, "vi", figures=True) or unit_after(tokens, at + 1, "en", figures=True)
        return known is None and after.key not in {
            "st",
            "nd",
            "rd",
            "th",
            "s",
            "k",
            "m",
            "bn",
            "mn",
            "tn",
            "b",
            "tr",
            "x",
        }
    return False


def _number(tokens: Tokens, at: int, read: Numeral, lang: Lang) -> Number:
    first, stop = at, read.stop
    unit, factor = "", 1.0
    before_it = key_at(tokens, at - 1)
    if tokens[at].key in _TIMES:
        place = (tokens[at].start, tokens[at].end)
        return Number(*place, read.value, read.value, "times", spelled=True, outer=place)
    prefix = currency_before(tokens, at)
    if prefix is not None:
        unit, first = prefix
        if key_at(tokens, stop) in {"m", "b"} and tokens[stop].start == tokens[stop - 1].end:  # "$2m"
            read = read._replace(value=read.value * (1e6 if tokens[stop].key == "m" else 1e9))
            stop += 1
    elif before_it == "magnitude" or (before_it == "-" and key_at(tokens, at - 2) == "magnitude"):
        unit = "degree"
    elif not read.ordinal:
        unit, factor, stop = _unit(tokens, stop, lang, figures=tokens[at].digits)
    after, last = approx_after(tokens, stop)
    before, start = approx_before(tokens, first, lang, unit)
    ordinal = read.ordinal or (lang == "vi" and before_it in _VI_ORDINAL)
    return Number(
        tokens[at].start,
        tokens[read.stop - 1].end,
        read.value * factor,
        read.value,
        unit,
        before if before != EXACT else after,
        ordinal,
        read.vague,
        read.spelled,
        None if read.other is None else read.other * factor,
        (tokens[start].start, tokens[last - 1].end),
        tokens[first].start,
        counted(tokens, read.stop, lang),
        key_at(tokens, read.stop),
        _label(tokens, at, unit),
    )


def _label(tokens: Tokens, at: int, unit: str) -> str:
    """The word that figures number: "Link" in "Coral Link 2", "no" in "bão số 9"."""
    before_it = key_at(tokens, at - 1)
    if tokens[at].digits and before_it in _LABELS:
        return _LABELS[before_it]
    if before_it == "." and key_at(tokens, at - 2) == "no":
        return "no"
    if at < 2 or not tokens[at].digits or unit not in ("", "count"):
        return ""
    before = tokens[at - 1]
    named = before.word and before.capital and tokens[at - 2].capital and tokens[at].start - before.end == 1
    return bare(before.text) if named and tokens[at - 2].word else ""


def _unit(tokens: Tokens, at: int, lang: Lang, *, figures: bool) -> tuple[str, float, int]:
    """Dimension, factor and the index after the unit; a noun that is no unit gives "count"."""
    step = at
    hyphen = lang == "en" and key_at(tokens, at) == "-" and at + 1 < len(tokens) and tokens[at + 1].word
    if hyphen and tokens[at].start == tokens[at - 1].end:
        step = at + 1
    read = unit_after(tokens, step, lang, figures=figures)
    if read is not None:
        return read
    if step < len(tokens) and tokens[step].word and tokens[step].key not in _NO_NOUN:
        return "count", 1.0, at
    return "", 1.0, at


def _link(tokens: Tokens, found: list[tuple[Number, int, int, float]]) -> list[Number]:
    """Give "5" in "từ 5 lên 7%" or "3-5 triệu đồng" the unit, the size and the approximation of its partner."""
    result = [row[0] for row in found]
    for index in range(len(found) - 2, -1, -1):
        gap = [t.key for t in tokens[found[index][2] : found[index + 1][1]]]
        if not gap or len(gap) > 2 or any(word not in _LINKS for word in gap):
            continue
        left, right = result[index], result[index + 1]
        if gap[0] in _RANGE_LINKS:
            left, right = _range(left, right, found[index + 1][3])
        if left.unit == "" and not left.ordinal and right.unit not in ("", "count"):
            left = left._replace(unit=right.unit, value=left.raw * right.value / right.raw if right.raw else left.raw)
        result[index], result[index + 1] = left, right
    return result


def _range(left: Number, right: Number, size: float) -> tuple[Number, Number]:
    """The ends of "3-5 triệu" and "$720-750 million": what one says of size, money and bounds holds for both."""
    if right.unit in ("", "count") and left.unit in MONEY:
        right = right._replace(unit=left.unit)
    if size > 1 and left.raw < right.raw / size:
        left = left._replace(value=left.value * size, raw=left.raw * size, other=left.raw)
    elif size > 1 and left.raw < 1000:
        left = left._replace(other=left.raw * size)
    if right.approx == EXACT:
        right = right._replace(approx=EXACT | left.approx)
    return left, right


def _romans(text: str) -> list[Number]:
    if not _ROMAN_END.search(text):
        return []
    return [
        Number(m.start(1), m.end(1), float(roman(m[1])), float(roman(m[1])), ordinal=True, outer=m.span())
        for m in _ROMAN.finditer(text)
    ]


def roman(figures: str) -> int:
    """Value of a Roman numeral up to XXXIX."""
    values = [_ROMAN_VALUES[c] for c in figures]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
