"""Faults of a summary as a text."""

import pytest

from summarizer.checks import check_form
from summarizer.types import Lang, Length

GOOD_VI = "Công ước được mở ký tại Hà Nội sáng 25/10. Việt Nam là nước đầu tiên ký."
GOOD_EN = "The convention opened for signature in Hanoi on October 25. Vietnam was the first to sign."


def kinds(text: str, lang: Lang = "vi", length: Length = "short") -> list[str]:
    return [f.kind for f in check_form(text, lang, length)]


NOW_VI = "Hai bên tìm lối thoát cho cuộc khủng hoảng hiện tại."


@pytest.mark.parametrize(("text", "lang"), [(GOOD_VI, "vi"), (GOOD_EN, "en"), (NOW_VI, "vi")])
def test_a_good_summary_has_no_faults(text: str, lang: Lang) -> None:
    assert check_form(text, lang) == ()


@pytest.mark.parametrize(
    ("text", "lang", "kind"),
    [
        ("", "vi", "length"),
        ("  ", "vi", "length"),
        ("…", "vi", "length"),
        (GOOD_EN, "vi", "language"),
        (GOOD_VI, "en", "language"),
        ("The convention opened in Hanoi. Việt Nam là nước đầu tiên ký công ước này.", "en", "language"),
        ("Anh ta đi rồi. Anh ta đi rồi.", "vi", "repetition"),
        ("Ông nói rằng ông nói rằng ông nói rằng ông nói rằng đúng.", "vi", "repetition"),
        ("Việt Việt Việt Nam ký công ước.", "vi", "repetition"),
        ("Công ước được mở ký tại Hà Nội và", "vi", "length"),
        ("Công ước được mở ký tại Hà Nội", "vi", "length"),
        ("The convention opened for the", "en", "length"),
        ("Ông nói “công ước rất quan trọng.", "vi", "quote"),
        ('He said "the convention matters.', "en", "quote"),
    ],
)
def test_faults(text: str, lang: Lang, kind: str) -> None:
    assert kind in kinds(text, lang)


def test_a_long_phrase_said_twice() -> None:
    phrase = "bộ trưởng kêu gọi các nước và doanh nghiệp chia sẻ kinh nghiệm"
    text = f"Sáng nay {phrase}. Tại Hà Nội, {phrase}."
    assert "repetition" in kinds(text, "vi", "medium")


def test_length_by_setting() -> None:
    long = "Công ước được các nước ký tại Hà Nội hôm nay. " * 1
    assert kinds(long.strip(), "vi", "headline") == []
    assert "length" in kinds(" ".join(f"từ{i}" for i in range(40)) + ".", "vi", "headline")
    four = "Một nước ký. Hai nước dự. Ba nước nói. Bốn nước về."
    assert "length" in kinds(four, "vi", "short")
    assert kinds(four, "vi", "medium") == []


def test_a_headline_needs_no_full_stop() -> None:
    assert kinds("72 nước ký Công ước Hà Nội", "vi", "headline") == []


def test_offsets_name_the_fault() -> None:
    text = "The convention opened in Hanoi. Việt Nam là nước đầu tiên ký công ước này."
    (finding,) = check_form(text, "en")
    assert text[finding.start : finding.end] == "Việt Nam là nước đầu tiên ký công ước này."


def test_a_long_name_may_come_twice() -> None:
    name = "tuyến đường sắt đô thị Cát Linh - Hà Đông"
    assert not kinds(f"Cảnh sát phạt một nhà thầu của {name}. Theo ban quản lý, {name} dài hơn 13 km.")
    again = "cảnh sát giao thông đã lập biên bản và phạt một nhà thầu của dự án này"
    assert "repetition" in kinds(f"Sáng nay, {again}. Tin cho hay {again}.")
