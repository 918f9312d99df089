"""What comes of the terms that people's translations keep: in theirs, in the model's, and in what a user gets.

    python eval/kept_terms.py DATA [--write docs/evaluation.md]

DATA is a folder as docs/training.md describes. The sentences are those of the development sets (news, talks, and the
abstracts and headlines kept out of training) that have such a term. Every one is translated as in use, once with the
terms looked for and once without; chrF2, before and after, is that of the sentences that come out different.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

from dev import SENTENCE_SETS, dev_pairs
from floors import headlines
from sacrebleu import corpus_chrf

from summarizer import finishing
from summarizer.checks.terms import check_terms
from summarizer.finishing import Desk
from summarizer.pipeline import Summarizer
from summarizer.preparing import prepare
from summarizer.report.blocks import replace_block
from summarizer.telling import Asked, Teller
from summarizer.training.sources import HELD_OUT_ABSTRACTS, own_abstracts
from summarizer.types import Article

Pairs = Sequence[tuple[str, str]]


def told(tool: Summarizer, sentences: Sequence[str]) -> list[str]:
    """The sentences in English as the pipeline tells them, each as if it were an article of its own."""
    teller = Teller(tool.backend, tool.settings, tool.glossary)
    asked = []
    for sentence in sentences:
        p = prepare(Article("", sentence), tool.backend, tool.settings.rule)
        asked.append(Asked(p, Desk.of(p.story, p.sentences, "vi", tool.settings, tool.glossary), sentence))
    return [found.draft.text if found else "" for found in teller.told(asked)]


def sets(data: Path, limit: int) -> dict[str, Pairs]:
    """(vi, en) pairs by the name of their set."""
    abstracts = [(row[3], row[4]) for row in own_abstracts(data)[-HELD_OUT_ABSTRACTS:]]
    found: dict[str, Pairs] = {name: dev_pairs(data, name) for name in SENTENCE_SETS}
    found |= {"abstracts kept out": abstracts, "their headlines": headlines(data)}
    return {name: pairs[: limit or None] for name, pairs in found.items()}


def table(tool: Summarizer, data: Path, limit: int) -> list[str]:
    """Markdown: a row a set."""

    def lost(vi: str, en: str) -> bool:
        return bool(check_terms(vi, en, "en", tool.glossary))

    head = [
        "sentences with a term",
        "n",
        "lost by people",
        "by the model",
        "looked for",
        "changed",
        "chrF2 before",
        "after",
    ]
    rows = [f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    for name, pairs in sets(data, limit).items():
        with_term = [p for p in pairs if lost(p[0], "") and tool.backend.count_tokens(p[0]) <= tool.backend.budget]
        after = told(tool, [vi for vi, _ in with_term])
        with patch.object(finishing, "check_terms", lambda *_: ()):
            before = told(tool, [vi for vi, _ in with_term])
        counts = [sum(lost(vi, en) for (vi, _), en in zip(with_term, texts, strict=True)) for texts in (before, after)]
        people = sum(lost(*pair) for pair in with_term)
        new = [i for i, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
        refs = [[with_term[i][1] for i in new]]
        quality = [f"{corpus_chrf([t[i] for i in new], refs).score:.1f}" if new else "–" for t in (before, after)]
        cells = [name, len(with_term), people, *counts, len(new), *quality]
        rows.append(f"| {' | '.join(map(str, cells))} |")
    return rows


def main() -> None:
    """Count, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", default="tomtat")
    parser.add_argument("--limit", type=int, default=0, help="sentences of each set (default: all)")
    parser.add_argument("--write", type=Path, help="put the table into this document, between its kept-terms marks")
    args = parser.parse_args()
    tool = Summarizer(model=args.model)
    lines = [f"`python eval/kept_terms.py DATA --model {args.model}`:", "", *table(tool, args.data, args.limit)]
    print(*lines, sep="\n")
    if args.write:
        replace_block(args.write, "kept-terms", lines)


if __name__ == "__main__":
    main()
