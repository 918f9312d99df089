"""JSON Lines (an object a line, streamed) and JSON (an object, or an array of them)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from summarizer.errors import InputError
from summarizer.formats.document import Document, Failure
from summarizer.formats.fields import no_text_field, row_results, text_field
from summarizer.formats.limits import MAX_BINARY_FILE
from summarizer.formats.lines import is_broken, text_lines
from summarizer.types import Article

_LOOK_AHEAD = 100

Row = tuple[int, dict[str, object] | InputError]


def read(document: Document) -> Iterator[Article | Failure]:
    """The articles of a .jsonl or .json file; ``row`` is the line, or the place in the array.

    Raises:
        InputError: it is no JSON, holds nothing, or no row has a text field (the error lists the columns seen).
    """
    whole = _whole(document)
    if whole is not None:
        yield from row_results(document, _numbered(whole, document.name))
        return
    lines, warnings = text_lines(document)
    yield from row_results(document, _need_text(_rows(lines, document.name), document.name), warnings)


def _whole(document: Document) -> list[Any] | None:
    """The values of a document that is one JSON value, None when it is lines."""
    start = document.head().replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not start.startswith(b"[") and document.suffix != ".json":
        return None
    text = document.decoded(MAX_BINARY_FILE).text.lstrip("\ufeff")
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        if re.match(r"\s*\{.*\}\s*\n\s*\{", text):
            return None  # JSON Lines under another name
        raise InputError(
            f"{document.name} is not valid JSON: {error}.", "Check it with:  python -m json.tool"
        ) from error
    return value if isinstance(value, list) else [value]


def _numbered(values: list[Any], source: str) -> Iterator[Row]:
    rows = ((n, v if isinstance(v, dict) else _no_object(source, n)) for n, v in enumerate(values, 1))
    return _need_text(rows, source)


def _rows(lines: Iterator[str], source: str) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, _parse(line, source, number)


def _parse(line: str, source: str, number: int) -> dict[str, object] | InputError:
    if is_broken(line):
        return InputError(f"{source}, row {number}, has bytes that are not valid UTF-8.", "Save the file as UTF-8.")
    try:
        value = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        return InputError(f"{source}, row {number}, is not valid JSON: {error}.", "Put one JSON object on each line.")
    return value if isinstance(value, dict) else _no_object(source, number)


def _no_object(source: str, number: int) -> InputError:
    return InputError(f"{source}, row {number}, is not a JSON object.", 'Write it as {"text": "…"}.')


def _need_text(rows: Iterator[Row], source: str) -> Iterator[Row]:
    """The rows, held back until one has a text field, so that a file without any gives one error, not one a row.

    Raises:
        InputError: none of the first rows has one.
    """
    held: list[Row] = []
    columns: dict[str, None] = {}
    for row in rows:
        held.append(row)
        if isinstance(row[1], dict):
            columns.update(dict.fromkeys(row[1]))
        if text_field(columns) is not None:
            break
        if columns and len(held) >= 100:
            break
    if columns and text_field(columns) is None:
        raise no_text_field(source, columns)
    yield from held
    yield from rows
