import pytest

from summarizer.backends.endings import cut_short, ends_a_number

UNFINISHED = ("5", ".6", "60")


@pytest.mark.parametrize(
    ("pieces", "cut"),
    [
        ("▁paid ▁ 3 5 . 6 ▁dong", [(".", "6")]),
        ("▁paid ▁ 3 5 . 6 6 ▁dong", []),
        ("▁ 6 0 , ▁and", [("6", "0", ",")]),
        ("▁ 6 0 ▁thousand", []),
        ("▁ 6 0 , ▁thousand", [("6", "0", ",")]),
        ("▁ 3 5 %. ▁ 6 0 ▁dong", [("5",), ("6", "0")]),
        ("▁no ▁figures , ▁five", []),
    ],
)
def test_numbers_cut_short_are_found_with_what_stands_after_them(pieces: str, cut: list[tuple[str, ...]]) -> None:
    assert list(cut_short(pieces.split(), UNFINISHED)) == cut


def test_what_goes_on_with_a_number_does_not_end_it() -> None:
    assert [piece for piece in ("3", ".", ",", "▁million", "%", "▁", "▁dong", "th") if not ends_a_number(piece)] == [
        "3",
        ".",
        ",",
        "▁million",
    ]
