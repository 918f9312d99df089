"""Raw training files to examples: one value for every (task, language pair, source text, target text).

The data folder has the form that docs/training.md describes: ``parallel/*.tsv[.xz]`` for sentence pairs and
``summarization/*.jsonl[.xz]`` for articles with summaries.
"""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from summarizer.backends.base import Task
from summarizer.errors import DataError
from summarizer.text.normalize import nfc, normalize_tone
from summarizer.types import Lang

_SPACE = re.compile(r"\s+")
HELD_OUT_ABSTRACTS = 300  # the last rows of own_abstracts are the dev set for English summaries


@dataclass(frozen=True, slots=True)
class Example:
    """One thing to learn; ``source`` of a summary is the whole article, selected later within a token budget."""

    task: Task
    source_lang: Lang
    target_lang: Lang
    source: str
    target: str
    origin: str
    title: str = ""

    @property
    def kind(self) -> str:
        """Key of a recipe's mix, e.g. ``translate.vi.en``."""
        return f"{self.task}.{self.source_lang}.{self.target_lang}"


def open_text(path: Path) -> IO[str]:
    """Open a text file, xz-compressed when its name says so."""
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def data_file(data: Path, name: str) -> Path:
    """``data/name`` or its .xz form.

    Raises:
        DataError: neither is there.
    """
    for path in (data / name, data / f"{name}.xz"):
        if path.exists():
            return path
    raise DataError(f"No {name}[.xz] in {data}.", "See docs/training.md for the files a data folder holds.")


def tidy(text: str, lang: Lang) -> str:
    """NFC, single spaces, one tone placement for Vietnamese."""
    text = _SPACE.sub(" ", nfc(text)).strip()
    return normalize_tone(text) if lang == "vi" else text


def plausible_pair(vi: str, en: str) -> bool:
    """Whether two sentences can be translations: both there, not copies, of comparable length."""
    n_vi, n_en = len(vi.split()), len(en.split())
    if not n_vi or not n_en or n_vi > 120 or n_en > 90:
        return False
    if vi == en and n_vi > 3:
        return False
    return n_vi < 4 or n_en < 4 or 0.4 <= n_vi / n_en <= 3.2


def _rows(path: Path, columns: int) -> Iterator[list[str]]:
    with open_text(path) as lines:
        for number, line in enumerate(lines, 1):
            row = line.rstrip("\n").split("\t")
            if len(row) != columns:
                raise DataError(f"{path}, line {number}: {len(row)} columns.", f"Every line has {columns} columns.")
            yield row


def _both_ways(vi: str, en: str, origin: str, *, into_vi: bool = True) -> Iterator[Example]:
    vi, en = tidy(vi, "vi"), tidy(en, "en")
    if not plausible_pair(vi, en):
        return
    yield Example("translate", "vi", "en", vi, en, origin)
    if into_vi:
        yield Example("translate", "en", "vi", en, vi, origin)


def translation_examples(data: Path) -> Iterator[Example]:
    """Sentence pairs, words and names, in both directions."""
    for origin, vi, en in _rows(data_file(data, "parallel/human.tsv"), 3):
        # its Vietnamese was made by a machine: learn to read it, not to write it
        yield from _both_ways(vi, en, origin, into_vi=origin != "bbc_googlemt")
    for _, vi, en in _rows(data_file(data, "parallel/own_sentences.tsv"), 3):
        yield from _both_ways(vi, en, "own_sentences")
    for row in own_abstracts(data)[:-HELD_OUT_ABSTRACTS]:
        yield from _both_ways(row[1], row[2], "own_abstracts")
        yield from _both_ways(row[3], row[4], "own_abstracts")
    yield from lexicon_examples(data)


def lexicon_examples(data: Path) -> Iterator[Example]:
    """Words, names and phrases, in both directions."""
    for _, vi, en in _rows(data_file(data, "parallel/lexicon.tsv"), 3):
        yield from _both_ways(vi, en, "lexicon")


def own_abstracts(data: Path) -> list[list[str]]:
    """Rows of id, vi headline, en headline, vi abstract, en abstract."""
    return list(_rows(data_file(data, "parallel/own_abstracts.tsv"), 5))


def read_articles(path: Path) -> Iterator[dict[str, str]]:
    """Articles with a ``summary``, one JSON object a line.

    Raises:
        DataError: a line is not JSON or lacks ``article`` or ``summary``; the message names the line.
    """
    with open_text(path) as lines:
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                raise DataError(f"{path}, line {number}: not JSON ({error.msg}).", "One JSON object a line.") from error
            if missing := [key for key in ("article", "summary") if not row.get(key)]:
                raise DataError(
                    f"{path}, line {number}: no {missing[0]!r}.",
                    f"Its fields are {', '.join(row)}; name it {missing[0]}.",
                )
            yield row


def summary_examples(data: Path, *, every: int = 1) -> Iterator[Example]:
    """Vietnamese articles with the newspaper's abstract, and English abstracts where somebody wrote one.

    Of the articles without English only each ``every``-th is read: selecting their sentences takes time.
    """
    english = {row[0]: (tidy(row[2], "en"), tidy(row[4], "en")) for row in own_abstracts(data)}
    held_out = {row[0] for row in own_abstracts(data)[-HELD_OUT_ABSTRACTS:]}
    for number, row in enumerate(read_articles(data_file(data, "summarization/vietnews.train.jsonl"))):
        if row["id"] in held_out or (row["id"] not in english and number % every):
            continue
        yield from article_examples(row, english.get(row["id"]))


def article_examples(row: dict[str, str], english: tuple[str, str] | None = None) -> Iterator[Example]:
    """Examples of one Vietnamese article: its abstract and headline, and their English when given."""
    article, title = nfc(row["article"]), tidy(row.get("title", ""), "vi")
    origin = "own_abstracts" if english else "vietnews"
    yield Example("summarize", "vi", "vi", article, tidy(row["summary"], "vi"), origin, title)
    if title:
        yield Example("headline", "vi", "vi", article, title, origin, title)
    if english:
        yield Example("headline", "vi", "en", article, english[0], origin, title)
        yield Example("summarize", "vi", "en", article, english[1], origin, title)
