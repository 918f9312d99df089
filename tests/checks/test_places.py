"""Kinds of places."""

from collections.abc import Callable

from summarizer.checks import ArticleFacts
from summarizer.checks.places import check_places
from summarizer.types import Lang

ARTICLE = "Động đất ở tỉnh Thượng Giang, gần hồ Nậm Pho. Ông John Brandolino tới xã Tả Ngần."


def flagged(facts: ArticleFacts, summary: str, lang: Lang = "vi") -> list[str]:
    return [f.text for f in check_places(facts, summary, lang)]


def test_another_kind_of_place(facts_of: Callable[..., ArticleFacts]) -> None:
    facts = facts_of(ARTICLE)
    assert flagged(facts, "Động đất gần hồ Thượng Giang.") == ["Thượng Giang"]
    assert flagged(facts, "A quake hit near the Thuong Giang reservoir.", "en") == ["Thuong Giang"]
    assert flagged(facts, "A quake hit Thuong Giang province near the Nam Pho reservoir.", "en") == []
    assert flagged(facts, "Động đất ở tỉnh Thượng Giang gần hồ Nậm Pho.") == []


def test_nothing_happens_in_a_person(facts_of: Callable[..., ArticleFacts]) -> None:
    facts = facts_of(ARTICLE)
    assert flagged(facts, "The quake was felt in John Brandolino.", "en") == ["John Brandolino"]
    assert flagged(facts, "The quake was felt in Ta Ngan.", "en") == []
