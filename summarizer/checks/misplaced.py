"""Right dates and names in the wrong place: what the article says of something else.

Only within one language. A fact is out of place when its company stands in a sentence of the article that gives
another one of its kind, while no sentence that gives the fact itself holds much of that company.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from summarizer.checks.article import ArticleFacts, quantities
from summarizer.checks.company import company, nearness
from summarizer.checks.match import agrees
from summarizer.checks.names import Run, runs
from summarizer.checks.tokens import Tokens, bare, sentence_spans, tokenize
from summarizer.checks.values import Moment
from summarizer.types import Finding, FindingKind, Lang

OTHER_DATE = "The article gives this date of something else."
OTHER_NAME = "The article says this of somebody or something else."
_HERE = 0.6  # share of a fact's company that the sentence with the other one must hold
_THERE = 0.3  # and that no sentence with the fact itself may exceed
_FEWEST = 4  # words that are company enough


def check_misplaced(article: ArticleFacts, summary: str, lang: Lang) -> tuple[Finding, ...]:
    """A finding for every date and every pair of names of ``summary`` that the article gives of something else."""
    if article.language not in (lang, "mixed"):
        return ()
    return tuple(_Places(article, summary, lang).findings())


class _Places:
    """The facts of one summary with the words around them."""

    def __init__(self, article: ArticleFacts, summary: str, lang: Lang) -> None:
        self.article = article
        self.summary = summary
        self.lang = lang
        self.tokens: Tokens = tokenize(summary)
        self.sentences = sentence_spans(summary)
        self.companies: dict[tuple[int, int], frozenset[str]] = {}

    def findings(self) -> Iterator[Finding]:
        for moment in quantities(self.summary, self.lang, self.article.today).moments:
            yield from self._moment(moment)
        yield from self._names()

    def _moment(self, said: Moment) -> Iterator[Finding]:
        there = [m for m in self.article.moments if agrees(said, m)]
        if not there or said.relative or not said.given & {"day", "month", "year"}:
            return
        alike = [(m.start, m.end) for m in self.article.moments if m.given == said.given and not agrees(said, m)]
        other = self._instead((said.start, said.end), [(m.start, m.end) for m in there], alike)
        if other is not None:
            yield self._finding("date", (said.start, said.end), other, OTHER_DATE)

    def _names(self) -> Iterator[Finding]:
        """Pairs of names each of which stands in the other one's company."""
        names = [run for run in runs(self.summary, self.lang) if not run.opens or len(run.tokens) > 1]
        known = [(run, _words(run), places) for run in names if (places := self._mentions(run))]
        for (one, words, first), (two, others, second) in combinations(known, 2):
            if words & others:
                continue
            here = self._instead((one.start, one.end), first, second)
            there = self._instead((two.start, two.end), second, first) if here else None
            if here is not None and there is not None:
                yield self._finding("name", (one.start, one.end), here, OTHER_NAME)
                yield self._finding("name", (two.start, two.end), there, OTHER_NAME)

    def _mentions(self, run: Run) -> list[tuple[int, int]]:
        """Where the article names somebody, by the last word of the name."""
        last = bare(run.tokens[-1].text)
        tokens = self.article.names.tokens
        return [(tokens[i].start, tokens[i].end) for i in self.article.names.places.get(last, ()) if tokens[i].capital]

    def _instead(
        self, said: tuple[int, int], own: list[tuple[int, int]], others: list[tuple[int, int]]
    ) -> tuple[int, int] | None:
        """The place of the fact the article gives where the summary has the one at ``said``."""
        if not own or not others:
            return None
        words = self._company(*said)
        if len(words) < _FEWEST:
            return None
        known = {self.article.sentence_number(place[0]) for place in own}
        if any(nearness(self.article, words, i, self.lang) > _THERE for i in known):
            return None
        beside = known | {i + 1 for i in known} | {i - 1 for i in known}
        apart = [(at, place) for place in others if (at := self.article.sentence_number(place[0])) not in beside]
        near = {at: nearness(self.article, words, at, self.lang) for at in {at for at, _ in apart}}
        best, place = max(((near[at], place) for at, place in apart), default=(0.0, (0, 0)))
        return place if best >= _HERE else None

    def _company(self, start: int, end: int) -> frozenset[str]:
        """The words around a fact, within its sentence and without its own."""
        if (start, end) not in self.companies:
            self.companies[start, end] = self._around(start, end)
        return self.companies[start, end]

    def _around(self, start: int, end: int) -> frozenset[str]:
        left, right = next(((a, b) for a, b in self.sentences if a <= start < b), (0, len(self.summary)))
        tokens = tuple(t for t in self.tokens if left <= t.start < right)
        first = next((i for i, t in enumerate(tokens) if t.end > start), 0)
        last = next((i for i, t in enumerate(tokens) if t.end >= end), first)
        return company(tokens, first, last, self.lang) - {t.key for t in tokens[first : last + 1]}

    def _finding(self, kind: FindingKind, place: tuple[int, int], other: tuple[int, int], message: str) -> Finding:
        quoted = self.article.text[other[0] : other[1]]
        text = self.summary[place[0] : place[1]]
        return Finding(kind, "contradicted", self.lang, text, *place, self.article.span(*other), quoted, message)


def _words(run: Run) -> frozenset[str]:
    return frozenset(bare(t.text) for t in run.tokens)
