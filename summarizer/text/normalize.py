"""Forms of a text: NFC for storage, one comparison form for matching, no diacritics for searching.

What a reader sees keeps the writer's own tone placement; only compared strings are normalised.
"""

from __future__ import annotations

import re
import unicodedata

# Zero-width characters, the soft hyphen and the byte-order mark carry no text and break matching.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")

# Open syllables ending in oa, oe, uy are the only ones on which the two placements differ. "qu" is an onset of its
# own (quý is right in both), so it is not among the onsets that may stand before the u of "uy".
_ONSET = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|[bcdđghklmnprstvx])"
_NEW_STYLE = re.compile(rf"(?<![^\W_])({_ONSET}?)(o[áàảãạéèẻẽẹ]|u[ýỳỷỹỵ])(?![^\W_])", re.IGNORECASE)

# Few sentences have one, which is quickly told; capitals are spelled out because ignoring case takes twice as long.
_MAY_MOVE = re.compile(r"[oOuU][áàảãạéèẻẽẹýỳỷỹỵÁÀẢÃẠÉÈẺẼẸÝỲỶỸỴ](?![^\W_])")

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u0060\u00b4", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        "…": "...",
        "ð": "đ",  # Icelandic eth, which some keyboards give for đ
    }
)
_TYPOGRAPHIC = re.compile(f"[{''.join(map(chr, _TYPOGRAPHY))}]")


class _Bare(dict[int, str | None]):
    """What each character becomes without its marks, worked out when it is met first."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        self[code] = None if unicodedata.category(char) == "Mn" else char
        return self[code]


_BARE = _Bare({ord("đ"): "d", ord("Đ"): "D"})


def nfc(text: str) -> str:
    """``text`` in Unicode normalisation form C."""
    return unicodedata.normalize("NFC", text)


def collapse(text: str) -> str:
    """``text`` with invisible characters dropped, runs of white space made one space, and the ends trimmed."""
    return " ".join(_INVISIBLE.sub("", text).split())


def normalize_tone(text: str) -> str:
    """``text`` with the tone mark of open oa, oe, uy on the first vowel: hoá → hóa, thuỷ → thủy.

    Syllables with a final consonant, "qu" syllables (quý) and words that are no Vietnamese syllable stay as they are.
    """
    return _NEW_STYLE.sub(_move_tone, text) if _MAY_MOVE.search(text) else text


def compare_form(text: str) -> str:
    """The form in which two texts are compared: folded, and white space collapsed."""
    return " ".join(fold(text).split())


def fold(text: str) -> str:
    """``text`` in NFC, lower case, with one tone placement, plain quotes and dashes and no invisible characters."""
    if text.isascii() and text.isalnum():  # a word of nothing but plain letters or figures has only its case
        return text.lower()
    lowered = nfc(text).lower()
    plain = lowered.translate(_TYPOGRAPHY) if _TYPOGRAPHIC.search(lowered) else lowered
    return _INVISIBLE.sub("", normalize_tone(plain))


def strip_diacritics(text: str) -> str:
    """``text`` without tone and vowel marks, đ as d; the case is kept."""
    return text if text.isascii() else nfc(unicodedata.normalize("NFD", text).translate(_BARE))


def _move_tone(match: re.Match[str]) -> str:
    pair = unicodedata.normalize("NFD", match.group(2))  # first vowel, second vowel, tone
    return match.group(1) + nfc(pair[0] + pair[2]) + pair[1]
