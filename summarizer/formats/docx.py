"""Word documents (.docx), read by python-docx."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from summarizer.errors import InputError
from summarizer.formats.article import make_article, title_of, without_old_fonts
from summarizer.formats.document import Document
from summarizer.formats.limits import MAX_BINARY_FILE, MAX_UNZIPPED, MEGABYTE
from summarizer.registry import require
from summarizer.types import Article

_TITLE_STYLES = ("Title", "Heading 1")


def read(document: Document) -> Iterator[Article]:
    """The one article of a Word document, paragraphs and table rows in their order.

    The title is the first paragraph when it has a title's style, or is short and does not end in a full stop.

    Raises:
        InputError: it is damaged, has no text, or unpacks to more than ``MAX_UNZIPPED`` bytes.
        MissingExtraError: python-docx is not installed.
    """
    docx = require("docx", "docs")
    data = BytesIO(document.read(MAX_BINARY_FILE))
    _check_size(data, document.name)
    try:
        paragraphs = list(_paragraphs(docx.Document(data)))
    except Exception as error:  # damaged files surface as errors of zipfile, lxml and python-docx alike
        raise InputError(f"{document.name} is a damaged Word document ({error}).", "Save it again.") from error
    if not paragraphs:
        raise InputError(f"{document.name} has no text in it.", "If it holds scanned pages, run OCR on them first.")
    styled = len(paragraphs) > 1 and paragraphs[0][0] in _TITLE_STYLES
    joined, warnings = without_old_fonts("\n".join(text for _, text in paragraphs))
    texts = joined.split("\n")
    title = texts[0] if styled else title_of(texts)
    yield make_article(document, "\n\n".join(texts[1:] if title else texts), title=title, warnings=warnings)


def _check_size(data: BytesIO, source: str) -> None:
    """Refuse a zip bomb; zipfile never unpacks more of a part than the size declared for it."""
    try:
        size = sum(part.file_size for part in zipfile.ZipFile(data).infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise InputError(f"{source} is a damaged Word document ({error}).", "Save it again.") from error
    if size > MAX_UNZIPPED:
        raise InputError(
            f"{source} unpacks to {size // MEGABYTE} MB; the limit is {MAX_UNZIPPED // MEGABYTE} MB.",
            "Take out its pictures, or copy its text into a .txt file.",
        )


def _paragraphs(word: Any) -> Iterator[tuple[str, str]]:
    """Style name and text of each paragraph that is not blank; a table row is one paragraph."""
    for block in word.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                cells = dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells)  # merged cells repeat
                yield from [("", " ".join(filter(None, cells)))] if any(cells) else []
        elif text := " ".join(block.text.split()):
            yield str(block.style.name if block.style is not None else ""), text
