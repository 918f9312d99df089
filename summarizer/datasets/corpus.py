"""The project's own corpus: ``articles/ID.txt``, ``references/ID.toml`` and, for messy pages, ``clean/ID.txt``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from summarizer.datasets.base import Raw
from summarizer.datasets.jsonl import key_facts
from summarizer.errors import DataError
from summarizer.types import LANGS


def read(path: Path) -> Iterator[Raw]:
    """Every article with its references, by id.

    Raises:
        DataError: the folder has no articles.
    """
    articles = sorted((path / "articles").glob("*.txt"))
    if not articles:
        raise DataError(f"The folder {path} holds no articles/*.txt.", "Give the corpus folder of the project.")
    for article in articles:
        yield _raw(path, article)


def title_and_body(text: str) -> tuple[str, str]:
    """The first line and, after a blank line, the rest."""
    title, _, body = text.partition("\n")
    return title.strip(), body.strip("\n")


def _raw(root: Path, article: Path) -> Raw:
    where, reference = f"articles/{article.name}", root / "references" / f"{article.stem}.toml"
    if not reference.exists():
        return Raw(where, problem=f"there is no references/{reference.name}")
    try:
        fields = tomllib.loads(reference.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return Raw(where, problem=f"references/{reference.name} is not valid TOML ({error})")
    if fields.get("id") != article.stem or fields.get("language") not in LANGS:
        return Raw(where, problem=f"references/{reference.name} has another id, or no language vi or en")
    title, body = title_and_body(article.read_text(encoding="utf-8"))
    gold = root / "clean" / article.name
    return Raw(
        where,
        id=article.stem,
        text=body,
        title=title,
        date=str(fields.get("date", "")),
        topic=str(fields.get("topic", "")),
        language=fields["language"],
        summaries={lang: tuple(fields.get(f"summaries_{lang}", ())) for lang in LANGS},
        headlines={lang: (fields[f"headline_{lang}"],) for lang in LANGS if f"headline_{lang}" in fields},
        key_facts=key_facts(fields.get("key_facts")),
        gold=title_and_body(gold.read_text(encoding="utf-8"))[1] if gold.exists() else "",
    )
