"""WikiLingua (Ladhak et al. 2020, CC BY-NC-SA 3.0): how-to sections and their summaries.

Three published forms are read: the original pickle (``vietnamese.pkl``: url → section → ``document``, ``summary``),
the table with an ``article`` of lists, and GEM's table (``gem_id``, ``source``, ``target``, ``references`` and the two
languages).
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from summarizer.datasets.base import Raw
from summarizer.datasets.languages import seen_language
from summarizer.datasets.rows import LANGUAGE_NAMES, named_languages, rows, table_file, text_of
from summarizer.errors import DataError
from summarizer.types import Lang


class _PlainUnpickler(pickle.Unpickler):
    """Reads dicts, lists and strings only: a pickle that names any class or function is refused unread."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"it holds code ({module}.{name})")


def read(path: Path) -> Iterator[Raw]:
    """One row a section.

    Raises:
        DataError: the file cannot be read, or is a pickle that holds more than plain data.
    """
    file = path if path.is_file() else table_file(path, ("vietnamese", "english"))
    named = named_languages(file)
    language = named[0] if named else None
    if file.suffix in (".pkl", ".pickle"):
        with file.open("rb") as stream:
            data = _load(stream, file)
        for url, sections in data.items():
            yield from _sections(f"{file.name}, {url}", url, sections, language)
        return
    for where, row in rows(file):
        if isinstance(row, str):
            yield Raw(where, problem=row)
        elif "article" in row:
            yield from _sections(where, text_of(row, "url"), _by_section(row["article"]), language)
        else:
            yield _gem(where, row)


def _load(stream: IO[bytes], file: Path) -> dict[str, Any]:
    try:
        data = _PlainUnpickler(stream).load()
    except (pickle.UnpicklingError, EOFError, ValueError, IndexError, KeyError, AttributeError) as error:
        raise DataError(f"The file {file} cannot be read: {error}.", "Give the .pkl file as published.") from error
    if not isinstance(data, dict):
        raise DataError(f"The file {file} does not hold a table of URLs.", "Give the .pkl file as published.")
    return data


def _by_section(article: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    columns = (article.get(key) or [] for key in ("section_name", "document", "summary"))
    return {name: {"document": text, "summary": summary} for name, text, summary in zip(*columns, strict=False)}


def _sections(where: str, url: str, sections: Mapping[str, Any], language: Lang | None) -> Iterator[Raw]:
    for name, section in sections.items():
        text, summary = str(section.get("document", "")), str(section.get("summary", ""))
        own = language or seen_language(text)
        yield Raw(
            f"{where}, section {name}",
            id=f"{url}#{name}",
            text=text,
            title=name,
            language=own,
            summaries={own or "vi": (summary,)} if summary else {},
        )


def _gem(where: str, row: Mapping[str, Any]) -> Raw:
    text, target = text_of(row, "source"), text_of(row, "target")
    listed = row.get("references")
    references = tuple(r for r in listed if isinstance(r, str)) if isinstance(listed, list) else ()
    source = LANGUAGE_NAMES.get(text_of(row, "source_language")) or seen_language(text)
    wanted = LANGUAGE_NAMES.get(text_of(row, "target_language")) or seen_language(target) or "vi"
    return Raw(
        where,
        id=text_of(row, "gem_id"),
        text=text,
        language=source,
        summaries={wanted: references or ((target,) if target else ())},
    )
