"""Names of a summary against the article's."""

from collections.abc import Callable

import pytest

from summarizer.checks import ArticleFacts
from summarizer.checks.name_check import check_names
from summarizer.types import Lang, Verdict

Facts = Callable[..., ArticleFacts]


def verdicts(facts: ArticleFacts, summary: str, lang: Lang = "vi") -> dict[str, Verdict]:
    return {f.text: f.verdict for f in check_names(facts, summary, lang)}


@pytest.mark.parametrize(
    ("summary", "lang", "name"),
    [
        ("Đại tướng Lương Tam Quang nói.", "vi", "Lương Tam Quang"),
        ("Ông Quang nói.", "vi", "Quang"),
        ("Public Security Minister Luong Tam Quang spoke.", "en", "Luong Tam Quang"),
        ("Ghada Waly thanked Gia Lai province.", "en", "Gia Lai"),
        ("Ms. Waly thanked the hosts.", "en", "Waly"),
        ("It closed in Hanoi.", "en", "Hanoi"),
        ("Switzerland has yet to ratify.", "en", "Switzerland"),
        ("The Swiss have yet to ratify.", "en", "Swiss"),
        ("UNODC's director spoke.", "en", "UNODC"),
        ("The UN Office on Drugs and Crime thanked the hosts.", "en", "UN Office on Drugs and Crime"),
        ("Vietnam hosted the ceremony.", "en", "Vietnam"),
    ],
)
def test_supported(ceremony: ArticleFacts, summary: str, lang: Lang, name: str) -> None:
    found = verdicts(ceremony, summary, lang)
    assert found[name] == "supported"
    assert set(found.values()) == {"supported"}


@pytest.mark.parametrize(
    ("summary", "lang", "name", "verdict"),
    [
        ("Đại tướng Lương Tam Quảng nói.", "vi", "Lương Tam Quảng", "contradicted"),  # another tone
        ("Đại tướng Lương Tâm Hùng nói.", "vi", "Lương Tâm Hùng", "contradicted"),
        ("Bộ trưởng Lương Quốc Quang nói.", "vi", "Lương Quốc Quang", "contradicted"),
        ("Minister Luong Tam Hung spoke.", "en", "Luong Tam Hung", "contradicted"),
        ("Minister Tran Van Tung spoke.", "en", "Tran Van Tung", "not_found"),
        ("She thanked Kon Tum province.", "en", "Kon Tum", "not_found"),
        ("Ghada Wallys thanked the hosts.", "en", "Ghada Wallys", "contradicted"),
        ("Poland has yet to ratify.", "en", "Poland", "not_found"),
        ("Ba Lan chưa phê chuẩn.", "vi", "Ba Lan", "not_found"),
    ],
)
def test_wrong_names(ceremony: ArticleFacts, summary: str, lang: Lang, name: str, verdict: Verdict) -> None:
    assert verdicts(ceremony, summary, lang)[name] == verdict


@pytest.mark.parametrize(
    ("summary", "lang"),
    [
        ("The South Central Institute of Marine Ecology thanked the hosts.", "en"),
        ("Researchers and Delegates agreed.", "en"),
        ("Trong buổi lễ, các nước nhất trí.", "vi"),
    ],
)
def test_translated_words_are_no_names(ceremony: ArticleFacts, summary: str, lang: Lang) -> None:
    assert verdicts(ceremony, summary, lang) == {}


def test_an_english_article_and_a_vietnamese_summary(facts_of: Facts) -> None:
    facts = facts_of("French President Emmanuel Macron met Nguyen Thi Lan in Thuong Giang province.", "en")
    found = verdicts(facts, "Tổng thống Pháp Emmanuel Macron gặp bà Nguyễn Thị Lan ở tỉnh Thượng Giang.")
    assert set(found.values()) == {"supported"}
    assert {"Pháp", "Emmanuel Macron", "Nguyễn Thị Lan", "Thượng Giang"} <= set(found)
    assert verdicts(facts, "Bà Nguyễn Thị Hằng đến Gia Lai.") == {
        "Nguyễn Thị Hằng": "contradicted",
        "Gia Lai": "not_found",
    }


def test_a_country_inside_a_longer_name_is_no_country(facts_of: Facts) -> None:
    facts = facts_of("Phường Tân Mỹ Tây mở dịch vụ.")
    assert verdicts(facts, "Tại phường Tân Mỹ Tây.") == {"Tân Mỹ Tây": "supported"}
    assert verdicts(facts, "Tại phường Tân Mỹ Phúc.")["Tân Mỹ Phúc"] != "supported"


