"""Titles and forms of address."""

from collections.abc import Callable

import pytest

from summarizer.checks import ArticleFacts
from summarizer.checks.roles import check_roles
from summarizer.types import Lang

Facts = Callable[..., ArticleFacts]


def flagged(facts: ArticleFacts, summary: str, lang: Lang = "vi") -> list[str]:
    return [f.text for f in check_roles(facts, summary, lang)]


@pytest.mark.parametrize(
    ("summary", "lang"),
    [
        ("Bộ trưởng Bộ Công an Lương Tam Quang nói.", "vi"),
        ("Đại tướng Lương Tam Quang nói.", "vi"),
        ("Ông Quang nói.", "vi"),
        ("Public Security Minister Luong Tam Quang spoke.", "en"),
        ("Luong Tam Quang, Minister of Public Security, spoke.", "en"),
        ("General Luong Tam Quang spoke.", "en"),
        ("Executive Director Ghada Waly spoke.", "en"),
    ],
)
def test_right(ceremony: ArticleFacts, summary: str, lang: Lang) -> None:
    assert flagged(ceremony, summary, lang) == []


@pytest.mark.parametrize(
    ("summary", "lang", "title"),
    [
        ("Thứ trưởng Bộ Công an Lương Tam Quang nói.", "vi", "Thứ trưởng"),
        ("Bộ trưởng Bộ Ngoại giao Lương Tam Quang nói.", "vi", "Bộ trưởng Bộ Ngoại giao"),
        ("Thiếu tướng Lương Tam Quang nói.", "vi", "Thiếu tướng"),
        ("Bà Quang nói.", "vi", "Bà Quang"),
        ("Foreign Minister Luong Tam Quang spoke.", "en", "Foreign Minister"),
        ("Prime Minister Luong Tam Quang spoke.", "en", "Prime Minister"),
        ("Deputy Director Ghada Waly spoke.", "en", "Deputy Director"),
        ("Mr. Waly spoke.", "en", "Mr. Waly"),
    ],
)
def test_wrong(ceremony: ArticleFacts, summary: str, lang: Lang, title: str) -> None:
    assert flagged(ceremony, summary, lang) == [title]


def test_a_pronoun_for_nobody_in_the_article(facts_of: Facts) -> None:
    facts = facts_of("TS Ngô Bảo Khánh trả lời. Ông Khánh nói sét mạnh. Ông khuyên vào nhà. Bà con nghe theo.")
    assert flagged(facts, "Bà khuyên vào nhà.") == ["Bà"]
    assert flagged(facts, "Ông khuyên vào nhà, bà con nghe theo.") == []
    assert flagged(facts, "She advised shelter.", "en") == []  # a translation chooses its own


def test_a_title_the_article_does_not_give_at_all(facts_of: Facts) -> None:
    """Without a title of the same family in the article there is nothing to hold against it."""
    facts = facts_of("Lê Văn Tấn canh rạn san hô.")
    assert flagged(facts, "Giám đốc Lê Văn Tấn canh rạn.") == []
