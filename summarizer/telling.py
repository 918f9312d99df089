"""Sentences told in the other language, and told again where a number, a date, a name or a word of it is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

from summarizer.asking import English, generated, translation
from summarizer.backends.base import Backend, Request
from summarizer.checks.glossary import Glossary
from summarizer.choosing import Candidate, spliced
from summarizer.finishing import Desk, guessed, lost_or_misnamed, misstated, strange_words
from summarizer.preparing import Prepared
from summarizer.selection.split import clauses, halves
from summarizer.settings import Settings
from summarizer.types import other_lang

MORE = 3  # times as many hypotheses where all of the first are wrong
REWORDINGS = 3  # times a sentence is asked for again without the words that do not exist; each may bring up others


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence to translate, whose it is, and what the translation must not say."""

    prepared: Prepared
    desk: Desk
    sentence: str
    unsaid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Teller:
    """Asks a model for sentences in the other language until the checks have nothing against them, or nothing helps."""

    backend: Backend
    settings: Settings
    glossary: Glossary

    def told(self, asked: Sequence[Asked]) -> list[Candidate | None]:
        """Each sentence in the other language, None where that cannot be written.

        Words that do not exist are forbidden. Where every hypothesis lacks a term of the sentence or has a name that
        it has not, its terms and names are written in English first. Where every one has a number, date or name that
        the sentence has not, it is read as it stands, then more of them are asked for, and then its two halves by
        themselves.
        """
        asked, told = self._reworded(list(asked), self._translated(asked))
        reworded = [i for i, a in enumerate(asked) if a.unsaid]
        for wrong, again in (
            (misstated, self._as_written),
            (lost_or_misnamed, self._with_terms),
            (misstated, self._from_more),
            (misstated, self._from_halves),
        ):
            doubtful = [i for i, candidate in enumerate(told) if candidate and wrong(candidate)]
            for i, candidate in zip(doubtful, again([asked[i] for i in doubtful]), strict=True):
                told[i] = _better(told[i], candidate)
        for i in reworded:  # where a word was made up, the one that took its place is a guess
            candidate = told[i]
            told[i] = candidate and guessed(candidate)
        return told

    def _reworded(self, asked: list[Asked], told: list[Candidate | None]) -> tuple[list[Asked], list[Candidate | None]]:
        """Sentences without the words that do not exist, as far as that can be had; and how each is asked for now."""
        latest = list(told)
        for _ in range(REWORDINGS):
            strange = {
                i: words for i, candidate in enumerate(latest) if candidate and (words := strange_words(candidate))
            }
            for i, words in strange.items():
                asked[i] = replace(asked[i], unsaid=tuple(dict.fromkeys((*asked[i].unsaid, *words))))
            latest = [None] * len(told)
            for i, candidate in zip(strange, self._translated([asked[i] for i in strange]), strict=True):
                latest[i], told[i] = candidate, _better(told[i], candidate)
        return asked, told

    def _translated(self, asked: Sequence[Asked], times: int = 1, english: English = "names") -> list[Candidate | None]:
        """The best translation of each sentence; one longer than the model translates well goes by its clauses."""
        count, most = self.backend.count_tokens, self.backend.whole
        parts = [[replace(a, sentence=clause) for clause in clauses(a.sentence, count, most)] for a in asked]
        flat = [part for of_one in parts for part in of_one]
        found = generated(self.backend, self.settings, [self._request(a, english) for a in flat], times)
        told = (
            a.desk.sentence(a.sentence, written, other_lang(a.prepared.source)) if written else None
            for a, written in zip(flat, found, strict=True)
        )
        return [_whole([next(told) for _ in of_one]) for of_one in parts]

    def _request(self, a: Asked, english: English) -> Request | None:
        p = a.prepared
        request = translation(self.backend, a.sentence, p.source, p.story.text, self.glossary, english)
        return request and replace(request, unsaid=(*request.unsaid, *a.unsaid))

    def _with_terms(self, asked: Sequence[Asked]) -> list[Candidate | None]:
        """Each sentence with its terms and names in English."""
        return self._translated(asked, english="terms") if self.backend.takes_terms else [None for _ in asked]

    def _as_written(self, asked: Sequence[Asked]) -> list[Candidate | None]:
        """Each sentence with nothing in it in English, for a model that was given it otherwise."""
        return self._translated(asked, english="nothing") if self.backend.takes_terms else [None for _ in asked]

    def _from_more(self, asked: Sequence[Asked]) -> list[Candidate | None]:
        return self._translated(asked, MORE)

    def _from_halves(self, asked: Sequence[Asked]) -> list[Candidate | None]:
        """Each sentence from its halves, None where it has none or one cannot be translated."""
        cut = [halves(a.sentence) for a in asked]
        parts = iter(
            self._translated([replace(a, sentence=half) for a, two in zip(asked, cut, strict=True) for half in two])
        )
        found = [[next(parts) for _ in two] for two in cut]
        return [_whole(two) if two else None for two in found]


def _whole(parts: Sequence[Candidate | None]) -> Candidate | None:
    """A sentence from its clauses, None where one could not be translated."""
    told = [part for part in parts if part]
    return reduce(spliced, told) if len(told) == len(parts) else None


def _better(one: Candidate | None, other: Candidate | None) -> Candidate | None:
    """The candidate with the least against it, the first among equals."""
    return min((c for c in (one, other) if c), key=lambda c: c.against, default=None)
