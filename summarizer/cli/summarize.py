"""``tomtat summarize``: articles to summaries."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from summarizer.cli import common

HELP = "Summarise articles in Vietnamese and English."
EXAMPLES = """examples:
  tomtat summarize article.txt
  tomtat summarize https://example.org/tin-tuc.html --length headline
  tomtat summarize news/*.html minutes.docx --format md -o today.md
  tomtat summarize rows.csv --format jsonl | jq -r .en.text
  pbpaste | tomtat summarize - --to vi

inputs: .txt .md .html .jsonl .csv .tsv .docx .pdf .parquet, a folder, a glob, - for stdin, or an http(s) URL"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="file, folder, glob, - or URL")
    common.add_summary_options(parser)
    parser.add_argument("--format", choices=["text", "json", "jsonl", "md"], default="text", help="default: text")
    parser.add_argument("--sources", action=argparse.BooleanOptionalAction, default=True, help="show source sentences")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write there instead of stdout")
    common.add_machine_options(parser)


def handle(args: argparse.Namespace) -> int:
    """Read, summarise, write; 1 when some documents failed."""
    from summarizer import garbage
    from summarizer.formats.document import Failure, ReadOptions
    from summarizer.formats.read import read_many
    from summarizer.formats.write import WriteOptions, write_many
    from summarizer.pipeline import Summarizer
    from summarizer.types import Summary

    output = common.open_output(args.output)
    summarizer = Summarizer(
        common.settings_from(args),
        device=args.device,
        threads=args.threads,
        offline=args.offline,
        glossary=args.glossary,
    )
    failed = 0

    def results() -> Iterator[Summary | Failure]:
        nonlocal failed
        articles = read_many(args.inputs, options=ReadOptions(offline=args.offline))
        for result in common.progress(summarizer.summarize_many(articles), quiet=args.quiet):
            if isinstance(result, Failure):
                failed += 1
                common.report(result)
            yield result

    terminal = output is None and sys.stdout.isatty()
    options = WriteOptions(shutil.get_terminal_size().columns if terminal else 80, terminal, args.sources)
    pieces = write_many(results(), args.format, options)
    with garbage.seldom_sought():
        if output is None:
            for piece in pieces:
                sys.stdout.write(piece)
                sys.stdout.flush()
        else:
            with output.open("w", encoding="utf-8") as file:
                file.writelines(pieces)
    return 1 if failed else 0
