"""XL-Sum (Hasan et al. 2021, CC BY-NC-SA 4.0): BBC articles, ``vietnamese_test.jsonl`` or ``english_test.jsonl``.

Fields ``id``, ``url``, ``title``, ``summary``, ``text``; the Parquet form has the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from summarizer.datasets.base import Raw
from summarizer.datasets.languages import seen_language
from summarizer.datasets.rows import named_languages, rows, table_file, text_of


def read(path: Path) -> Iterator[Raw]:
    """Rows of one file; its language is in its name, or else told from each text.

    Raises:
        DataError: the file cannot be read.
    """
    file = table_file(path, ("vietnamese", "english"))
    named = named_languages(file)
    for where, row in rows(file):
        if isinstance(row, str):
            yield Raw(where, problem=row)
            continue
        text, title, summary = text_of(row, "text"), text_of(row, "title"), text_of(row, "summary")
        language = named[0] if named else seen_language(text)
        own = language or "vi"  # a text in neither language is refused later, with its row
        yield Raw(
            where,
            id=str(row.get("id", "")),
            text=text,
            title=title,
            language=language,
            summaries={own: (summary,)} if summary else {},
            headlines={own: (title,)} if title else {},
        )
