"""The proper names of a text: runs of capitalised words, with what stands before a person's name kept apart."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from summarizer.checks.name_words import (
    ABBREVIATIONS,
    CALENDAR,
    HONORIFICS,
    PLACE_WORDS,
    SIGNS,
    SURNAMES,
    english,
    syllable,
)
from summarizer.checks.tokens import Token, Tokens, bare, key_at, sentence_spans, tokenize
from summarizer.types import Lang

JOINERS = {"-", "'", "’", "&", "."}
_NO_NAMES = SIGNS | ABBREVIATIONS
_PARTICLES = {"de", "da", "van", "von", "bin", "bint", "al", "el", "le", "la", "dos", "der", "den"}


class Run(NamedTuple):
    """A run of capitalised words; ``opens`` when it starts its sentence, so that its first capital proves nothing.

    ``honorific`` is the word before it ("ông", "Mr"), in small letters, or "", and ``placed`` tells that the word
    before it asks for a name of a place ("sông", "xã").
    """

    tokens: Tokens
    opens: bool
    honorific: str
    placed: bool = False

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.tokens[-1].end

    @property
    def surname(self) -> bool:
        """Whether it looks like a Vietnamese person's full name."""
        words = [t for t in self.tokens if t.word]
        return 2 <= len(words) <= 5 and bare(words[0].text) in SURNAMES and all(syllable(t.text) for t in words)


def ordinary(word: str) -> bool:
    """Whether a capitalised English word is one of the language's own and no name: "Institute", "Marine"."""
    lowered = word.lower()
    known = english()
    if len(word) < 2 or lowered in known or word[:-1].isupper():  # "MPs"
        return len(word) < 2 or lowered in known or word[-1] == "s"
    return lowered.removesuffix("s") in known or lowered.removesuffix("es") in known


@lru_cache(maxsize=256)
def runs(text: str, lang: Lang) -> tuple[Run, ...]:
    """The runs of capitalised words in ``text``, calendar words and abbreviations of titles left out."""
    tokens = tokenize(text)
    starts = {start for start, _ in sentence_spans(text)}
    found: list[Run] = []
    free = 0  # first token that belongs to no run yet
    for at in [i for i, t in enumerate(tokens) if t.capital and t.word]:
        if at >= free:
            free = _stop(text, tokens, at, starts, lang)
            found += _trimmed(tokens, at, free, starts, lang)
    return tuple(found)


def _stop(text: str, tokens: Tokens, at: int, starts: set[int], lang: Lang) -> int:
    """Index after the run that starts at ``at``."""
    stop = at + 1
    while stop < len(tokens):
        step = stop
        letter = lang == "vi" and step == at + 1 and tokens[step].text == "."  # "mẫu B. Hiệp hội…"
        if step + 1 < len(tokens) and not letter:
            step += _glued(tokens, step) or (tokens[step].key in _PARTICLES and tokens[step + 1].capital)
        if (
            tokens[step].start in starts
            or not (tokens[step].word and tokens[step].capital)
            or "\n" in text[tokens[stop - 1].end : tokens[step].start]
        ):
            break
        stop = step + 1
    return stop


def _glued(tokens: Tokens, at: int) -> bool:
    """Whether the sign at ``at`` joins two parts of a name: "Guinea-Bissau", "J. K.", not "Hà Nội - Huế"."""
    before, sign, after = tokens[at - 1], tokens[at], tokens[at + 1]
    if sign.text not in JOINERS:
        return False
    if sign.text == ".":
        return len(before.text) == 1 and after.capital
    if sign.text == "&":
        return True
    return before.end == sign.start and sign.end == after.start and len(after.text) > 1


def _trimmed(tokens: Tokens, at: int, stop: int, starts: set[int], lang: Lang) -> list[Run]:
    """The run without what stands before a name ("TS", "Ông") and without days and months."""
    opens = _opens(tokens, at, starts)
    before = key_at(tokens, at - 1)
    honorific = before if before in HONORIFICS else ""
    if before == "." and key_at(tokens, at - 2) in HONORIFICS:
        honorific = key_at(tokens, at - 2)
    first = at
    while first < stop and _before_name(tokens[first], first == at and opens):
        honorific = tokens[first].key if tokens[first].key in HONORIFICS else honorific
        first += 1
        while first < stop and tokens[first].text in JOINERS:
            first += 1
        opens = False
    placed = before in PLACE_WORDS
    found: list[Run] = []
    part: list[Token] = []
    for token in (*tokens[first:stop], None):
        if token is not None and token.text not in _NO_NAMES and not (lang == "en" and _calendar(token, stop - first)):
            part.append(token)
            continue
        if any(t.word for t in part):
            found.append(Run(tuple(part), opens and part[0] is tokens[first], honorific, placed))
        part = []
    return found


def _calendar(token: Token, size: int) -> bool:
    """Whether a word is a month or a weekday; "May" and "March" in a longer run are parts of names."""
    return token.key in CALENDAR and (size == 1 or token.key not in ("may", "march"))


def _opens(tokens: Tokens, at: int, starts: set[int]) -> bool:
    """Whether the word at ``at`` has its capital from its place: first of a sentence, a quotation or after a colon."""
    if tokens[at].start in starts or at == 0:
        return True
    before = tokens[at - 1]
    titled = before.text == "." and (key_at(tokens, at - 2) in HONORIFICS or tokens[at - 2].text in ABBREVIATIONS)
    return before.text in "\"“«:‘('.!?…" and not titled


def _before_name(token: Token, opens: bool) -> bool:
    return token.text in ABBREVIATIONS or (token.key in HONORIFICS and (opens or token.key not in SURNAMES))
