"""Where the paragraphs of a document begin and end."""

from __future__ import annotations

import re

from summarizer.types import Span

_LINE = re.compile(r"[^\r\n\v\f\u0085\u2028\u2029]+")
_BLOCK = re.compile(r"\S[^\n]*(?:\r?\n(?![ \t\r]*\n)[^\n]*)*")
_MAX_WRAP = 130  # columns; longer lines are not wrapped by hand or by a mail program
_MIN_WRAP = 40


def paragraph_spans(text: str) -> tuple[Span, ...]:
    """Spans of the paragraphs of ``text``, white space at their ends left out, empty ones left out.

    A line is a paragraph, unless the document is wrapped at a fixed width: then blank lines divide paragraphs.
    """
    pattern = _BLOCK if _is_wrapped(text) else _LINE
    found = (_trimmed(text, match.start(), match.end()) for match in pattern.finditer(text))
    return tuple(span for span in found if span.start < span.end)


def _is_wrapped(text: str) -> bool:
    """Whether lines were broken at a width: inside blocks, nearly all are full and do not end as sentences do."""
    inner = [line.rstrip() for block in _BLOCK.findall(text) for line in block.split("\n")[:-1]]
    if len(inner) < 3:
        return False
    width = max(map(len, inner))
    full = sum(len(line) >= 0.75 * width for line in inner)
    open_ended = sum(not line.endswith((".", "!", "?", "…", ":", "”", '"')) for line in inner)
    return _MIN_WRAP <= width <= _MAX_WRAP and full >= 0.8 * len(inner) and open_ended >= 0.6 * len(inner)


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
