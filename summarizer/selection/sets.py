"""Which sentences make the best summary *together*: a few sets are compared as wholes.

Taking the best sentences one after another, as ``pick`` does, cannot weigh a second sentence against the length it
costs. Here every set of up to three of the most promising sentences is one candidate with a handful of features, and
a fitted linear score decides (summary-level extraction after Zhong et al. 2020, "Extractive Summarization as Text
Matching", with features anyone can check instead of a neural scorer).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Sequence
from itertools import chain, combinations, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarizer.checks.guards import LONG_PHRASE
from summarizer.selection.features import figures, names, words
from summarizer.selection.select import best_first, fitted, stands_alone
from summarizer.types import Sentence

SET_FEATURES = (
    "score",  # of its sentences, weighted by their length
    "length",
    "log_length",
    "distinct",  # share of its words that are said once
    "title",  # share of the title's words it holds, rare words counting more
    "on_title",  # share of its words the title has
    "single",
    "echo",  # share of its word pairs that other sentences have too
    "echoes",  # how many these are
    "lead",  # share of the words of the first two sentences it holds
    "figures",  # how many different ones it holds
    "names",
    "known_figures",  # those that other sentences have too
    "known_names",
    "opened",  # whether it begins with the title
)
OPENING = -1  # the position of the title in a set, before the first sentence's
_PROMISING = 7  # sentences from which sets are made
_USUAL = 35  # words: what a short summary has
_FIGURES, _NAMES = 4, 8  # how many of them are many
_ENOUGH = 5 / 8  # share of the limit from which one sentence may stand for the whole summary
_OPENED = 3 / 7  # share of the limit that the title and what follows it have together
_SAME = 0.5  # share of the shorter sentence's words in the longer from which the two say the same
_SAME_AS_TITLE = 0.6  # a title is short, and every sentence of its story shares names with it
Set = tuple[int, ...]


def set_weights(*, titled: bool) -> NDArray[np.float64]:
    """(len(SET_FEATURES),) weights of a set's features, for articles with or without a title."""
    return fitted("sets_titled" if titled else "sets_untitled", SET_FEATURES)


def candidate_sets(
    sentences: Sequence[Sentence],
    scores: NDArray[np.float64],
    lengths: Sequence[int],
    limit: int,
    most: int,
    opening: str = "",
) -> list[Set]:
    """Sets of at most ``most`` of the best sentences with at most ``limit`` units, each in document order.

    Every sentence of a set can be understood there and none repeats another. One sentence alone is a candidate only
    if it says as much as two usually do, or if nothing else is left. A set may begin with ``opening``, at the position
    ``OPENING``, if it has a sentence of the story too and is no shorter than a short one of the others.
    """
    order = best_first(sentences, scores)
    usable = sorted([i for i in order if stands_alone(sentences[i].text, follows_chosen=True)][:_PROMISING])
    bound = {i for i in usable if not stands_alone(sentences[i].text)}
    texts = {OPENING: opening} if opening else {}
    texts |= {i: sentences[i].text for i in usable}
    units = {i: len(text.split()) if i == OPENING else lengths[i] for i, text in texts.items()}
    said = {i: frozenset(words(text)) for i, text in texts.items()}
    phrases = {i: frozenset(long_phrases(words(text))) for i, text in texts.items()}
    same = {
        (i, j)
        for i, j in combinations(texts, 2)
        if repeats(said[i], said[j], titled=OPENING in (i, j)) or phrases[i] & phrases[j]
    }
    fitting = [
        chosen
        for size in range(1, most + 1)
        for chosen in combinations(texts, size)
        if sum([units[i] for i in chosen]) <= limit
        and chosen != (OPENING,)
        and all(i - 1 in chosen for i in bound.intersection(chosen))
        and same.isdisjoint(combinations(chosen, 2))
    ]
    least = {True: _OPENED * limit, False: _ENOUGH * limit}
    enough = [
        chosen
        for chosen in fitting
        if (len(chosen) > 1 and OPENING not in chosen) or sum([units[i] for i in chosen]) >= least[OPENING in chosen]
    ]
    return enough or fitting


def repeats(one: frozenset[str], other: frozenset[str], *, titled: bool) -> bool:
    """Whether the shorter of two sentences adds little to the other, by the words of both; one may be the title."""
    return len(one & other) > (_SAME_AS_TITLE if titled else _SAME) * min(len(one), len(other))


