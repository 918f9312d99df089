import pytest

from summarizer.selection.headline import best_clauses
from summarizer.types import Sentence


def story(*texts: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(i, 0, 1, text, i) for i, text in enumerate(texts))


STORY = story(
    "Sáng 25/10, tại Trung tâm Hội nghị Quốc gia, công ước về chống tội phạm mạng chính thức được mở ký.",
    "Công ước về chống tội phạm mạng được 72 nước ký trong ngày mở ký.",
    "Trời Hà Nội nắng đẹp, nhiều người dân ra phố.",
    "Chống tội phạm mạng là việc của mọi nước, bộ trưởng nói về công ước.",
)


def test_the_clause_the_story_is_about_is_the_headline() -> None:
    text, sentence = best_clauses(STORY[:1], STORY, "vi", 14)
    assert text == "Công ước về chống tội phạm mạng chính thức được mở ký"
    assert sentence is STORY[0]


def test_a_better_ranked_sentence_needs_less() -> None:
    assert best_clauses([STORY[2], STORY[1]], STORY, "vi", 20)[1] is STORY[1]  # nothing of the first is said again
    assert best_clauses([STORY[0], STORY[3]], STORY, "vi", 20)[1] is STORY[0]


@pytest.mark.parametrize("limit", [6, 9, 14])
def test_it_fits_and_says_where_the_sentence_goes_on(limit: int) -> None:
    text, sentence = best_clauses(STORY, STORY, "vi", limit)
    assert len(text.split()) <= limit
    whole = sentence.text.casefold()
    assert text.rstrip("…").casefold() in whole
    assert text.endswith("…") == (not whole.rstrip(".").endswith(text.rstrip("…").casefold()))


@pytest.mark.parametrize("limit", [7, 12])
def test_half_a_quotation_is_no_headline(limit: int) -> None:
    told = story('Ông nói "nước rút chậm, triều lên cao", rồi xin lỗi dân cả vùng.', "Nước rút chậm, triều lên cao.")
    assert best_clauses(told[:1], told, "vi", limit)[0].count('"') % 2 == 0


def test_a_sentence_of_one_long_clause_is_cut() -> None:
    long = story("Mưa lớn kéo dài nhiều giờ khiến hàng chục tuyến đường của thành phố ngập sâu trong nước.")
    assert best_clauses(long, long, "vi", 6)[0] == "Mưa lớn kéo dài nhiều…"


def test_in_english_the_news_comes_first() -> None:
    told = story(
        "A court jailed a coffee trader for nine years, crediting the police, the court said in Hanoi.",
        "Police credited the court in Hanoi, police said, and the coffee trader was jailed by the court.",
    )
    text, sentence = best_clauses(told, told, "en", 12)
    assert text == "A court jailed a coffee trader for nine years…"
    assert sentence is told[0]
