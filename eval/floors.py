"""How far a model's own likelihood can be trusted: dev sentences by mean log-probability a token.

python eval/floors.py DATA --model tomtat --out eval/results/floors.md

The floor of translate.vi.en in a recipe's [use] is chosen from this table: the least log-probability whose sentences
still read as translations.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from dev import dev_pairs
from sacrebleu import sentence_chrf

from summarizer.backends import open_system
from summarizer.backends.base import Request

THRESHOLDS = (-1.2, -1.0, -0.9, -0.8, -0.7, -0.6, -0.5, -0.4, -0.35, -0.3)


def table(scores: Sequence[float], quality: Sequence[float]) -> list[str]:
    """Markdown rows: threshold, share at or above it, mean chrF2 there and below."""
    s, q = np.array(scores), np.array(quality)
    rows = ["| mean log-probability at least | share | chrF2 there | chrF2 below |", "|---|---|---|---|"]
    for threshold in THRESHOLDS:
        there, below = q[s >= threshold], q[s < threshold]
        means = [f"{part.mean():.1f}" if part.size else "–" for part in (there, below)]
        rows.append(f"| {threshold} | {len(there) / len(s):.0%} | {means[0]} | {means[1]} |")
    return rows


def main() -> None:
    """Translate, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", default="tomtat")
    parser.add_argument("--set", default="vlsp20_news_dev", help="a file of DATA/dev")
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    backend = open_system(args.model)
    pairs = dev_pairs(args.data, args.set, args.limit)
    pairs = [pair for pair in pairs if backend.count_tokens(pair[0]) <= backend.budget]
    requests = [Request(vi, "translate", "vi", "en", max_tokens=2 * backend.count_tokens(vi) + 16) for vi, _ in pairs]
    best = [row[0] for row in backend.generate(requests, nbest=4)]  # chosen as in use
    quality = [sentence_chrf(h.text, [en]).score for h, (_, en) in zip(best, pairs, strict=True)]
    lines = [f"# {args.model}, {args.set}, {len(pairs)} sentences", "", *table([h.score for h in best], quality)]
    print("\n".join(lines))
    if args.out:
        args.out.parent.mkdir(parents=True, exist_ok=True)
        args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
