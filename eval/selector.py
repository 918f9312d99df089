"""How much of the reference summaries is in what the selector chooses, for a model to read and for a short extract.

    python eval/selector.py vietnews.valid.jsonl --limit 1000

Reads JSON lines with article, title and summary. For each budget: the share of the article's tokens that is read, and
the share of the reference's words and word pairs that are in what is read (ROUGE recall of the selection), with that
of the whole article as the ceiling. Then the shares of the reference's figures and names, as far as the article has
them, that a short extract and the first two sentences keep, and how many extracts open with the title.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Sequence
from itertools import islice, pairwise
from pathlib import Path

import numpy as np

from summarizer.assets import asset
from summarizer.backends.ct2 import Ct2Backend
from summarizer.selection.extract import extract, units
from summarizer.selection.features import figures, names, words
from summarizer.selection.opening import opening_of
from summarizer.selection.select import rank, select
from summarizer.settings import LENGTHS
from summarizer.text.normalize import nfc
from summarizer.text.sentences import sentences
from summarizer.training.prepare import as_story
from summarizer.training.sources import read_articles
from summarizer.types import Sentence

BUDGETS = (100, 140, 200, 300, 400, 800)


def recalls(read: Sequence[Sentence], reference: str) -> tuple[float, float]:
    """The shares of the reference's distinct words, and of its pairs of words, that are in the sentences read."""
    said = [words(s.text) for s in read]
    wanted = words(reference)
    single, double = set(wanted), set(pairwise(wanted))
    held = {w for s in said for w in s}
    pairs = {p for s in said for p in pairwise(s)}
    return len(single & held) / max(1, len(single)), len(double & pairs) / max(1, len(double))


def share(of: Callable[[str], frozenset[str]], summary: str, reference: str, article: str) -> float:
    """The share of the reference's facts of a kind that the summary has; NaN where the article has none of them."""
    wanted = of(reference) & of(article)
    return len(wanted & of(summary)) / len(wanted) if wanted else math.nan


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--limit", type=int, default=0, help="articles to read (default: all)")
    args = parser.parse_args()
    count = Ct2Backend(asset("models/tomtat"), device="cpu", threads=1).count_tokens
    kept: dict[str, list[tuple[float, float]]] = {"short extract": [], "first two sentences": []}
    opened, syllables = [], []
    rows: dict[int, list[tuple[float, float, float]]] = {budget: [] for budget in (*BUDGETS, 0)}
    for row in islice(read_articles(args.articles), args.limit or None):
        parts = sentences(as_story(nfc(row["article"])))
        if not parts:
            continue
        title, reference = row.get("title", ""), row["summary"]
        scores, whole = rank(parts, title), sum(count(s.text) for s in parts)
        text = " ".join(s.text for s in parts)
        short = extract(parts, scores, "vi", LENGTHS["short"], title).text
        first = opening_of(title, parts)
        opened.append(bool(first) and short.startswith(first))
        syllables.append(units(short))
        for name, summary in (("short extract", short), ("first two sentences", " ".join(s.text for s in parts[:2]))):
            kept[name].append((share(figures, summary, reference, text), share(names, summary, reference, text)))
        for budget, found in rows.items():
            chosen = select(parts, scores, count, budget or 2 * whole)
            found.append((chosen.tokens / whole, *recalls(chosen.sentences, reference)))
    print(
        "| budget, tokens | share of the article read | words of the reference in it | word pairs |\n|---|---|---|---|"
    )
    for budget, found in rows.items():
        read, single, double = np.mean(found, axis=0)
        print(f"| {budget or 'all'} | {read:.0%} | {single:.1%} | {double:.1%} |")
    print("\n| | figures of the reference kept | names |\n|---|---|---|")
    for name, shares in kept.items():
        numbers, people = np.nanmean(shares, axis=0)
        print(f"| {name} | {numbers:.1%} | {people:.1%} |")
    print(f"\nShort extracts have {np.mean(syllables):.1f} syllables; {np.mean(opened):.1%} open with the title.")


if __name__ == "__main__":
    main()
