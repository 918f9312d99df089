"""Marks of a sentence: what shows that two sentences speak of the same thing.

Within one language the marks are the words. Across languages they are what survives translation: figures, dates, names,
glossary terms and a few nouns.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from summarizer.checks.article import ArticleFacts, quantities
from summarizer.checks.glossary import load_glossary
from summarizer.checks.tokens import Tokens, bare, tokenize
from summarizer.text.wordlist import words
from summarizer.types import Lang, Span

STOP = words(
    "và của là có được cho với các những một trong khi đã sẽ không này đó ở tại từ đến để về theo cũng như vào ra "
    "lên thì "
    "mà bị do nên còn người năm ngày the a an of to in on at for and or is are was were be been has have had with "
    "by as "
    "from that which who it its his her their they he she this these those will would not but after before about"
)


def marks(text: str, lang: Lang, *, across: bool) -> frozenset[str]:
    """The marks of ``text``; ``across`` when they are to be compared with a text in the other language."""
    tokens = tokenize(text)
    if not across:
        return frozenset(t.key for t in tokens if (t.word or t.digits) and t.key not in STOP)
    return frozenset(_figures(text, lang) | _terms(text, lang) | _capitals(tokens))


def rarity(sentences: Sequence[frozenset[str]]) -> dict[str, float]:
    """For every mark of ``sentences`` how much it tells, the more the fewer of them hold it."""
    counts = Counter(mark for found in sentences for mark in found)
    return {mark: math.log(1 + len(sentences) / count) for mark, count in counts.items()}


def touching(article: ArticleFacts, text: str, lang: Lang) -> list[Span]:
    """The article's sentences that share any name, figure or term with ``text`` across languages."""
    source: Lang = "vi" if lang == "en" else "en"
    known = _article_marks(article.text, article.sentences, source, True)
    wanted = marks(text, lang, across=True)
    return [span for found, span in zip(known, article.sentences, strict=True) if wanted & found]


def closest(article: ArticleFacts, text: str, lang: Lang, most: int = 3) -> list[tuple[float, Span]]:
    """The article's sentences that share most with ``text``, best first, with the weight of what they share."""
    across = article.language not in (lang, "mixed")
    source: Lang = ("vi" if lang == "en" else "en") if across else lang
    known = _article_marks(article.text, article.sentences, source, across)
    weights = rarity(known)
    wanted = marks(text, lang, across=across)
    shared = [sum(weights[m] for m in wanted & found) for found in known]
    scored = sorted(zip(shared, article.sentences, strict=True), key=lambda pair: -pair[0])
    return [pair for pair in scored[:most] if pair[0] > 0]


@lru_cache(maxsize=8)
def _article_marks(text: str, sentences: tuple[Span, ...], lang: Lang, across: bool) -> tuple[frozenset[str], ...]:
    return tuple(marks(text[s.start : s.end], lang, across=across) for s in sentences)


def _figures(text: str, lang: Lang) -> set[str]:
    found = quantities(text, lang, None)
    marks: set[str] = set()
    for n in found.numbers:
        value = f"{n.value:g}"
        marks |= {f"n:{value}"} if n.raw > 1 else set()
        marks |= {f"n:{value} {n.thing}"} if n.thing else set()
    for m in found.moments:
        marks |= {f"d:{m.month}-{m.day}"} if m.month and m.day else set()
        marks |= {f"m:{m.month}"} if m.month else set()
        marks |= {f"y:{m.year}"} if m.year else set()
    return marks | {f"c:{c.parts[0] % 12}:{c.parts[1]}" for c in found.clocks}


def _terms(text: str, lang: Lang) -> set[str]:
    return {f"t:{m.term.en}" for m in load_glossary().find(text, lang)}


def _capitals(tokens: Tokens) -> set[str]:
    """Names without their diacritics: the words that start with a capital inside a sentence."""
    return {f"w:{bare(t.text)}" for i, t in enumerate(tokens) if i and t.capital and len(t.text) > 1}
