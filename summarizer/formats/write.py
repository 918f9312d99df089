"""Summaries to text: for a terminal, as JSON, as JSON Lines, as Markdown.

To add a format: a function ``(Summary, WriteOptions) -> str``, a line in ``WRITERS``, a test.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from summarizer.formats.document import Failure
from summarizer.formats.machine import failure_to_dict, summary_to_dict
from summarizer.registry import load
from summarizer.types import Summary

WRITERS = {
    "text": "summarizer.formats.terminal:write_text",
    "json": "summarizer.formats.write:write_json",
    "jsonl": "summarizer.formats.write:write_jsonl",
    "md": "summarizer.formats.markup:write_markdown",
}

# Characters that JSON allows in a string but Python's splitlines, and others, take for the end of a line.
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How the formats for people look: ``width`` in columns, ANSI ``colour``, the ``sources`` as footnotes."""

    width: int = 80
    colour: bool = False
    sources: bool = True


def write_json(summary: Summary, options: WriteOptions | None = None) -> str:
    """The machine form, indented."""
    return json.dumps(summary_to_dict(summary), ensure_ascii=False, indent=2) + "\n"


def write_jsonl(summary: Summary, options: WriteOptions | None = None) -> str:
    """The machine form on one line."""
    return _line(summary_to_dict(summary))


def failure_line(failure: Failure) -> str:
    """The machine form of a failure on one line."""
    return _line(failure_to_dict(failure))


def _line(data: dict[str, Any]) -> str:
    return _LINE_ENDS.sub(lambda end: f"\\u{ord(end[0]):04x}", json.dumps(data, ensure_ascii=False)) + "\n"


def write_many(
    results: Iterable[Summary | Failure], format_name: str, options: WriteOptions | None = None
) -> Iterator[str]:
    """The output for a run, piece by piece as results come.

    ``jsonl`` gives a line a result, failures too; ``json`` one object for a single result and an array for more;
    ``text`` and ``md`` leave failures out, which a person is told elsewhere.

    Raises:
        SummarizerError: the format is unknown.
    """
    options = options or WriteOptions()
    writer = load(WRITERS, format_name, "output format")
    if format_name == "jsonl":
        yield from (failure_line(r) if isinstance(r, Failure) else writer(r, options) for r in results)
    elif format_name == "json":
        yield from _json_pieces(results)
    else:
        written = 0
        for result in results:
            if isinstance(result, Summary):
                yield ("\n" if written else "") + writer(result, options)
                written += 1


def _json_pieces(results: Iterable[Summary | Failure]) -> Iterator[str]:
    held = ""  # the first result, until it is known whether there is a second
    count = 0
    for count, result in enumerate(results, 1):
        data = failure_to_dict(result) if isinstance(result, Failure) else summary_to_dict(result)
        piece = json.dumps(data, ensure_ascii=False, indent=2)
        if count == 1:
            held = piece
            continue
        yield (f"[\n{held}" if count == 2 else "") + f",\n{piece}"
    yield (f"{held}\n" if count == 1 else "[]\n" if not count else "\n]\n")
