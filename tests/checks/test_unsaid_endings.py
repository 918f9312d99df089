import re

import pytest

from summarizer.checks.unsaid_endings import unfinished, unsaid_joints


@pytest.mark.parametrize(
    ("sentence", "whole", "cut"),
    [
        ("Nhận 35,66 triệu, nộp 10,77 triệu đồng.", ["35.66", "10.77"], ["35.6", "5", "10.7", "10"]),
        ("Giảm 60.000 đồng.", ["60,000", "60000"], ["60", "600", "60,0"]),
        ("Km 40+800, quyết định số 1832.", ["40", "800", "1832", "1,832"], ["4", "80", "183"]),
        ("Ngày 20/4/2018, lúc 16h30, khóa XIV.", ["20", "4", "2018", "16", "30", "14"], ["201"]),
        ("Đạt 89,42 điểm.", ["89.42"], ["89", "89.4"]),
    ],
)
def test_a_number_ends_where_one_of_the_sentence_does(sentence: str, whole: list[str], cut: list[str]) -> None:
    ends = unfinished(sentence)
    assert [number for number in whole if number.endswith(ends)] == []
    assert [number for number in cut if not number.endswith(ends)] == []


@pytest.mark.parametrize(
    ("sentence", "said", "unsaid"),
    [
        (
            "Tổng kinh phí 9.926 tỷ đồng.",
            ["9.926 trillion", "9,926 billion"],
            ["9.926 billion", "9,926 million", "9,92,"],
        ),
        ("Vay 2 triệu và 60.000 đồng.", ["2 million", "60 thousand", "60,000"], ["60 million", "2 billion", "60.0"]),
        (
            "Mang 27 áo, 5% trong 10 năm.",
            ["5%", "5 percent", "10 years"],
            ["27%", "27 years", "5 years", "10 per cent"],
        ),
        ("4 người, lúc 15h30.", ["3:30 p.m", "15:30"], ["4 p.m", "4-3", "3/1"]),
        ("Dự kiến 102-106 máy bay.", ["102-106"], ["106-102", "102+0"]),
        ("Năm 2016-2017, ngày 19/11.", ["2016-17", "2016-2017", "11/19"], ["2016-9", "7+2"]),
        (
            "Từ 2 đến 3 km, 100 m2.",
            ["2 km", "3 km", "3 kilometers", "100 square meters"],
            ["3 meters", "100 kilometers"],
        ),
    ],
)
def test_what_stands_between_figures_is_as_in_the_sentence(sentence: str, said: list[str], unsaid: list[str]) -> None:
    joint = re.compile("|".join(rf"{re.escape(joint)}(?![a-z])" for joint in unsaid_joints(sentence)))
    assert [text for text in said if joint.search(text)] == []
    assert [text for text in unsaid if not joint.search(text)] == []


def test_without_figures_nothing_can_be_cut_short() -> None:
    assert unfinished("Mưa lớn.") == ()
    assert unsaid_joints("Mưa lớn.") == ()
