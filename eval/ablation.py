"""Compare trained models sentence by sentence on development data; the first one is what the others are compared with.

    tomtat train models/recipes/ablation/more-plain.toml --data DATA --run runs/plain --start models/tomtat
    tomtat train models/recipes/ablation/more-plain.toml --data DATA --run runs/plain --export runs/plain/model
    python eval/ablation.py DATA runs/plain/model runs/back/model --out eval/results/ablation.md

DATA is a folder as docs/training.md describes. p is sacrebleu's, by paired bootstrap, of no difference to the first.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from dev import SENTENCE_SETS, translated
from sacrebleu.metrics import CHRF
from sacrebleu.significance import PairedTest

from summarizer.backends.ct2 import Ct2Backend
from summarizer.training.dev import read_pairs
from summarizer.training.sources import data_file

SETS = SENTENCE_SETS[:2]  # what is nearest to news
SAMPLES = 1000


def compared(data: Path, models: Sequence[Path], limit: int) -> list[str]:
    """The lines of a table: chrF2 of each model's likeliest translations on each set."""
    cells: dict[str, list[str]] = {path.parent.name: [] for path in models}
    signature = ""
    for name in SETS:
        pairs = read_pairs(data_file(data, f"dev/{name}.tsv"))[: limit or None]
        sources, english = [vi for vi, _ in pairs], [en for _, en in pairs]
        written = [(path.parent.name, translated(Ct2Backend(path), sources, nbest=1)) for path in models]
        test = PairedTest(written, {"chrF2": CHRF()}, [english], test_type="bs", n_samples=SAMPLES)
        signatures, scores = test()
        signature = str(signatures["chrF2"])
        for (system, _), score in zip(written, scores["chrF2"], strict=True):
            certainty = "" if score.p_value is None else f", p {score.p_value:.3f}"
            cells[system].append(f"{score.score:.2f} ± {score.ci:.2f}{certainty}")
    head = ["| model | " + " | ".join(f"chrF2, {name}" for name in SETS) + " |", "|---" * (len(SETS) + 1) + "|"]
    return [*head, *(f"| {name} | {' | '.join(values)} |" for name, values in cells.items()), "", f"`{signature}`"]


def main() -> None:
    """Run, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument(
        "models", type=Path, nargs="+", help="folders that `tomtat train --export` wrote, each in its run"
    )
    parser.add_argument("--limit", type=int, default=0, help="sentences of each set (default: all)")
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    page = "\n".join(compared(args.data, args.models, args.limit)) + "\n"
    print(page)
    if args.out:
        args.out.write_text(f"# Ablation\n\nWritten by `python eval/ablation.py`.\n\n{page}", encoding="utf-8")


if __name__ == "__main__":
    main()
