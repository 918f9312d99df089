"""What a translation of a Vietnamese sentence must not say: figures and words of quantity that nothing in it asks for.

A model in doubt writes what is likely: a million, the year, a month, "nearly". People who translate do so unasked in
eight of a thousand sentences (``python eval/unsaid.py DATA`` counts), so that forbidding it costs little.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from summarizer.checks.article import Quantities, quantities
from summarizer.checks.dates_vi import MONTH_WORDS
from summarizer.checks.numbers import roman
from summarizer.checks.render import MONTHS, figure
from summarizer.checks.unsaid_endings import unsaid_joints
from summarizer.types import Lang

_DIGITS = set("0123456789")
_RUN = re.compile(r"[0-9]+")
_FIRST_RUN = re.compile(r"(?<![0-9])(?<![0-9][.,])[0-9]+")  # with which a number begins
_ROMAN = re.compile(r"\b[IVX]+\b")
_CURRENCIES = {"VND": "vnd", "$": "usd"}
_UNGROUPED = 1e6
_IN_FIGURES = -1  # English has numbers of two digits in words only where the sentence has
_WORDED_MONTH = re.compile(rf"\btháng\s+({'|'.join(sorted(MONTH_WORDS, reverse=True))})\b")
_MONTH = re.compile(r"(?:\btháng\s*|\d\s*[-/.]\s*)(\d{1,2})(?!\d)")
# "năm" is five, and the year of "năm 2019", "năm ngoái" and "năm Mậu Tuất".
_NOT_A_YEAR = (
    r"(?<!\d )năm(?! (?:\d|nay|này|ngoái|qua|tới|sau|trước|mới|học|giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý))"
)
# English words, and what in a sentence asks for them: a number at least so large, or one of these words.
_Asked = tuple[float, re.Pattern[str]]
_DOLLARS = r"\$|usd|(?<!thủ )(?<!kinh )(?<!cố )\bđô(?! đốc| thị| vật| hộ| thành)|dollar|đola|mỹ kim"


def _asked(words: str, asking: str, least: float = math.inf) -> dict[str, _Asked]:
    return {word: (least, re.compile(asking)) for word in words.split("|")}


_WORDS: dict[str, _Asked] = {
    **_asked("$|dollar|dollars", _DOLLARS),
    **_asked("dozen|dozens", r"chục|\btá\b", 12),
    **_asked("hundred|hundreds", "trăm", 100),
    **_asked("thousand|thousands", r"\b(?:nghìn|ngàn|vạn)\b", 1e3),
    **_asked("million|millions", r"triệu(?! tập)|\bvạn\b", 1e5),
    **_asked("billion|billions", r"\bt[ỷỉ]\b", 1e8),
    **_asked("trillion", r"\b(?:nghìn|ngàn|vạn|triệu) t[ỷỉ]\b", 1e11),
    **_asked("year|years", r"năm|tuổi|niên|tết|xuân|kỷ|kỉ|mùa|hằng|\d{4}|khoá|khóa"),
    **_asked("month|months", "tháng|tết|quý"),
    **_asked("week|weeks", "tuần"),
    **_asked("days", "ngày|hôm|bữa|đêm|tuần"),
    **_asked("hour|hours", r"giờ|tiếng|\d\s?[hg:]|ngày"),
    **_asked("minute|minutes", r"phút|\d\s?[hg:'’]|giờ|lúc"),
    **_asked("seconds", r"giây|\ds\b|['’]|:\d\d:"),
    **_asked("decade|decades", "thập|chục|mươi"),
    **_asked("century|centuries", "thế k[ỷỉ]"),
    **_asked("kilometers", r"km|ki-?\s?lô|kilo|cây số|\bki\b"),
    **_asked("meters", r"mét|met\b|thước|\d\s?m\b"),
    **_asked("millimeter|millimeters", r"mm\b|mi-?\s?li|\bly\b|\bli\b"),
    **_asked("feet|foot|inches|inch", "feet|foot|bộ|inch|chân|cân"),
    **_asked("centimeter|centimeters", r"cm\b|xăng|xen|phân"),
    **_asked("miles", "dặm|hải lý"),
    **_asked("kilograms", r"kg|ki-?\s?lô|kilo|cân|\bk[ýí]\b"),
    **_asked("tons|tonnes", r"tấn(?! công)|\bt\b"),
    **_asked("hectares", r"\bha\b|héc|hecta"),
    **_asked("degrees", "độ|bằng|học vị|°"),
    **_asked("percent|per cent|%", "%|phần trăm|t[ỷỉ] lệ"),
    **_asked("yesterday", r"(?:hôm|sáng|trưa|chiều|tối|đêm|khuya|ngày|bữa) (?:qua|trước|kia)"),
    **_asked("last night", r"(?:tối|đêm|khuya) (?:qua|trước|hôm)|hôm qua"),
    **_asked("tonight", r"(?:tối|đêm) nay"),
    **_asked("tomorrow", r"\bmai\b"),
    **_asked("p.m|a.m", r"\d\s?[hg:]|giờ"),
    **_asked("half", "nửa|rưỡi|1/2|50|bán|hiệp|giữa"),
    **_asked("quarter", r"quý|\btư\b|1/4|25|tứ kết"),
    **_asked(
        "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
        r"\bthứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])\b|chủ nhật|\bt[2-7]\b|\bcn\b|tuần",
    ),
}
_NUMBERS: dict[str, tuple[int, re.Pattern[str]]] = {
    word: (value, re.compile(rf"\b(?:{asking})\b"))
    for words, value, asking in (
        ("two", 2, "hai|đôi|cặp|song|nhì|vợ chồng|lẫn|bên"),
        ("three|third", 3, "ba|tam"),
        ("four|fourth", 4, "bốn|tư|tứ"),
        ("five|fifth", 5, rf"{_NOT_A_YEAR}|lăm|ngũ"),
        ("six|sixth", 6, "sáu|lục"),
        ("seven|seventh", 7, "bảy|bẩy|thất"),
        ("eight|eighth", 8, "tám|bát"),
        ("nine|ninth", 9, "chín|cửu"),
        ("ten|tenth", 10, "mười|chục|thập"),
        ("eleven", 11, "mười"),
        ("twelve", 12, "mười|tá"),
        ("thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen", _IN_FIGURES, "mười"),
        ("twenty|twentieth|thirty|forty|fifty", _IN_FIGURES, "mươi|(?:hai|ba|bốn|năm) chục"),
    )
    for word in words.split("|")
}
_OPENERS = frozenset({*_NUMBERS, "hundreds", "thousands", "millions", "dozens"})  # what English begins a sentence with
_ABOVE = r"\btrên (?:\d|mức|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"  # "trên cao" is high up
# What bends a number when it stands right before it, and what asks for that.
_BOUNDS: dict[str, re.Pattern[str]] = {
    word: re.compile(asking)
    for words, asking in (
        ("over", rf"hơn|{_ABOVE}|quá|vượt|ngoài|dư|qua|trong|suốt|lên|\+"),
        ("more than|at least", rf"hơn|{_ABOVE}|quá|vượt|ngoài|dư|ít nhất|tối thiểu|không|lên|từ|nhiều|\+"),
        ("nearly|almost", "gần|ngót|xấp xỉ|suýt|sát|hầu"),
        ("less than|under|below", "dưới|chưa|không|kém|thấp|ít|nhỏ"),
        ("about|around|approximately|some", "khoảng|chừng|độ|tầm|cỡ|ước|gần|hơn|về|xấp xỉ|ngang|quanh|tới|đến|số"),
    )
    for word in words.split("|")
}


def unsaid_figures(sentence: str, lang: Lang) -> tuple[str, ...]:
    """The shortest strings of digits that no way of writing the sentence's figures holds, in either language.

    A translation that holds none of them makes no run of digits up. (They are the minimal forbidden words of the
    sentence's own runs: what is made of none of them is a part of a run.)
    """
    parts = _parts({run for form in _forms(sentence, lang) for run in _RUN.findall(form)})
    after: defaultdict[str, set[str]] = defaultdict(set)  # for each part the digits that follow it in some run
    for part in parts:
        after[part[:-1]].add(part[-1])
    return tuple(
        part + digit
        for part in sorted({"", *parts})
        for digit in sorted((after[part[1:]] if part else _DIGITS) - after[part])
    )


def unsaid_beginnings(sentence: str) -> tuple[str, ...]:
    """The shortest beginnings of a number, after a space or a currency, that no number of the sentence has.

    Of "330 triệu đồng" a model that knows the digits makes "VND30 million".
    """
    forms = list(_forms(sentence, "vi"))
    parts = _parts({run for form in forms for run in _RUN.findall(form)})
    firsts = {run for form in forms for run in _FIRST_RUN.findall(form)}
    begun = _beginnings(firsts)
    wrong = sorted(p for p in parts - begun if not p[:-1] or p[:-1] in begun)
    return tuple(f"{before}{part}" for part in wrong for before in (" ", "-", "–", *_CURRENCIES))


def unsaid_words(sentence: str) -> tuple[str, ...]:
    """English words for numbers, measures, months and days that nothing in a Vietnamese sentence asks for.

    A model in doubt makes "4 đảo" four-year-old islands, and dollars of "10 tỷ đồng". Words that the sentence itself
    has, as in "Black Friday", are asked for.
    """
    lowered, said = sentence.lower(), quantities(sentence, "vi", None)
    largest = max((n.raw for n in said.numbers), default=0.0)
    months = {m.month for m in said.moments} | {int(month) for month in _MONTH.findall(lowered)}
    months |= {MONTH_WORDS[name] for name in _WORDED_MONTH.findall(lowered)}
    counts = {n.raw for n in said.numbers} | {float(run) for run in _RUN.findall(_without_dates(sentence, said))}
    unsaid = (
        *(word for word, (least, asking) in _WORDS.items() if largest < least and not asking.search(lowered)),
        *(word for word, (value, asking) in _NUMBERS.items() if value not in counts and not asking.search(lowered)),
        *(name for number, name in enumerate(MONTHS, 1) if number not in months),
    )
    kept_out = [word for word in unsaid if word.lower() not in lowered]
    return (*kept_out, *(word.capitalize() for word in kept_out if word in _OPENERS))


def unsaid_currencies(sentence: str) -> tuple[str, ...]:
    """Currencies, each with the shortest beginnings of numbers that are none of it.

    Of "81 xe" a model makes "VND81 cars", and of "10,37 triệu đồng" ten million dollars where others are dollars.
    """
    said = quantities(sentence, "vi", None)
    every = _beginnings(run for form in _forms(sentence, "vi") for run in _FIRST_RUN.findall(form))
    found: list[str] = []
    numbers = [n for n in said.numbers if n.unit or not n.spelled]
    following = (*numbers[1:], *numbers[-1:])  # "11 đến 30 máy bay" are no money, "từ 2 đến 3 tỷ đồng" are
    for sign, unit in _CURRENCIES.items():
        money = [n for n, after in zip(numbers, following, strict=True) if (n.unit or after.unit) in ("", unit)]
        forms = (form for n in money for form in (sentence[n.start : n.end], f"{n.raw:.0f}", figure(n.raw, "en")))
        own = {"", *_beginnings(run for form in forms for run in _FIRST_RUN.findall(form))}
        found += (f"{sign}{part}" for part in sorted(every - own) if part[:-1] in own)
    return tuple(found)


def _beginnings(runs: Iterable[str]) -> set[str]:
    return {run[:end] for run in runs for end in range(1, len(run) + 1)}


def unsaid_bounds(sentence: str) -> tuple[str, ...]:
    """Words such as "nearly", each with what a number may begin with, where nothing in the sentence asks for them."""
    lowered = sentence.lower()
    digits = {run[0] for form in _forms(sentence, "vi") for run in _FIRST_RUN.findall(form)}
    values = {n.raw for n in quantities(sentence, "vi", None).numbers}
    worded = [word for word, (value, asking) in _NUMBERS.items() if value in values or asking.search(lowered)]
    before = sorted(digits) + [currency for currency in _CURRENCIES if digits] + worded
    words = [word for word, asking in _BOUNDS.items() if not asking.search(lowered)]
    return tuple(f"{form} {what}" for word in words for form in (word, word.capitalize()) for what in before)


@lru_cache(maxsize=256)  # a sentence whose figures stay wrong is asked for more than once
def unsaid(sentence: str, lang: Lang) -> tuple[str, ...]:
    """All that a translation of ``sentence`` must not say; of English only the figures are known."""
    if lang == "en":
        return unsaid_figures(sentence, lang)
    return (
        *unsaid_figures(sentence, lang),
        *unsaid_beginnings(sentence),
        *unsaid_words(sentence),
        *unsaid_bounds(sentence),
        *unsaid_currencies(sentence),
        *unsaid_joints(sentence),
    )


def _without_dates(sentence: str, said: Quantities) -> str:
    """``sentence`` with spaces for its dates and times: the 5 of "28/5" is no five."""
    for start, end in [*((m.start, m.end) for m in said.moments), *((c.start, c.end) for c in said.clocks)]:
        sentence = sentence[:start] + " " * (end - start) + sentence[end:]
    return sentence


def _parts(runs: set[str]) -> set[str]:
    return {run[i:j] for run in runs for i in range(len(run)) for j in range(i + 1, len(run) + 1)}


def _forms(sentence: str, lang: Lang) -> Iterator[str]:
    """The sentence, and its figures in every other way to write them."""
    yield sentence
    said = quantities(sentence, lang, None)
    for number in said.numbers:  # "hàng trăm" is no 100, and nobody writes a million without points or commas
        if not number.vague:
            yield from (figure(number.raw, "vi"), figure(number.raw, "en"))
            if number.raw < _UNGROUPED:
                yield f"{number.raw:.0f}"
    yield from (f"{m.day} {m.month} {m.year}" for m in said.moments)
    yield from (f"{part} {part % 12 or 12}" for c in said.clocks for part in c.parts)
    yield from (str(roman(word)) for word in _ROMAN.findall(sentence))
