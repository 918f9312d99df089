"""Which field of a row is the text, the title, the id and the date, the same for JSONL, CSV and Parquet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from summarizer.errors import InputError
from summarizer.formats.article import make_article
from summarizer.formats.document import Document, Failure
from summarizer.types import Article

TEXT = ("text", "article", "body", "content", "document")
TITLE = ("title", "headline")
ID = ("id",)
DATE = ("date",)


def text_field(columns: Iterable[str]) -> str | None:
    """The column that holds the text, None when there is none; case and surrounding spaces do not matter."""
    return _first(_by_name(columns), TEXT)


def no_text_field(source: str, columns: Iterable[str]) -> InputError:
    """The error for a table without a text column; it lists the columns seen."""
    seen = ", ".join(repr(column) for column in columns) or "none"
    return InputError(
        f"{source} has no column with the text; the columns are: {seen}.",
        f"Name the column with the text one of: {', '.join(TEXT)}.",
    )


def article_of(document: Document, values: Mapping[str, object], row: int, warnings: tuple[str, ...] = ()) -> Article:
    """The article in one row; without an id of its own it is called ``<file>-<row>``.

    Raises:
        InputError: the row has no text field, or its text is no article.
    """
    names = _by_name(values)
    column = _first(names, TEXT)
    where = f"{document.name}, row {row},"
    if column is None:
        raise no_text_field(where, values)
    text = values[column]
    if text is None:
        text = ""
    if not isinstance(text, str):
        raise InputError(f"{where} has {type(text).__name__} in {column!r}, not text.", "Put the article's text there.")
    try:
        return make_article(
            document,
            text,
            title=_string(values, _first(names, TITLE)),
            day=_string(values, _first(names, DATE)),
            article_id=_string(values, _first(names, ID)) or f"{document.stem}-{row}",
            warnings=warnings,
        )
    except InputError as error:
        raise InputError(error.problem.replace(document.name, where[:-1], 1), error.advice) from error


def row_results(
    document: Document, rows: Iterable[tuple[int, Mapping[str, object] | InputError]], warnings: tuple[str, ...] = ()
) -> Iterator[Article | Failure]:
    """An article or a failure for each numbered row.

    Raises:
        InputError: there is no row at all.
    """
    row = 0
    for row, values in rows:
        try:
            if isinstance(values, InputError):
                raise values
            yield article_of(document, values, row, warnings)
        except InputError as error:
            own = {} if isinstance(values, InputError) else values
            yield Failure.of(error, document.source, row, _string(own, _first(_by_name(own), ID)))
    if not row:
        raise InputError(f"{document.name} has no rows.", "Give a file with at least one article.")


def _by_name(columns: Iterable[str]) -> dict[str, str]:
    return {str(column).strip().lower(): column for column in columns}


def _first(names: Mapping[str, str], wanted: Iterable[str]) -> str | None:
    return next((names[name] for name in wanted if name in names), None)


def _string(values: Mapping[str, object], column: str | None) -> str:
    value = values.get(column) if column is not None else None
    return "" if value is None else str(value)
