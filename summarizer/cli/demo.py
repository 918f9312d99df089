"""``tomtat demo``: the web page."""

from __future__ import annotations

import argparse
from pathlib import Path

from summarizer.cli import common
from summarizer.errors import SummarizerError
from summarizer.settings import DEFAULT_MODEL

HELP = "Open the web page: summaries with sources, batches, comparisons, an API and MCP tools."
EXAMPLES = """examples:
  tomtat demo                                      at http://127.0.0.1:7860
  tomtat demo --host 0.0.0.0 --auth users.txt      for others, with passwords
  tomtat demo --model extractive --offline"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--host", help="address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, help="default: the first free one from 7860")
    parser.add_argument("--auth", type=Path, metavar="FILE", help="let in only these: a line user:password each")
    parser.add_argument("--root-path", metavar="PATH", help="the path a proxy serves the page under")
    parser.add_argument("--browser", action="store_true", help="open a browser")
    parser.add_argument(
        "--model", default=DEFAULT_MODEL, help="the one chosen first; every model on this machine can be chosen"
    )
    parser.add_argument("--per-minute", type=int, default=60, metavar="N", help="requests an address; 0: no limit")
    parser.add_argument("--waiting", type=int, default=40, metavar="N", help="longest line for the model (default: 40)")
    parser.add_argument("--file-mb", type=int, default=20, metavar="N", help="largest upload in MB (default: 20)")
    parser.add_argument("--history", type=Path, metavar="FILE", help="keep every summary in this JSONL file")
    common.add_machine_options(parser)


def handle(args: argparse.Namespace) -> int:
    """Serve until interrupted.

    Raises:
        SummarizerError: an option is wrong, or the port is taken.
    """
    from summarizer.registry import require

    require("gradio", "demo")
    from summarizer.demo.app import serve
    from summarizer.demo.config import Address, Config, Limits
    from summarizer.demo.events import log_to_stderr

    limits = Limits(per_minute=args.per_minute, waiting=args.waiting, file_mb=args.file_mb)
    config = Config(args.model, args.device, args.threads, args.offline, common.open_output(args.history), limits)
    address = Address(args.host, args.port, read_auth(args.auth), args.root_path, args.browser)
    if not args.quiet:
        log_to_stderr()
    try:
        serve(config, address, lambda url: common.say(f"tomtat: the page is at {url} (Ctrl-C ends it)"))
    except OSError as error:
        where = f"{args.host or '127.0.0.1'}, port {args.port or '7860 to 7959'}"
        raise SummarizerError(f"The page cannot be served at {where}.", "Choose another --host or --port.") from error
    return 0


def read_auth(path: Path | None) -> tuple[tuple[str, str], ...]:
    """The (user, password) pairs of a file, one ``user:password`` a line; nobody is asked without a file.

    Raises:
        SummarizerError: the file cannot be read, or a line has no name or no password; the password is not shown.
    """
    if path is None:
        return ()
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SummarizerError(f"{path} cannot be read.", "Write a line user:password for each person.") from error
    pairs = []
    for number, line in enumerate(lines, 1):
        user, colon, password = line.strip().partition(":")
        if line.strip() and not (user and colon and password):
            raise SummarizerError(f"{path}, line {number}, is not of the form user:password.", "Correct the line.")
        if line.strip():
            pairs.append((user, password))
    if not pairs:
        raise SummarizerError(f"{path} names nobody.", "Write a line user:password for each person.")
    return tuple(pairs)
