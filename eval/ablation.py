"""Compare trained models sentence by sentence on development data; the first one is what the others are compared with.

    tomtat train models/recipes/ablation/more-plain.toml --data DATA --run runs/plain --start models/tomtat
    tomtat train models/recipes/ablation/more-plain.toml --data DATA --run runs/plain --export runs/plain/model
    python eval/ablation.py DATA runs/plain/model runs/back/model --out eval/results/ablation.md

DATA is a folder as docs/training.md describes. p is sacrebleu's, by paired bootstrap, of no difference to the first.
The second table is the mean cross-entropy of a target piece: what was learned from, beside what was not, tells how much
was learned by heart. Models of different vocabularies compare by that of a character (--unit character).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from dev import NEWS_SETS, dev_pairs, translated
from sacrebleu.metrics import CHRF
from sacrebleu.significance import PairedTest
from sentencepiece import SentencePieceProcessor
from transformers import M2M100ForConditionalGeneration

from summarizer.backends.ct2 import Ct2Backend
from summarizer.training.loop import batch_loss
from summarizer.training.recipe import Limits
from summarizer.training.sources import HELD_OUT_ABSTRACTS, Example, own_abstracts, tidy
from summarizer.training.tokens import encode

SAMPLES = 1000
BATCH = 32  # sentences
Pairs = Sequence[tuple[str, str]]


def compared(data: Path, models: Sequence[Path], limit: int) -> list[str]:
    """The lines of a table: chrF2 of each model's likeliest translations on each set."""
    backends = {_name(path): Ct2Backend(path) for path in models}
    cells: dict[str, list[str]] = {system: [] for system in backends}
    signature = ""
    for name in NEWS_SETS:
        pairs = dev_pairs(data, name, limit)
        sources, english = [vi for vi, _ in pairs], [en for _, en in pairs]
        written = [(system, translated(backend, sources, nbest=1)) for system, backend in backends.items()]
        test = PairedTest(written, {"chrF2": CHRF()}, [english], test_type="bs", n_samples=SAMPLES)
        signatures, scores = test()
        signature = str(signatures["chrF2"])
        for (system, _), score in zip(written, scores["chrF2"], strict=True):
            certainty = "" if score.p_value is None else f", p {score.p_value:.3f}"
            cells[system].append(f"{score.score:.2f} ± {score.ci:.2f}{certainty}")
    head = [
        "| model | " + " | ".join(f"chrF2, {name}" for name in NEWS_SETS) + " |",
        "|---" * (len(NEWS_SETS) + 1) + "|",
    ]
    return [*head, *(f"| {name} | {' | '.join(values)} |" for name, values in cells.items()), "", f"`{signature}`"]


def loss_sets(data: Path) -> dict[str, Pairs]:
    """Pairs of Vietnamese and English: development data, abstracts that were learned from, and abstracts kept out."""
    abstracts = [(vi, en) for _, _, _, vi, en in own_abstracts(data)]
    return {
        **{name: dev_pairs(data, name) for name in NEWS_SETS},
        "abstracts learned from": abstracts[:HELD_OUT_ABSTRACTS],
        "abstracts kept out": abstracts[-HELD_OUT_ABSTRACTS:],
    }


def loss(model: Any, pieces: SentencePieceProcessor, pairs: Pairs, unit: str) -> float:
    """Mean cross-entropy, in nats, of a piece or a character of the English."""
    examples = [Example("translate", "vi", "en", tidy(vi, "vi"), tidy(en, "en"), "dev") for vi, en in pairs]
    tokens = encode(examples, pieces, Limits())
    total = count = 0.0
    with torch.no_grad():
        for start in range(0, len(tokens), BATCH):
            mean, n = batch_loss(model, tokens, np.arange(start, min(start + BATCH, len(tokens))), "cpu", 0.0)
            total, count = total + float(mean) * n, count + n
    return total / (count if unit == "piece" else sum(len(example.target) for example in examples))


def losses(data: Path, models: Sequence[Path], unit: str) -> list[str]:
    """The lines of a table: the loss of each model on each set."""
    sets = loss_sets(data)
    rows = ["| model | " + " | ".join(f"loss, {name}" for name in sets) + " |", "|---" * (len(sets) + 1) + "|"]
    for path in models:
        model = M2M100ForConditionalGeneration.from_pretrained(path / "hf", dtype=torch.float32).eval()
        pieces = SentencePieceProcessor(model_file=str(path / "hf" / "spiece.model"))
        rows.append(
            f"| {_name(path)} | " + " | ".join(f"{loss(model, pieces, p, unit):.3f}" for p in sets.values()) + " |"
        )
    return rows


def _name(path: Path) -> str:
    return path.parent.name if path.name == "model" else path.name


def main() -> None:
    """Run, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument(
        "models", type=Path, nargs="+", help="folders that `tomtat train --export` wrote, each in its run"
    )
    parser.add_argument("--limit", type=int, default=0, help="sentences of each set (default: all)")
    parser.add_argument("--unit", choices=("piece", "character"), default="piece", help="of the loss")
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    lines = [*compared(args.data, args.models, args.limit), "", *losses(args.data, args.models, args.unit)]
    page = "\n".join(lines) + "\n"
    print(page)
    if args.out:
        args.out.write_text(f"# Ablation\n\nWritten by `python eval/ablation.py`.\n\n{page}", encoding="utf-8")


if __name__ == "__main__":
    main()
