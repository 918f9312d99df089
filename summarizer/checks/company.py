"""The company a fact keeps: the words around it, and the article's sentences that hold most of them."""

from __future__ import annotations

from functools import lru_cache

from summarizer.checks.article import ArticleFacts
from summarizer.checks.marks import STOP, of_sentences, weight, weights_of
from summarizer.checks.polarity_words import AUXILIARIES, NEGATORS
from summarizer.checks.tokens import Tokens
from summarizer.types import LANGS, Lang

_AROUND = 9  # words before and after a fact that are its company
_UNKNOWN = 1.0  # weight of a word the article does not have
_SILENT: dict[Lang, frozenset[str]] = {lang: frozenset(STOP | AUXILIARIES[lang] | NEGATORS[lang]) for lang in LANGS}


def company(tokens: Tokens, first: int, last: int, lang: Lang) -> frozenset[str]:
    """The words around the tokens from ``first`` to ``last`` that say something."""
    around = tokens[max(0, first - _AROUND) : last + _AROUND + 1]
    return frozenset(t.key for t in around if (t.word or t.digits) and t.key not in _SILENT[lang])


def nearness(article: ArticleFacts, words: frozenset[str], at: int, lang: Lang) -> float:
    """Share of ``words`` that the article's sentence ``at`` holds, by their weight, in the article's own language."""
    whole = _whole(article, words, lang)
    held = words & of_sentences(article, lang, across=False)[at]
    return weight(held, weights_of(article, lang, across=False)) / whole if whole and held else 0.0


@lru_cache(maxsize=256)
def _whole(article: ArticleFacts, words: frozenset[str], lang: Lang) -> float:
    """The weight of ``words``, which is compared with that of many sentences."""
    weights = weights_of(article, lang, across=False)
    return weight(words & weights.keys(), weights) + _UNKNOWN * len(words - weights.keys())
