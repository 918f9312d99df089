"""PDF files, read by pypdf; their lines are put back together into paragraphs."""

from __future__ import annotations

import logging
import re
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from summarizer.errors import InputError
from summarizer.formats.article import check_length, make_article, title_of, without_old_fonts
from summarizer.formats.document import Document
from summarizer.formats.limits import MAX_BINARY_FILE
from summarizer.registry import require
from summarizer.types import Article

_HYPHENATED = re.compile(r"[^\W_][-\u00ad\u2010]")
_ENDS = re.compile(r"[.!?…:][\"”’»)\]]*$")
_PAGE_NUMBER = re.compile(r"(?:trang|page)?\s*[-–]?\s*\d{1,4}\s*(?:[-–]|(?:/|of)\s*\d{1,4})?", re.IGNORECASE)
_FULL_LINE = 0.75
"""A line shorter than this share of the page's usual line may end a paragraph."""


def read(document: Document) -> Iterator[Article]:
    """The one article of a PDF file.

    Page numbers are left out, and, with a warning, lines repeated at the top or bottom of most pages. The title is
    the first paragraph when it is short and does not end in a full stop.

    Raises:
        InputError: it is damaged, locked, or has no text (a scan).
        MissingExtraError: pypdf is not installed.
    """
    pypdf = require("pypdf", "docs")
    data = BytesIO(document.read(MAX_BINARY_FILE))
    try:
        with _complaints() as complaints:
            pages = _extract(pypdf.PdfReader(data), document.name)
    except InputError:
        raise
    except Exception as error:  # pypdf raises what it stumbles over: its own errors, KeyError, RecursionError, …
        raise InputError(f"{document.name} is a damaged PDF ({error}).", "Save it again, or as .txt.") from error
    if sum(character.isalpha() for page in pages for line in page for character in line) < 10:
        raise InputError(
            f"{document.name} has no text in it; its pages are probably scans.",
            "Run text recognition (OCR) on it first, for example:  ocrmypdf -l vie+eng in.pdf out.pdf",
        )
    pages, warnings = without_furniture(pages)
    if complaints:
        warnings = ("the PDF is damaged in places; some text may be missing", *warnings)
    text, converted = without_old_fonts("\n".join(line for page in pages for line in page))
    paragraphs = list(join_lines(text.split("\n")))
    title = title_of(paragraphs)
    yield make_article(
        document, "\n\n".join(paragraphs[1:] if title else paragraphs), title=title, warnings=(*warnings, *converted)
    )


class _Complaints(logging.Handler):
    """What pypdf logs in this thread: it goes on after damage and says so only there."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.thread = threading.get_ident()
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message, which without any handler would go to the terminal."""
        if record.thread == self.thread:
            self.messages.append(record.getMessage())


@contextmanager
def _complaints() -> Iterator[list[str]]:
    handler = _Complaints()
    logger = logging.getLogger("pypdf")
    logger.addHandler(handler)
    try:
        yield handler.messages
    finally:
        logger.removeHandler(handler)


def _extract(reader: Any, source: str) -> list[list[str]]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError(f"{source} is locked with a password.", "Save a copy without the password.")
    pages: list[list[str]] = []
    size = 0
    for page in reader.pages:
        text = page.extract_text()
        size += len(text)
        if size > 5_000_000:
            check_length(" " * size, source)
        pages.append([" ".join(line.split()) for line in text.split("\n")])
    return pages


def without_furniture(pages: list[list[str]]) -> tuple[list[list[str]], tuple[str, ...]]:
    """The pages without page numbers and running heads, and a warning that names what was left out."""
    pages = [_trimmed(page) for page in pages]
    ends = Counter(_shape(line) for page in pages for line in {page[0], page[-1]} if page) if pages else Counter()
    heads = {shape for shape, count in ends.items() if count >= max(3, len(pages) / 2)}
    left_out: dict[str, None] = {}
    kept = []
    for page in pages:
        start, end = 0, len(page)
        while start < end and _is_furniture(page[start], heads):
            left_out[page[start]] = None
            start += 1
        while end > start and _is_furniture(page[end - 1], heads):
            left_out[page[end - 1]] = None
            end -= 1
        kept.append(page[start:end])
    named = [line for line in left_out if line and not _PAGE_NUMBER.fullmatch(line)]
    return kept, (f"running heads left out: {'; '.join(named[:3])}",) if named else ()


def join_lines(lines: list[str]) -> Iterator[str]:
    """Paragraphs from the lines of a page.

    A paragraph ends at a blank line, and after a line clearly shorter than usual that ends a sentence or stands
    before a capital, as headings do. A hyphen at a line's end joins the word when the next line goes on in lower
    case; before a capital or a digit (Việt-Mỹ, 2021-2025) it stays.
    """
    lengths = sorted(len(line) for line in lines if line)
    usual = lengths[int(0.9 * len(lengths))] if lengths else 0
    pieces: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=False):
        if line:
            _join(pieces, line)
        short = len(line) < _FULL_LINE * usual
        if pieces and (not line or (short and (_ENDS.search(line) or not following[:1].islower()))):
            yield "".join(pieces)
            pieces.clear()
    if pieces:
        yield "".join(pieces)


def _join(pieces: list[str], line: str) -> None:
    if pieces and _HYPHENATED.fullmatch(pieces[-1][-2:]):
        if line[0].islower():
            pieces[-1] = pieces[-1][:-1]
        pieces.append(line)
    else:
        pieces.append(f" {line}" if pieces else line)


def _trimmed(page: list[str]) -> list[str]:
    text = "\n".join(page).strip("\n")
    return text.split("\n") if text else []


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line).casefold()


def _is_furniture(line: str, heads: set[str]) -> bool:
    return not line or bool(_PAGE_NUMBER.fullmatch(line)) or _shape(line) in heads
