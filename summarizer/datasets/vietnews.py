"""VietNews (Nguyen et al. 2019): a folder of ``000001.txt.seg`` files as published, or the same as a table.

A file holds the title, the abstract, the body (a sentence a line) and sometimes captions, in blocks between blank
lines, word-segmented: syllables of a word joined by ``_``, punctuation set apart. Tables have ``guid`` or ``id``,
``title``, ``abstract`` or ``summary``, ``article``. The segmentation is undone, as far as it can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from summarizer.datasets.base import Raw
from summarizer.datasets.rows import rows, table_file, text_of

_BEFORE = re.compile(r" +([,.;:!?…%)\]}”’])")
_AFTER = re.compile(r"([(\[{“‘]) +")
_QUOTED = re.compile(r'" +([^"]*?) +"')
_SLASH = re.compile(r"(?<=\w) / (?=\w)")
_BLANK = re.compile(r"\n\s*\n")


def read(path: Path) -> Iterator[Raw]:
    """Articles of a folder of ``.txt.seg`` (or ``.txt``) files, or rows of a JSONL or Parquet file.

    Raises:
        DataError: nothing readable is there.
    """
    files = sorted(p for p in path.iterdir() if p.name.endswith((".txt.seg", ".txt"))) if path.is_dir() else []
    if files:
        yield from (_from_file(file) for file in files)
        return
    for where, row in rows(table_file(path)):
        if isinstance(row, str):
            yield Raw(where, problem=row)
            continue
        texts = [text_of(row, *names) for names in (("title",), ("abstract", "summary"), ("article", "text"))]
        yield _raw(where, str(row.get("guid") or row.get("id") or ""), [unsegment(text) for text in texts])


def unsegment(text: str) -> str:
    """Word-segmented Vietnamese as it is printed: ``Hà_Nội ,`` gives ``Hà Nội,``. Other text is left as it is."""
    if "_" not in text:
        return text
    text = _SLASH.sub("/", text.replace("_", " "))
    return _QUOTED.sub(r'"\1"', _AFTER.sub(r"\1", _BEFORE.sub(r"\1", text)))


def _from_file(file: Path) -> Raw:
    try:
        blocks = _BLANK.split(file.read_text(encoding="utf-8").strip())
    except UnicodeDecodeError as error:
        return Raw(file.name, problem=f"it is not UTF-8 ({error.reason})")
    if len(blocks) < 3:
        return Raw(file.name, problem="it has no title, abstract and body in three blocks between blank lines")
    return _raw(file.name, file.name.partition(".")[0], [unsegment(block) for block in blocks[:3]])


def _raw(where: str, name: str, texts: list[str]) -> Raw:
    title, abstract, body = texts
    return Raw(
        where,
        id=name,
        text=body,
        title=title,
        language="vi",
        summaries={"vi": (abstract.replace("\n", " "),)} if abstract.strip() else {},
        headlines={"vi": (title,)} if title.strip() else {},
    )
