"""The command line: a table of subcommands, each a module imported only when it is asked for.

To add one: a module in this package with ``HELP``, ``EXAMPLES``, ``add_arguments`` and ``handle``, and a line in
``COMMANDS``.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from summarizer import __version__
from summarizer.errors import SummarizerError
from summarizer.registry import near_names

COMMANDS = {
    "summarize": "summarise articles in Vietnamese and English",
    "clean": "show an article without its boilerplate, and every piece removed with the reason",
    "batch": "summarise many articles into one file, resuming where it stopped",
    "eval": "score systems against reference summaries",
    "models": "list, download, convert and verify models",
    "train": "train or fine-tune a model from a recipe",
    "demo": "open the web page",
    "doctor": "say what is installed and what is missing",
}

OK, SOME_FAILED, WRONG_REQUEST, INTERRUPTED = 0, 1, 2, 130
EXIT_CODES = "exit codes: 0 done; 1 some documents failed, each listed; 2 the request was wrong; 130 interrupted"

_EXAMPLES = """examples:
  tomtat summarize article.txt                     two short summaries in the terminal
  tomtat summarize news/ --format jsonl -o out.jsonl
  cat article.txt | tomtat summarize - --to en
  tomtat doctor
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(arguments)
    except SummarizerError as error:
        print(f"tomtat: {error}", file=sys.stderr)  # noqa: T201  the one place that talks on stderr
        return WRONG_REQUEST
    except KeyboardInterrupt:
        print("tomtat: interrupted", file=sys.stderr)  # noqa: T201
        return INTERRUPTED
    except BrokenPipeError:
        # the reader of our output has gone (`tomtat … | head`): nothing is wrong, and nothing is left to flush
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK


def _run(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help"):
        overview().print_help()
        return OK if arguments else WRONG_REQUEST
    name = arguments[0]
    if name.startswith("-"):
        overview().parse_args(arguments)
        return OK
    if name not in COMMANDS:
        raise SummarizerError(f"Unknown command {name!r}.", near_names(name, COMMANDS))
    module = importlib.import_module(f"summarizer.cli.{name}")
    args = command_parser(name).parse_args(arguments[1:])
    return int(module.handle(args))


def command_parser(name: str) -> argparse.ArgumentParser:
    """The parser of one subcommand."""
    module = importlib.import_module(f"summarizer.cli.{name}")
    parser = argparse.ArgumentParser(
        prog=f"tomtat {name}",
        description=module.HELP,
        epilog=f"{module.EXAMPLES.rstrip()}\n\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module.add_arguments(parser)
    return parser


def overview() -> argparse.ArgumentParser:
    """The parser behind ``tomtat --help``."""
    lines = "\n".join(f"  {name:<10} {what}" for name, what in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="tomtat",
        usage="tomtat COMMAND [options]      (tomtat COMMAND --help explains a command)",
        description=f"Short, checked Vietnamese and English summaries of news articles.\n\ncommands:\n{lines}",
        epilog=f"{_EXAMPLES}\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"tomtat {__version__}")
    return parser
