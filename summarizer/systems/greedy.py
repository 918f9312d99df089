"""The greedy extractive oracle (Nallapati, Zhai and Zhou 2017): add the sentence that helps most until none does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarizer.metrics.ngrams import ngrams
from summarizer.metrics.tokenize import syllables
from summarizer.types import Sentence

Grams = Counter[tuple[str, ...]]


def best_sentences(sentences: Sequence[Sentence], references: Sequence[str], count: int) -> list[int]:
    """Indexes of up to ``count`` sentences in the order they were added.

    Each added one gives the largest mean of ROUGE-1 and ROUGE-2 F over the best reference; one at least is given.
    """
    wanted = [_grams(reference) for reference in references]
    have = [_grams(sentence.text) for sentence in sentences]
    chosen: list[int] = []
    so_far: tuple[Grams, Grams] = (Counter(), Counter())
    best = 0.0
    while len(chosen) < min(count, len(sentences)):
        scored = [(_score(so_far, have[i], wanted), -i) for i in range(len(sentences)) if i not in chosen]
        score, place = max(scored)
        if chosen and score <= best:
            break
        best = score
        chosen.append(-place)
        so_far = (so_far[0] + have[-place][0], so_far[1] + have[-place][1])
    return chosen


def _grams(text: str) -> tuple[Grams, Grams]:
    tokens = syllables(text)
    return Counter(ngrams(tokens, 1)), Counter(ngrams(tokens, 2))


def _score(so_far: tuple[Grams, Grams], more: tuple[Grams, Grams], wanted: list[tuple[Grams, Grams]]) -> float:
    both = [so_far[i] + more[i] for i in range(2)]
    return max((_f(both[0], one[0]) + _f(both[1], one[1]) for one in wanted), default=0.0)


def _f(have: Grams, want: Grams) -> float:
    total = have.total() + want.total()
    return 2 * sum(min(n, want[gram]) for gram, n in have.items() if gram in want) / total if total else 0.0
