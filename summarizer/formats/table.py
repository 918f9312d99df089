"""CSV and TSV with a header row; the separator (comma, semicolon, tab, bar) is found from the header."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from summarizer.errors import InputError
from summarizer.formats.document import Document, Failure
from summarizer.formats.fields import no_text_field, row_results, text_field
from summarizer.formats.limits import MAX_ARTICLE_CHARACTERS
from summarizer.formats.lines import is_broken, text_lines
from summarizer.types import Article

_SEPARATORS = (",", ";", "\t", "|")


def read(document: Document) -> Iterator[Article | Failure]:
    """The articles of a table, streamed; ``row`` counts records, the header being row 1.

    Raises:
        InputError: it has no header with a text column (the error lists the columns seen), or no rows.
    """
    lines, warnings = text_lines(document)
    csv.field_size_limit(2 * MAX_ARTICLE_CHARACTERS)  # of the process; the default cuts in below a long article
    source = _Lines(lines)
    first = source.first()
    separator, columns = _header(first, document.name)
    yield from row_results(document, _rows(source, separator, columns, document.name), warnings)


def _header(line: str, source: str) -> tuple[str, list[str]]:
    """The separator under which the header has a text column, and the columns."""
    widest: list[str] = []
    for separator in _SEPARATORS:
        columns = next(csv.reader([line], delimiter=separator), [])
        if text_field(columns) is not None:
            return separator, columns
        widest = max(widest, columns, key=len)
    raise no_text_field(source, widest)


class _Lines(Iterator[str]):
    """Lines that can be taken back: those a broken quotation mark swallowed are read again as rows of their own."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: list[str] = []
        self._record: list[str] = []

    def __next__(self) -> str:
        line = self._again.pop() if self._again else next(self._lines)
        self._record.append(line)
        return line

    def first(self) -> str:
        """The first line that is not blank, "" when there is none."""
        line = next((line for line in self._lines if line.strip()), "")
        return line.rstrip("\r\n")

    def start_record(self) -> None:
        """Forget what was read: the record it belonged to is complete."""
        self._record.clear()

    def take_back(self) -> None:
        """Offer all lines of this record but its first once more."""
        self._again.extend(reversed(self._record[1:]))
        self._record.clear()


def _rows(
    lines: _Lines, separator: str, columns: list[str], source: str
) -> Iterator[tuple[int, dict[str, object] | InputError]]:
    number = 1
    while True:
        lines.start_record()
        try:
            # A reader a record: after an error the old one would still be inside the broken quotation.
            cells = next(csv.reader(lines, delimiter=separator, strict=True))
        except StopIteration:
            return
        except csv.Error as error:
            lines.take_back()
            number += 1
            yield (
                number,
                InputError(
                    f"{source}, row {number}, is not valid CSV: {error}.",
                    'Check its quotation marks (" is written "").',
                ),
            )
            continue
        if any(cell.strip() for cell in cells):
            number += 1
            yield number, _values(cells, columns, f"{source}, row {number},")


def _values(cells: list[str], columns: list[str], where: str) -> dict[str, object] | InputError:
    if any(is_broken(cell) for cell in cells):
        return InputError(f"{where} has bytes that are not valid UTF-8.", "Save the file as UTF-8.")
    if any(cell.strip() for cell in cells[len(columns) :]):
        return InputError(
            f"{where} has {len(cells)} cells but the header has {len(columns)}.",
            "Put cells that contain the separator in quotation marks.",
        )
    return dict(zip(columns, [*cells, *[""] * len(columns)], strict=False))
