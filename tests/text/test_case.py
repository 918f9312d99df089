import pytest

from summarizer.text.case import is_shouted, truecased

BODY = (
    "Công ước Hà Nội được mở ký ngày 25/10. Theo đại diện LHQ, lễ mở ký Công ước Hà Nội có 110 nước dự. "
    "Tại Hà Nội, Bộ Công an chủ trì."
)


@pytest.mark.parametrize(
    ("text", "shouted"),
    [
        ("72 NƯỚC KÝ CÔNG ƯỚC HÀ NỘI", True),
        ("72 nước ký Công ước Hà Nội", False),
        ("UBND TP.HCM", False),  # too short to tell from an abbreviation
        ("UBND TP.HCM họp báo chiều nay", False),
        ("NƯỚC KÝ CÔNG ƯỚC của LHQ VỀ TỘI PHẠM MẠNG", True),
        ("25/10/2025 - 12.500.000", False),
    ],
)
def test_what_counts_as_shouted(text: str, shouted: bool) -> None:
    assert is_shouted(text) is shouted


def test_words_are_written_as_in_the_article() -> None:
    assert truecased("72 NƯỚC KÝ CÔNG ƯỚC HÀ NỘI", BODY) == "72 nước ký Công ước Hà Nội"
    assert truecased("ĐẠI DIỆN LHQ DỰ LỄ TẠI HÀ NỘI", BODY) == "Đại diện LHQ dự lễ tại Hà Nội"


def test_a_text_in_capitals_throughout_comes_out_in_lower_case() -> None:
    body = "LỄ MỞ KÝ BẾ MẠC TẠI HÀ NỘI. SAU HAI NGÀY, 72 QUỐC GIA ĐÃ KÝ."
    assert truecased("LỄ MỞ KÝ BẾ MẠC TẠI HÀ NỘI.", body) == "Lễ mở ký bế mạc tại hà nội."


def test_other_texts_are_left_alone() -> None:
    for text in ("72 nước ký Công ước Hà Nội", "UBND TP.HCM", "", "25/10"):
        assert truecased(text, BODY) == text
