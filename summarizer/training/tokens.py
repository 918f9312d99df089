"""Examples as flat token arrays that are read once and indexed without copying."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import sentencepiece
from numpy.typing import NDArray
from sentencepiece import SentencePieceProcessor

from summarizer.backends.base import Task
from summarizer.training.recipe import Limits
from summarizer.training.sources import Example
from summarizer.training.vocab import EOS

TASK_PIECE: dict[Task, str] = {"translate": "<tr>", "summarize": "<sum>", "headline": "<head>"}
_CHUNK = 4096
_SMOOTHNESS = 0.2  # of the distribution that pieces are drawn from; 1 is the vocabulary's own


@dataclass(frozen=True, slots=True)
class TokenSet:
    """Token ids of n examples.

    ``source`` and ``target`` are flat; example i is ``source[source_offsets[i]:source_offsets[i + 1]]``.
    ``kind`` and ``origin`` (n,) index into the name tables.
    """

    source: NDArray[np.uint16]
    source_offsets: NDArray[np.int64]
    target: NDArray[np.uint16]
    target_offsets: NDArray[np.int64]
    kind: NDArray[np.int16]
    origin: NDArray[np.int16]
    kinds: tuple[str, ...]
    origins: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.kind)

    @property
    def source_lengths(self) -> NDArray[np.int64]:
        """(n,) tokens of each source."""
        return np.diff(self.source_offsets)

    @property
    def target_lengths(self) -> NDArray[np.int64]:
        """(n,) tokens of each target."""
        return np.diff(self.target_offsets)


def encode(examples: Iterable[Example], pieces: SentencePieceProcessor, limits: Limits) -> TokenSet:
    """Encode examples; those over the limits are left out, never cut."""
    rows = list(_encoded(examples, pieces, limits))
    if not rows:
        return _build([], [], [], [])
    sources, targets, kinds, origins = zip(*rows, strict=True)
    return _build(sources, targets, kinds, origins)


def _encoded(
    examples: Iterable[Example], pieces: SentencePieceProcessor, limits: Limits
) -> Iterator[tuple[list[int], list[int], str, str]]:
    stream = iter(examples)
    rng = random.Random(0)
    sentencepiece.set_random_generator_seed(0)
    while chunk := list(islice(stream, _CHUNK)):
        sources = [
            _drawn(e.source, pieces) if rng.random() < limits.sampled else usual
            for e, usual in zip(chunk, pieces.encode([e.source for e in chunk]), strict=True)
        ]
        targets = pieces.encode([e.target for e in chunk])
        for example, source, target in zip(chunk, sources, targets, strict=True):
            head = [pieces.piece_to_id(TASK_PIECE[example.task]), pieces.piece_to_id(f"<2{example.target_lang}>")]
            row = [*head, *source, EOS], [*target, EOS]
            if len(row[0]) <= limits.source_tokens and 1 < len(row[1]) <= limits.target_tokens:
                yield *row, example.kind, example.origin


def _drawn(text: str, pieces: SentencePieceProcessor) -> list[int]:
    """``text`` in pieces drawn by their likelihood (Kudo 2018, "Subword Regularization", arXiv 1804.10959)."""
    drawn: list[int] = pieces.encode(text, enable_sampling=True, alpha=_SMOOTHNESS, nbest_size=-1, num_threads=1)
    return drawn


def _flat(rows: Iterable[list[int]]) -> tuple[NDArray[np.uint16], NDArray[np.int64]]:
    rows = list(rows)
    offsets = np.concatenate([[0], np.cumsum([len(r) for r in rows])]).astype(np.int64)
    return np.fromiter((t for r in rows for t in r), dtype=np.uint16, count=int(offsets[-1])), offsets


def _named(names: Iterable[str]) -> tuple[NDArray[np.int16], tuple[str, ...]]:
    names = list(names)
    table = tuple(sorted(set(names)))
    number = {name: i for i, name in enumerate(table)}
    return np.array([number[n] for n in names], dtype=np.int16), table


def _build(
    sources: Iterable[list[int]], targets: Iterable[list[int]], kinds: Iterable[str], origins: Iterable[str]
) -> TokenSet:
    kind, kind_names = _named(kinds)
    origin, origin_names = _named(origins)
    return TokenSet(*_flat(sources), *_flat(targets), kind, origin, kind_names, origin_names)


def save(tokens: TokenSet, path: Path) -> None:
    """Write as .npz."""
    np.savez(
        path,
        source=tokens.source,
        source_offsets=tokens.source_offsets,
        target=tokens.target,
        target_offsets=tokens.target_offsets,
        kind=tokens.kind,
        origin=tokens.origin,
        kinds=np.array(tokens.kinds),
        origins=np.array(tokens.origins),
    )


def load(path: Path) -> TokenSet:
    """Read what ``save`` wrote (arrays only, no pickle)."""
    with np.load(path, allow_pickle=False) as z:
        return TokenSet(
            z["source"],
            z["source_offsets"],
            z["target"],
            z["target_offsets"],
            z["kind"],
            z["origin"],
            tuple(z["kinds"].tolist()),
            tuple(z["origins"].tolist()),
        )
