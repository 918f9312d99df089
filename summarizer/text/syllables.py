"""What a Vietnamese syllable looks like, so that Vietnamese can be told from other text word by word."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))  # grave, acute, tilde, hook above, dot below
_ONSET = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])"
_OPEN = (
    "[aeêioôơuưy]|ia|ya|ua|ưa|oa|oe|uê|uơ|uy|uya"
    "|ai|ao|au|ay|âu|ây|eo|êu|iu|iêu|yêu|oi|ôi|ơi|ui|ưi|uôi|ươi|ưu|ươu|oai|oao|oay|oeo|uây|uyu"
)
_CLOSED = "[aăâeêioôơuưy]|iê|yê|uô|ươ|oa|oă|oe|oo|uâ|uê|uy|uyê"
_CODA = "(?:ch|ng|nh|[cmnpt])"
_SYLLABLE = re.compile(f"{_ONSET}?(?:{_OPEN}|(?:{_CLOSED}){_CODA})|gi{_CODA}?")
_MARKS = str.maketrans("ăâêôơưđ", "aaeooud")
_BARE = re.compile(_SYLLABLE.pattern.translate(_MARKS))


@lru_cache(maxsize=1 << 14)  # the language has fewer syllables
def is_syllable(word: str) -> bool:
    """Whether ``word`` (any case, NFC) could be a Vietnamese syllable written with its diacritics."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    toneless = decomposed.translate(_TONES)
    return len(decomposed) - len(toneless) <= 1 and bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", toneless)))


@lru_cache(maxsize=1 << 14)
def is_bare_syllable(word: str) -> bool:
    """Whether ``word`` (lower case, ASCII) could be a Vietnamese syllable written without diacritics."""
    return bool(_BARE.fullmatch(word))
