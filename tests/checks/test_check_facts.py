"""Verdicts on numbers, dates and times."""

from collections.abc import Callable

import pytest

from summarizer.checks import ArticleFacts
from summarizer.checks.facts import check_quantities
from summarizer.types import Lang, Verdict

Facts = Callable[..., ArticleFacts]


def verdicts(facts: ArticleFacts, summary: str, lang: Lang = "vi") -> list[tuple[str, Verdict]]:
    return [(f.text, f.verdict) for f in check_quantities(facts, summary, lang)]


@pytest.mark.parametrize(
    ("summary", "lang"),
    [
        ("72 nước ký ngày 26/10/2025.", "vi"),
        ("Seventy-two countries signed on October 26, 2025, a Sunday.", "en"),
        ("More than 2,500 delegates came from 110 countries.", "en"),
        ("About 2,500 delegates came.", "en"),
        ("Gia Lai contributed 1.5 billion dong.", "en"),
        ("The text has nine chapters and 71 articles.", "en"),
    ],
)
def test_supported(ceremony: ArticleFacts, summary: str, lang: Lang) -> None:
    found = verdicts(ceremony, summary, lang)
    assert found
    assert all(verdict == "supported" for _, verdict in found), found


@pytest.mark.parametrize(
    ("summary", "lang", "text", "source"),
    [
        ("73 quốc gia đã ký.", "vi", "73", "72"),
        ("71 quốc gia đã ký.", "vi", "71", "72"),  # the article has a 71, of articles
        ("2.500 đại biểu tham dự.", "vi", "2.500", "Hơn 2.500"),
        ("Gần 2.500 đại biểu tham dự.", "vi", "Gần 2.500", "Hơn 2.500"),
        ("Gia Lai góp 1,5 triệu đồng.", "vi", "1,5 triệu đồng", "1,5 tỷ đồng"),
        ("Lễ bế mạc ngày 25/10.", "vi", "25/10", "26/10"),
        ("It closed on October 26, 2024.", "en", "October 26, 2024", "26/10"),
        ("27 countries signed.", "en", "27", "72"),
    ],
)
def test_contradicted_with_the_nearest_source(
    ceremony: ArticleFacts, summary: str, lang: Lang, text: str, source: str
) -> None:
    wrong = [f for f in check_quantities(ceremony, summary, lang) if f.verdict == "contradicted"]
    assert [(f.text, f.source_text) for f in wrong] == [(text, source)]
    assert wrong[0].source is not None
    assert ceremony.text[wrong[0].source.start : wrong[0].source.end] == source
    assert summary[wrong[0].start : wrong[0].end] == text


def test_a_day_of_the_month_alone_is_one_of_the_articles_days(ceremony: ArticleFacts) -> None:
    assert verdicts(ceremony, "It closed on the evening of the 26th.", "en") == [("26th", "supported")]
    assert [verdict for _, verdict in verdicts(ceremony, "It closed on the 14th.", "en")] != ["supported"]


def test_not_found(ceremony: ArticleFacts) -> None:
    assert verdicts(ceremony, "Chi phí là 88.000 USD.") == [("88.000 USD", "not_found")]


def test_leaving_about_out_is_the_custom_and_leaving_nearly_out_is_not(facts_of: Facts) -> None:
    facts = facts_of("Khoảng 72% sản lượng được xuất khẩu. Gần 90 hộ tham gia.")
    assert verdicts(facts, "72% sản lượng") == [("72%", "supported")]
    assert verdicts(facts, "90 hộ") == [(["90", "hộ"][0], "contradicted")]


def test_rounding_needs_a_rounder_number(facts_of: Facts) -> None:
    facts = facts_of("Cả nước có 2.950 ca mắc và 118.000 tấn hàng.")
    assert verdicts(facts, "gần 3.000 ca") == [("gần 3.000", "supported")]
    assert verdicts(facts, "khoảng 118.900 tấn") == [("khoảng 118.900 tấn", "contradicted")]


def test_units_are_compared_across_spellings_and_sizes(facts_of: Facts) -> None:
    facts = facts_of("Hơn hai thập kỷ qua, 1.500 kg hạt giống được gửi tới 9,4 km2 ruộng; bắt đầu lúc 19h.")
    assert verdicts(facts, "More than 20 years, 1.5 tonnes, 9.4 square kilometres, 7 pm", "en") == [
        ("More than 20 years", "supported"),
        ("1.5 tonnes", "supported"),
        ("9.4 square kilometres", "supported"),
        ("7 pm", "supported"),
    ]


def test_a_number_of_something_else_in_another_unit(facts_of: Facts) -> None:
    facts = facts_of("Văn kiện gồm 71 điều.")
    (finding,) = check_quantities(facts, "Tỷ lệ đạt 71%.", "vi")
    assert (finding.verdict, finding.message) == ("contradicted", "The article gives this number of something else.")


def test_numbers_in_names(facts_of: Facts) -> None:
    facts = facts_of("Vận động viên dự SEA Games 33 ở tuổi 20, giải U12 có chín ván.")
    assert verdicts(facts, "SEA Games 20")[0][1] == "contradicted"
    assert verdicts(facts, "the under-12 title", "en") == [("12", "supported")]


def test_the_day_of_publication(facts_of: Facts) -> None:
    """Nobody need name the day an article came out, unless the article names another day close to it."""
    facts = facts_of("Sáng nay, hội nghị khai mạc.", date="2025-10-26")
    assert verdicts(facts, "The conference opened on October 26.", "en") == [("October 26", "supported")]
    facts = facts_of("Ngày 25/10, hội nghị khai mạc.", date="2025-10-26")
    assert verdicts(facts, "The conference opened on October 26.", "en") == [("October 26", "contradicted")]


def test_a_duration_between_two_named_days(facts_of: Facts) -> None:
    facts = facts_of("Liên hoan diễn ra từ 9/10 đến 12/10/2025.", date="2025-10-13")
    assert verdicts(facts, "The four-day festival", "en") == [("four-day", "supported")]


def test_two_sides_are_never_counted(facts_of: Facts) -> None:
    assert verdicts(facts_of("Việt Nam và Lào ký thỏa thuận."), "Hai nước hợp tác.")[0][1] == "supported"


def test_what_was_removed_supports_nothing_and_offsets_stay(facts_of: Facts) -> None:
    from summarizer.checks import article_facts
    from summarizer.types import Article, CleanArticle, Span

    text = "Xem thêm: 99 bài.\nCó 72 nước ký."
    clean = CleanArticle(Article("a", text), ((Span(18, len(text)),),))
    facts = article_facts(clean)
    assert verdicts(facts, "99 bài")[0][1] != "supported"
    (finding,) = check_quantities(facts, "72 nước", "vi")
    assert finding.source is not None
    assert text[finding.source.start : finding.source.end] == "72"


def test_the_title_supports_without_a_place_in_the_text(facts_of: Facts) -> None:
    facts = facts_of("Lễ ký kết thúc.", title="72 nước ký công ước")
    (finding,) = check_quantities(facts, "72 nước", "vi")
    assert (finding.verdict, finding.source, finding.source_text) == ("supported", None, "72")
