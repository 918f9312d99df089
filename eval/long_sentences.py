"""What long sentences gain from being translated by their clauses: chrF2 by length, whole and by clauses.

    python eval/long_sentences.py DATA [--write docs/evaluation.md]

DATA is a folder as docs/training.md describes. The sentences are those of the development sets, translated as in use,
once in one piece and once by clauses of at most so many pieces as the model's tomtat.json says (``whole``). p is
sacrebleu's, by paired bootstrap, of no difference.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from dev import SENTENCE_SETS, dev_pairs
from kept_terms import told
from sacrebleu.metrics import CHRF
from sacrebleu.significance import PairedTest

from summarizer.pipeline import Summarizer
from summarizer.report.blocks import replace_block
from summarizer.selection.split import clauses

BANDS = ((60, 80), (80, 120), (120, 200))  # more than, and at most, so many pieces
SAMPLES = 1000
Pairs = Sequence[tuple[str, str]]


def table(tool: Summarizer, data: Path) -> list[str]:
    """Markdown: a row a band of lengths."""
    backend, most = tool.backend, tool.backend.whole
    pairs = [pair for name in SENTENCE_SETS for pair in dev_pairs(data, name)]
    rows = [f"| pieces | sentences | of more than one clause | chrF2 whole | by clauses of {most} at most | p |"]
    rows.append("|---|---|---|---|---|---|")
    for least, end in BANDS:
        band = [(vi, en) for vi, en in pairs if least < backend.count_tokens(vi) <= min(end, backend.budget)]
        sentences = [vi for vi, _ in band]
        backend.whole = backend.budget
        whole = told(tool, sentences)
        backend.whole = most
        parted = sum(len(clauses(vi, backend.count_tokens, most)) > 1 for vi in sentences)
        systems = [("whole", whole), ("by clauses", told(tool, sentences))]
        test = PairedTest(systems, {"chrF2": CHRF()}, [[en for _, en in band]], test_type="bs", n_samples=SAMPLES)
        one, two = test()[1]["chrF2"]
        rows.append(
            f"| {least + 1} to {end} | {len(band)} | {parted} | {one.score:.1f} | {two.score:.1f} | {two.p_value:.3f} |"
        )
    return rows


def main() -> None:
    """Translate, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", default="tomtat")
    parser.add_argument("--write", type=Path, help="put the table into this document, between its long-sentences marks")
    args = parser.parse_args()
    lines = [f"`python eval/long_sentences.py DATA --model {args.model}`:", ""]
    lines += table(Summarizer(model=args.model), args.data)
    print(*lines, sep="\n")
    if args.write:
        replace_block(args.write, "long-sentences", lines)


if __name__ == "__main__":
    main()
