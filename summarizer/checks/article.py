"""What the checks need to know of an article, read once and used for every draft."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from operator import attrgetter

from summarizer.checks.clocks import clocks
from summarizer.checks.dates import moments, parse_day, resolve
from summarizer.checks.name_index import NameIndex, index_names
from summarizer.checks.numbers import fractions, numbers
from summarizer.checks.tokens import sentence_spans
from summarizer.checks.values import Clock, Moment, Number
from summarizer.types import LANGS, ArticleLang, CleanArticle, Lang, Span

_END = attrgetter("end")


@dataclass(frozen=True, eq=False)
class ArticleFacts:
    """The kept story and the facts in it.

    ``text`` has the length of the article's own text, so offsets are the article's: what the cleaner removed is blank.
    Facts are told apart by identity, so that what is worked out from them can be remembered without comparing them.
    The headline follows it when the article's text does not hold it; spans from ``body`` on have no place there.
    Each kind of fact is read when it is first asked for: most hypotheses are ruled out by one of them.
    """

    text: str
    body: int
    language: ArticleLang
    today: date | None

    @cached_property
    def _quantities(self) -> list[Quantities]:
        langs: tuple[Lang, ...] = LANGS if self.language == "mixed" else (self.language,)
        return [quantities(self.text, lang, self.today) for lang in langs]

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers of ``text``."""
        return tuple(n for found in self._quantities for n in found.numbers) + fractions(self.text)

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """The dates of ``text``."""
        return tuple(m for found in self._quantities for m in found.moments)

    @cached_property
    def clocks(self) -> tuple[Clock, ...]:
        """The times of ``text``."""
        return tuple(c for found in self._quantities for c in found.clocks)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of ``text``, a line each at most."""
        return tuple(Span(start, end) for start, end in sentence_spans(self.text))

    @cached_property
    def names(self) -> NameIndex:
        """The words and names of ``text``."""
        return index_names(self.text, self.language)

    def span(self, start: int, end: int) -> Span | None:
        """The place of ``text[start:end]`` in the article, None when it is in a headline kept elsewhere."""
        return Span(start, end) if end <= self.body else None

    def sentence_number(self, position: int) -> int:
        """Index of the sentence around ``position``."""
        return bisect_right(self.sentences, position, key=_END)

    def sentence_at(self, position: int) -> Span:
        """The sentence around ``position``."""
        at = self.sentence_number(position)
        return self.sentences[at] if at < len(self.sentences) else Span(position, position)


@dataclass(frozen=True, slots=True)
class Quantities:
    """The numbers, dates and times of a text."""

    numbers: tuple[Number, ...]
    moments: tuple[Moment, ...]
    clocks: tuple[Clock, ...]


@lru_cache(maxsize=1024)
def quantities(text: str, lang: Lang, today: date | None) -> Quantities:
    """The numbers, dates and times of ``text``; figures inside a date are no numbers.

    Remembered, since several checks, repairs and links ask for those of the same few texts.
    """
    said = _stated(text, lang)
    return replace(said, moments=tuple([resolve(m, today) for m in said.moments])) if today and said.moments else said


@lru_cache(maxsize=1024)
def _stated(text: str, lang: Lang) -> Quantities:
    """The numbers, dates and times of ``text``, without what the day it was published adds to them."""
    days = moments(text, lang)
    times = clocks(text, lang)
    skip = [Span(m.start, m.end) for m in days] + [Span(c.start, c.end) for c in times if not c.bare]
    return Quantities(numbers(text, lang, skip), days, times)


def article_facts(clean: CleanArticle) -> ArticleFacts:
    """The facts of an article, the same for every draft checked against it; reading all takes a few milliseconds."""
    article = clean.article
    body = _kept(clean)
    text = body if not article.title or article.title in body else f"{body}\n{article.title}"
    return ArticleFacts(text, len(body), clean.language, parse_day(article.date))


def _kept(clean: CleanArticle) -> str:
    """The article's text with everything outside the story blanked, line breaks kept."""
    source = clean.article.text
    pieces: list[str] = []
    position = 0
    for span in sorted((s for spans in clean.paragraphs for s in spans), key=lambda s: s.start):
        pieces += [_blank(source[position : span.start]), source[span.start : span.end]]
        position = span.end
    return "".join(pieces) + _blank(source[position:])


def _blank(text: str) -> str:
    return "".join("\n" if c == "\n" else " " for c in text)
