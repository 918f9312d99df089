"""The user's own set: one JSON object a line.

``{"id": …, "text": …, "title": …, "date": …, "language": "vi", "summary": … or "summaries": […]}``; references in a
named language are ``summaries_vi``, ``summaries_en``, ``headline_vi``, ``headline_en``, key facts
``"key_facts": [{"what": …, "vi": […], "en": […]}]``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from summarizer.datasets.base import Raw, Texts
from summarizer.datasets.languages import seen_language
from summarizer.datasets.rows import rows, table_file, text_of
from summarizer.types import LANGS, Lang


def read(path: Path) -> Iterator[Raw]:
    """Rows of a JSONL (also .gz, .xz, .bz2) or Parquet file, or of the only one in a folder.

    Raises:
        DataError: the file cannot be read.
    """
    for where, row in rows(table_file(path)):
        yield Raw(where, problem=row) if isinstance(row, str) else _raw(where, row)


def _raw(where: str, row: Mapping[str, Any]) -> Raw:
    text = text_of(row, "text", "article")
    stated = row.get("language")
    if stated not in (None, "", *LANGS):
        return Raw(where, problem=f'the language is "{stated}"; only "vi" and "en" are known')
    language: Lang | None = stated or seen_language(text)
    return Raw(
        where,
        id=str(row.get("id", "")),
        text=text,
        title=text_of(row, "title", "headline"),
        date=str(row.get("date") or ""),
        topic=text_of(row, "topic"),
        language=language,
        summaries=_texts(row, "summaries", text_of(row, "summary"), row.get("summaries"), language),
        headlines=_texts(row, "headline", "", None, language),
        key_facts=key_facts(row.get("key_facts")),
        gold=text_of(row, "gold"),
    )


def key_facts(listed: object) -> tuple[Texts, ...]:
    """Key facts as TOML and JSON hold them, ``[{"what": …, "vi": […], "en": […]}]``."""
    found = [fact for fact in listed if isinstance(fact, Mapping)] if isinstance(listed, list) else []
    return tuple({lang: _strings(fact.get(lang)) for lang in LANGS if fact.get(lang)} for fact in found)


def _texts(row: Mapping[str, Any], key: str, one: str, many: object, language: Lang | None) -> Texts:
    texts = {lang: _strings(row.get(f"{key}_{lang}")) for lang in LANGS if row.get(f"{key}_{lang}")}
    own = ((one,) if one else ()) + _strings(many)
    if own and language is not None:
        texts[language] = own + texts.get(language, ())
    return texts


def _strings(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
