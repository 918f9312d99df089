from summarizer.checks.glossary import load_glossary
from summarizer.checks.terms import partly_english


def test_terms_are_written_in_english_and_nothing_else_changes() -> None:
    glossary = load_glossary()
    sentence = "Bộ Công an cho biết 72 quốc gia đã ký Công ước Hà Nội."
    assert partly_english(sentence, glossary) == (
        "Ministry of Public Security cho biết 72 quốc gia đã ký Hanoi Convention."
    )
    assert partly_english("Mưa lớn từ sáng sớm.", glossary) == "Mưa lớn từ sáng sớm."


def test_countries_places_and_short_forms_stay() -> None:
    sentence = "Người Mỹ và người Anh gặp Thủ tướng tại Hà Nội để bàn về chuyển đổi số."
    assert partly_english(sentence, load_glossary()) == sentence


def test_people_lose_their_marks_and_places_that_look_like_people_stay() -> None:
    sentence = "Ông Lê Hoài Trung và bà Nguyễn Thị Bích Hà đến Hà Nội."
    assert partly_english(sentence, load_glossary()) == "Ông Le Hoai Trung và bà Nguyen Thi Bich Ha đến Hà Nội."


def test_figures_are_written_as_in_english() -> None:
    assert partly_english("Ngày 25/10 có gần 2.500 người.", load_glossary()) == "Ngày October 25 có nearly 2,500 người."
