"""Text written for the fonts of the 1990s: TCVN3 (ABC) and VNI, read as Latin-1 and turned into Unicode.

Both put Vietnamese letters on the code points A1-FE of Latin-1. TCVN3 (TCVN 5712:1993, as the .VnTime fonts draw it)
has one byte a letter and, for capitals with a tone, a second font; VNI writes the vowel and then a byte for its marks.
"""

from __future__ import annotations

import re
import unicodedata

from summarizer.text.syllables import is_syllable

_SAMPLE = 100_000  # characters that are enough to tell
_MIN_EVIDENCE = 3  # different words with marks, below which nothing is converted
_ENOUGH = 0.85  # share of the words with marks that are syllables after the conversion
_FEW = 0.5  # share of them that are already: then the text is Vietnamese as it stands
_MONOSYLLABIC = 0.6  # share of all words that are syllables in running Vietnamese

_TCVN3 = dict(
    zip(
        bytes.fromhex(
            "a1a2a3a4a5a6a7 a8a9aaabacadae b5b6b7b8b9 bbbcbdbec6 c7c8c9cacb cccecfd0d1 d2d3d4d5d6 d7d8dcddde dfe1e2e3e4"
            "e5e6e7e8e9 eaebecedee eff1f2f3f4 f5f6f7f8f9 fafbfcfdfe"
        ).decode("latin-1"),
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT, _CIRCUMFLEX, _BREVE = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306"


def _vni_table() -> dict[str, str]:
    """VNI's spellings of the lower-case letters: one or two Latin-1 characters each."""
    plain = {"\xf8": _GRAVE, "\xf9": _ACUTE, "\xf5": _TILDE, "\xfb": _HOOK, "\xef": _DOT}
    roof = {"\xe2": "", "\xe0": _GRAVE, "\xe1": _ACUTE, "\xe3": _TILDE, "\xe5": _HOOK, "\xe4": _DOT}
    bowl = {"\xea": "", "\xe8": _GRAVE, "\xe9": _ACUTE, "\xfc": _TILDE, "\xfa": _HOOK, "\xeb": _DOT}
    table = {"\xf1": "đ", "\xec": "ì", "\xed": "í", "\xe6": "ỉ", "\xf3": "ĩ", "\xf2": "ị", "\xee": "ỵ"}
    table |= {"\xf4": "ơ", "\xf6": "ư"}
    for base, letter in [*((c, c) for c in "aeouy"), ("\xf4", "ơ"), ("\xf6", "ư")]:
        table |= {base + mark: letter + tone for mark, tone in plain.items()}
    for base in "aeo":
        table |= {base + mark: base + _CIRCUMFLEX + tone for mark, tone in roof.items()}
    table |= {"a" + mark: "a" + _BREVE + tone for mark, tone in bowl.items()}
    return {spelling: unicodedata.normalize("NFC", letter) for spelling, letter in table.items()}


_VNI = _vni_table()
_VNI_SPELLING = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)), re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:\A|(?<=\n\n)|(?<=[.!?…][ \n]))[\"“(]?[^\W\d_a-z]")
_WORD = re.compile(r"[^\s!-/:-@\[-`{-~“”‘’…–—\d]+")


def from_tcvn3(text: str) -> str:
    """TCVN3 read as Latin-1 to Unicode.

    Capitals with a tone are small letters in the capital font: they are told by their word or the start of a sentence.
    """
    return _SENTENCE_START.sub(lambda match: match[0].upper(), _WORD.sub(_tcvn3_word, text))


def from_vni(text: str) -> str:
    """VNI read as Latin-1 to Unicode."""
    return _VNI_SPELLING.sub(_vni_letter, text)


def guess_legacy(text: str) -> tuple[str, str]:
    """The text in Unicode and the name of the encoding when ``text`` is TCVN3 or VNI read as Latin-1, else it and "".

    The text is converted when most of its words with marks become Vietnamese syllables, as they were not before.
    """
    sample = text[:_SAMPLE]
    if _vietnamese(sample) >= _FEW:
        return text, ""
    name = max(_TURN, key=lambda key: _vietnamese(_TURN[key](sample)))
    return (_TURN[name](text), name) if is_vietnamese(_TURN[name](sample)) else (text, "")


def is_vietnamese(text: str) -> bool:
    """Whether the words with marks are Vietnamese syllables, and there are some."""
    sample = text[:_SAMPLE]
    return _vietnamese(sample) >= _ENOUGH and _is_running(sample)


_TURN = {"TCVN3": from_tcvn3, "VNI": from_vni}


def _vietnamese(text: str) -> float:
    """Share of the different words with marks that are Vietnamese syllables, 0 when there are too few."""
    marked = {word for word in _WORD.findall(text) if not word.isascii()}
    return sum(map(is_syllable, marked)) / len(marked) if len(marked) >= _MIN_EVIDENCE else 0.0


def _is_running(text: str) -> bool:
    words = _WORD.findall(text)
    return sum(map(is_syllable, words)) >= _MONOSYLLABIC * len(words)


def _tcvn3_word(match: re.Match[str]) -> str:
    word = match[0]
    turned = "".join(_TCVN3.get(c, c) for c in word)
    plain = [c for c in word if c.isascii() and c.isalpha()]
    return turned.upper() if len(plain) > 1 and all(c.isupper() for c in plain) else turned


def _vni_letter(match: re.Match[str]) -> str:
    letter = _VNI[match[0].lower()]
    return letter.upper() if match[0][0].isupper() else letter
