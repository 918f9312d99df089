"""Denials added and denials dropped."""

from collections.abc import Callable

import pytest

from summarizer.checks import ArticleFacts
from summarizer.checks.denial import all_verbs, supposes
from summarizer.checks.polarity import check_polarity
from summarizer.checks.polarity_words import VERBS
from summarizer.checks.tokens import tokenize
from summarizer.types import LANGS, Lang

ARTICLE = (
    "Đội canh rạn đã phục hồi 12 ha san hô quanh đảo Hòn Mây. Viện không khuyến cáo gieo giống này cho vụ hè thu. "
    "Điện thoại di động không hút sét. Hàng không và không quân hỗ trợ đội. Thụy Sĩ chưa phê chuẩn công ước."
)


@pytest.fixture
def reef(facts_of: Callable[..., ArticleFacts]) -> ArticleFacts:
    return facts_of(ARTICLE)


@pytest.mark.parametrize(
    ("summary", "lang", "said"),
    [
        ("Đội canh rạn chưa phục hồi 12 ha san hô.", "vi", "chưa"),
        ("Viện khuyến cáo gieo giống này cho vụ hè thu.", "vi", "khuyến cáo"),
        ("Switzerland has ratified the convention.", "en", "has ratified"),
    ],
)
def test_flips(reef: ArticleFacts, summary: str, lang: Lang, said: str) -> None:
    (finding,) = check_polarity(reef, summary, lang)
    assert (finding.kind, finding.verdict, finding.text) == ("negation", "contradicted", said)
    assert summary[finding.start : finding.end] == said
    assert finding.source is not None


@pytest.mark.parametrize(
    ("summary", "lang"),
    [
        ("Đội canh rạn đã phục hồi 12 ha san hô.", "vi"),
        ("Viện không khuyến cáo gieo giống này.", "vi"),
        ("Điện thoại không hút sét.", "vi"),
        ("Ngành hàng không hỗ trợ đội.", "vi"),
        ("Không quân hỗ trợ đội.", "vi"),
        ("Switzerland has not ratified the convention.", "en"),
        ("Mobile phones do not attract lightning.", "en"),
    ],
)
def test_what_the_article_says_too(reef: ArticleFacts, summary: str, lang: Lang) -> None:
    assert check_polarity(reef, summary, lang) == ()


@pytest.mark.parametrize(
    "summary",
    [
        "Nếu không phục hồi rạn san hô, đội canh rạn sẽ giải tán.",
        "Đội phục hồi rạn san hô quanh đảo chứ không phải 12 ha rừng.",
        "Viện thiếu cơ sở để khuyến cáo gieo giống này cho vụ hè thu.",
        "Nông dân phải được khuyến cáo gieo giống này.",
    ],
)
def test_conditions_contrasts_and_demands_are_no_flips(reef: ArticleFacts, summary: str) -> None:
    assert check_polarity(reef, summary, "vi") == ()


def test_the_same_words_in_other_company_are_another_statement(facts_of: Callable[..., ArticleFacts]) -> None:
    facts = facts_of("Hà Lan chưa phê chuẩn hiệp định thương mại. Sở đang xem xét báo cáo môi trường của nhà máy.")
    assert check_polarity(facts, "Sở đã phê chuẩn báo cáo môi trường của nhà máy.", "vi") == ()
    assert check_polarity(facts, "Hà Lan đã phê chuẩn hiệp định thương mại.", "vi") != ()


@pytest.mark.parametrize("lang", LANGS)
def test_every_form_of_a_verb_is_found_by_the_beginning_of_its_first_word(lang: Lang) -> None:
    """Written out, so that a form with fewer than three letters before its endings is missed here."""
    text = {
        "vi": "Họ ký, bắt giữ, bị bắt, dự họp, có mặt, xây, cấm, hủy, huỷ, hoãn, giảm, tăng, thua và trả tiền.",
        "en": (
            "They won, win, lost, lose, rose, rise, rising, fell, falling, paid, pay, paying, ban, died, took part, "
            "came into force, takes effect, steps, quit, hurt, built, Signed the deal, move out, denied and found it."
        ),
    }[lang]
    found = {(claim.words[0], claim.end) for claim in all_verbs(text, lang)}
    assert found == {(name, match.end()) for name, verb in VERBS[lang].items() for match in verb.finditer(text)}
    assert len(found) > 12


def test_the_data_of_so_lieu_are_no_condition() -> None:
    tokens = tokenize("Theo số liệu mới, liệu có ký?")
    assert [t.text for i, t in enumerate(tokens) if supposes(tokens, i, "vi")] == ["liệu"]
    assert not supposes(tokens, 2, "vi")
