"""Calendar dates in both languages, whole and in part."""

from datetime import date

import pytest

from summarizer.checks.dates import moments, parse_day, whole
from summarizer.types import Lang

TODAY = date(2025, 10, 26)
Parts = tuple[int | None, int | None, int | None]


def parts(text: str, lang: Lang = "vi", today: date | None = TODAY) -> list[Parts]:
    return [(m.year, m.month, m.day) for m in moments(text, lang, today)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("ngày 24/12/2024", "vi", [(2024, 12, 24)]),
        ("sáng 25/10", "vi", [(2025, 10, 25)]),
        ("ngày 25-10", "vi", [(2025, 10, 25)]),
        ("hôm nay (26-10)", "vi", [(2025, 10, 26), (2025, 10, 26)]),
        ("25 và 26/10", "vi", [(2025, 10, 25), (2025, 10, 26)]),
        ("25-26/10/2025", "vi", [(2025, 10, 25), (2025, 10, 26)]),
        ("trong hai ngày 13 và 14-4", "vi", [(2026, 4, 13), (2026, 4, 14)]),
        ("trong đêm 26 rạng sáng 27-9", "vi", [(2025, 9, 26), (2025, 9, 27)]),
        ("đêm 26 rạng sáng 27/9", "vi", [(2025, 9, 26), (2025, 9, 27)]),
        ("vào sáng sớm 18-3", "vi", [(2026, 3, 18)]),
        ("tức sáng sớm nay 20-11 giờ Việt Nam", "vi", [(2025, 11, 20)]),
        ("vào ngày 24/7 vừa qua", "vi", [(2025, 7, 24)]),
        ("25 tháng 10 năm 2025", "vi", [(2025, 10, 25)]),
        ("tháng 3/2026", "vi", [(2026, 3, None)]),
        ("tháng Mười hai", "vi", [(2025, 12, None)]),
        ("hồi tháng ba", "vi", [(2026, 3, None)]),
        ("năm 2019", "vi", [(2019, None, None)]),
        ("vụ đông xuân 2023-2024", "vi", [(2023, None, None), (2024, None, None)]),
        ("sáng nay", "vi", [(2025, 10, 26)]),
        ("hôm qua", "vi", [(2025, 10, 25)]),
        ("năm ngoái", "vi", [(2024, None, None)]),
        ("October 25, 2025", "en", [(2025, 10, 25)]),
        ("Oct. 25-26", "en", [(2025, 10, 25), (2025, 10, 26)]),
        ("25 and 26 October 2025", "en", [(2025, 10, 25), (2025, 10, 26)]),
        ("in May", "en", [(2025, 5, None)]),
        ("yesterday", "en", [(2025, 10, 25)]),
        ("last month", "en", [(2025, 9, None)]),
        ("at 8:30 April 19", "en", [(2026, 4, 19)]),
        ("2025-10-25", "en", [(2025, 10, 25)]),
    ],
)
def test_reading(text: str, lang: Lang, expected: list[Parts]) -> None:
    assert parts(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("tỷ số 3-1", "vi"),
        ("kéo dài 6 tháng", "vi"),
        ("gần 1/4 diện tích", "vi"),
        ("phục vụ 24/7", "vi"),
        ("2.025 người", "vi"),
        ("a Black Friday sale, Cyber Monday", "en"),
        ("những năm tới", "vi"),
        ("hai tháng trước", "vi"),
        ("They may march home", "en"),
        ("Theresa May's persistence", "en"),
        ("2,025 people", "en"),
        ("rated 3/5 by critics", "en"),
    ],
)
def test_what_only_looks_like_a_date(text: str, lang: Lang) -> None:
    assert parts(text, lang) == []


def test_a_day_is_not_joined_to_the_count_after_it() -> None:
    assert parts("On October 25, 12 countries signed", "en") == [(2025, 10, 25)]
    assert parts("On 2 March 10 cases were reported", "en") == [(2026, 3, 2)]


def test_the_year_nearest_to_the_article_is_filled_in_and_not_given() -> None:
    (moment,) = moments("ngày 25/12", "vi", date(2026, 1, 3))
    assert (moment.year, moment.given) == (2025, {"day", "month"})
    (moment,) = moments("hồi tháng 4", "vi", TODAY)
    assert {moment.year, moment.or_year} == {2025, 2026}  # six months back or six ahead: either may be meant
    (moment,) = moments("ngày 25/12", "vi", None)
    assert moment.year is None


def test_quarters_and_weekdays() -> None:
    (quarter,) = moments("quý I/2026", "vi")
    assert (quarter.quarter, quarter.year) == (1, 2026)
    (quarter,) = moments("third-quarter profit", "en")
    assert (quarter.quarter, quarter.given) == (3, {"quarter"})
    assert [m.weekday for m in moments("thứ Hai, chủ nhật, sáng thứ bảy", "vi")] == [0, 6, 5]
    assert [m.weekday for m in moments("Monday and Sunday", "en")] == [0, 6]


def test_impossible_days_are_no_dates() -> None:
    assert parts("ngày 30-2") == []
    assert parts("ngày 31/4") == []


def test_the_articles_own_date() -> None:
    assert parse_day("2025-10-26") == TODAY
    assert parse_day("") is None
    assert parse_day("hôm qua") is None
    assert whole(moments("25/10/2025", "vi")[0]) == date(2025, 10, 25)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mức phạt từ 5-10 triệu đồng.", []),
        ("Vốn từ 3-4 tỉ đồng.", []),
        ("2-3 con bò bị lạc.", []),
        ("Ngày 5-10 con tàu cập bến.", [(5, 10)]),
        ("Hôm 5-10 triệu tập bị can.", [(5, 10)]),
        ("Từ 5-10 đến 7-10 mưa lớn.", [(5, 10), (7, 10)]),
    ],
)
def test_a_range_of_something_counted_is_no_day(text: str, days: list[tuple[int, int]]) -> None:
    assert [(m.day, m.month) for m in moments(text, "vi")] == days
