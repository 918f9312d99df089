"""Statements with their signs: whether a negation reaches the words that make them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from summarizer.checks.polarity_words import (
    AUXILIARIES,
    BEGINNING,
    BREAKS,
    COMPOUNDS,
    IDIOMS,
    INITIALS,
    NEGATORS,
    SUPPOSING,
    VERBS,
)
from summarizer.checks.tokens import Tokens, matches, standing, token_at, tokenize
from summarizer.text.wordlist import words
from summarizer.types import LANGS, Lang

_BEFORE = {lang: frozenset(AUXILIARIES[lang] | NEGATORS[lang]) for lang in LANGS}
_BEFORE_OR_BREAK = {lang: frozenset(_BEFORE[lang] | BREAKS[lang]) for lang in LANGS}
_DATA = words("số dữ tài tư vật nguyên nhiên chất")
_REACH = 4  # words before a verb in which a negation reaches it


@dataclass(frozen=True, slots=True)
class Claim:
    """Two words that begin a statement, where they stand, and whether they are denied."""

    words: tuple[str, ...]
    start: int
    end: int
    denied: bool


def is_denied(tokens: Tokens, at: int, lang: Lang) -> bool:
    """Whether a negation shortly before token ``at`` reaches it."""
    for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
        key = tokens[back].key
        if key in BREAKS[lang]:
            return False
        if is_negator(tokens, back, lang):
            return True
        if key not in AUXILIARIES[lang] and back < at - 2:
            return False
    return False


def supposes(tokens: Tokens, at: int, lang: Lang) -> bool:
    """Whether token ``at`` makes what follows a condition or a choice; the "liệu" of "số liệu" does not."""
    return tokens[at].key in SUPPOSING[lang] and not (tokens[at].key == "liệu" and at and tokens[at - 1].key in _DATA)


def is_negator(tokens: Tokens, at: int, lang: Lang) -> bool:
    """Whether token ``at`` denies something."""
    token = tokens[at]
    if token.key not in NEGATORS[lang]:
        return False
    before = tokens[at - 1] if at else None
    if token.key == "t" and not (before and before.text in "'’"):  # "t" ends "didn't", and abbreviates names
        return False
    if before and (before.key, token.key) in COMPOUNDS:
        return False
    if token.capital and before and before.word:  # Thot Not district
        return False
    pair = (tokens[at].key, tokens[at + 1].key if at + 1 < len(tokens) else "")
    return pair not in IDIOMS[lang]


def negators(text: str, lang: Lang) -> list[int]:
    """The indices of the tokens of ``text`` that deny something, in order."""
    tokens = tokenize(text)
    return [at for at in standing(text, NEGATORS[lang]) if is_negator(tokens, at, lang)]


def first_of(tokens: Tokens, at: int, lang: Lang) -> int:
    """Index of the first of the auxiliaries and negations right before token ``at``."""
    before = _BEFORE[lang]
    if at > 1 and tokens[at - 1].key not in _BEFORE_OR_BREAK[lang] and tokens[at - 2].key in before:
        at -= 1  # "đã dùng kháng sinh" where the denial is of antibiotics
    while at and tokens[at - 1].key in before:
        at -= 1
    return at


def all_verbs(sentence: str, lang: Lang) -> list[Claim]:
    """Where any of the table's verbs stands in a sentence, which the beginnings of its words tell soonest."""
    starts: defaultdict[str, list[int]] = defaultdict(list)
    beginnings = INITIALS[lang]
    for token in tokenize(sentence):
        for name in beginnings.get(token.text[:BEGINNING].lower(), ()):
            starts[name].append(token.start)
    found = ((name, matches(VERBS[lang][name], sentence, starts[name])) for name in sorted(starts))
    return [_claim(sentence, lang, name, match) for name, there in found for match in there]


@lru_cache(maxsize=1024)
def verbs(text: str, lang: Lang, name: str) -> tuple[Claim, ...]:
    """Where one of the table's verbs stands in ``text``, with its sign."""
    return tuple([_claim(text, lang, name, match) for match in VERBS[lang][name].finditer(text)])


def _claim(text: str, lang: Lang, name: str, match: re.Match[str]) -> Claim:
    tokens = tokenize(text)
    at = token_at(tokens, match.start())
    return Claim((name,), tokens[first_of(tokens, at, lang)].start, match.end(), is_denied(tokens, at, lang))
