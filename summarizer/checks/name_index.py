"""Finding a name in the article: as it stands, without its marks, written together, or by another of its names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.checks.glossary import Glossary, Mention, Term, load_glossary
from summarizer.checks.names import JOINERS, Run, runs
from summarizer.checks.tokens import Token, Tokens, bare, key, tokenize
from summarizer.types import LANGS, ArticleLang, Lang

# "Mỹ - Triều", "thương chiến Mỹ - Trung": the syllables that stand for countries in such pairs only.
_SHORT = {
    "Mỹ": "United States", "Trung": "China", "Nga": "Russia", "Nhật": "Japan", "Hàn": "South Korea",
    "Triều": "North Korea", "Ấn": "India", "Việt": "Vietnam", "Pháp": "France", "Đức": "Germany",
    "Anh": "United Kingdom",
    "Úc": "Australia", "Thái": "Thailand", "Lào": "Laos", "Campuchia": "Cambodia", "Israel": "Israel", "Iran": "Iran",
    "Ukraine": "Ukraine",
}  # fmt: skip
_SHORTS = "|".join(_SHORT)
_PAIR = re.compile(rf"({_SHORTS})\s?[-–]\s?({_SHORTS})(?!\w)")  # begins with letters, which is what makes it quick
# News says the one for the other.
CAPITALS = {
    "Beijing": "China", "Moscow": "Russia", "Washington": "United States", "Tokyo": "Japan", "Seoul": "South Korea",
    "Pyongyang": "North Korea", "New Delhi": "India", "Bangkok": "Thailand", "Manila": "Philippines",
    "Jakarta": "Indonesia",
    "Paris": "France", "Berlin": "Germany", "London": "United Kingdom", "Kyiv": "Ukraine", "Tehran": "Iran",
    "Canberra": "Australia", "Taipei": "Taiwan", "Phnom Penh": "Cambodia", "Vientiane": "Laos",
    "Brussels": "European Union",
}  # fmt: skip
Place = tuple[int, int]  # offsets in the article


@dataclass(frozen=True, eq=False)
class NameIndex:
    """The words, names and glossary terms of an article; names and terms are looked for when they are asked for."""

    text: str
    langs: tuple[Lang, ...]
    tokens: Tokens
    bares: tuple[str, ...]
    places: dict[str, list[int]]  # bare word to the indices of its tokens
    capitals: frozenset[str]  # bare words that stand with a capital somewhere

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The names of the article."""
        return tuple(run for lang in self.langs for run in runs(self.text, lang))

    @cached_property
    def terms(self) -> dict[Term, Mention]:
        """The glossary terms of the article, with a mention of each."""
        glossary = load_glossary()
        found = [m for lang in self.langs for m in glossary.find(self.text, lang)]
        return _terms(found, glossary, self.text)

    @cached_property
    def joined(self) -> dict[str, tuple[int, int]]:
        """Names written together to the tokens they are made of: "hanoi" to those of "Hà Nội"."""
        return _joined(self.tokens, self.bares)

    def find(self, words: Sequence[str], *, marks: bool) -> Place | None:
        """The place where ``words`` stand one after the other; with ``marks`` their diacritics must agree."""
        wanted = tuple([bare(w) for w in words])
        for at in self.places.get(wanted[0], ()):
            found = self._from(at, wanted)
            if found and any(t.capital for t in found) and (not marks or _same_marks(words, found)):
                return found[0].start, found[-1].end
        together = self.joined.get("".join(wanted)) if len(words) == 1 or not marks else None
        return (self.tokens[together[0]].start, self.tokens[together[1] - 1].end) if together else None

    def _from(self, at: int, wanted: tuple[str, ...]) -> Sequence[Token]:
        """The tokens from ``at`` that are ``wanted``, signs that join names passed over; empty when others follow."""
        stop = at + len(wanted)
        if self.bares[at:stop] == wanted:
            return self.tokens[at:stop]
        found: list[Token] = []
        while len(found) < len(wanted) and at < len(self.tokens):
            if self.bares[at] == wanted[len(found)]:
                found.append(self.tokens[at])
            elif not found or self.tokens[at].text not in JOINERS:
                return ()
            at += 1
        return found if len(found) == len(wanted) else ()


def index_names(text: str, language: ArticleLang) -> NameIndex:
    """Index ``text``; a mixed article is read in both languages."""
    tokens = tokenize(text)
    bares = tuple([bare(t.text) for t in tokens])
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(bares):
        places[word].append(at)
    capitals = frozenset([b for t, b in zip(tokens, bares, strict=True) if t.capital])
    return NameIndex(text, LANGS if language == "mixed" else (language,), tokens, bares, dict(places), capitals)


def _same_marks(words: Sequence[str], there: Sequence[Token]) -> bool:
    """Whether the marks agree, or the article writes none at all, as foreign texts do."""
    return all(t.text.isascii() for t in there) or all(key(a) == t.key for a, t in zip(words, there, strict=True))


def _joined(tokens: Tokens, bares: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Neighbouring capitalised words written as one: "Hanoi", "Danang", "Vietnam"."""
    found: dict[str, tuple[int, int]] = {}
    capitals = [at for at, token in enumerate(tokens) if token.capital]
    following = set(capitals)
    for at in capitals:
        if at + 1 not in following:
            continue
        for size in (2, 3) if at + 2 in following else (2,):
            found.setdefault("".join(bares[at : at + size]), (at, at + size))
    return found


def _terms(found: Iterable[Mention], glossary: Glossary, text: str) -> dict[Term, Mention]:
    """The first mention of each term; a country is spoken of by its capital too, and in pairs by one syllable."""
    terms: dict[Term, Mention] = {}
    for mention in found:
        terms.setdefault(mention.term, mention)
    countries = glossary.countries
    for match in _PAIR.finditer(text) if "-" in text or "–" in text else ():
        if match.start() and text[match.start() - 1].isalnum():
            continue
        for part in (1, 2):
            term = countries[_SHORT[match[part]]]
            terms.setdefault(term, Mention(term, match.start(part), match.end(part), right=True))
    named = {term.en for term in terms}
    for capital, country in CAPITALS.items():
        for one, other in ((capital, country), (country, capital)) if capital in named or country in named else ():
            there = terms.get(countries[one])
            if there is not None:
                terms.setdefault(countries[other], there)
    return terms
