"""Repairs where the article leaves one reading only."""

from collections.abc import Callable

import pytest

from summarizer.checks import ArticleFacts, check
from summarizer.checks.repair import repair, with_gaps
from summarizer.types import Finding, Lang


def repaired(facts: ArticleFacts, summary: str, lang: Lang = "vi") -> str:
    return repair(summary, check(facts, summary, lang), facts, lang)[0]


@pytest.mark.parametrize(
    ("summary", "lang", "expected"),
    [
        ("73 quốc gia đã ký.", "vi", "72 quốc gia đã ký."),
        ("27 countries signed.", "en", "72 countries signed."),
        ("2.500 đại biểu dự.", "vi", "hơn 2.500 đại biểu dự."),
        ("Nearly 2,500 delegates came.", "en", "More than 2,500 delegates came."),
        ("Lễ bế mạc ngày 25/10.", "vi", "Lễ bế mạc ngày 26/10."),
        ("It closed on October 26, 2024.", "en", "It closed on October 26, 2025."),
        ("Gia Lai góp 1,5 triệu đồng.", "vi", "Gia Lai góp 1,5 tỷ đồng."),
        ("Gia Lai gave 1.5 million dong.", "en", "Gia Lai gave 1.5 billion dong."),
        ("Ông Lương Tam Quảng nói.", "vi", "Ông Lương Tam Quang nói."),
        ("Luong Tan Quang spoke on Sunday.", "en", "Luong Tam Quang spoke on Sunday."),
    ],
)
def test_repairs(ceremony: ArticleFacts, summary: str, lang: Lang, expected: str) -> None:
    assert repaired(ceremony, summary, lang) == expected
    assert all(
        f.verdict == "supported" for f in check(ceremony, expected, lang) if f.kind in ("number", "date", "name")
    )


@pytest.mark.parametrize("summary", ["88 nhà báo dự.", "Ông Trần Văn Tùng nói.", "72 quốc gia đã ký."])
def test_what_cannot_be_decided_stays(ceremony: ArticleFacts, summary: str) -> None:
    assert repaired(ceremony, summary) == summary


def test_two_candidates_are_none(facts_of: Callable[..., ArticleFacts]) -> None:
    facts = facts_of("Có 72 nước ký và 74 nước dự.")
    assert repaired(facts, "73 nước có mặt.") == "73 nước có mặt."


def test_what_was_done_is_recorded(ceremony: ArticleFacts) -> None:
    summary = "73 quốc gia ký ngày 25/10."
    text, repairs = repair(summary, check(ceremony, summary, "vi"), ceremony, "vi")
    assert text == "72 quốc gia ký ngày 26/10."
    assert [(r.before, r.after) for r in repairs] == [("73", "72"), ("25/10", "26/10")]
    assert repairs[0].source is not None
    assert ceremony.text[repairs[0].source.start : repairs[0].source.end] == "72"


def test_nothing_to_repair(ceremony: ArticleFacts) -> None:
    assert repair("", (), ceremony, "vi") == ("", ())


def test_a_date_of_something_else_is_flagged_and_left_to_people(facts_of: Callable[..., ArticleFacts]) -> None:
    article = facts_of(
        "Nhà máy nước Phú Lộc ngừng hoạt động từ ngày 12/10/2023 do thiếu nguồn nước thô.\n"
        "Người dân phải mua nước bình suốt hai năm nay.\n"
        "Tỉnh hứa kéo ống từ hồ Khe Ngang và cấp nước sạch cho cả xã trước ngày 31/8/2026."
    )
    summary = "Tỉnh hứa kéo ống từ hồ Khe Ngang, cấp nước sạch cho cả xã trước ngày 12/10/2023."
    findings = check(article, summary, "vi")
    assert [f.kind for f in findings if f.verdict == "contradicted"] == ["date"]
    assert repair(summary, findings, article, "vi") == (summary, ())


def test_a_gap_takes_the_whole_word_and_places_that_overlap_once() -> None:
    text = "The 2k3 boy paid $77,431 by 20, 2018."
    wrong = [
        Finding(kind, "not_found", "en", found, text.index(found), text.index(found) + len(found))
        for kind, found in (("number", "2"), ("number", "$77,431"), ("date", "20, 2018"), ("number", "20"))
    ]
    gapped, repairs = with_gaps(text, wrong, "en")
    assert gapped == "The […] boy paid […] by […]."
    assert [r.before for r in repairs] == ["2k3", "$77,431", "20, 2018"]
