"""The two summaries against each other."""

import pytest

from summarizer.checks import check_agreement


@pytest.mark.parametrize(
    ("vi", "en", "there", "here"),
    [
        ("72 nước đã ký.", "71 countries signed.", "71", "72"),
        ("Lễ mở ký ngày 25/10/2025.", "It opened on October 25, 2024.", "October 25, 2024", "25/10/2025"),
        ("Doanh thu 1,5 tỷ đồng.", "Revenue was VND1.5 million.", "VND1.5 million", "1,5 tỷ đồng"),
    ],
)
def test_conflicts(vi: str, en: str, there: str, here: str) -> None:
    (finding,) = check_agreement(vi, en)
    assert (finding.kind, finding.lang, finding.text, finding.source_text) == ("agreement", "en", there, here)


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("72 nước đã ký.", "Seventy-two countries signed."),
        ("72 nước đã ký.", "The text has 71 articles."),  # another thing altogether
        ("Hơn 2.500 đại biểu dự.", "More than 2,500 delegates attended."),
        ("Lễ mở ký ngày 25/10.", "It opened on October 25, 2025."),
        ("Lễ mở ký ngày 25/10.", "It closes on December 31."),
        ("", ""),
    ],
)
def test_different_facts_are_no_conflict(vi: str, en: str) -> None:
    assert check_agreement(vi, en) == ()
