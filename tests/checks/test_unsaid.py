import pytest

from summarizer.checks.unsaid import (
    unsaid,
    unsaid_beginnings,
    unsaid_bounds,
    unsaid_currencies,
    unsaid_figures,
    unsaid_words,
)


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
def test_words_that_nothing_asks_for_are_unsaid(sentence: str, said: list[str]) -> None:
    unsaid = unsaid_words(sentence)
    assert not set(said) & set(unsaid)
    if not said:
        assert {"$", "year", "dozens", "hundred", "thousand", "million", "billion", "trillion"} <= set(unsaid)


@pytest.mark.parametrize(
    ("sentence", "asked", "unasked"),
    [
        (
            "Hai tàu đô đốc cập cảng ngày 2-12.",
            ["two", "December"],
            ["dollars", "four", "Four", "October", "p.m", "Friday"],
        ),
        ("Tối 28/10, đôi vợ chồng về nhà lúc 9h.", ["two", "October", "p.m", "hours"], ["three", "August", "percent"]),
        ("Hồi tháng ba, bảy người bị bắt.", ["March", "seven", "three"], ["May", "two", "weeks", "%"]),
        ("Chương trình Black Friday giảm 50%.", ["Friday", "half", "percent", "%"], ["Monday", "ten"]),
        ("Chiều thứ Năm, nhóm thứ hai đi 6 m.", ["Thursday", "five", "second", "meters"], ["millimeters", "hectares"]),
        ("Trưa 28/5, hai bạn về.", ["two"], ["five", "yesterday", "last night"]),
        ("Đêm qua, vài chục người.", ["last night", "dozens"], ["thirty", "tomorrow", "tonight"]),
        ("Đón năm Mậu Tuất, năm người đi 30 phút.", ["five", "fifth", "minutes"], ["thirty", "Thirty"]),
        ("Tranh chó đón năm Mậu Tuất.", ["year"], ["five", "Five"]),
        ("Giá trị gần bằng 1/2 hàng hóa.", ["half", "two"], ["per cent", "quarter"]),
    ],
)
def test_a_word_is_kept_out_unless_something_asks_for_it(sentence: str, asked: list[str], unasked: list[str]) -> None:
    found = set(unsaid_words(sentence))
    assert not found & set(asked)
    assert set(unasked) <= found


def test_a_number_begins_as_one_of_the_sentence_does() -> None:
    found = unsaid_beginnings("Hoàn 330 triệu đồng, tăng 1.500 đồng từ 24/7.")
    assert {" 0", " 30", "-30", "VND30", "$30", " 5"} <= set(found)
    assert not {" 3", " 33", " 330", " 1", " 15", " 2", " 24", " 7"} & set(found)
    assert unsaid_beginnings("Mưa lớn.") == ()


def test_a_bound_is_kept_out_before_what_a_number_begins_with() -> None:
    found = unsaid_bounds("Ông trao 800.000 USD cho 15 người.")
    assert {"over 8", "Over 8", "over $", "nearly 1", "more than VND", "about 8"} <= set(found)
    assert not any(word.endswith(digit) for word in found for digit in "234679")
    kept = unsaid_bounds("Gần 90 người, hơn 2 tỷ đồng.")
    assert not any(word.startswith(("nearly", "over", "more than", "at least", "about")) for word in kept)
    assert "under 9" in kept
    assert "over 8" in unsaid_bounds("Đoạn đường trên cao nặng 8.800 tấn.")
    assert "over 8" not in unsaid_bounds("Trên 8.800 tấn.")
    assert {"more than five", "nearly 5"} <= set(unsaid_bounds("Phát hiện thêm 5 cán bộ."))
    assert unsaid_bounds("Trời nắng.") == ()


def test_of_english_only_figures_are_known() -> None:
    sentence = "Seventy-two delegates gave 1,500 dollars."
    assert unsaid(sentence, "en") == unsaid_figures(sentence, "en")
    assert set(unsaid("Có 22 nước.", "vi")) > set(unsaid_figures("Có 22 nước.", "vi"))


def test_a_currency_is_kept_out_before_what_is_no_money() -> None:
    found = unsaid_currencies("Vốn 9.926 tỷ đồng cho 81 xe, lãi 36,97%.")
    assert {"VND8", "$8", "VND3"} <= set(found)
    assert "VND9" not in found
    assert {"$1", "VND4"} <= set(unsaid_currencies("Đạt 456 USD, tức 10,37 triệu đồng, một tháng."))
    assert "VND11" in unsaid_currencies("Từ 11 đến 30 máy bay phải có 1.000 tỷ đồng.")
    assert not {"VND2", "VND3"} & set(unsaid_currencies("Từ 2 đến 3 tỷ đồng."))
    assert unsaid_currencies("Mưa lớn.") == ()
