from __future__ import annotations

import sys
import types

import pytest

from summarizer.errors import MissingExtraError
from summarizer.metrics.tokenize import ascii_pieces, syllables, tokenizer, words


def test_syllables_keep_diacritics_and_normalise_the_rest():
    assert syllables("Thủ tướng: “Hoà Bình” (25/10), 1.500 tỷ_đồng") == (
        *("thủ", "tướng", "hòa", "bình", "25", "10", "1", "500", "tỷ", "đồng"),
    )


def test_a_soft_hyphen_does_not_cut_a_syllable():
    assert syllables("nghiêm\u00adtrọng") == ("nghiêmtrọng",)


def test_ascii_pieces_show_what_is_wrong_with_them():
    assert ascii_pieces("Thủ tướng phát biểu") == ("th", "t", "ng", "ph", "t", "bi", "u")


def test_words_are_segmented_before_they_are_normalised(monkeypatch):
    module = types.ModuleType("pyvi.ViTokenizer")
    module.tokenize = lambda text: text.replace("Thủ tướng", "Thủ_tướng").replace("Khánh Hoà", "Khánh_Hoà")
    monkeypatch.setitem(sys.modules, "pyvi", types.ModuleType("pyvi"))
    monkeypatch.setitem(sys.modules, "pyvi.ViTokenizer", module)
    assert words("Thủ tướng thăm Khánh Hoà.") == ("thủ_tướng", "thăm", "khánh_hòa")


def test_words_need_a_package(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyvi", None)
    with pytest.raises(MissingExtraError, match="pip install"):
        words("chưa cài gì cả")


def test_english_is_always_cut_as_everybody_does():
    for tokens in ("syllable", "word", "ascii"):
        assert tokenizer("en", tokens)[1] == "rouge_score"
