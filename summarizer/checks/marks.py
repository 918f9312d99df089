"""Marks of a sentence: what shows that two sentences speak of the same thing.

Within one language the marks are the words. Across languages they are what survives translation: figures, dates, names,
glossary terms and a few nouns.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import chain

from summarizer.checks.article import ArticleFacts, quantities
from summarizer.checks.glossary import load_glossary
from summarizer.checks.tokens import KEPT, Token, Tokens, bare, token_at, tokenize
from summarizer.checks.values import Clock, Moment, Number
from summarizer.text.wordlist import words
from summarizer.types import Lang, Span

STOP = words(
    "và của là có được cho với các những một trong khi đã sẽ không này đó ở tại từ đến để về theo cũng như vào ra "
    "lên thì "
    "mà bị do nên còn người năm ngày the a an of to in on at for and or is are was were be been has have had with "
    "by as "
    "from that which who it its his her their they he she this these those will would not but after before about"
)


@lru_cache(maxsize=512)  # of the sentences of some windows of articles: linking asks for those the checks asked for
def marks(text: str, lang: Lang, *, across: bool) -> frozenset[str]:
    """The marks of ``text``; ``across`` when they are to be compared with a text in the other language."""
    tokens = tokenize(text)
    if not across:
        return _spoken(tokens)
    return frozenset(_figures(text, lang) | _terms(text, lang) | _capitals(tokens))


def _spoken(tokens: Sequence[Token]) -> frozenset[str]:
    """The words and figures among ``tokens`` that say something."""
    return frozenset([t.key for t in tokens if t.word or t.digits]) - STOP


def rarity(sentences: Sequence[frozenset[str]]) -> dict[str, float]:
    """For every mark of ``sentences`` how much it tells, the more the fewer of them hold it."""
    counts = Counter(chain.from_iterable(sentences))
    telling = {count: math.log(1 + len(sentences) / count) for count in set(counts.values())}
    return {mark: telling[count] for mark, count in counts.items()}


def weight(marks_of_one: Set[str], weights: Mapping[str, float]) -> float:
    """What marks weigh together, all of which have a weight; the same in whatever order a set gives them."""
    return math.fsum(map(weights.__getitem__, marks_of_one))


def touching(article: ArticleFacts, text: str, lang: Lang) -> list[Span]:
    """The article's sentences that share any name, figure or term with ``text`` across languages."""
    source: Lang = "vi" if lang == "en" else "en"
    known = of_sentences(article, source, across=True)
    wanted = marks(text, lang, across=True)
    return [span for found, span in zip(known, article.sentences, strict=True) if wanted & found]


def closest(article: ArticleFacts, text: str, lang: Lang, most: int = 3) -> list[tuple[float, Span]]:
    """The article's sentences that share most with ``text``, best first, with the weight of what they share."""
    across = article.language not in (lang, "mixed")
    source: Lang = ("vi" if lang == "en" else "en") if across else lang
    known = of_sentences(article, source, across=across)
    weights = weights_of(article, source, across=across)
    wanted = marks(text, lang, across=across)
    shared = [weight(wanted & found, weights) for found in known]
    scored = sorted(zip(shared, article.sentences, strict=True), key=lambda pair: -pair[0])
    return [pair for pair in scored[:most] if pair[0] > 0]


@lru_cache(maxsize=KEPT)
def of_sentences(article: ArticleFacts, source: Lang, *, across: bool) -> tuple[frozenset[str], ...]:
    """The marks of each of the article's sentences; ``source`` is the language they are read in."""
    if not across:
        tokens = article.names.tokens
        cuts = [(token_at(tokens, s.start), token_at(tokens, s.end)) for s in article.sentences]
        return tuple([_spoken(tokens[first:stop]) for first, stop in cuts])
    found: list[set[str]] = [set() for _ in article.sentences]
    ends = [s.end for s in article.sentences]
    for place, mark in _placed(article, source):
        at = bisect_right(ends, place)
        if at < len(found):
            found[at].add(mark)
    return tuple(frozenset(of_one) for of_one in found)


@lru_cache(maxsize=KEPT)
def weights_of(article: ArticleFacts, source: Lang, *, across: bool) -> Mapping[str, float]:
    """How much each mark of the article's sentences tells."""
    return rarity(of_sentences(article, source, across=across))


def _placed(article: ArticleFacts, source: Lang) -> Iterator[tuple[int, str]]:
    """What survives translation in an article whose facts are read already, with the place of each mark."""
    for number in article.numbers:
        yield from ((number.start, mark) for mark in _of_number(number))
    for moment in article.moments:
        yield from ((moment.start, mark) for mark in _of_moment(moment))
    for clock in article.clocks:
        yield clock.start, _of_clock(clock)
    for mention in load_glossary().find(article.text, source):
        yield mention.start, f"t:{mention.term.en}"
    starts = {span.start for span in article.sentences}
    for token in article.names.tokens:
        if token.capital and len(token.text) > 1 and token.start not in starts:
            yield token.start, f"w:{bare(token.text)}"


def _of_number(number: Number) -> Iterator[str]:
    if number.raw > 1:
        yield f"n:{number.value:g}"
    if number.thing:
        yield f"n:{number.value:g} {number.thing}"


def _of_moment(moment: Moment) -> Iterator[str]:
    """What a date states itself; what the day of publication added is no mark of it."""
    stated = moment.given if not moment.relative else frozenset()
    if {"month", "day"} <= stated:
        yield f"d:{moment.month}-{moment.day}"
    if "month" in stated:
        yield f"m:{moment.month}"
    if "year" in stated:
        yield f"y:{moment.year}"


def _of_clock(clock: Clock) -> str:
    return f"c:{clock.parts[0] % 12}:{clock.parts[1]}"


def _figures(text: str, lang: Lang) -> set[str]:
    found = quantities(text, lang, None)
    own = {mark for n in found.numbers for mark in _of_number(n)}
    return own | {mark for m in found.moments for mark in _of_moment(m)} | {_of_clock(c) for c in found.clocks}


def _terms(text: str, lang: Lang) -> set[str]:
    return {f"t:{m.term.en}" for m in load_glossary().find(text, lang)}


def _capitals(tokens: Tokens) -> set[str]:
    """Names without their diacritics: the words that start with a capital inside a sentence."""
    return {f"w:{bare(t.text)}" for i, t in enumerate(tokens) if i and t.capital and len(t.text) > 1}
