"""``tomtat batch``: many articles into one file that can be resumed."""

from __future__ import annotations

import argparse

from summarizer.cli import common

HELP = "Summarise many articles into one file; run the same command again to go on where it stopped."
EXAMPLES = """examples:
  tomtat batch news.jsonl -o summaries.jsonl
  tomtat batch archive/ 'feeds/*.html' -o archive.parquet
  tomtat batch news.jsonl -o summaries.jsonl --retry-failed
  tomtat batch news.jsonl -o trial.jsonl --sample 200 --seed 7
  tomtat batch news.jsonl -o part-2.jsonl --shard 2/8
  tomtat batch s3://bucket/news.jsonl -o s3://bucket/summaries.parquet --engine ray --address auto

Each line of the output is one article's summary or error, with what it was made from; docs/batch.schema.json
describes it. Rows are kept when text, settings and model are unchanged. Failed rows are also listed in a file whose
name ends in .errors.jsonl."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="file, folder, glob, - or URL")
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help="a .jsonl or .parquet file to write")
    rows = parser.add_argument_group("which rows")
    rows.add_argument("--limit", type=int, default=0, metavar="N", help="only the first N rows")
    rows.add_argument("--sample", type=int, default=0, metavar="N", help="N rows drawn at random, held in memory")
    rows.add_argument("--seed", type=int, default=0, metavar="S", help="of --sample (default: 0)")
    rows.add_argument("--shard", default="1/1", metavar="I/N", help="part I of N, each with an output of its own")
    rows.add_argument("--retry-failed", action="store_true", help="try the rows again that failed before")
    common.add_summary_options(parser)
    where = parser.add_argument_group("where it runs")
    where.add_argument("--engine", choices=["local", "ray"], default="local", help="default: local processes")
    where.add_argument("--address", default="", help="of a running Ray cluster; auto finds the one of this machine")
    where.add_argument("--workers", type=int, default=0, metavar="N", help="processes with a model each")
    common.add_machine_options(parser)


def handle(args: argparse.Namespace) -> int:
    """Run the batch; 1 when some rows failed, 130 when interrupted."""
    from summarizer.batch.job import Job, Machine, Shard
    from summarizer.batch.runner import run

    job = Job(
        inputs=tuple(args.inputs),
        output=args.output,
        settings=common.settings_from(args),
        glossary=args.glossary,
        limit=args.limit,
        sample=args.sample,
        seed=args.seed,
        shard=Shard.read(args.shard),
        retry_failed=args.retry_failed,
        offline=args.offline,
    )
    machine = Machine(
        engine=args.engine,
        address=args.address,
        device=args.device,
        workers=args.workers,
        threads=args.threads,
    )
    report = run(job, machine, quiet=args.quiet)
    common.say(report.sentence())
    if report.interrupted:
        return 130
    return 1 if report.all_failed else 0
