"""Fit the selector's weights on articles with summaries: least squares on how much of the summary is held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from summarizer.selection.features import FEATURES, feature_matrix, figures, names, words
from summarizer.selection.opening import opening_of
from summarizer.selection.sets import OPENING, SET_FEATURES, candidate_sets, set_features
from summarizer.settings import LENGTHS
from summarizer.types import Sentence

FACTS = 0.15  # of a set's worth; docs/training.md has what it costs and buys


def gain(text: str, summary: str) -> float:
    """ROUGE-1 and ROUGE-2 F1 of one or more sentences against the summary, averaged."""
    return (_f1(words(text), words(summary), 1) + _f1(words(text), words(summary), 2)) / 2


def facts_kept(text: str, summary: str, article: str) -> float:
    """The shares of the summary's figures and names that ``text`` has, summed; those not in the article aside."""
    return sum(_share(of(text), of(summary) & of(article)) for of in (figures, names))


def _share(held: frozenset[str], wanted: frozenset[str]) -> float:
    return len(held & wanted) / len(wanted) if wanted else 0.0


def _f1(ours: Sequence[str], theirs: Sequence[str], n: int) -> float:
    a = Counter(zip(*(ours[i:] for i in range(n)), strict=False))
    b = Counter(zip(*(theirs[i:] for i in range(n)), strict=False))
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 0.0


def fit(articles: Iterable[tuple[tuple[Sentence, ...], str, str]], ridge: float = 1.0) -> NDArray[np.float64]:
    """(len(FEATURES),) weights from (sentences, title, summary) triples.

    Features and gains are centred within each article: only the order of its own sentences matters.
    """
    left = np.zeros((len(FEATURES), len(FEATURES)))
    right = np.zeros(len(FEATURES))
    for sentences, title, summary in articles:
        if len(sentences) < 2:
            continue
        x = feature_matrix(sentences, title)
        y = np.array([gain(s.text, summary) for s in sentences])
        x, y = x - x.mean(0), y - y.mean()
        left += x.T @ x
        right += x.T @ y
    return np.asarray(np.linalg.solve(left + ridge * np.eye(len(FEATURES)), right), dtype=np.float64)


def fit_sets(
    articles: Iterable[tuple[tuple[Sentence, ...], str, str]], weights: NDArray[np.float64], ridge: float = 1.0
) -> NDArray[np.float64]:
    """(len(SET_FEATURES),) weights from (sentences, title, summary) triples.

    What a set is worth is its gain and, for ``FACTS`` of it, the figures and names of the summary that it keeps: a
    reader of news asks how many and who, which ROUGE counts as one word among others.

    ``weights`` are those ``fit`` found for single sentences: sets are made of what they put first. Every article
    counts the same, however many sets it offers; only the order of its own sets matters.
    """
    left = np.zeros((len(SET_FEATURES), len(SET_FEATURES)))
    right = np.zeros(len(SET_FEATURES))
    rule = LENGTHS["short"]
    for sentences, title, summary in articles:
        scores = feature_matrix(sentences, title) @ weights
        lengths = [len(s.text.split()) for s in sentences]
        whole = " ".join(s.text for s in sentences)
        first = opening_of(title, sentences)
        sets = candidate_sets(sentences, scores, lengths, rule.units["vi"], rule.sentences, first)
        if len(sets) < 2:
            continue
        x = set_features(sets, sentences, scores, title, first)
        texts = [" ".join(first if i == OPENING else sentences[i].text for i in chosen) for chosen in sets]
        y = np.array([gain(text, summary) + FACTS * facts_kept(text, summary, f"{whole} {first}") for text in texts])
        x, y = x - x.mean(0), y - y.mean()
        left += x.T @ x / len(sets)
        right += x.T @ y / len(sets)
    return np.asarray(np.linalg.solve(left + ridge * np.eye(len(SET_FEATURES)), right), dtype=np.float64)