def long_phrases(said: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every run of so many words as a summary has no reason to say twice."""
    return (tuple(said[at : at + LONG_PHRASE]) for at in range(len(said) - LONG_PHRASE + 1))


def set_features(
    sets: Sequence[Set], sentences: Sequence[Sentence], scores: NDArray[np.float64], title: str, opening: str = ""
) -> NDArray[np.float64]:
    """(sets, len(SET_FEATURES)) values, most of them between 0 and 1; an opening counts as one more good sentence."""
    texts = [*(s.text for s in sentences), *([opening] if opening else [])]  # the last one is that at OPENING
    scores = np.append(scores, scores.max()) if opening else scores
    said = [words(text) for text in texts]
    bags = [frozenset(s) for s in said]
    pairs = [frozenset(pairwise(s)) for s in said]
    used = sorted({i for chosen in sets for i in chosen})
    members = np.array([[i in chosen for i in used] for chosen in sets], float)
    lengths = np.array([len(said[i]) for i in used], float)
    total = np.maximum(1.0, members @ lengths)
    held, vocabulary = _held(members, [said[i] for i in used])
    distinct = np.maximum(1.0, held.sum(1))
    titled, lead = frozenset(words(title)), frozenset(w for s in said[:2] for w in s)
    spread = {w: sum([w in bag for bag in bags]) for w in titled}
    rarity = {w: math.log(1 + len(said) / max(1, spread[w])) for w in titled}
    held_pairs, pair_names = _held(members, [pairs[i] for i in used])
    pair_spread = Counter(chain.from_iterable(pairs))
    echoes = held_pairs @ np.array([float(pair_spread[p] > 1) for p in pair_names])
    columns = [
        members @ (lengths * scores[used]) / total,
        total / _USUAL,
        np.log(total / _USUAL),
        distinct / total,
        held @ np.array([rarity.get(w, 0.0) for w in vocabulary]) / max(1e-9, math.fsum(rarity.values())),
        held @ np.array([float(w in titled) for w in vocabulary]) / distinct,
        (members.sum(1) == 1).astype(float),
        echoes / np.maximum(1.0, held_pairs.sum(1)),
        echoes / _USUAL,
        held @ np.array([float(w in lead) for w in vocabulary]) / max(1, len(lead)),
    ]
    facts = [(figures, _FIGURES), (names, _NAMES)]
    counts = [(*_counts(members, [of(text) for text in texts], used), many) for of, many in facts]
    columns += [all_of_them / many for all_of_them, _, many in counts]
    columns += [known / many for _, known, many in counts]
    columns += [np.array([float(OPENING in chosen) for chosen in sets])]
    return np.stack(columns, axis=1)


def _counts(
    members: NDArray[np.float64], bags: Sequence[frozenset[str]], used: Sequence[int]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(sets,) how many different items each set holds, and how many of these stand in more than one sentence."""
    spread = Counter(chain.from_iterable(bags))
    held, items = _held(members, [bags[i] for i in used])
    return held.sum(1), held @ np.array([float(spread[item] > 1) for item in items])


def _held(members: NDArray[np.float64], bags: Sequence[Collection[Hashable]]) -> tuple[NDArray[np.float64], list[Any]]:
    """(sets, distinct items) 0/1 of what each set holds, from (sets, bags) membership; and the items.

    The items come in the order of the bags. That of an unordered bag is different in every process, so such columns
    may be counted, which gives whole numbers, but not weighed.
    """
    number = {item: i for i, item in enumerate(dict.fromkeys(chain.from_iterable(bags)))}
    has = np.zeros((len(bags), len(number)))
    places = [(row, number[item]) for row, bag in enumerate(bags) for item in bag]
    has[[row for row, _ in places], [column for _, column in places]] = 1.0
    return np.minimum(1.0, members @ has), list(number)


def best_set(
    sentences: Sequence[Sentence],
    scores: NDArray[np.float64],
    limit: int,
    most: int,
    title: str = "",
    opening: str = "",
) -> list[int]:
    """Positions of the sentences that make the best summary together, empty when no sentence fits.

    Args:
        sentences: of the whole article.
        scores: (sentences,) what ``rank`` gives.
        limit: syllables or words of the summary, at most.
        most: sentences of the summary, at most.
        title: of the article, "" when it has none.
        opening: the title as a sentence, "" where it is none; its position is ``OPENING``.
    """
    sets = candidate_sets(sentences, scores, [len(s.text.split()) for s in sentences], limit, most, opening)
    if not sets:
        return []
    values = set_features(sets, sentences, scores, title, opening) @ set_weights(titled=bool(words(title)))
    return list(sets[int(np.argmax(values))])
