"""Articles small enough to read beside the assertion."""

from collections.abc import Callable

import pytest

from summarizer.checks import ArticleFacts, article_facts
from summarizer.types import Article, CleanArticle, Lang, Span

CEREMONY = (
    "Ngày 26/10, tại Hà Nội, lễ mở ký Công ước Hà Nội bế mạc với 72 quốc gia ký. Hơn 2.500 đại biểu của 110 nước "
    "đã tham dự.\n\nĐại tướng Lương Tam Quang, Bộ trưởng Bộ Công an, nói văn kiện gồm 9 chương, 71 điều. "
    "“Chúng tôi mong các nước sớm phê chuẩn để công ước được thi hành”, ông Quang nói. Đến nay Thụy Sĩ chưa phê chuẩn "
    "công ước.\n\nBà Ghada Waly, Giám đốc điều hành UNODC, cảm ơn tỉnh Gia Lai đã góp 1,5 tỷ đồng."
)


@pytest.fixture
def facts_of() -> Callable[..., ArticleFacts]:
    def read(text: str, lang: Lang = "vi", date: str = "", title: str = "") -> ArticleFacts:
        article = Article("a", text, title, date)
        return article_facts(CleanArticle(article, ((Span(0, len(text)),),), language=lang))

    return read


@pytest.fixture
def ceremony(facts_of: Callable[..., ArticleFacts]) -> ArticleFacts:
    return facts_of(CEREMONY, date="2025-10-26")
