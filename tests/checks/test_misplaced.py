"""Right dates and names in the wrong place."""

from collections.abc import Callable

import pytest

from summarizer.checks import ArticleFacts, check
from summarizer.checks.misplaced import OTHER_DATE, check_misplaced

ARTICLE = (
    "Nhà máy nước Phú Lộc ngừng hoạt động từ ngày 12/10/2023 do thiếu nguồn nước thô.\n"
    "Người dân phải mua nước bình suốt hai năm nay.\n"
    "Tỉnh hứa kéo ống từ hồ Khe Ngang và cấp nước sạch cho cả xã trước ngày 31/8/2026.\n"
    "Tài trợ của Na Uy cho rạn san hô quanh đảo Hòn Mây sẽ hết trong quý này.\n"
    "Ban quản lý đang tìm nguồn khác.\n"
    "Chuyên gia cho rằng cần hai năm nữa.\n"
    "Kỹ sư từ Hải Lâm tới lắp máy bơm công suất lớn ở trạm Cửa Tùng hồi tháng trước."
)


@pytest.fixture
def water(facts_of: Callable[..., ArticleFacts]) -> ArticleFacts:
    return facts_of(ARTICLE)


def test_a_date_of_something_else(water: ArticleFacts) -> None:
    summary = "Tỉnh hứa kéo ống từ hồ Khe Ngang, cấp nước sạch cho cả xã trước ngày 12/10/2023."
    (finding,) = check_misplaced(water, summary, "vi")
    assert (finding.kind, finding.text, finding.source_text, finding.message) == (
        "date",
        "12/10/2023",
        "31/8/2026",
        OTHER_DATE,
    )
    told = [f for f in check(water, summary, "vi") if f.start == finding.start and f.kind == "date"]
    assert told == [finding]  # and not once more as supported


def test_two_names_that_changed_places(water: ArticleFacts) -> None:
    summary = (
        "Tài trợ của Hải Lâm cho rạn san hô quanh đảo Hòn Mây sẽ hết trong quý này. "
        "Kỹ sư từ Na Uy tới lắp máy bơm công suất lớn ở trạm Cửa Tùng."
    )
    assert [(f.text, f.source_text) for f in check_misplaced(water, summary, "vi")] == [
        ("Hải Lâm", "Uy"),
        ("Na Uy", "Lâm"),
    ]


@pytest.mark.parametrize(
    "summary",
    [
        "Tỉnh hứa kéo ống từ hồ Khe Ngang, cấp nước sạch cho cả xã trước ngày 31/8/2026.",
        "Nhà máy nước ngừng từ ngày 12/10/2023, tỉnh hứa cấp nước trước ngày 31/8/2026.",
        "Tài trợ của Na Uy cho rạn san hô quanh đảo Hòn Mây sẽ hết, kỹ sư Hải Lâm tới lắp máy bơm.",
        "Ngày 12/10/2023.",
    ],
)
def test_what_stands_in_its_place(water: ArticleFacts, summary: str) -> None:
    assert check_misplaced(water, summary, "vi") == ()


def test_a_translation_is_not_compared_by_its_words(water: ArticleFacts) -> None:
    assert check_misplaced(water, "The province will supply clean water before October 12, 2023.", "en") == ()
