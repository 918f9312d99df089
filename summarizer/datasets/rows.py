"""Rows of the table formats evaluation sets are published in: JSON Lines, compressed or not, and Parquet."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from summarizer.errors import DataError
from summarizer.registry import require
from summarizer.types import Lang

_OPENERS: dict[str, Callable[..., IO[Any]]] = {".gz": gzip.open, ".xz": lzma.open, ".bz2": bz2.open}
_SUFFIXES = (".jsonl", ".jsonl.gz", ".jsonl.xz", ".jsonl.bz2", ".parquet")
LANGUAGE_NAMES: dict[str, Lang] = {"vietnamese": "vi", "english": "en", "vi": "vi", "en": "en"}


def rows(path: Path) -> Iterator[tuple[str, Mapping[str, Any] | str]]:
    """Each row's place ("name.jsonl, row 3") and its fields, or what is wrong with it.

    Raises:
        DataError: the file cannot be read at all.
        MissingExtraError: it is Parquet and pyarrow is not installed.
    """
    return _parquet(path) if path.suffix == ".parquet" else _json_lines(path)


def table_file(path: Path, wanted: tuple[str, ...] = ()) -> Path:
    """``path`` itself, or the one table in the folder ``path`` (its test part when there are several).

    ``wanted`` are words one of which must be in the name ("vietnamese", "english").

    Raises:
        DataError: the folder holds no such file, or several.
    """
    if path.is_file():
        return path
    tables = [p for p in sorted(path.iterdir()) if p.name.endswith(_SUFFIXES)]
    named = [p for p in tables if not wanted or any(word in p.name.lower() for word in wanted)] or tables
    found = [p for p in named if "test" in p.name.lower()] or named
    if len(found) == 1:
        return found[0]
    what = f"{len(found)} tables that could be meant: {', '.join(p.name for p in found[:4])}" if found else "no table"
    raise DataError(f"The folder {path} holds {what}.", f"Give the path of one file ending in {', '.join(_SUFFIXES)}.")


def text_of(row: Mapping[str, Any], *names: str) -> str:
    """The first of the fields ``names`` that holds a text; "" when none does."""
    return next((row[name] for name in names if isinstance(row.get(name), str)), "")


def named_languages(path: Path) -> list[Lang]:
    """The languages a file name like ``vietnamese-english_test.jsonl`` names, in order."""
    stem = path.name.lower().partition(".")[0].replace("_", "-")
    return [LANGUAGE_NAMES[word] for word in stem.split("-") if word in LANGUAGE_NAMES]


def _json_lines(path: Path) -> Iterator[tuple[str, Mapping[str, Any] | str]]:
    try:
        with _OPENERS.get(path.suffix, open)(path, "rt", encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield f"{path.name}, row {number}", _json_object(line)
    except (OSError, UnicodeDecodeError, lzma.LZMAError, EOFError) as error:
        raise DataError(
            f"The file {path} cannot be read: {error}.", "Give a UTF-8 JSON Lines or Parquet file."
        ) from error


def _json_object(line: str) -> Mapping[str, Any] | str:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        return f"it is not valid JSON ({error.msg} at character {error.pos + 1})"
    return row if isinstance(row, dict) else "it is not a JSON object"


def _parquet(path: Path) -> Iterator[tuple[str, Mapping[str, Any] | str]]:
    library = require("pyarrow.parquet", "eval")
    try:
        number = 0
        for batch in library.ParquetFile(path).iter_batches():
            for row in batch.to_pylist():
                number += 1
                yield f"{path.name}, row {number}", row
    except (OSError, ValueError) as error:  # pyarrow's own errors derive from these
        raise DataError(f"The file {path} cannot be read: {error}.", "Is it a complete Parquet file?") from error
