from summarizer.checks.glossary import load_glossary
from summarizer.checks.terms import with_english_terms


def test_terms_are_written_in_english_and_nothing_else_changes() -> None:
    glossary = load_glossary()
    sentence = "Bộ Công an cho biết 72 quốc gia đã ký Công ước Hà Nội."
    assert with_english_terms(sentence, glossary) == (
        "Ministry of Public Security cho biết 72 quốc gia đã ký Hanoi Convention."
    )
    assert with_english_terms("Mưa lớn từ sáng sớm.", glossary) == "Mưa lớn từ sáng sớm."


def test_countries_places_and_short_forms_stay() -> None:
    sentence = "Người Mỹ và người Anh gặp Thủ tướng tại Hà Nội để bàn về chuyển đổi số."
    assert with_english_terms(sentence, load_glossary()) == sentence
