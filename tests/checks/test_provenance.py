"""Which article sentences a summary sentence rests on."""

from summarizer.checks.provenance import link
from summarizer.types import Lang, Sentence

STORY = (
    "Lễ mở ký bế mạc ngày 26/10 tại Hà Nội.",
    "Sau hai ngày, 72 quốc gia đã ký văn kiện.",
    "Theo ban tổ chức, sự kiện đón hơn 2.500 đại biểu của 110 quốc gia.",
    "Đại tướng Lương Tam Quang kêu gọi chia sẻ kinh nghiệm.",
    "Trời Hà Nội hôm đó có mưa nhỏ.",
)
SENTENCES = tuple(Sentence(i, 100 * i, 100 * i + len(s), s, 0) for i, s in enumerate(STORY))


def sources(summary: str, lang: Lang) -> list[tuple[int, ...]]:
    return [s.sources for s in link(summary, SENTENCES, lang, "vi")]


def test_the_same_language() -> None:
    found = sources("72 quốc gia đã ký văn kiện sau hai ngày. Ông Lương Tam Quang kêu gọi chia sẻ kinh nghiệm.", "vi")
    assert [s[0] for s in found] == [1, 3]


def test_a_sentence_may_rest_on_two() -> None:
    (found,) = sources("Lễ mở ký bế mạc ngày 26/10 với 72 quốc gia đã ký văn kiện.", "vi")
    assert set(found) == {0, 1}


def test_across_languages_by_figures_and_names() -> None:
    found = sources("More than 2,500 delegates from 110 countries came. Luong Tam Quang urged sharing.", "en")
    assert [s[0] for s in found] == [2, 3]


def test_offsets_are_those_of_the_summary() -> None:
    summary = "72 quốc gia đã ký. Trời Hà Nội mưa nhỏ."
    for sentence in link(summary, SENTENCES, "vi", "vi"):
        assert summary[sentence.start : sentence.end] == sentence.text


def test_hints_serve_where_the_texts_say_nothing() -> None:
    (linked,) = link("They were pleased.", SENTENCES, "en", "vi", hints=[(3,)])
    assert linked.sources == (3,)
    (linked,) = link("They were pleased.", SENTENCES, "en", "vi")
    assert linked.sources == ()


def test_empty_texts() -> None:
    assert link("", SENTENCES, "vi", "vi") == ()
    (linked,) = link("Một câu.", (), "vi", "vi")
    assert linked.sources == ()
