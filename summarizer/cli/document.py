"""docs/cli.md from the parsers themselves: ``python -m summarizer.cli.document docs/cli.md``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from summarizer.cli import COMMANDS, command_parser, overview


def page() -> str:
    """The whole page; the same on every machine."""
    os.environ["COLUMNS"] = "100"  # argparse wraps to the terminal otherwise
    parts = ["# The command line", "", "Written by `make docs` from the parsers; a test keeps it so.", ""]
    for title, parser in [("tomtat", overview()), *((f"tomtat {name}", command_parser(name)) for name in COMMANDS)]:
        parts += [f"## {title}", "", "```", parser.format_help().rstrip(), "```", ""]
    return "\n".join(parts)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
