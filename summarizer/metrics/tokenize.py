"""How a text is cut into the units that are compared.

``rouge_score``'s own tokenizer keeps ``[a-z0-9]`` only, so that "Thủ tướng" becomes ``th t ng``: Vietnamese loses its
vowels and any two articles share most of their "words". Here a Vietnamese unit is a whole syllable.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from summarizer.metrics.base import Tokens
from summarizer.registry import require
from summarizer.text.normalize import compare_form, nfc
from summarizer.types import Lang

_SYLLABLE = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W_]+(?:_[^\W_]+)*")

Tokenizer = Callable[[str], tuple[str, ...]]


@lru_cache(maxsize=16_384)
def syllables(text: str) -> tuple[str, ...]:
    """Runs of letters and digits in ``text``'s comparison form: NFC, one tone placement, lower case.

    The units of every measure but English ROUGE; on English text they are words.
    """
    return tuple(_SYLLABLE.findall(compare_form(text)))


@lru_cache(maxsize=16_384)
def words(text: str) -> tuple[str, ...]:
    """Vietnamese words as pyvi segments them, syllables joined by ``_``, in comparison form.

    Raises:
        MissingExtraError: pyvi is not installed.
    """
    segmented = require("pyvi.ViTokenizer", "words").tokenize(nfc(text))
    return tuple(_WORD.findall(compare_form(segmented)))


@lru_cache(maxsize=16_384)
def ascii_pieces(text: str) -> tuple[str, ...]:
    """What ``rouge_score`` makes of a text by default: lower-case ``[a-z0-9]`` runs (of the NFC form).

    Right for English; on Vietnamese it is the scale that gives unrelated articles more than 40 points.
    """
    return tuple(_default().tokenize(nfc(text)))


@lru_cache(maxsize=1)
def _default() -> Any:
    return require("rouge_score.tokenizers", "eval").DefaultTokenizer(use_stemmer=False)


_NORM = "nfc+tone"
_BY_NAME: dict[Tokens, tuple[Tokenizer, str, str]] = {
    "syllable": (syllables, "syllable", _NORM),
    "word": (words, "word-pyvi", _NORM),
    "ascii": (ascii_pieces, "ascii-drops-diacritics", "nfc"),
}


def tokenizer(lang: Lang, tokens: Tokens) -> tuple[Tokenizer, str, str]:
    """The function that cuts a text, and the ``tok`` and ``norm`` fields of the signature.

    English is always cut as ``rouge_score`` does by default, so that figures compare with everyone's.
    """
    if lang == "en":
        return ascii_pieces, "rouge_score", "nfc"
    return _BY_NAME[tokens]
