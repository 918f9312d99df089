"""How long scoring takes: every metric on many different articles, one process.

    python eval/score_speed.py                      3,000 articles mixed from the paragraphs of the corpus
    python eval/score_speed.py --data vietnews:PATH --articles 3000

Prints a Markdown table of wall and processor seconds for each metric; each article's LEAD-2 is what is scored.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from summarizer.datasets import Example, load_dataset
from summarizer.evaluate import prepare_all
from summarizer.metrics import METRICS, Case, Settings, measure
from summarizer.metrics.bootstrap import resample
from summarizer.scoring.score import cases
from summarizer.systems import Job, make_system
from summarizer.types import Article

T = TypeVar("T")


def mixed(count: int, seed: int = 1) -> list[Example]:
    """Articles that no two are alike: eight random paragraphs of the corpus each, two references."""
    chance = random.Random(seed)
    examples = [e for e in load_dataset("corpus").examples if e.language == "vi"]
    paragraphs = [p for e in examples for p in e.article.text.splitlines() if len(p) > 80]
    references = [text for e in examples for text in e.summaries["vi"]]
    made = []
    for i in range(count):
        article = Article(f"mixed-{i}", "\n".join(chance.sample(paragraphs, 8)))
        base = chance.choice(examples)
        made.append(
            replace(base, id=article.id, article=article, summaries={"vi": tuple(chance.sample(references, 2))})
        )
    return made


def timed(work: Callable[[], T]) -> tuple[T, float, float]:
    """The result, wall seconds and processor seconds of ``work``."""
    wall, processor = time.perf_counter(), time.process_time()
    done = work()
    return done, time.perf_counter() - wall, time.process_time() - processor


def table(given: Sequence[Case]) -> list[str]:
    """One row a metric, then the bootstrap of all columns, then the sum."""
    rows, columns = [], []
    for name in METRICS:
        found, wall, processor = timed(lambda name=name: measure(given, [name], Settings()))  # type: ignore[misc]
        columns += found
        rows.append((name, wall, processor))
    rows.append(("intervals", *timed(lambda: resample(columns))[1:]))
    rows.append(("**all**", sum(row[1] for row in rows), sum(row[2] for row in rows)))
    return [f"| {name} | {wall:.1f} | {processor:.1f} |" for name, wall, processor in rows]


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="")
    parser.add_argument("--articles", type=int, default=3000)
    args = parser.parse_args()
    if args.data:
        dataset = load_dataset(args.data, limit=args.articles, skip_bad=True)
    else:
        dataset = replace(load_dataset("corpus"), examples=tuple(mixed(args.articles)))
    stories = [story for story in prepare_all(dataset) if story.language == "vi"]
    outputs = {o.id: o for o in make_system("lead-2").outputs(stories, Job(("vi",)), frozenset())}
    given = cases(stories, outputs, "vi", "summary")
    references = sum(len(case.references) for case in given) / len(given)
    print(f"{len(given)} articles of {dataset.name}, {references:.0f} references each, LEAD-2, one process\n")
    print("| metric | wall s | processor s |\n| --- | ---: | ---: |")
    print("\n".join(table(given)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
