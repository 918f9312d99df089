"""Fit models/selector.toml on articles with summaries.

python models/fit_selector.py DATA/summarization/vietnews.train.jsonl.xz --articles 8000
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from summarizer.selection.features import FEATURES
from summarizer.selection.fit import fit
from summarizer.text.normalize import nfc
from summarizer.text.sentences import sentences
from summarizer.training.prepare import as_story
from summarizer.training.sources import read_articles
from summarizer.types import Sentence


def triples(path: Path, most: int) -> Iterator[tuple[tuple[Sentence, ...], str, str]]:
    """(sentences, title, summary) of the first ``most`` articles."""
    for row in islice(read_articles(path), most):
        yield sentences(as_story(nfc(row["article"]))), row.get("title", ""), row["summary"]


def table(name: str, found: NDArray[np.float64]) -> list[str]:
    """One TOML table of weights."""
    return [f"[{name}]", *(f"{feature} = {value:.4f}" for feature, value in zip(FEATURES, found, strict=True))]


def main() -> None:
    """Fit and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles_file", type=Path)
    parser.add_argument("--articles", type=int, default=8000)
    args = parser.parse_args()
    read = list(triples(args.articles_file, args.articles))
    tables = {"titled": fit(read), "untitled": fit((sentences, "", summary) for sentences, _, summary in read)}
    lines = [
        f"# Written by models/fit_selector.py on the first {args.articles} articles of {args.articles_file.name}.",
        "# Score of a sentence = sum of weight x feature (summarizer/selection/features.py says what each is).",
        *(line for name, found in tables.items() for line in table(name, found)),
    ]
    Path("models/selector.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
