"""Which examples go into which batch: sampled by weight, bucketed by length, the same for the same seed."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from summarizer.training.tokens import TokenSet

_WINDOW = 8000  # examples sorted together: long enough for tight buckets, short enough to stay random


def example_weights(tokens: TokenSet, mix: Mapping[str, float], weights: Mapping[str, float]) -> NDArray[np.float64]:
    """(n,) mean number of times each example is seen in a pass."""
    by_kind = np.array([mix.get(k, 0.0) for k in tokens.kinds])
    by_origin = np.array([weights.get(o, 1.0) for o in tokens.origins])
    times: NDArray[np.float64] = by_kind[tokens.kind] * by_origin[tokens.origin]
    return times


def plan_pass(tokens: TokenSet, weights: NDArray[np.float64], batch_tokens: int, seed: int) -> list[NDArray[np.int64]]:
    """Batches of example numbers for one pass; padded source + target tokens of a batch stay under ``batch_tokens``."""
    rng = np.random.default_rng(seed)
    times = np.floor(weights + rng.random(len(weights))).astype(np.int64)
    order = rng.permutation(np.repeat(np.arange(len(weights)), times))
    source, target = tokens.source_lengths, tokens.target_lengths
    batches: list[NDArray[np.int64]] = []
    for start in range(0, len(order), _WINDOW):
        window = order[start : start + _WINDOW]
        window = window[np.lexsort((target[window], source[window]))]
        batches += _fill(window, source, target, batch_tokens)
    return [batches[i] for i in rng.permutation(len(batches))]


def _fill(
    window: NDArray[np.int64], source: NDArray[np.int64], target: NDArray[np.int64], batch_tokens: int
) -> list[NDArray[np.int64]]:
    batches, begin, longest = [], 0, (0, 0)
    for i, example in enumerate(window):
        grown = max(longest[0], int(source[example])), max(longest[1], int(target[example]))
        if i > begin and sum(grown) * (i - begin + 1) > batch_tokens:
            batches.append(window[begin:i])
            begin, grown = i, (int(source[example]), int(target[example]))
        longest = grown
    return [*batches, window[begin:]] if len(window) else []


def pad(flat: NDArray[np.uint16], offsets: NDArray[np.int64], rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """(len(rows), longest rounded up to 8) token ids, 0 where there is none."""
    lengths = offsets[rows + 1] - offsets[rows]
    out = np.zeros((len(rows), -(-int(lengths.max()) // 8) * 8), dtype=np.int64)
    for line, row in zip(out, rows, strict=True):
        line[: offsets[row + 1] - offsets[row]] = flat[offsets[row] : offsets[row + 1]]
    return out
