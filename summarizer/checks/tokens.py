"""Words with their places, and the two keys words are compared by."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache
from typing import NamedTuple

from summarizer.text.normalize import compare_form, strip_diacritics

# A literal number, a run of letters, or one sign; "VND1.5", "40-55" and "13h30" come apart at once.
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]")


class Token(NamedTuple):
    """A piece of text at ``[start, end)``; ``key`` is its comparison form.

    A named tuple, because an article has a thousand of them and a dataclass takes twice as long to make.
    """

    text: str
    key: str
    start: int
    end: int

    @property
    def digits(self) -> bool:
        """Whether it is written in figures."""
        return self.text[0].isdecimal()

    @property
    def word(self) -> bool:
        """Whether it is letters."""
        return self.text[0].isalpha()

    @property
    def capital(self) -> bool:
        """Whether it is letters starting with a capital."""
        return self.text[0].isupper()


@lru_cache(maxsize=1 << 16)
def key(word: str) -> str:
    """Comparison form of one word: lower case, one tone placement."""
    return compare_form(word)


@lru_cache(maxsize=1 << 16)
def bare(word: str) -> str:
    """Comparison form without diacritics: "Cường" and "Cuong" give "cuong"."""
    return strip_diacritics(word).lower()


@lru_cache(maxsize=64)
def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of ``text`` in order; white space is left out.

    Remembered, since every check of a draft reads the same few texts.
    """
    found = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        found.append(Token(word, key(word), match.start(), match.end()))
    return tuple(found)


Tokens = tuple[Token, ...]
Read = tuple[float, int]  # a value, and the index of the token after it


def key_at(tokens: Tokens, at: int) -> str:
    """Key of token ``at``, "" past either end."""
    return tokens[at].key if 0 <= at < len(tokens) else ""


def key_in(tokens: Tokens, at: int, keys: Container[str]) -> bool:
    """Whether there is a token ``at`` and its key is among ``keys``."""
    return 0 <= at < len(tokens) and tokens[at].key in keys
