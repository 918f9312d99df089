"""How often a denial is on one side of a translation only: in what people translated, and in what the model does.

    python eval/denials.py DATA [--write docs/evaluation.md]

DATA is a folder as docs/training.md describes. What the check holds against people's translations is mostly a false
alarm; what it holds against the model's is the reason to have it. The model's are its likeliest ones, unchecked.
Planted are denials that were put into people's English or taken out of it, one a sentence that has a place for it.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from random import Random

from dev import NEWS_SETS, dev_pairs, translated

from summarizer.checks.dropped import check_dropped
from summarizer.checks.perturb import Source, plant
from summarizer.pipeline import Summarizer
from summarizer.report.blocks import replace_block

SEED = 5


def table(model: str, data: Path, limit: int) -> list[str]:
    """Markdown: a row a set."""
    backend = Summarizer(model=model).backend
    rows = [
        "| sentences | n | held against people | against the model | planted | found |",
        "|---|---|---|---|---|---|",
    ]
    for name in NEWS_SETS:
        pairs = dev_pairs(data, name, limit)
        written = translated(backend, [vi for vi, _ in pairs], nbest=1)
        people = sum(bool(check_dropped(vi, en, "en")) for vi, en in pairs)
        ours = sum(bool(check_dropped(vi, text, "en")) for (vi, _), text in zip(pairs, written, strict=True))
        planted, found = turned_round(pairs)
        rows.append(f"| {name} | {len(pairs)} | {people} | {ours} | {planted} | {found} ({found / planted:.0%}) |")
    return rows


def turned_round(pairs: Sequence[tuple[str, str]]) -> tuple[int, int]:
    """How many sentences the English of which could be made to say the contrary, and how many of these are found."""
    random = Random(SEED)
    sources = [Source(str(i), vi, "vi", en, "en") for i, (vi, en) in enumerate(pairs)]
    planted = [p for s in sources if (p := plant(s, "negation", random))]
    return len(planted), sum(bool(check_dropped(p.source.article, p.text, "en")) for p in planted)


def main() -> None:
    """Count, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", default="tomtat")
    parser.add_argument("--limit", type=int, default=0, help="sentences of each set (default: all)")
    parser.add_argument("--write", type=Path, help="put the table into this document, between its denials marks")
    args = parser.parse_args()
    lines = [f"`python eval/denials.py DATA --model {args.model}`:", "", *table(args.model, args.data, args.limit)]
    print(*lines, sep="\n")
    if args.write:
        replace_block(args.write, "denials", lines)


if __name__ == "__main__":
    main()
