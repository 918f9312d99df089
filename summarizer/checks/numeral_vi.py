"""The words of Vietnamese numerals, and how they combine below a thousand."""

from __future__ import annotations

from summarizer.checks.tokens import Read, Tokens
from summarizer.checks.tokens import key_in as _is
from summarizer.text.wordlist import words

_VI_UNITS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_VI_LAST = {**_VI_UNITS, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
ORDINALS: dict[str, float] = {
    "nhì": 2, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_VI_SIZES = {"nghìn": 1e3, "ngàn": 1e3, "vạn": 1e4, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9}
_VI_SMALL = {"chục": 10.0, "trăm": 100.0}  # after figures only: "3 chục", "5 trăm"
_VI_ANY_SIZE = {**_VI_SIZES, **_VI_SMALL}
_VI_LOOSE = {"hàng", "vài", "mấy", "cả"}

# "năm" is a year far more often than five. It is five only before one of these, and not after a word that asks
# for a year; "ba" and "chín" have the same trouble with fewer words.
_VI_COUNTERS = words(
    "người nước quốc tỉnh thành xã huyện quận phường hộ ngày giờ phút giây tháng tuần năm thập thế lần vòng trận đội "
    "bàn điểm loại loài con cây căn ngôi tòa toà chiếc chuyến đợt vụ bước nhóm công mẫu sào héc hecta ha km mét tấn "
    "tạ kg lít đồng triệu nghìn ngàn tỷ tỉ trăm mươi phần học bệnh nạn nghi em cháu bạn thành điều chương mục khoản "
    "trường lớp phòng tầng ô xe tàu máy dự doanh công cơ đơn đại cuốn quyển bộ bài bức phim chị anh ông bà cầu vận kỳ "
    "khối cụm tiếng thứ cặp màn set hiệp ván gói tuyến cửa nhà vạch thuyền cán chiến nhân ngư khách"
)
_VI_YEAR_BEFORE = words(
    "mỗi hằng hàng từng cả đầu cuối giữa những các nhiều trong qua một hai ba bốn sáu bảy tám chín mười mươi trăm "
    "nửa vài mấy thập suốt lâu"
)
_VI_NOT_AFTER = {
    "ba": {"mẹ", "má", "lô", "hoa", "rem", "gai", "lê", "lan", "na", "vì", "tê"},
    "chín": {"muồi", "mọng", "rục", "vàng", "đỏ", "kỹ", "chắn", "tới", "sớm"},
    "tám": {"chuyện"},
    "hai": {"lúa"},
}
_VI_NOT_BEFORE = {"chín": {"nấu", "lúa", "quả", "trái", "nướng", "luộc", "độ"}, "ba": {"ông", "bà"}}


class Vietnamese:
    """Vietnamese numeral words."""

    def group(self, tokens: Tokens, at: int) -> Read | None:
        """A number below a thousand in words."""
        if not self._may_start(tokens, at):
            return None
        match tokens[at].key:
            case "không":
                return self._after_hundred(tokens, at + 2, 0.0) if _is(tokens, at + 1, {"trăm"}) else None
            case "mười":
                return self._last(tokens, at + 1, 10.0)
            case "nửa":
                return (0.5, at + 1) if _is(tokens, at + 1, _VI_SIZES) else None
            case key if key in _VI_UNITS:
                return self._from_unit(tokens, at)
        return None

    def _from_unit(self, tokens: Tokens, at: int) -> Read | None:
        """A number that begins with a word from one to nine."""
        value = float(_VI_UNITS[tokens[at].key])
        if _is(tokens, at + 1, {"trăm"}):
            return self._after_hundred(tokens, at + 2, value * 100)
        if _is(tokens, at + 1, {"mươi", "chục"}):
            return self._last(tokens, at + 2, value * 10)
        if _is(tokens, at + 1, {"lăm", "mốt", "nhăm"}):  # "hai lăm", spoken
            return value * 10 + _VI_LAST[tokens[at + 1].key], at + 2
        if tokens[at].key == "năm" and not self._is_five(tokens, at):
            return None
        return value, at + 1

    def size(self, tokens: Tokens, at: int, *, digits: bool) -> Read:
        """The product of the size words at ``at`` ("nghìn tỷ"), 1 when there is none."""
        table = _VI_ANY_SIZE if digits else _VI_SIZES
        product = 1.0
        while at < len(tokens) and tokens[at].key in table and not _other_word(tokens, at):
            product *= table[tokens[at].key]
            at += 1
        return product, at

    def half(self, tokens: Tokens, at: int) -> int | None:
        """Index after "rưỡi", None without it."""
        return at + 1 if _is(tokens, at, {"rưỡi", "rưởi"}) else None

    def last_size(self, tokens: Tokens, stop: int) -> float:
        """Size of the word before ``stop``: half a million after "triệu", half a unit after a unit."""
        return _VI_ANY_SIZE.get(tokens[stop - 1].key, 1.0)

    def fraction(self, tokens: Tokens, at: int, top: float) -> Read | None:
        """A share: "hai phần ba", but not "hai phần trăm"."""
        if not _is(tokens, at, {"phần"}) or at + 1 >= len(tokens):
            return None
        key = tokens[at + 1].key
        below = {**_VI_LAST, "mười": 10}.get(key)
        if below is None or below == 1 or (key == "năm" and top >= below):
            return None
        return top / below, at + 2

    def ordinal(self, tokens: Tokens, at: int, *, literal: bool) -> Read | None:
        """Vietnamese marks ordinals before the numeral; nothing follows it."""
        return None

    def loose(self, tokens: Tokens, at: int) -> Read | None:
        """An order of magnitude: "hàng chục nghìn", "vài trăm"."""
        if tokens[at].key not in _VI_LOOSE or not _is(tokens, at + 1, _VI_ANY_SIZE):
            return None
        return self.size(tokens, at + 1, digits=True)

    def _may_start(self, tokens: Tokens, at: int) -> bool:
        token = tokens[at]
        if token.capital and (
            (at + 1 < len(tokens) and tokens[at + 1].capital)
            or (at > 0 and tokens[at - 1].word and token.start - tokens[at - 1].end == 1)
        ):  # Ba Đình, Kênh Tư
            return False
        if at + 1 < len(tokens) and tokens[at + 1].key in _VI_NOT_AFTER.get(token.key, ()):
            return False
        return not (at > 0 and tokens[at - 1].key in _VI_NOT_BEFORE.get(token.key, ()))

    def _is_five(self, tokens: Tokens, at: int) -> bool:
        if not _is(tokens, at + 1, _VI_COUNTERS) or (
            _is(tokens, at + 1, {"học"}) and not _is(tokens, at + 2, {"sinh", "viên", "bổng", "kỳ", "trò"})
        ):
            return False
        if at == 0 or tokens[at - 1].key == "trong":
            return True
        return not tokens[at - 1].digits and tokens[at - 1].key not in _VI_YEAR_BEFORE

    def _last(self, tokens: Tokens, at: int, value: float) -> Read:
        if at < len(tokens) and tokens[at].key in _VI_LAST and not self._is_year(tokens, at):
            return value + _VI_LAST[tokens[at].key], at + 1
        return value, at

    def _is_year(self, tokens: Tokens, at: int) -> bool:
        """After "mươi" five is "lăm": a "năm" there is the unit. "ba mươi tư" stands, "mười ba má" does not occur."""
        return tokens[at].key == "năm"

    def _after_hundred(self, tokens: Tokens, at: int, value: float) -> Read:
        if _is(tokens, at, {"linh", "lẻ"}) and _is(tokens, at + 1, _VI_LAST):
            return value + _VI_LAST[tokens[at + 1].key], at + 2
        if _is(tokens, at, {"rưỡi"}):
            return value + 50, at + 1
        rest = None
        if at < len(tokens) and (_is(tokens, at + 1, {"mươi"}) or tokens[at].key == "mười"):
            rest = self.group(tokens, at)
        return (value + rest[0], rest[1]) if rest else (value, at)


def _other_word(tokens: Tokens, at: int) -> bool:
    """Whether a size word is part of another word: "phần trăm", "tỷ phú"."""
    return (at > 0 and tokens[at - 1].key == "phần") or _is(tokens, at + 1, {"phú"})
