"""Options and habits several subcommands share."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from summarizer.errors import SummarizerError
from summarizer.formats.document import Failure
from summarizer.settings import DEFAULT_MODEL, LENGTHS, Settings
from summarizer.types import LANGS, Lang

T = TypeVar("T")


def languages(value: str) -> tuple[Lang, ...]:
    """``vi,en`` to a tuple, in the order of LANGS."""
    asked = {part.strip().lower() for part in value.split(",") if part.strip()}
    if not asked or asked - set(LANGS):
        raise argparse.ArgumentTypeError(f"{value!r}: use vi, en or vi,en")
    return tuple(lang for lang in LANGS if lang in asked)


def add_summary_options(parser: argparse.ArgumentParser) -> None:
    """The options that decide what a summary says and what writes it."""
    parser.add_argument("--to", type=languages, default=LANGS, metavar="LANGS", help="vi, en or vi,en (default: both)")
    parser.add_argument("--length", choices=list(LENGTHS), default="short", help="default: short, 2-3 sentences")
    parser.add_argument(
        "--model", default=DEFAULT_MODEL, help="shipped name, catalog name, org/name or a folder; see: tomtat models"
    )
    parser.add_argument("--glossary", type=Path, metavar="TOML", help="your own terms, besides the shipped ones")
    parser.add_argument(
        "--route",
        choices=["auto", "direct", "cascade"],
        default="auto",
        help="write the other language from the article, or translate the summary (default: what the model does best)",
    )


def add_machine_options(parser: argparse.ArgumentParser) -> None:
    """The options that change where it runs, never what comes out."""
    parser.add_argument("--device", choices=["auto", "cpu", "cuda"], default="auto")
    parser.add_argument("--threads", type=int, default=0, metavar="N", help="CPU threads (default: all)")
    parser.add_argument("--offline", action="store_true", help="never use the network")
    parser.add_argument("--quiet", action="store_true", help="no progress on stderr")


def settings_from(args: argparse.Namespace) -> Settings:
    """The settings the options ask for."""
    return Settings(model=args.model, to=args.to, length=args.length, route=args.route)


def say(text: str) -> None:
    """A line for the person at the terminal, on stderr, so that output pipes."""
    sys.stderr.write(f"{text}\n")


def report(failure: Failure) -> None:
    """One failed document on stderr."""
    row = f" row {failure.row}:" if failure.row is not None else ""
    say(f"tomtat:{row} {failure.problem}\n  {failure.advice}".rstrip())


def progress(items: Iterable[T], *, quiet: bool, unit: str = " articles") -> Iterator[T]:
    """Items with a progress bar on stderr, when somebody is there to see it."""
    from tqdm import tqdm

    shown = tqdm(items, unit=unit, file=sys.stderr, disable=True if quiet else None, leave=False, delay=1.0)
    yield from shown


def open_output(path: Path | None, *, overwrite: bool = True) -> Path | None:
    """Check that an output file can be written before any work is done.

    Raises:
        SummarizerError: it is a folder, or its folder is missing.
    """
    if path is None:
        return None
    if path.is_dir():
        raise SummarizerError(f"{path} is a folder.", "Give the name of a file to write.")
    if not path.parent.is_dir():
        raise SummarizerError(f"The folder {path.parent} does not exist.", f"Create it:  mkdir -p {path.parent}")
    return path
