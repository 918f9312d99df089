"""Quotations are verbatim."""

from collections.abc import Callable

import pytest

from summarizer.checks import ArticleFacts
from summarizer.checks.quotes import check_quotes
from summarizer.types import Verdict

WHOLE = "Chúng tôi mong các nước sớm phê chuẩn để công ước được thi hành"


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        (WHOLE, "supported"),
        ("các nước sớm phê chuẩn để công ước được thi hành", "supported"),  # a part of it, from the middle
        ("Chúng tôi mong các nước … công ước được thi hành", "supported"),
        ("Chúng tôi mong các nước sớm phê chuẩn", "contradicted"),  # broken off
        ("Chúng tôi mong các nước sớm ký để công ước được thi hành", "contradicted"),
        ("Công nghệ đang thay đổi với tốc độ chưa từng thấy", "not_found"),
    ],
)
def test_verdicts(ceremony: ArticleFacts, quote: str, verdict: Verdict) -> None:
    (finding,) = check_quotes(ceremony, f"Ông Quang nói “{quote}”.", "vi")
    assert (finding.verdict, finding.text) == (verdict, quote)


def test_marks_may_differ(ceremony: ArticleFacts) -> None:
    (finding,) = check_quotes(ceremony, f'Ông Quang nói "{WHOLE}".', "vi")
    assert finding.verdict == "supported"
    assert finding.source_text.startswith("Chúng tôi")


def test_short_quotations_are_names(ceremony: ArticleFacts) -> None:
    assert check_quotes(ceremony, "Sự kiện “Con đường tới” mở ra.", "vi") == ()


def test_a_translated_quotation_needs_somebody_who_spoke(
    ceremony: ArticleFacts, facts_of: Callable[..., ArticleFacts]
) -> None:
    summary = 'He said "we hope that countries will ratify the text very soon".'
    assert check_quotes(ceremony, summary, "en") == ()
    (finding,) = check_quotes(facts_of("Lễ mở ký diễn ra."), summary, "en")
    assert finding.verdict == "not_found"
