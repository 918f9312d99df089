"""A start from which little compute is enough: the network begins as a word-by-word translator.

Two ideas, both measured in docs/training.md:

* pieces that occur in the same sentence pairs begin with similar embeddings (a truncated eigendecomposition of their
  co-occurrence over sentence identifiers, after Levy, Søgaard and Goldberg 2017, "A Strong Baseline for Learning
  Cross-Lingual Word Embeddings from Sentence Alignments"), so with tied output weights a Vietnamese piece that is
  copied already votes for its English translation;
* cross-attention begins as the identity (in the spirit of Trockman and Kolter 2023, "Mimetic Initialization of
  Self-Attention Layers"): shared sinusoidal positions make it look along the diagonal and pass on what it sees.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.linalg import eigsh

from summarizer.training.tokens import TokenSet


def _incidence(tokens: TokenSet, rows: NDArray[np.int64], vocabulary: int) -> sparse.csr_matrix:
    """(pairs, vocabulary) 0/1 matrix: which pieces occur on either side of a pair, task tokens left out."""
    sides = [(tokens.source, tokens.source_offsets, 2), (tokens.target, tokens.target_offsets, 0)]
    columns: list[NDArray[np.int64]] = []
    pairs: list[NDArray[np.int64]] = []
    for flat, offsets, skip in sides:
        starts, ends = offsets[rows] + skip, offsets[rows + 1] - 1  # without task tokens and end of sentence
        columns += [flat[a:b].astype(np.int64) for a, b in zip(starts, ends, strict=True)]
        pairs.append(np.repeat(np.arange(len(rows)), ends - starts))
    column, pair = np.concatenate(columns), np.concatenate(pairs)
    matrix = sparse.csr_matrix((np.ones(len(column), np.float32), (pair, column)), shape=(len(rows), vocabulary))
    matrix.data[:] = 1.0
    return matrix


def crosslingual_embeddings(tokens: TokenSet, vocabulary: int, width: int, seed: int) -> NDArray[np.float32]:
    """(vocabulary, width) unit-norm embeddings from the sentence pairs ``translate.vi.en`` among ``tokens``."""
    rng = np.random.default_rng(seed)
    noise = rng.normal(size=(vocabulary, width)).astype(np.float32)
    noise /= np.linalg.norm(noise, axis=1, keepdims=True)
    rows = np.flatnonzero(tokens.kind == tokens.kinds.index("translate.vi.en"))
    a = _incidence(tokens, rows, vocabulary)
    count = np.asarray(a.sum(0)).ravel()
    # a pair with many pieces says less about each of them; a frequent piece says less about its neighbours
    a = sparse.diags(1 / np.sqrt(np.maximum(np.asarray(a.sum(1)).ravel(), 1))) @ a
    scale = sparse.diags(1 / np.sqrt(np.maximum(count, 1)))
    gram = (scale @ (a.T @ a) @ scale).toarray()
    values, vectors = eigsh(gram, k=width + 1, v0=rng.normal(size=vocabulary))
    keep = np.argsort(values)[::-1][1:]  # the first direction is frequency alone
    points = vectors[:, keep] * np.sqrt(np.maximum(values[keep], 0)) ** 0.5
    norms = np.linalg.norm(points, axis=1, keepdims=True)
    points = np.where(norms > 1e-6, points / np.maximum(norms, 1e-6), noise)
    rotation, _ = np.linalg.qr(rng.normal(size=(width, width)))  # no axis should mean "topic" on its own
    mixed = 0.9 * points @ rotation + 0.3 * noise
    unit: NDArray[np.float32] = (mixed / np.linalg.norm(mixed, axis=1, keepdims=True)).astype(np.float32)
    return unit


def identity_cross_attention(model: Any, strength: float = 0.5) -> None:
    """Blend the identity into the projections of the last decoder layer's cross-attention."""
    attention = model.model.decoder.layers[-1].encoder_attn
    eye = torch.eye(attention.q_proj.weight.shape[0])
    with torch.no_grad():
        for projection in (attention.q_proj, attention.k_proj, attention.v_proj):
            projection.weight.mul_(1 - strength).add_(eye * strength)
        attention.out_proj.weight.mul_(1 - strength).add_(eye)


def silence_new_layers(model: Any, known: Collection[str]) -> None:
    """Make every layer that ``known`` holds no weight of pass on what it is given, by zero output projections.

    A model with more layers then begins where the shallower one stood (Chen et al. 2016, "Net2Net: Accelerating
    Learning via Knowledge Transfer", arXiv 1511.05641; the zeros as in Goyal et al. 2017, arXiv 1706.02677, 5.1).

    Args:
        model: freshly initialised, of the new depth.
        known: names of the parameters of the shallower model.
    """
    for side in ("encoder", "decoder"):
        for index, layer in enumerate(getattr(model.model, side).layers):
            if f"model.{side}.layers.{index}.fc1.weight" not in known:
                ends = [layer.fc2, layer.self_attn.out_proj] + (
                    [layer.encoder_attn.out_proj] if side == "decoder" else []
                )
                for projection in ends:
                    torch.nn.init.zeros_(projection.weight)
                    torch.nn.init.zeros_(projection.bias)


def set_embeddings(model: Any, points: NDArray[np.float32]) -> None:
    """Use ``points`` (vocabulary, width) as the tied embedding; unit norm is the scale the model expects."""
    with torch.no_grad():
        model.get_input_embeddings().weight[: len(points)].copy_(torch.from_numpy(points))
