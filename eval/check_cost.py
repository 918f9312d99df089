"""What the checks cost: processor time of everything they do for an article, beside the model's own work.

    python eval/check_cost.py --limit 60 --write docs/evaluation.md

The articles of the corpus go through the whole pipeline, both languages, and every step of the checking desk is timed
in it: comparing the hypotheses, repairing, checking the finished texts, linking their sentences to the article. The
article's facts are read when a check first asks for them, which is mostly the first one of the draft. A step that
another one calls is counted once, as its own. Choosing among the hypotheses of a translation uses the same checks, once
for each of four to twelve texts that nobody is shown; it is summed up by itself. The first articles warm the tables up
and are not counted.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

from profile_article import Clock, Step
from tqdm import tqdm

from summarizer import pipeline, telling
from summarizer.datasets.corpus import read
from summarizer.finishing import Desk
from summarizer.pipeline import Summarizer
from summarizer.report.blocks import replace_block
from summarizer.types import Article

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
WARM = 5
OWN = "facts of the article, choosing the draft in its language"
CHOOSING = (
    "writing sentences for the translator",
    "choosing the translations, of the title too",
    "whether to show the title",
)
STEPS: tuple[Step, ...] = (
    (Desk, "of", OWN),
    (Desk, "own", OWN),
    (telling, "translation", CHOOSING[0]),
    (Desk, "sentence", CHOOSING[1]),
    (Desk, "translated", CHOOSING[1]),
    (Desk, "written", OWN),
    (Desk, "title", CHOOSING[2]),
    (Desk, "finish", "repair, final checks, links"),
    (pipeline, "check_agreement", "the two languages against each other"),
)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--limit", type=int, default=60, help="articles to run (default: all sixty)")
    parser.add_argument("--model", default="tomtat")
    parser.add_argument("--write", type=Path, help="put the table into this document, between its check-cost marks")
    return parser.parse_args()


def measured(model: str, limit: int) -> list[dict[str, float]]:
    """Seconds of each step for each article."""
    rows: list[dict[str, float]] = []
    tool = Summarizer(model=model, threads=1)
    for raw in tqdm([r for r in read(CORPUS) if not r.problem][:limit], unit=" articles", file=sys.stderr):
        clock = Clock(time.thread_time)
        with clock.watching(STEPS):
            tool.summarize(Article(raw.id, raw.text, raw.title, raw.date))
        rows.append(clock.seconds)
    return rows


def _whole(row: dict[str, float], *, choosing: bool) -> float:
    """Seconds of the steps that choose among translations, or of the others."""
    return sum(seconds for told, seconds in row.items() if (told in CHOOSING) == choosing)


def table(rows: list[dict[str, float]], command: str) -> list[str]:
    """Milliseconds an article, mean and the longest of twenty, step by step."""
    lines = [f"`{command}`: {len(rows)} articles, milliseconds of one processor.", "", "| step | mean | 95th of 100 |"]
    lines.append("| --- | ---: | ---: |")
    columns = {told: [1000 * row.get(told, 0.0) for row in rows] for _, _, told in STEPS}
    columns["**checking the summaries**"] = [1000 * _whole(row, choosing=False) for row in rows]
    columns["**choosing among translations**, by the same checks"] = [1000 * _whole(row, choosing=True) for row in rows]
    columns["**all**"] = [1000 * sum(row.values()) for row in rows]
    for told, values in columns.items():
        last = statistics.quantiles(values, n=20)[-1]
        lines.append(f"| {told} | {statistics.mean(values):.2f} | {last:.2f} |")
    return lines


def main() -> int:
    """Run, print, write."""
    args = arguments()
    rows = measured(args.model, args.limit)[WARM:]
    lines = table(rows, f"python eval/check_cost.py --limit {args.limit}")
    print(*lines, sep="\n")
    if args.write:
        replace_block(args.write, "check-cost", lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
