"""Finding a name in the article: as it stands, without its marks, written together, or by another of its names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from summarizer.checks.glossary import Glossary, Mention, Term, load_glossary
from summarizer.checks.names import Run, runs
from summarizer.checks.tokens import Tokens, bare, key, tokenize
from summarizer.types import LANGS, ArticleLang, Lang

Place = tuple[int, int]  # offsets in the article


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The words, names and glossary terms of an article."""

    tokens: Tokens
    bares: tuple[str, ...]
    places: dict[str, list[int]]  # bare word to the indices of its tokens
    joined: dict[str, tuple[int, int]]  # "hanoi" to the tokens of "Hà Nội"
    runs: tuple[Run, ...]
    terms: dict[Term, Mention]
    capitals: frozenset[str] = field(default=frozenset())  # bare words that stand with a capital somewhere

    def find(self, words: Sequence[str], *, marks: bool) -> Place | None:
        """The place where ``words`` stand one after the other; with ``marks`` their diacritics must agree."""
        wanted = [bare(w) for w in words]
        for at in self.places.get(wanted[0], ()):
            stop = at + len(wanted)
            if (
                list(self.bares[at:stop]) == wanted
                and self._named(at, stop)
                and (not marks or self._same_marks(words, at))
            ):
                return self.tokens[at].start, self.tokens[stop - 1].end
        together = self.joined.get("".join(wanted))
        return (self.tokens[together[0]].start, self.tokens[together[1] - 1].end) if together else None

    def _named(self, at: int, stop: int) -> bool:
        """Whether a capital stands there: "đạt" is no "Dat"."""
        return any(t.text[0].isupper() for t in self.tokens[at:stop])

    def _same_marks(self, words: Sequence[str], at: int) -> bool:
        """Whether the marks agree, or one side writes none at all, as names in foreign texts do."""
        there = [t.text for t in self.tokens[at : at + len(words)]]
        return all(w.isascii() for w in there) or all(key(a) == key(b) for a, b in zip(words, there, strict=True))

    def term(self, term: Term) -> Mention | None:
        """The article's mention of a glossary term; a body's name also counts for its short form."""
        return self.terms.get(term)


def index_names(text: str, language: ArticleLang) -> NameIndex:
    """Index ``text``; a mixed article is read in both languages."""
    tokens = tokenize(text)
    bares = tuple(bare(t.text) for t in tokens)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(bares):
        places[word].append(at)
    glossary = load_glossary()
    capitals = frozenset(b for t, b in zip(tokens, bares, strict=True) if t.capital)
    langs: Iterable[Lang] = LANGS if language == "mixed" else (language,)
    found = [m for lang in langs for m in glossary.find(text, lang)]
    return NameIndex(
        tokens,
        bares,
        dict(places),
        _joined(tokens, bares),
        tuple(run for lang in langs for run in runs(text, lang)),
        _terms(found, glossary, text),
        capitals,
    )


def _joined(tokens: Tokens, bares: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Neighbouring capitalised words written as one: "Hanoi", "Danang", "Vietnam"."""
    found: dict[str, tuple[int, int]] = {}
    capitals = [t.text[0].isupper() for t in tokens] + [False, False]
    for at in range(len(tokens) - 1):
        if not (capitals[at] and capitals[at + 1]):
            continue
        for size in (2, 3) if capitals[at + 2] else (2,):
            found.setdefault("".join(bares[at : at + size]), (at, at + size))
    return found


def _terms(found: Iterable[Mention], glossary: Glossary, text: str) -> dict[Term, Mention]:
    """The first mention of each term, and of the terms that share one of its forms."""
    terms: dict[Term, Mention] = {}
    for mention in found:
        terms.setdefault(mention.term, mention)
    return terms
