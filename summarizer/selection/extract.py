"""Summaries made of the article's own sentences: what any generated summary has to beat."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarizer.selection.features import words
from summarizer.selection.headline import best_clauses
from summarizer.selection.opening import opening_of
from summarizer.selection.select import best_first, pick, stands_alone
from summarizer.selection.sets import OPENING, best_set, repeats
from summarizer.settings import LengthRule
from summarizer.types import Draft, Lang, Sentence

MOST_IN_A_SET = 3  # sentences: sets are tried one by one, and their number grows with a power of this


def units(text: str) -> int:
    """Length as people count it: syllables in Vietnamese, words in English."""
    return len(text.split())


def extract(
    sentences: Sequence[Sentence], scores: NDArray[np.float64], lang: Lang, rule: LengthRule, title: str = ""
) -> Draft:
    """The best sentences within the length rule, in document order.

    A short summary is the best set of sentences, a longer one the best sentences one after another; either begins with
    the title where that states news which the sentences chosen do not repeat. A headline is
    the article's own title where it fits, else the clauses of one of its best sentences that say most, marked with an
    ellipsis where the sentence goes on. Where no sentence fits a longer summary, the best one is kept whole.
    """
    limit = rule.units[lang]
    if rule.sentences == 1:
        return _headline(sentences, scores, lang, limit, title)
    first = opening_of(title, sentences)
    if rule.sentences <= MOST_IN_A_SET:
        positions = best_set(sentences, scores, limit, rule.sentences, title, first)
    else:
        positions = _opened(sentences, scores, limit, rule.sentences, first)
    chosen = [sentences[i] for i in positions if i != OPENING] or [_best(sentences, scores)]
    texts = [*([first] if OPENING in positions else []), *(s.text for s in chosen)]
    return Draft(lang, " ".join(texts), "extractive", sources=tuple(s.index for s in chosen))


def _opened(sentences: Sequence[Sentence], scores: NDArray[np.float64], limit: int, most: int, first: str) -> list[int]:
    """The best sentences one after another, after the title unless one of them repeats it."""
    positions = pick(sentences, scores, lambda s: units(s.text), limit, most)
    said = frozenset(words(first))
    if not first or any(repeats(said, frozenset(words(sentences[i].text)), titled=True) for i in positions):
        return positions
    return [OPENING, *pick(sentences, scores, lambda s: units(s.text), limit - units(first), most - 1)]


def _best(sentences: Sequence[Sentence], scores: NDArray[np.float64]) -> Sentence:
    """The best sentence that can be read by itself, or the best of all."""
    order = [sentences[i] for i in best_first(sentences, scores)]
    return next((s for s in order if stands_alone(s.text)), order[0])


def _headline(sentences: Sequence[Sentence], scores: NDArray[np.float64], lang: Lang, limit: int, title: str) -> Draft:
    # title overlap is the selector's heaviest feature: the best sentence is the one that says what the title says
    text, best = title.strip(), _best(sentences, scores)
    if not 0 < units(title) <= limit:
        order = [sentences[i] for i in best_first(sentences, scores)]
        text, best = best_clauses([s for s in order if stands_alone(s.text)] or [best], sentences, lang, limit)
    return Draft(lang, text, "extractive", sources=(best.index,))
