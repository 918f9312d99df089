"""``tomtat eval``: score systems against reference summaries, or have people judge two of them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.common import languages, say
from summarizer.errors import SummarizerError
from summarizer.types import LANGS

if TYPE_CHECKING:
    from summarizer.evaluate import Plan
    from summarizer.scoring import Options

HELP = "Score systems against reference summaries, or have people judge two of them."
EXAMPLES = """examples:
  tomtat eval                                         the shipped model on the project's own corpus
  tomtat eval --system ours:tomtat:short:cascade --system textrank --out results
  tomtat eval --data vietnews:data/test_tokenized --limit 500
  tomtat eval --data xlsum:vietnamese_test.jsonl --target headline
  tomtat eval --data mine.jsonl --system file:summaries.jsonl
  tomtat eval --annotate --system ours --system lead-2 --rater lan --lang vi --limit 20
  tomtat eval --agreement runs/eval/ratings-*.jsonl

systems: ours[:MODEL[:LENGTH[:ROUTE]]], lead-N, titled-N, oracle-N, random-N, lexrank-N, textrank-N, lsa-N, luhn-N,
  file:PATH
data: corpus, vietnews:PATH, xlsum:PATH, wikilingua:PATH, crosssum:PATH, vims:PATH, or a .jsonl file
A random article, LEAD and an extractive oracle are always shown. A stopped run goes on where it was."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--system", action="append", metavar="SPEC", help="may be repeated; the first is the main one")
    parser.add_argument("--data", default="corpus", metavar="SET", help="corpus, NAME:PATH or a .jsonl file")
    parser.add_argument("--target", choices=["summary", "headline"], default="summary")
    parser.add_argument("--lang", type=languages, default=LANGS, metavar="LANGS", help="languages of the summaries")
    parser.add_argument("--limit", type=int, default=0, metavar="N", help="N articles, evenly spread over the set")
    parser.add_argument("--metrics", metavar="NAMES", help="comma-separated; default: all")
    parser.add_argument(
        "--tokens",
        choices=["syllable", "word", "ascii"],
        default="syllable",
        help="units of Vietnamese ROUGE; ascii drops all diacritics and is only for reading old papers",
    )
    parser.add_argument("--samples", type=int, default=1000, metavar="N", help="bootstrap resamples (default: 1000)")
    parser.add_argument("--seed", type=int, default=20251025)
    parser.add_argument("--out", type=Path, default=Path("runs/eval"), metavar="FOLDER", help="default: runs/eval")
    parser.add_argument("--fresh", action="store_true", help="run the systems again instead of taking up saved outputs")
    parser.add_argument("--skip-bad-rows", action="store_true", help="leave wrong rows out and say how many")
    parser.add_argument("--no-texts", action="store_true", help="no article or summary text in FOLDER")
    parser.add_argument("--quiet", action="store_true", help="no progress on stderr")
    people = parser.add_argument_group("human judgement")
    people.add_argument("--annotate", action="store_true", help="open a local page to compare two systems blind")
    people.add_argument("--rater", default="", metavar="NAME", help="who is rating")
    people.add_argument("--port", type=int, default=0, help="port of the page (default: a free one)")
    people.add_argument("--agreement", nargs="+", type=Path, metavar="FILE", help="sum up rating files")


def handle(args: argparse.Namespace) -> int:
    """Evaluate, annotate or sum up ratings."""
    if args.agreement:
        from summarizer.annotation import read_ratings, summary_table

        sys.stdout.write(summary_table(read_ratings(args.agreement)))
        return 0
    if args.annotate:
        from summarizer.cli.annotate import annotate

        return annotate(plan_from(args), args.rater, args.port)
    return _evaluate(plan_from(args), quiet=args.quiet)


def plan_from(args: argparse.Namespace) -> Plan:
    """The plan the options ask for.

    Raises:
        SummarizerError: an option makes no sense.
    """
    from summarizer.evaluate import Plan
    from summarizer.systems.runner import Source

    if args.limit < 0 or args.samples < 100:
        raise SummarizerError(
            "--limit must not be negative, and --samples must be at least 100.", "Correct the number."
        )
    source = Source(args.data, args.limit, args.skip_bad_rows)
    return Plan(source, tuple(args.system or ["ours"]), args.out, _options(args), args.fresh)


def _options(args: argparse.Namespace) -> Options:
    from summarizer.metrics import METRICS, Settings
    from summarizer.registry import near_names
    from summarizer.scoring import Options

    names = tuple(name.strip() for name in args.metrics.split(",")) if args.metrics else tuple(METRICS)
    for name in names:
        if name not in METRICS:
            raise SummarizerError(f"Unknown metric {name!r}.", near_names(name, METRICS))
    return Options(names, Settings(args.tokens), args.target, args.lang, args.samples, args.seed, not args.no_texts)


def _evaluate(plan: Plan, *, quiet: bool) -> int:
    from summarizer.evaluate import evaluate
    from summarizer.report import to_markdown, write_report

    report = evaluate(plan, (lambda _: None) if quiet else say)
    paths = write_report(report, plan.out)
    sys.stdout.write(to_markdown(report))
    say(f"written: {', '.join(str(path) for path in paths)}")
    return 0
