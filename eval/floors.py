"""How far a model's own likelihood can be trusted: dev sentences by mean log-probability a token.

python eval/floors.py DATA --model tomtat --out eval/results/floors.md

The floor of translate.vi.en in a recipe's [use] is chosen from the first table: the least log-probability whose
sentences still read as translations. That of headline.vi.en, under which no title is shown, is chosen from the second,
of the headlines of the abstracts that are kept out of training.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from dev import dev_pairs
from sacrebleu import sentence_chrf

from summarizer.backends import open_system
from summarizer.backends.base import Backend, Request
from summarizer.training.sources import HELD_OUT_ABSTRACTS, own_abstracts

THRESHOLDS = (-1.2, -1.0, -0.9, -0.8, -0.7, -0.6, -0.5, -0.4, -0.35, -0.3, -0.25, -0.2)


def table(scores: Sequence[float], quality: Sequence[float]) -> list[str]:
    """Markdown rows: threshold, share at or above it, mean chrF2 there and below."""
    s, q = np.array(scores), np.array(quality)
    rows = ["| mean log-probability at least | share | chrF2 there | chrF2 below |", "|---|---|---|---|"]
    for threshold in THRESHOLDS:
        there, below = q[s >= threshold], q[s < threshold]
        means = [f"{part.mean():.1f}" if part.size else "–" for part in (there, below)]
        rows.append(f"| {threshold} | {len(there) / len(s):.0%} | {means[0]} | {means[1]} |")
    return rows


def headlines(data: Path) -> list[tuple[str, str]]:
    """(vi, en) headlines of the abstracts that no training sees."""
    return [(row[1], row[2]) for row in own_abstracts(data)[-HELD_OUT_ABSTRACTS:]]


def section(name: str, backend: Backend, pairs: Sequence[tuple[str, str]]) -> list[str]:
    """The table of a set of pairs, translated as in use, under its title."""
    pairs = [pair for pair in pairs if backend.count_tokens(pair[0]) <= backend.budget]
    requests = [Request(vi, "translate", "vi", "en", max_tokens=2 * backend.count_tokens(vi) + 16) for vi, _ in pairs]
    best = [row[0] for row in backend.generate(requests, nbest=4)]
    quality = [sentence_chrf(h.text, [en]).score for h, (_, en) in zip(best, pairs, strict=True)]
    return [f"# {backend.name}, {name}, {len(pairs)}", "", *table([h.score for h in best], quality)]


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
    sentences, titles = dev_pairs(args.data, args.set, args.limit), headlines(args.data)[: args.limit or None]
    lines = [*section(args.set, backend, sentences), "", *section("headlines", backend, titles)]
    print("\n".join(lines))
    if args.out:
        args.out.parent.mkdir(parents=True, exist_ok=True)
        args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
