import pytest

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


@pytest.mark.parametrize(
    ("sentence", "written"),
    [
        ("Lửa cháy ở thị xã Bỉm Sơn và Mỹ Tho.", "Lửa cháy ở thị xã Bim Son và My Tho."),  # no Belgium, no America
        ("Tổng thống Mỹ gặp lãnh đạo Trung Quốc.", "President Mỹ gặp lãnh đạo Trung Quốc."),  # countries stay
        ("Bệnh viện Bạch Mai và Viện Huyết học.", "Bệnh viện Bach Mai và Viện Huyết học."),  # bodies are translated
    ],
)
def test_where_a_name_went_wrong_all_names_are_written_in_english(sentence: str, written: str) -> None:
    assert partly_english(sentence, load_glossary(), kept=True) == written


def test_the_head_of_a_body_is_no_family_name() -> None:
    assert partly_english("Lễ diễn ra ở Viện Huyết học.", load_glossary()) == "Lễ diễn ra ở Viện Huyết học."
    assert partly_english("Ông Đoàn Hậu đã đến.", load_glossary()) == "Ông Doan Hau đã đến."
