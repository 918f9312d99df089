"""How alike names are."""

from summarizer.checks.likeness import SAME_LETTERS, alike, distance, likeness
from summarizer.checks.names import runs


def test_likeness() -> None:
    assert likeness(["luong", "tam", "quang"], ["luong", "tam", "quang"]) == SAME_LETTERS
    assert 0.5 < likeness(["luong", "tam", "hung"], ["luong", "tam", "quang"]) < 1
    assert likeness(["brandolini"], ["brandolino"]) > 0
    assert likeness(["tran", "van", "tung"], ["luong", "tam", "quang"]) == 0
    assert likeness(["an"], ["anh"]) == 0  # too short to say


def test_of_two_syllables_the_other_one_counts_by_its_letters() -> None:
    assert likeness(["muong", "chu"], ["muong", "cha"]) > likeness(["muong", "te"], ["muong", "cha"]) == 0.5
    assert likeness(["tan", "phu"], ["an", "binh"]) == 0


def test_distance() -> None:
    assert distance("", "abc") == 3
    assert distance("cường", "cương") == 1
    assert distance("kitten", "sitting") == 3


def test_the_most_alike_comes_first() -> None:
    known = runs("hôm qua Lương Tam Quang và Lương Tam Quảng Nam gặp Lương Cường", "vi")
    best = alike(["Luong", "Tam", "Quang"], known)[0]
    assert [t.text for t in best[1].tokens] == ["Lương", "Tam", "Quang"]
