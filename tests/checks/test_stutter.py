import pytest

from summarizer.checks.stutter import stutters
from summarizer.text.changes import changed

SOURCE = "Ông sinh ở xã Vĩnh Thạnh và làm việc tại toà án tỉnh."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("in Vinh Thanh Commune, Vinh Thanh Commune, stole it", "in Vinh Thanh Commune, stole it"),
        ("land to arrange residents to arrange residents as agreed", "land to arrange residents as agreed"),
        ("to the People's Court of the People's Court of the province", "to the People's Court of the province"),
        ("a warehouse at the An An An Xa town", "a warehouse at the An Xa town"),
        ("in ward ward ward ward ward 5", "in ward 5"),
        ("one on one on one on one on", "one on"),
        ("for the prevention and prevention of crime", "for the prevention of crime"),
    ],
)
def test_what_is_said_twice_in_a_row_is_said_once(text: str, left: str) -> None:
    assert changed(text, stutters(text, SOURCE)) == left


@pytest.mark.parametrize(
    "text",
    [
        "He had had a long day, a long week and a long year.",
        "Sentences end. Sentences end and begin.",
        "from 5 to 5 to 5 to 6",
        "the Court of Phu Yen and the Court of Phu Tho",
        "Rain, rain.",
        "It grew more and more, again and again.",
        "prevention and preventionism",
    ],
)
def test_what_may_be_meant_stays(text: str) -> None:
    assert changed(text, stutters(text, SOURCE)) == text


def test_a_source_that_repeats_itself_is_followed() -> None:
    assert not list(stutters("step by step, step by step", "từng bước một, từng bước một"))
