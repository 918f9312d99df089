"""What a half-trained model can do: greedy translation of a few dev sentences, scored with chrF2."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from sentencepiece import SentencePieceProcessor

from summarizer.registry import require
from summarizer.training.sources import open_text, tidy
from summarizer.training.vocab import EOS, PAD


def read_pairs(path: Path) -> list[tuple[str, str]]:
    """(vi, en) pairs of a two-column .tsv[.xz]."""
    with open_text(path) as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    return [(tidy(row[0], "vi"), tidy(row[1], "en")) for row in rows if len(row) == 2]


def translate(model: Any, pieces: SentencePieceProcessor, texts: list[str], target: str, device: str) -> list[str]:
    """Greedy translations of ``texts``, in one batch."""
    head = [pieces.piece_to_id("<tr>"), pieces.piece_to_id(f"<2{target}>")]
    rows = [torch.tensor([*head, *pieces.encode(text), EOS]) for text in texts]
    source = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=PAD).to(device)
    with torch.no_grad():
        written = model.generate(
            input_ids=source, attention_mask=(source != PAD).long(), max_new_tokens=96, num_beams=1, use_cache=False
        )
    return [pieces.decode([t for t in row if t > EOS]) for row in written.tolist()]


def translation_probe(
    pieces: SentencePieceProcessor, pairs: list[tuple[str, str]], device: str
) -> Callable[[Any], dict[str, float]]:
    """A function that gives ``{"chrf2": …}`` of a model on ``pairs``, 0 to 100."""
    metrics = require("sacrebleu.metrics", "train")

    def probe(model: Any) -> dict[str, float]:
        model.eval()
        written = translate(model, pieces, [vi for vi, _ in pairs], "en", device)
        model.train()
        return {"chrf2": round(metrics.CHRF().corpus_score(written, [[en for _, en in pairs]]).score, 2)}

    return probe
