import pytest

from summarizer.checks.figures import english_figures, unsaid_figures, unsaid_units
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
        ("khoảng bảy mươi hai nước", "about 72 nước"),
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


def test_no_figure_of_the_sentence_is_among_the_unsaid() -> None:
    sentence = "Ngày 25/10/2025, 22 nước ký; gần 1,5 tỷ đồng, lúc 19h20, khóa XIV, bảy mươi hai đại biểu."
    unsaid = unsaid_figures(sentence, "vi")
    said = ["October 25, 2025", "25/10", "22 countries", "VND1.5 billion", "7:20 p.m.", "19:20", "14th", "72 delegates"]
    assert [text for text in said for word in unsaid if word in text] == []


@pytest.mark.parametrize("wrong", ["222 countries", "2052", "3 people", "VND115 billion"])
def test_other_figures_hold_one_of_the_unsaid(wrong: str) -> None:
    unsaid = unsaid_figures("Ngày 25/10/2025, 22 nước ký; gần 1,5 tỷ đồng, lúc 19h20.", "vi")
    assert any(word in wrong for word in unsaid)


def test_without_figures_every_digit_is_unsaid() -> None:
    assert unsaid_figures("Mưa lớn từ sáng sớm.", "vi") == tuple("0123456789")


def test_english_figures_may_be_written_as_in_vietnamese() -> None:
    unsaid = unsaid_figures("On October 25, 2025, at 7:20 p.m., seventy-two delegates gave 1,500 dollars.", "en")
    said = ["25/10/2025", "19h20", "72 đại biểu", "1.500 đô la"]
    assert [text for text in said for word in unsaid if word in text] == []
    assert any(word in "3.500" for word in unsaid)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Nhật tuyên bố chủ quyền với 4 đảo.", []),
        ("Ông 46 tuổi.", ["year", "years"]),
        ("Giá 3.628.000 đồng một chỉ.", ["million", "millions", "thousand", "thousands", "hundred", "hundreds"]),
        ("Vay 10 tỷ đồng.", ["billion", "billions", "million", "millions"]),
        ("Vay 2 nghìn tỷ đồng.", ["trillion", "billion", "billions"]),
        ("Giá 456 USD.", ["$", "hundred", "hundreds"]),
        ("Hàng chục người đến.", ["dozen", "dozens"]),
        ("Hai triệu rưỡi, hàng trăm, vài nghìn.", ["million", "millions", "hundreds", "thousand", "thousands"]),
    ],
)
def test_units_that_nothing_asks_for_are_unsaid(sentence: str, said: list[str]) -> None:
    unsaid = unsaid_units(sentence)
    assert not set(said) & set(unsaid)
    if not said:
        assert {"$", "year", "dozens", "hundred", "thousand", "million", "billion", "trillion"} <= set(unsaid)
