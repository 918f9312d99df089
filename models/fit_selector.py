"""Fit models/selector.toml on articles with summaries.

python models/fit_selector.py DATA/summarization/vietnews.train.jsonl.xz --articles 6000
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from summarizer.selection.features import FEATURES
from summarizer.selection.fit import fit, fit_sets
from summarizer.selection.sets import SET_FEATURES
from summarizer.text.normalize import nfc
from summarizer.text.sentences import sentences
from summarizer.training.prepare import as_story
from summarizer.training.sources import HELD_OUT_ABSTRACTS, own_abstracts, read_articles
from summarizer.types import Sentence

OUT = Path("models/selector.toml")


def triples(path: Path, most: int, skip: set[str]) -> Iterator[tuple[tuple[Sentence, ...], str, str]]:
    """(sentences, title, summary) of the first ``most`` articles that are not kept for measuring."""
    for row in islice((r for r in read_articles(path) if r.get("id") not in skip), most):
        yield sentences(as_story(nfc(row["article"]))), row.get("title", ""), row["summary"]


def table(name: str, features: Sequence[str], found: NDArray[np.float64]) -> list[str]:
    """One TOML table of weights."""
    return [f"[{name}]", *(f"{feature} = {value:.4f}" for feature, value in zip(features, found, strict=True))]


def main() -> None:
    """Fit and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles_file", type=Path)
    parser.add_argument("--articles", type=int, default=6000)
    args = parser.parse_args()
    data = args.articles_file.parent.parent
    held_out = {row[0] for row in own_abstracts(data)[-HELD_OUT_ABSTRACTS:]}
    read = list(triples(args.articles_file, args.articles, held_out))
    untitled = [(sentences, "", summary) for sentences, _, summary in read]
    comments = [
        f"# Written by models/fit_selector.py on the first {args.articles} articles of {args.articles_file.name}.",
        "# Score of a sentence, or of a set of sentences, = sum of weight x feature; what each is:",
        "# summarizer/selection/features.py and sets.py.",
    ]
    single, bare = fit(read), fit(untitled)
    tables = [
        table("titled", FEATURES, single),
        table("untitled", FEATURES, bare),
        table("sets_titled", SET_FEATURES, fit_sets(read, single)),
        table("sets_untitled", SET_FEATURES, fit_sets(untitled, bare)),
    ]
    OUT.write_text("\n".join([*comments, *(line for lines in tables for line in lines)]) + "\n", encoding="utf-8")
    print(OUT.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