def test_capitals_stand_for_their_countries_and_syllables_in_pairs(facts_of: Facts) -> None:
    facts = facts_of("Nga phản đối. Hội nghị thượng đỉnh Mỹ - Triều diễn ra.")
    assert verdicts(facts, "Moscow objected to the US-North Korea summit.", "en") == {
        "Moscow": "supported",
        "US": "supported",
        "North Korea": "supported",
    }


def test_tone_placement_is_no_difference(facts_of: Facts) -> None:
    assert verdicts(facts_of("Bà Hòa đến Thụy Sĩ."), "Bà Hoà đến Thuỵ Sĩ.") == {
        "Hoà": "supported",
        "Thuỵ Sĩ": "supported",
    }


def test_a_headline_in_capitals_tells_nothing(ceremony: ArticleFacts) -> None:
    assert verdicts(ceremony, "Cracks Found Along Northern Walls After Quake", "en") == {}


def test_sources_are_places_in_the_article(ceremony: ArticleFacts) -> None:
    for finding in check_names(ceremony, "Luong Tam Quang spoke in Hanoi.", "en"):
        assert finding.source is not None
        assert ceremony.text[finding.source.start : finding.source.end] == finding.source_text


@pytest.mark.parametrize(
    ("article", "source", "summary", "lang"),
    [
        ("Bộ Công an và LHQ tổ chức lễ ký.", "vi", "The MPS and the United Nations held the ceremony.", "en"),
        ("Bộ Công an và LHQ tổ chức lễ ký.", "vi", "The Ministry of Public Security and the UN signed.", "en"),
        ("Văn phòng LHQ về chống ma túy và tội phạm lên tiếng.", "vi", "UNODC spoke.", "en"),
        ("Bộ GD&ĐT họp tại TP.HCM.", "vi", "MOET met in Saigon.", "en"),
        ("The UN and the MPS signed with UNODC.", "en", "LHQ và Bộ Công an ký với UNODC.", "vi"),
        (
            "The UN Office on Drugs and Crime met MOFA.",
            "en",
            "Văn phòng Liên hợp quốc về chống ma túy và tội phạm gặp Bộ Ngoại giao.",
            "vi",
        ),
    ],
)
def test_any_form_of_a_term_stands_for_any_other(
    facts_of: Facts, article: str, source: Lang, summary: str, lang: Lang
) -> None:
    assert set(verdicts(facts_of(article, source), summary, lang).values()) == {"supported"}


def test_a_term_over_several_runs_of_capitals_is_told_once(ceremony: ArticleFacts) -> None:
    found = check_names(ceremony, "The UN Office on Drugs and Crime thanked the hosts.", "en")
    assert len(found) == len(set(found)) == 1


SPOKEN = "Bà Ngọc Lan nói: “Ông Tuyên là người bạn tốt của làng.” Ca khúc “Đêm sao sáng” mở đầu buổi lễ ở Gia Lai."


@pytest.mark.parametrize(
    ("summary", "name", "verdict"),
    [
        ("Ms. Ngoc Lan said: “Mr. Tuyan is a good friend of the village.”", "Tuyan", "contradicted"),
        ('"We thank Kon Tum for the trees," Ms. Ngoc Lan said.', "Kon Tum", "not_found"),
        ("Ms. Ngoc Lan said: “We went to Poland together.”", "Poland", "not_found"),
        ("Ms. Ngoc Lan said: “Mr. Tuyen is a good friend of the village.”", "Tuyen", "supported"),
        ('"Mr. Tuyan is a good friend of the village, Ms. Ngoc Lan said.', "Tuyan", "contradicted"),  # never closed
    ],
)
def test_names_inside_a_translated_quotation_are_compared_too(
    facts_of: Facts, summary: str, name: str, verdict: Verdict
) -> None:
    assert verdicts(facts_of(SPOKEN), summary, "en")[name] == verdict


@pytest.mark.parametrize(
    "summary",
    [
        "The song “Skyfire Nocturne” opened the ceremony in Gia Lai.",
        'The song "Brightstar" opened the ceremony in Gia Lai.',
        "The song “The Glimmer of a Starfield” opened the ceremony in Gia Lai.",
    ],
)
def test_a_quoted_title_may_be_worded_anew(facts_of: Facts, summary: str) -> None:
    assert verdicts(facts_of(SPOKEN), summary, "en") == {"Gia Lai": "supported"}
