"""Which sentences are worth reading, within a budget, in document order."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from summarizer.assets import asset
from summarizer.selection.features import (
    FEATURES,
    feature_matrix,
    is_heading,
    is_part,
    is_question,
    is_quoted_whole,
    leans,
    words,
)
from summarizer.selection.quotations import inside_quotations
from summarizer.types import Coverage, Selection, Sentence

_REDUNDANT = 0.5  # share of a sentence's words already selected from which it says little new
_MIN_WORDS = 5  # shorter pieces are headings and exclamations


@lru_cache(maxsize=4)
def fitted(table: str, names: tuple[str, ...]) -> NDArray[np.float64]:
    """(len(names),) fitted weights of a table of models/selector.toml, in the order of ``names``."""
    tables = tomllib.loads(asset("models/selector.toml").read_text(encoding="utf-8"))
    return np.array([tables[table][name] for name in names])


def weights(*, titled: bool) -> NDArray[np.float64]:
    """(len(FEATURES),) weights of a sentence's features, for articles with or without a title."""
    return fitted("titled" if titled else "untitled", FEATURES)


def rank(sentences: Sequence[Sentence], title: str = "") -> NDArray[np.float64]:
    """(sentences,) score of each sentence: how well it alone would do as part of a summary."""
    if not sentences:
        return np.zeros(0)
    scores: NDArray[np.float64] = feature_matrix(sentences, title) @ weights(titled=bool(words(title)))
    return scores


def best_first(sentences: Sequence[Sentence], scores: NDArray[np.float64]) -> list[int]:
    """Positions of the sentences a summary may hold, the best first; those inside a quotation are left out."""
    inside = inside_quotations(sentences)
    return [i for i in map(int, np.argsort(-scores, kind="stable")) if i not in inside]


def _overlap_with(chosen: set[str], sentence: Sentence) -> float:
    own = set(words(sentence.text))
    return len(own & chosen) / len(own) if own else 1.0


def pick(
    sentences: Sequence[Sentence], scores: NDArray[np.float64], cost: Callable[[Sentence], int], budget: int, most: int
) -> list[int]:
    """Positions of the best sentences that fit: at most ``most`` of them and ``budget`` units, document order.

    Sentences that repeat what is already chosen are passed over. At least one sentence is chosen if there is any.
    """
    chosen: list[int] = []
    seen: set[str] = set()
    used = 0
    for i in best_first(sentences, scores):
        if len(chosen) >= most or used >= budget:
            break
        price = cost(sentences[i])
        if used + price > budget or not stands_alone(sentences[i].text, follows_chosen=i - 1 in chosen):
            continue
        if chosen and _overlap_with(seen, sentences[i]) > _REDUNDANT:
            continue
        chosen.append(i)
        seen.update(words(sentences[i].text))
        used += price
    return sorted(chosen)


def stands_alone(text: str, *, follows_chosen: bool = False) -> bool:
    """Whether a reader understands a sentence without the article: "He added …" only right after its neighbour.

    Half a quotation, whose other mark is in another sentence, is not understood anywhere else; a question is no news.
    """
    whole = not (is_heading(text) or is_part(text) or is_question(text)) and is_quoted_whole(text)
    return whole and len(words(text)) >= _MIN_WORDS and (follows_chosen or not leans(text))


def select(
    sentences: Sequence[Sentence], scores: NDArray[np.float64], count_tokens: Callable[[str], int], budget: int
) -> Selection:
    """The sentences a model reads: the best that fit into ``budget`` model tokens, in document order.

    A single sentence longer than the budget is left unread and counted as such in the coverage.
    """
    lengths = [count_tokens(s.text) for s in sentences]
    positions = _fill(scores, lengths, budget)
    kept = tuple(sentences[i] for i in positions)
    coverage = Coverage(
        sentences=len(sentences),
        read=len(kept),
        characters=sum(len(s.text) for s in sentences),
        characters_read=sum(len(s.text) for s in kept),
    )
    return Selection(
        kept, tuple(float(scores[i]) for i in positions), budget, sum(lengths[i] for i in positions), coverage
    )


def better_half(selection: Selection) -> Selection:
    """The better half of the selected sentences, in document order: less to go wrong with.

    Its coverage still says what the article has; ``read`` is what is left.
    """
    order = sorted(range(len(selection.sentences)), key=lambda i: -selection.scores[i])
    kept = sorted(order[: max(1, len(order) // 2)])
    sentences = tuple(selection.sentences[i] for i in kept)
    coverage = replace(selection.coverage, read=len(kept), characters_read=sum(len(s.text) for s in sentences))
    tokens = selection.tokens * len(kept) // max(1, len(order))  # about: they are not counted again
    scores = tuple(selection.scores[i] for i in kept)
    return replace(selection, sentences=sentences, scores=scores, tokens=tokens, coverage=coverage)


def _fill(scores: NDArray[np.float64], lengths: Sequence[int], budget: int) -> list[int]:
    positions, used = [], 0
    for i in np.argsort(-scores, kind="stable"):
        if used + lengths[int(i)] <= budget:
            positions.append(int(i))
            used += lengths[int(i)]
        if used > 0.95 * budget:
            break
    return sorted(positions)
