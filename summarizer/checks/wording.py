"""Words that a language does not have: a small model in doubt puts pieces together that nobody has read before."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from summarizer.checks.name_words import english
from summarizer.checks.tokens import KEPT
from summarizer.text.normalize import strip_diacritics
from summarizer.text.syllables import is_bare_syllable, is_syllable
from summarizer.text.wordlist import read_words
from summarizer.types import Finding, Lang

NO_WORD = {
    "vi": "Vietnamese has no such word, nor has the article.",
    "en": "English has no such word, nor has the article.",
}
LEFT = "This word is left in Vietnamese."
# A title of a song or a book, up to here: a capital or a quotation mark, then a few syllables in small letters.
_TITLE = re.compile(r"(?:(?<!^)(?<![.?!] )[A-ZĐ]\w*,? |[\"“‘'(])(?:[^\W\d_]{1,6},? ){0,4}$")
_WORD = re.compile(r"(?<![\w'’@./])[^\W\d_]{3,}(?![\w@/]|\.\w|['’]t)")  # no part of a figure, an address or "wasn't"
_SMALL = re.compile(r"(?<!\w)[a-z]{2,}(?!\w)")
_LONGEST = 7  # letters of a Vietnamese syllable: "nghiêng"
_MORE = Path(__file__).with_name("english_rare.txt")


def check_words(article: str, summary: str, lang: Lang) -> tuple[Finding, ...]:
    """The words of ``summary`` in small letters that neither ``lang`` nor the text ``article`` has, in order.

    Names are the business of another check; a word the article has, with or without its marks, may be taken over, but
    from Vietnamese to English only in a title.
    """
    return tuple(
        Finding("word", "contradicted", lang, match[0], match.start(), match.end(), message=message)
        for match in _WORD.finditer(summary)
        if match[0].islower() and not _is_common(match[0], lang)
        if (message := _against(article, summary, match, lang)) and match[0] not in _dictionary()
    )  # the dictionary is asked last: sentences of the article never need it read


def _against(article: str, summary: str, match: re.Match[str], lang: Lang) -> str:
    """What speaks against a word that is on no list: neither does the article have it, or it should be translated."""
    if not _has(article, match[0]):
        return NO_WORD[lang]
    if lang == "vi" or not (is_syllable(match[0]) or is_bare_syllable(match[0])):
        return ""
    title = _TITLE.search(summary[: match.start()])
    return "" if title and not any(_is_common(word, lang) for word in _SMALL.findall(title[0])) else LEFT


@lru_cache(maxsize=1 << 14)  # a few thousand words make up most of what is written
def _is_common(word: str, lang: Lang) -> bool:
    """Whether ``word`` is on the English lists, from which Vietnamese borrows too, or Vietnamese."""
    return (lang == "vi" and _is_run(word)) or word in english() or word in rare_english()


def _is_run(word: str) -> bool:
    """Whether ``word`` is one Vietnamese syllable, or several written together as in "vắcxin"."""
    ends = {0}  # where a syllable may end; kept, so that a word of any length takes time in proportion to it
    for start in range(len(word)):
        if start in ends:
            stops = range(start + 1, min(start + _LONGEST, len(word)) + 1)
            ends.update(stop for stop in stops if is_syllable(word[start:stop]))
    return len(word) in ends


def _has(article: str, word: str) -> bool:
    return word.lower() in _words(article)


@lru_cache(maxsize=KEPT)  # every strange word of every hypothesis is looked for among them
def _words(article: str) -> frozenset[str]:
    """The words of ``article`` in small letters, with and without their marks."""
    return frozenset(re.findall(r"\w+", f"{article} {strip_diacritics(article)}".lower()))


@lru_cache(maxsize=1)
def rare_english() -> frozenset[str]:
    """Words of the training data's English that the dictionary lacks (written by models/list_words.py)."""
    return read_words(_MORE)


@lru_cache(maxsize=1)
def _dictionary() -> frozenset[str]:
    """A hundred and sixty thousand English words; reading them takes a quarter of a second, once."""
    from spellchecker import SpellChecker

    return frozenset(SpellChecker(language="en"))
