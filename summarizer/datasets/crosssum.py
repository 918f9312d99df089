"""CrossSum (Bhattacharjee et al. 2023, CC BY-NC-SA 4.0): an article in one language, its summary in another.

Files are named ``SOURCE-TARGET_test.jsonl``, for example ``vietnamese-english_test.jsonl``; fields ``source_url``,
``target_url``, ``summary``, ``text``. The two URLs together are the id: one article may be paired with several.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from summarizer.datasets.base import Raw
from summarizer.datasets.languages import seen_language
from summarizer.datasets.rows import named_languages, rows, table_file, text_of
from summarizer.types import Lang


def read(path: Path) -> Iterator[Raw]:
    """Rows of one file; languages are in its name, or else told from each text.

    Raises:
        DataError: the file cannot be read.
    """
    file = table_file(path, ("vietnamese", "english"))
    named = named_languages(file)
    for where, row in rows(file):
        if isinstance(row, str):
            yield Raw(where, problem=row)
            continue
        text, summary = text_of(row, "text"), text_of(row, "summary")
        source, target = named if len(named) == 2 else (seen_language(text), seen_language(summary))
        target = target or source
        yield Raw(
            where,
            id=" > ".join(url for url in (text_of(row, "source_url"), text_of(row, "target_url")) if url),
            text=text,
            language=source,
            summaries=_one(target, summary),
        )


def _one(lang: Lang | None, summary: str) -> dict[Lang, tuple[str, ...]]:
    return {lang: (summary,)} if lang and summary else {}
