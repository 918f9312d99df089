"""Vietnamese dates: 25/10, 25-10, ngày 25 tháng 10 năm 2025, tháng 10/2025, quý III/2025, sáng nay, thứ Hai."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checks.tokens import FIGURES
from summarizer.checks.values import Moment
from summarizer.text.wordlist import words

_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:0?[1-9]|1[0-2])"
_Y = r"(?:1[5-9]\d\d|20\d\d)"
MONTH_WORDS = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_MW = "|".join(sorted((w.title().replace(" M", " [Mm]").replace(" H", " [Hh]") for w in MONTH_WORDS), reverse=True))
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "một": 1, "hai": 2, "ba": 3, "tư": 4}
_WEEKDAYS = {"hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "7": 5}
_DAYS = {"nay": 0, "qua": -1, "mai": 1, "kia": -2}
_LIST = rf"{_D}(?:\s*,\s*{_D})*(?:\s*(?:-|–|,|và|đến|tới|hoặc|rạng)\s*(?:hết\s+|sáng\s+)?(?:(?<!, )ngày\s+)?{_D})?"
# What stands before "25-10" when it is a date and no score or range.
_CUE = re.compile(
    r"(?:\b(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|mùng|mồng|hết|từ|đến|tới|nay|qua|mai|hồi|trước|sau|sớm|khuya|rạng)\s*\(?\s*"
    r"(?:ngày\s+)?|\()$",
    re.IGNORECASE,
)
# What "5-10" counts when it is a range ("từ 5-10 tỷ", "3-5 lần"), unless the word "ngày" stands before it.
_COUNTED = re.compile(
    r"\s+(?:triệu(?!\s+tập)|tỷ|tỉ|nghìn|ngàn|trăm|vạn|đồng|usd|lần|"
    r"giờ(?!\s+(?:việt nam|địa phương|hà nội))|phút|giây|tuần|con|cái|chiếc|kg|km|m|cm|mm|mét|ha|"
    r"tấn|tạ|lít|điểm|độ|vụ|ca|hộ|suất|loại|bước|tầng|phòng)(?!\w)",
    re.IGNORECASE,
)
_MONTH_CUE = {"hồi", "vào", "từ", "đến", "cuối", "đầu", "giữa", "trong", "trước", "sau"}
_COUNTS = words("các những hai ba bốn năm sáu bảy tám chín mười mươi vài mấy một nhiều từng mỗi")


def _int(text: str | None) -> int | None:
    return int(text) if text else None


def _month(text: str) -> int:
    lowered = " ".join(text.lower().split())
    return MONTH_WORDS[lowered] if lowered in MONTH_WORDS else int(text)


def _given(**parts: int | None) -> frozenset[str]:
    return frozenset(name for name, value in parts.items() if value is not None)


def _make(start: int, end: int, day: int | None, month: int | None, year: int | None) -> Moment:
    return Moment(start, end, year, month, day, given=_given(year=year, month=month, day=day))


def _numeric(match: re.Match[str]) -> Iterator[Moment]:
    """In "25, 26 và 27/10/2025" the days before the last one share its month and year."""
    month, year = _month(match["m"]), _int(match["y"])
    base = match.start("days")
    days = list(re.finditer(r"\d+", match["days"]))
    for index, day in enumerate(days):
        end = match.end() if index == len(days) - 1 else base + day.end()
        yield _make(base + day.start(), end, int(day.group()), month, year)


def _day(match: re.Match[str]) -> Iterator[Moment]:
    yield Moment(match.start("d"), match.end(), day=int(match["d"]), given=frozenset({"day"}))


def _this_year(match: re.Match[str]) -> Iterator[Moment]:
    yield Moment(match.start(), match.end(), relative="year+0")


def _hyphened(match: re.Match[str]) -> Iterator[Moment]:
    """A day and a month joined by a hyphen: "ngày 25-10", "(25-10)", "hai ngày 13 và 14-4"."""
    before = match.string[max(0, match.start() - 14) : match.start()]
    opens = not before.strip() or before.rstrip(" ")[-1:] == "\n"
    if _COUNTED.match(match.string, match.end()) and not before.lower().endswith("ngày "):
        return
    if not before[-1:].isalnum() and (opens or _CUE.search(before)):
        days = list(re.finditer(r"\d+", match.group()[: match.start("m") - match.start() - 1]))
        for index, day in enumerate(days):
            end = match.end() if index == len(days) - 1 else match.start() + day.end()
            year = _int(match["y"])
            yield _make(match.start() + day.start(), end, int(day.group()), _month(match["m"]), year)


def _worded_month(match: re.Match[str]) -> Iterator[Moment]:
    """A month in words: written small ("hồi tháng ba") it is one only after such a word."""
    if _last_word(match) in _MONTH_CUE:
        yield _make(match.start(), match.end(), None, _month(match["m"]), None)


def _months(match: re.Match[str]) -> Iterator[Moment]:
    year = _int(match["y"])
    if match["m0"]:
        yield _make(match.start("m0"), match.end("m0"), None, _month(match["m0"]), year)
    start = match.start("m") if match["m0"] else match.start()
    yield _make(start, match.end(), None, _month(match["m"]), year)


def _years(match: re.Match[str]) -> Iterator[Moment]:
    first = int(match["y"])
    yield _make(match.start("y"), match.end("y"), None, None, first)
    if match["y2"]:
        last = match["y2"]
        year = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
        yield _make(match.start("y2"), match.end("y2"), None, None, year)


def _decade(match: re.Match[str]) -> Iterator[Moment]:
    year = int(match["y"])
    yield _make(match.start("y"), match.end(), None, None, year if year > 99 else 1900 + year)


def _quarter(match: re.Match[str]) -> Iterator[Moment]:
    quarter, year = _QUARTERS[match["q"].lower()], _int(match["y"])
    given = _given(year=year, quarter=quarter)
    yield Moment(match.start(), match.end(), year, quarter=quarter, given=given)


def _weekday(match: re.Match[str]) -> Iterator[Moment]:
    day = 6 if match["w"] is None else _WEEKDAYS[match["w"].lower()]
    yield Moment(match.start(), match.end(), weekday=day, given=frozenset({"weekday"}))


def _day_word(match: re.Match[str]) -> Iterator[Moment]:
    yield Moment(match.start(), match.end(), relative=f"day{_DAYS[match['r']]:+d}")


def _span_word(match: re.Match[str]) -> Iterator[Moment]:
    """Not "hai tháng trước", "những năm tới", nor "năm trước", the year before another."""
    part, word = ("year" if match["p"].lower() == "năm" else "month"), match["r"]
    step = {"nay": 0, "này": 0, "ngoái": -1, "trước": -1, "sau": 1, "tới": 1}[word]
    counted = step != 0 and word != "ngoái" and _last_word(match) in _COUNTS
    if not counted and not _last_word(match).isdecimal() and (part, word) != ("year", "trước"):
        yield Moment(match.start(), match.end(), relative=f"{part}{step:+d}")


def _last_word(match: re.Match[str]) -> str:
    words = match.string[max(0, match.start() - 8) : match.start()].split()
    return words[-1].lower() if words else ""


_NOT_BEFORE = r"(?<![\d/.,\w])(?<!tháng )"
_NOT_AFTER = r"(?![\d/%]|[.,]\d)"
# Of each rule: what it looks like, how it is read, what it begins with, and what else stands in it, one of each.
_FIGURES, _SLASH, _HYPHEN = frozenset({FIGURES}), frozenset({"/"}), frozenset({"-"})
_MONTH_KEYS = words(" ".join(MONTH_WORDS))
RULES = (
    (
        re.compile(
            rf"{_D}(?:\s*(?:,|và|đến|tới|hoặc|rạng)\s*(?:ngày\s+|sáng\s+)?{_D})* ?-(?P<m>{_M})(?:-(?P<y>{_Y}))?"
            rf"{_NOT_AFTER}(?!-|\s+(?:tháng|người|nước|năm|ngày|tuổi))"
        ),
        _hyphened,
        _FIGURES,
        _HYPHEN,
    ),
    (
        re.compile(rf"{_NOT_BEFORE}(?P<days>{_LIST})[/.-](?P<m>{_M})[/.-](?P<y>{_Y}){_NOT_AFTER}"),
        _numeric,
        _FIGURES,
        _FIGURES,
    ),
    (
        re.compile(
            rf"{_NOT_BEFORE}(?P<days>{_LIST})\s+tháng\s+(?P<m>{_M}|{_MW}|{_MW.lower()})(?!\w)"
            rf"(?!\s+(?:người|năm\s+qua|đầu|cuối))(?:(?:\s+năm\s+|/|,\s*|-)(?P<y>{_Y}))?{_NOT_AFTER}"
        ),
        _numeric,
        _FIGURES,
        words("tháng"),
    ),
    (
        re.compile(
            rf"(?:[Tt]háng\s+(?:(?P<m0>{_M}|{_MW})\s*(?:-|–|,|và|đến)\s*(?:tháng\s+)?)?(?P<m>{_M}|{_MW})"
            rf"(?:\s+năm\s+|\s*[/-]\s*|\.)(?P<y>{_Y})){_NOT_AFTER}"
        ),
        _months,
        words("tháng"),
        _FIGURES,
    ),
    (re.compile(rf"{_NOT_BEFORE}(?P<m0>)(?P<m>{_M})/(?P<y>{_Y}){_NOT_AFTER}"), _months, _FIGURES, _SLASH),
    (
        re.compile(
            rf"{_NOT_BEFORE}(?<!hơn )(?<!gần )(?<!khoảng )(?<!chiếm )(?<!đương )(?<!bằng )(?!(?<!ngày )(?<!hôm )24/7)"
            rf"(?P<days>{_LIST})/(?P<m>{_M})(?P<y>){_NOT_AFTER}(?!\w)"
        ),
        _numeric,
        _FIGURES,
        _SLASH,
    ),
    (
        re.compile(
            r"(?:[Qq]uý|[Qq]úy)\s+(?P<q>IV|III|II|I|[1-4]|một|hai|ba|tư)(?!\w)"
            rf"(?:(?:\s+năm\s+|\s*[/-]\s*)(?P<y>{_Y}))?"
        ),
        _quarter,
        words("quý qúy"),
        words("quý qúy"),
    ),
    (
        re.compile(
            rf"(?<![\d]\s)(?<!\w)[Tt]háng\s+(?:(?P<m0>{_M}|{_MW})\s*(?:-|–|,|và|đến)\s*(?:tháng\s+)?)?"
            rf"(?P<m>{_M}|{_MW})(?P<y>){_NOT_AFTER}(?!\w|\s+tháng)"
        ),
        _months,
        words("tháng"),
        _FIGURES | _MONTH_KEYS,
    ),
    (
        re.compile(rf"tháng\s+(?P<m>{_MW.lower()})(?!\w|\s+(?:mươi|trăm|nghìn))"),
        _worded_month,
        words("tháng"),
        _MONTH_KEYS,
    ),
    (
        re.compile(r"(?:những\s+năm|thập\s+niên|thập\s+kỷ)\s+(?:đầu\s+|cuối\s+)?(?P<y>[1-9]0|\d{3}0)(?!\w)"),
        _decade,
        words("những thập"),
        _FIGURES,
    ),
    (re.compile(rf"[Nn]ăm\s+(?P<y>{_Y})(?:\s*[-–]\s*(?P<y2>{_Y}|\d\d))?(?!\w)"), _years, words("năm"), _FIGURES),
    (
        re.compile(rf"(?<![\w/.,$€£-])(?P<y>(?:19|20)\d\d)(?:\s*[-–]\s*(?P<y2>{_Y}|\d\d))?(?![\w%]|[.,]\d|-[A-Za-z])"),
        _years,
        _FIGURES,
        _FIGURES,
    ),
    (
        re.compile(r"(?:[Tt]hứ\s+(?P<w>Hai|Ba|Tư|Năm|Sáu|Bảy)|[Cc]hủ\s+[Nn]hật)(?!\w)"),
        _weekday,
        words("thứ chủ"),
        words("thứ nhật"),
    ),
    (
        re.compile(
            r"(?:[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Đđ]êm|[Hh]ôm|[Nn]gày|tuần|[Tt]ừ|[Vv]ào|[Đđ]ến|[Hh]ết)\s+thứ\s+(?P<w>[2-7]|hai|ba|tư|năm|sáu|bảy)"
            r"(?!\w)(?!\s+(?:của|trong|liên))"
        ),
        _weekday,
        words("sáng trưa chiều tối đêm hôm ngày tuần từ vào đến hết"),
        words("thứ"),
    ),
    (
        re.compile(
            r"\b(?:[Hh]ôm|[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Đđ]êm|[Nn]gày(?= mai))\s+(?P<r>nay|qua|mai|kia)(?!\w)"
        ),
        _day_word,
        words("hôm sáng trưa chiều tối đêm ngày"),
        words("nay qua mai kia"),
    ),
    (
        re.compile(r"(?P<p>[Nn]ăm|[Tt]háng)\s+(?P<r>nay|này|ngoái|sau|trước|tới)(?!\w|\s+đó)"),
        _span_word,
        words("năm tháng"),
        words("nay này ngoái sau trước tới"),
    ),
    (
        re.compile(r"(?:đầu|cuối|giữa)\s+năm(?!\s+(?:\d|học|tài|qua|ngoái|nay|này|sau|tới|[Đđ]inh|[Gg]iáp))(?!\w)"),
        _this_year,
        words("đầu cuối giữa"),
        words("năm"),
    ),
    (
        re.compile(rf"(?:[Nn]gày|[Mm]ùng|[Mm]ồng)\s+(?P<d>{_D})(?![\d/%.-]|[.,]\d|\s+(?:tháng|người|nước|lần))(?!\w)"),
        _day,
        words("ngày mùng mồng"),
        _FIGURES,
    ),
)
