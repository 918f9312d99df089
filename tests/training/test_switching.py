from dataclasses import replace

from summarizer.training.sources import Example
from summarizer.training.switching import ORIGIN, phrase_table, switched

PAIR = Example(
    "translate",
    "vi",
    "en",
    "Ông Lương Cường dự lễ ký Công ước Hà Nội về an ninh mạng tại thủ đô.",
    "Luong Cuong attended the signing of the Hanoi Convention on cyber security in the capital.",
    "news",
)
WORDS = [
    Example("translate", "vi", "en", "an ninh mạng", "Cyber security", "lexicon"),
    Example("translate", "vi", "en", "thủ đô", "capital", "lexicon"),
    Example("translate", "vi", "en", "lễ", "ceremony", "lexicon"),
]


def copies(pair: Example, times: int = 60) -> set[str]:
    found = [e for e in switched([pair] * times, phrase_table(WORDS), 1.0, seed=1) if e.origin == ORIGIN]
    assert {e.target for e in found} <= {pair.target}
    return {e.source for e in found}


def test_terms_and_names_of_the_target_are_written_into_the_source() -> None:
    found = copies(PAIR)
    for part in ("Hanoi Convention", "cyber security", "capital", "Luong Cuong"):
        assert any(part in source for source in found), part
    assert not any("Công ước Hanoi" in source for source in found)  # the longest phrase, not a part of it


def test_at_most_four_places_change_and_the_rest_stays() -> None:
    pair = replace(PAIR, source=f"Ngày 2/9, {PAIR.source}", target=f"On September 2, {PAIR.target}")
    for source in copies(pair):
        parts = ("Hanoi Convention", "cyber security", "capital", "Luong Cuong", "September 2")
        assert 1 <= sum(part in source for part in parts) <= 4
        assert source.startswith("Ngày ")
        assert source.endswith(".")


FIGURES = replace(
    PAIR,
    source="Ngày 25/10, gần 2.500 người dự, 1,5 tỷ đồng được góp lúc 19h20; 1,5 và 3 phần.",
    target="On 25 October nearly 2,500 people came and VND1.5 billion was given at 7:20 pm; 1.5 and 4 parts.",
)


def test_figures_of_the_target_are_written_into_the_source() -> None:
    found = copies(FIGURES)
    for part in ("Ngày 25 October,", "nearly 2,500 người", ", 1.5 billion đồng", "lúc 7:20 pm;", "; 1.5 và"):
        assert any(part in source for source in found), part
    assert all(source.endswith("và 3 phần.") for source in found)  # the target says another number


def test_a_figure_said_twice_stays() -> None:
    twice = replace(FIGURES, source="Ngày 2/9 và ngày 2/9.", target="On September 2 and September 2.")
    assert copies(twice) == set()


def test_what_the_target_says_otherwise_stays_vietnamese() -> None:
    other = replace(PAIR, target="He went to the pact on the safety of networks.")
    assert copies(other) == set()


def test_other_kinds_pass_unchanged() -> None:
    back = replace(PAIR, source_lang="en", target_lang="vi")
    assert list(switched([back, *WORDS], phrase_table(WORDS), 1.0, seed=1)) == [back, *WORDS]
    assert list(switched([PAIR] * 5, phrase_table(WORDS), 0.0, seed=1)) == [PAIR] * 5


def test_the_glossary_and_the_word_list_make_the_table() -> None:
    table = phrase_table(WORDS)
    assert table["thủ đô"] == {"capital"}
    assert "ministry of public security" in table["bộ công an"]
    assert "lễ" not in table  # one syllable means too many things
