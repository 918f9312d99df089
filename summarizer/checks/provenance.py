"""Which sentences of the article each sentence of a summary rests on.

Both sides become sets of marks (:mod:`summarizer.checks.marks`), weighted by how rare a mark is in the article.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from summarizer.checks.article import ArticleFacts
from summarizer.checks.marks import marks, of_sentences, rarity, weight
from summarizer.checks.tokens import sentence_spans
from summarizer.types import Lang, Sentence, SummarySentence

MAX_SOURCES = 3
_FLOOR = 0.12  # share of a summary sentence's weight the first source must hold
_GAIN = 0.15  # share that each further source must add


def link(
    summary: str,
    sentences: Sequence[Sentence],
    lang: Lang,
    source: Lang,
    hints: Sequence[tuple[int, ...]] = (),
    facts: ArticleFacts | None = None,
) -> tuple[SummarySentence, ...]:
    """The sentences of ``summary``, each with the article sentences it rests on, best first.

    Args:
        summary: the text whose sentences are linked.
        sentences: all sentences of the story.
        lang: language of the summary.
        source: language of the story.
        hints: for each summary sentence the indices it is known to come from, such as the sentences it translates;
            they are used where the texts themselves say nothing.
        facts: the story's facts, where they are read already, so that its sentences need not be read again.
    """
    across = lang != source
    ready = _ready(facts, source, across=across) if facts else {}
    article = [
        (s.index, ready[s.start, s.end] if (s.start, s.end) in ready else marks(s.text, source, across=across))
        for s in sentences
    ]
    known = rarity([found for _, found in article])
    linked = []
    for number, (start, end) in enumerate(sentence_spans(summary)):
        wanted = marks(summary[start:end], lang, across=across)
        weights = {m: known[m] for m in wanted if m in known}
        total = math.fsum(weights.values()) + (0.0 if across else 0.5 * (len(wanted) - len(weights)))
        sources = _cover(weights, article, total) or (hints[number] if number < len(hints) else ())
        linked.append(SummarySentence(summary[start:end], start, end, sources))
    return tuple(linked)


def _ready(facts: ArticleFacts, source: Lang, *, across: bool) -> dict[tuple[int, int], frozenset[str]]:
    found = of_sentences(facts, source, across=across)
    return {(span.start, span.end): own for span, own in zip(facts.sentences, found, strict=True)}


def _cover(weights: dict[str, float], article: Sequence[tuple[int, frozenset[str]]], total: float) -> tuple[int, ...]:
    """Sentences that together hold most of ``weights``, taken greedily."""
    left = dict(weights)
    chosen: list[int] = []
    while left and len(chosen) < MAX_SOURCES:
        wanted = frozenset(left)
        gains = [(weight(found & wanted, left), index) for index, found in article]
        gain, index = max(gains, key=lambda pair: (pair[0], -pair[1]))
        if gain < total * (_GAIN if chosen else _FLOOR):
            break
        chosen.append(index)
        held = next(found for i, found in article if i == index)
        left = {mark: weight for mark, weight in left.items() if mark not in held}
    return tuple(chosen)
