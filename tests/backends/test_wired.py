from __future__ import annotations

import dataclasses

import pytest

from summarizer.backends.base import Request
from summarizer.backends.codecs import defuser
from summarizer.backends.wired import Traits, Wiring, second_vowel_tones
from summarizer.errors import ModelError
from summarizer.hub.routes import Wire
from summarizer.text.normalize import normalize_tone


class Words:
    """A codec of white-space words."""

    def plain(self, text: str) -> str:
        return defuser(["<x>"])(text)

    def encode(self, text: str) -> list[str]:
        return text.split()

    def decode(self, tokens: list[str]) -> str:
        return " ".join(tokens)


TRANSLATE = Wire("translate", "vi", "en", "vi: ", "", ("[vi]",), ("</s>",), ("<pad>",), strip="en: ")
SUMMARIZE = Wire("summarize", "vi", "vi", "", "", (), ("</s>",), ("<pad>",))
TRAITS = Traits("m", (TRANSLATE, SUMMARIZE), "</s>", max_input=10, max_output=5)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hóa thủy khỏe", "hoá thuỷ khoẻ"),
        ("Hòa Bình, HÒA BÌNH, Thúy", "Hoà Bình, HOÀ BÌNH, Thuý"),
        ("quý quỳ hoàng tiếng hoán túi", "quý quỳ hoàng tiếng hoán túi"),
        ("Vietnam 2025, COVID", "Vietnam 2025, COVID"),
        ("ủy ban", "uỷ ban"),
        ("", ""),
    ],
)
def test_tones_on_the_second_vowel_and_back(old: str, new: str) -> None:
    assert second_vowel_tones(old) == new
    assert second_vowel_tones(new) == new
    assert normalize_tone(new) == old


@pytest.mark.parametrize(("tones", "expected"), [("", "hóa thuỷ"), ("new", "hoá thuỷ"), ("old", "hóa thủy")])
def test_a_model_gets_the_tone_placement_it_wants(tones: str, expected: str) -> None:
    wiring = Wiring(dataclasses.replace(TRAITS, tones=tones), Words())
    assert " ".join(wiring._job(Request("hóa thuỷ", "summarize", "vi", "vi")).source[:-1]) == expected


def test_request_is_framed_by_its_direction() -> None:
    wiring = Wiring(TRAITS, Words())
    job = wiring._job(Request("xin  chào <x>", "translate", "vi", "en", min_tokens=9, max_tokens=9))
    assert job.source == ("[vi]", "vi:", "xin", "chào", "<", "x>", "</s>")
    assert (job.prefix, job.min_tokens, job.max_tokens) == (("<pad>",), 5, 5)


def test_budget_leaves_room_for_the_longest_frame() -> None:
    wiring = Wiring(TRAITS, Words())
    assert wiring.budget == 7
    assert wiring._job(Request("a " * 7, "translate", "vi", "en"))
    with pytest.raises(ModelError, match="over the 10 that m reads"):
        wiring._job(Request("a " * 8, "translate", "vi", "en"))


@pytest.mark.parametrize("written", ["en: Hello", "en:Hello", " en: Hello ", "Hello"])
def test_prefix_of_the_output_is_taken_off_once(written: str) -> None:
    wiring = Wiring(TRAITS, Words())
    assert wiring._text(written.split(" "), Request("x", "translate", "vi", "en")) == "Hello"
    assert wiring._text(["en:", "x"], Request("x", "summarize", "vi", "vi")) == "en: x"


def test_route_says_whether_one_model_writes_both_languages() -> None:
    both = (SUMMARIZE, dataclasses.replace(SUMMARIZE, target="en"))
    assert Wiring(TRAITS, Words()).route == "cascade"
    assert Wiring(dataclasses.replace(TRAITS, wires=both), Words()).route == "direct"
    assert Wiring(TRAITS, Words()).floor("summarize", "vi", "vi") == float("-inf")
