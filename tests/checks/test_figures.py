import pytest

from summarizer.checks.figures import english_figures
from summarizer.text.changes import changed


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        ("thiệt hại gần 1,5 tỷ đồng", "thiệt hại nearly 1.5 billion đồng"),
        ("hơn 2.500 người đến từ 72 nước", "more than 2,500 người đến từ 72 nước"),
        ("tăng 12,5% so với năm 2020", "tăng 12.5% so với năm 2020"),
        ("ngày 25/10/2025 tại Hà Nội", "ngày October 25, 2025 tại Hà Nội"),
        ("sáng 2-9, từ tháng 7/2018", "sáng September 2, từ July 2018"),
        ("lúc 19h20 và 7 giờ tối", "lúc 7:20 p.m. và 7 p.m."),
        ("dân số khoảng 50.000 người, trúng xổ số 1.000 đồng", "dân số about 50,000 người, trúng xổ số 1,000 đồng"),
        ("Đến 10g ngày 21-9", "Đến 10h ngày September 21"),
        ("lúc 9g20, rồi 10h00'", "lúc 9h20, rồi 10h"),
        ("khoảng bảy mươi hai nước", "about 72 nước"),
        ("giá 35,69 – 36,46 triệu", "giá 35.69 – 36.46 million"),
        ("quyết định số 1832, hơn 1832 người", "quyết định số 1832, more than 1832 người"),
        (
            "hơn 100 m2 đất, 80.000 m³ nước, 5 m 2 phòng",
            "more than 100 square meters đất, 80,000 cubic meters nước, 5 m 2 phòng",
        ),
        ("vốn 2.815 tỷ đồng", "vốn 2.815 trillion đồng"),
    ],
)
def test_figures_as_english_writes_them(vietnamese: str, english: str) -> None:
    assert changed(vietnamese, english_figures(vietnamese)) == english


@pytest.mark.parametrize(
    "sentence",
    [
        "hai bên và ba nước",
        "hàng trăm người",
        "lần thứ V",
        "hôm qua",
        "lúc 9h20",
        "học sinh lớp 10/7",
        "dài 2,125 m",
        "khoảng 2/3 cây cầu",
        "2/3 số dân",
        "hơn 1/2 trong 3/63 tỉnh",
    ],
)
def test_what_can_be_read_in_several_ways_stays(sentence: str) -> None:
    assert list(english_figures(sentence)) == []


def test_a_day_that_a_word_tells_is_no_share() -> None:
    sentence = "Sáng 2/9, sau khi 2/3 đại biểu đến (từ 1/9), lễ bắt đầu."
    assert [text for _, _, text in english_figures(sentence)] == ["September 2", "September 1"]
