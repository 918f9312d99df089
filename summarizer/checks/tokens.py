"""Words with their places, and the two keys words are compared by."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Set
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from summarizer.text.language import SentenceLang, sentence_language
from summarizer.text.normalize import compare_form, strip_diacritics
from summarizer.text.sentences import split_spans

KEPT = 96  # texts whose facts a check remembers: a window of articles, and the sentences being translated
# A literal number, a run of letters, or one sign; "VND1.5", "40-55" and "13h30" come apart at once.
_TOKEN = re.compile(r"(\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s])")
FIGURES = " "  # what stands for all figures among keys; no key is white space
_START = attrgetter("start")


class Token(NamedTuple):
    """A piece of text at ``[start, end)``; ``key`` is its comparison form.

    A named tuple, because an article has a thousand of them and a dataclass takes twice as long to make. What it is
    made of is told by fields and no properties, since every check asks for it of every token.
    """

    text: str
    key: str
    start: int
    end: int
    digits: bool  # written in figures
    word: bool  # letters
    capital: bool  # letters starting with a capital


Tokens = tuple[Token, ...]


@lru_cache(maxsize=1 << 16)
def key(word: str) -> str:
    """Comparison form of one word: lower case, one tone placement."""
    return compare_form(word)


@lru_cache(maxsize=1 << 16)
def bare(word: str) -> str:
    """Comparison form without diacritics: "Cường" and "Cuong" give "cuong"."""
    return strip_diacritics(word).lower()


@lru_cache(maxsize=1 << 16)
def _looks(word: str) -> tuple[str, bool, bool, bool]:
    """What every token of these letters shares: its key, and the three things a token is asked for."""
    first = word[0]
    return key(word), first.isdecimal(), first.isalpha(), first.isupper()


@lru_cache(maxsize=256)
def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of ``text`` in order; white space is left out.

    Remembered, since every check of a draft reads the same few texts.
    """
    make = tuple.__new__  # a third of the time of Token(…), of which the reading of an article has a thousand
    pieces = _TOKEN.split(text)  # what lies between tokens, and tokens, in turn: matches take longer to make
    ends = list(accumulate(map(len, pieces)))
    words = pieces[1::2]
    return tuple(
        [
            make(Token, (word, form, start, end, digits, letters, capital))
            for word, (form, digits, letters, capital), start, end in zip(
                words, map(_looks, words), ends[::2], ends[1::2], strict=False
            )
        ]
    )


@lru_cache(maxsize=256)
def places(text: str) -> Mapping[str, list[int]]:
    """For every key the indices of the tokens of ``text`` that have it, in order, and under ``FIGURES`` all figures.

    Looking up where the words stand that a check asks for costs a tenth of going through all tokens.
    """
    found: defaultdict[str, list[int]] = defaultdict(list)
    tokens = tokenize(text)
    for at, token in enumerate(tokens):
        found[token.key].append(at)
    figures = [at for at, token in enumerate(tokens) if token.digits]
    return {**found, FIGURES: figures} if figures else dict(found)


def standing(text: str, keys: Set[str]) -> list[int]:
    """The indices of the tokens of ``text`` whose key is among ``keys``, in order."""
    there = places(text)
    found = keys & there.keys()
    return sorted([at for key in found for at in there[key]]) if len(found) != 1 else there[found.pop()]


def token_at(tokens: Tokens, start: int) -> int:
    """Index of the token that begins at ``start``, or else of the first one after it."""
    return bisect_left(tokens, start, key=_START)


@lru_cache(maxsize=256)
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of ``text``, remembered like its tokens."""
    return tuple(split_spans(text))


@lru_cache(maxsize=512)
def tongue(sentence: str) -> SentenceLang:
    """The language of a sentence, which the guards and the checks both ask for."""
    return sentence_language(sentence)


Read = tuple[float, int]  # a value, and the index of the token after it


def key_at(tokens: Tokens, at: int) -> str:
    """Key of token ``at``, "" past either end."""
    return tokens[at].key if 0 <= at < len(tokens) else ""


def key_in(tokens: Tokens, at: int, keys: Container[str]) -> bool:
    """Whether there is a token ``at`` and its key is among ``keys``."""
    return 0 <= at < len(tokens) and tokens[at].key in keys


def matches(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches of ``pattern`` that begin at one of ``starts``, which are in order, none inside the one before it.

    Looking only where a match can begin costs a tenth of a search through a whole article.
    """
    end, match = 0, pattern.match
    for start in starts:
        if start >= end and (found := match(text, start)):
            yield found
            end = found.end()
