"""Numbers in both languages, in figures and in words."""

import pytest

from summarizer.checks.numbers import fractions, numbers
from summarizer.checks.values import EXACT, Number
from summarizer.types import Lang


def one(text: str, lang: Lang = "vi") -> Number:
    found = numbers(text, lang)
    assert len(found) == 1, [(text[n.start : n.end], n.value) for n in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "lang", "value", "unit"),
    [
        ("1.500 đại biểu", "vi", 1500, "count"),
        ("1,5 tỷ đồng", "vi", 1.5e9, "vnd"),
        ("1.500 tỷ đồng", "vi", 1.5e12, "vnd"),
        ("5 triệu rưỡi", "vi", 5.5e6, ""),
        ("2 triệu 500 nghìn đồng", "vi", 2.5e6, "vnd"),
        ("6,5%", "vi", 6.5, "percent"),
        ("4 phần nghìn", "vi", 4, "permille"),
        ("bảy mươi hai nước", "vi", 72, "count"),
        ("hai nghìn không trăm hai mươi lăm người", "vi", 2025, "count"),
        ("một trăm linh năm hộ", "vi", 105, "count"),
        ("hai phần ba số phiếu", "vi", 2 / 3, "count"),
        ("hai thập kỷ", "vi", 20, "year"),
        ("20 năm", "vi", 20, "year"),
        ("31,8 độ C", "vi", 31.8, "degree"),
        ("38 tấn", "vi", 38000, "kg"),
        ("9,4 km2", "vi", 9.4e6, "m2"),
        ("VND1.5 billion", "en", 1.5e9, "vnd"),
        ("$2m", "en", 2e6, "usd"),
        ("US$3.2 million", "en", 3.2e6, "usd"),
        ("21.6 million Vietnamese dong", "en", 21.6e6, "vnd"),
        ("seventy-two countries", "en", 72, "count"),
        ("two hundred and fifty people", "en", 250, "count"),
        ("two decades", "en", 20, "year"),
        ("a 30-second rule", "en", 30, "second"),
        ("half a million people", "en", 5e5, "count"),
        ("a third of paintings", "en", 1 / 3, ""),
        ("magnitude-4.3 quake", "en", 4.3, "degree"),
        ("4.3 degrees Richter", "en", 4.3, "degree"),
        ("4,3 độ Richter", "vi", 4.3, "degree"),
        ("Highway 1K", "en", 1, "count"),
        ("earns $2K a month", "en", 2000, "usd"),
        ("12 hectares", "en", 120_000, "m2"),
    ],
)
def test_value_and_unit(text: str, lang: Lang, value: float, unit: str) -> None:
    number = one(text, lang)
    assert number.value == pytest.approx(value)
    assert number.unit == unit


@pytest.mark.parametrize(
    ("text", "lang", "approx"),
    [
        ("gần 90 nước", "vi", {"less"}),
        ("hơn 2.500 đại biểu", "vi", {"more"}),
        ("chưa đầy 4 km", "vi", {"less"}),
        ("khoảng 120 đại diện", "vi", {"about"}),
        ("trên 214 ha", "vi", {"exact", "more"}),  # on 214 hectares, or over them
        ("cao hơn 500 đồng so với giống cũ", "vi", {"exact", "more"}),  # 500 dong higher
        ("không cao hơn 18.340 đồng", "vi", {"less"}),
        ("ít nhất có 84 chuyến bay", "vi", {"more"}),
        ("72 nước", "vi", {"exact"}),
        ("gần tương đương 1/2 giá trị", "vi", {"less"}),
        ("handed over $800,000", "en", {"exact"}),
        ("over $800,000", "en", {"more"}),
        ("more than 2,500 delegates", "en", {"more"}),
        ("nearly 70 countries", "en", {"less"}),
        ("212,000-plus strikes", "en", {"more"}),
        ("an estimated 118,000 tonnes", "en", {"about"}),
    ],
)
def test_words_of_approximation(text: str, lang: Lang, approx: set[str]) -> None:
    assert one(text, lang).approx == approx


@pytest.mark.parametrize(
    "text",
    [
        "mỗi năm người dân trồng lúa",  # a year, not five
        "năm 2025",
        "quận Ba Đình",
        "xã Kênh Tư",
        "các nước G20",
        "COVID-19 và 5G",
        "không gian mạng",
        "tên lửa S -400",  # news segmented and put back with a space
        "một tỷ phú",  # a billionaire; "một" alone claims nothing
    ],
)
def test_what_only_looks_like_a_number(text: str) -> None:
    assert [n for n in numbers(text, "vi", ()) if n.value not in (1, 2025)] == []


def test_five_and_years() -> None:
    assert one("năm ngày").value == 5
    assert one("trong năm ngày").unit == "day"
    assert one("hai mươi năm").value == 20


def test_colleagues_are_no_currency() -> None:
    assert one("hai đồng nghiệp Đức").unit == "count"
    assert one("two Yen Bai leaders", "en").unit == "count"


def test_a_range_shares_unit_size_and_bound() -> None:
    low, high = numbers("khoảng 3-5 triệu đồng", "vi")
    assert (low.value, low.unit, high.value) == (3e6, "vnd", 5e6)
    assert "about" in low.approx
    assert "about" in high.approx
    low, high = numbers("$720-750 million", "en")
    assert (low.value, high.value, high.unit) == (720e6, 750e6, "usd")
    low, high = numbers("tăng từ 6,5 lên 27,4%", "vi")
    assert low.unit == "percent"


def test_separators_of_the_other_language() -> None:
    assert one("2,500 người").value == 2500  # nobody writes three decimals to end in a nought
    assert (one("2,125 người").value, one("2,125 người").other) == (2.125, 2125)
    assert one("1.5 tỷ").value == 1.5e9


def test_ordinals() -> None:
    for text, lang, value in (
        ("khóa 80", "vi", 80),
        ("lần thứ năm", "vi", 5),
        ("khoá XIII", "vi", 13),
        ("the 40th ratification", "en", 40),
        ("twenty-first century", "en", 21),
        ("a fourth session", "en", 4),
    ):
        number = one(text, lang)  # type: ignore[arg-type]
        assert (number.value, number.ordinal) == (value, True), text


def test_orders_of_magnitude() -> None:
    assert (one("hàng chục nghìn người").value, one("hàng chục nghìn người").vague) == (1e4, True)
    assert one("tens of thousands of people", "en").value == 1e4
    assert one("several hundred homes", "en").value == 100


def test_a_date_like_fraction_is_read_both_ways() -> None:
    assert fractions("chiếm 1/3 tổng ngân sách")[0].value == pytest.approx(1 / 3)
    assert fractions("ngày 25/10") == ()


def test_places_cover_the_figures_and_the_whole() -> None:
    text = "đón hơn 2.500 đại biểu"
    number = one(text)
    assert text[number.start : number.end] == "2.500"
    assert text[slice(*number.outer)] == "hơn 2.500"


def test_a_plus_between_figures_is_no_bound() -> None:
    assert numbers("tại Km 101+300 có tai nạn", "vi")[0].approx == EXACT
    assert numbers("có 50+ người", "vi")[0].approx != EXACT
