from __future__ import annotations

import unicodedata

import pytest

from summarizer.text.syllables import is_bare_syllable, is_syllable

GOOD = """
a à ẩy yến ông Ưng ước đường nghiêng khuỷu quốc quý quyết giếng gì gìn giặt thuở khuya huyền hoành xoong ngoằn
oái oăm uây tuyệt ươm yêu iêu Hòa hoà thủy thuỷ BƯỞI Nghĩa chuếnh choáng loè xoèn xoẹt
"""


@pytest.mark.parametrize("word", GOOD.split())
def test_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize(
    "word", ["", "été", "château", "señor", "naïve", "Müller", "thẻé", "fô", "Việtnam", "đđ", "bắb", "ç"]
)
def test_other_words(word: str) -> None:
    assert not is_syllable(word)


def test_without_diacritics() -> None:
    assert all(map(is_bare_syllable, ["viet", "nam", "nguyen", "thuong", "quyet", "gieng", "nghieng", "khuya"]))
    assert not any(map(is_bare_syllable, ["convention", "bridge", "people", "school", "signs"]))
