"""Parquet tables, read in batches; needs pyarrow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from summarizer.errors import InputError
from summarizer.formats.document import Document, Failure
from summarizer.formats.fields import DATE, ID, TEXT, TITLE, no_text_field, row_results, text_field
from summarizer.registry import require
from summarizer.types import Article

_BATCH = 64


def read(document: Document) -> Iterator[Article | Failure]:
    """The articles of a table; ``row`` counts from 1.

    Raises:
        InputError: it is damaged, has no text column (the error lists the columns seen), or no rows.
        MissingExtraError: pyarrow is not installed.
    """
    require("pyarrow", "eval")
    parquet = require("pyarrow.parquet", "eval")
    try:
        file = parquet.ParquetFile(document.stream)
    except (OSError, ValueError) as error:  # pyarrow's errors derive from these
        raise InputError(f"{document.name} is a damaged Parquet file ({error}).", "Write it again.") from error
    columns = list(file.schema_arrow.names)
    if text_field(columns) is None:
        raise no_text_field(document.name, columns)
    wanted = [c for c in columns if c.strip().lower() in {*TEXT, *TITLE, *ID, *DATE}]
    yield from row_results(document, enumerate(_rows(file, wanted, document.name), 1))


def _rows(file: Any, columns: list[str], name: str) -> Iterator[dict[str, object]]:
    try:
        for batch in file.iter_batches(batch_size=_BATCH, columns=columns):
            yield from batch.to_pylist()
    except (OSError, ValueError) as error:
        raise InputError(f"{name} is damaged from here on ({error}).", "Write it again.") from error
