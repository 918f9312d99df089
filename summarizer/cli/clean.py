"""``tomtat clean``: the story, and every piece removed with its reason."""

from __future__ import annotations

import argparse
import json
import sys

from summarizer.cli import common

HELP = "Show an article without its boilerplate, and every piece removed with the reason."
EXAMPLES = """examples:
  tomtat clean page.html
  tomtat clean pages/ --removed > /dev/null        only what was removed (it goes to stderr)
  tomtat clean page.html --format json"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="file, folder, glob, - or URL")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="default: text")
    parser.add_argument("--removed", action=argparse.BooleanOptionalAction, default=True, help="list what was removed")
    parser.add_argument("--offline", action="store_true", help="never use the network")


def handle(args: argparse.Namespace) -> int:
    """Clean each document; 1 when some failed."""
    from dataclasses import asdict

    from summarizer.errors import SummarizerError
    from summarizer.formats.document import Failure, ReadOptions
    from summarizer.formats.read import read_many
    from summarizer.text.clean import clean

    failed = 0
    for article in read_many(args.inputs, options=ReadOptions(offline=args.offline)):
        try:
            story = None if isinstance(article, Failure) else clean(article)
        except SummarizerError as error:
            article, story = Failure.of(error, article.source, article_id=article.id), None  # noqa: PLW2901  its outcome
        if isinstance(article, Failure) or story is None:
            failed += 1
            common.report(article)  # type: ignore[arg-type]  # a story is missing only when the article failed
            continue
        if args.format == "json":
            record = {"id": article.id, "title": article.title, "language": story.language, "text": story.text}
            removed = [asdict(r) for r in story.removed] if args.removed else []
            sys.stdout.write(json.dumps({**record, "removed": removed}, ensure_ascii=False) + "\n")
            continue
        sys.stdout.write(f"{article.title}\n\n" * bool(article.title) + story.text.replace("\n", "\n\n") + "\n")
        for removal in story.removed if args.removed else ():
            common.say(f"removed {removal.start}-{removal.end} ({removal.reason}): {removal.text.strip()}")
    return 1 if failed else 0
