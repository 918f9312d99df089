"""The lines of a file of any size, decoded."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from summarizer.formats.document import Document
from summarizer.formats.limits import MAX_BINARY_FILE

MAX_LINE = 32_000_000
"""Characters of a line after which it is cut, so that a file without line ends cannot fill the memory."""

_BROKEN = re.compile("[\udc80-\udcff]")


def text_lines(document: Document) -> tuple[Iterator[str], tuple[str, ...]]:
    """The lines, line ends kept, and what the decoding warns of.

    UTF-8 and UTF-16 files are streamed; bytes that are not valid UTF-8 stay as lone surrogates (see ``is_broken``), so
    one bad line does not spoil the rest. Files in legacy encodings are converted whole.

    Raises:
        InputError: a file in a legacy encoding is over the limit.
    """
    head = document.head()
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _stream(document, "utf-16", "replace"), ()
    if _is_utf8(head):
        return _stream(document, "utf-8-sig", "surrogateescape"), ()
    decoded = document.decoded(MAX_BINARY_FILE)
    return iter(io.StringIO(decoded.text, newline="")), tuple(decoded.warnings)


def is_broken(line: str) -> bool:
    """Whether bytes of this line were not valid in the file's encoding."""
    return _BROKEN.search(line) is not None


def _is_utf8(head: bytes) -> bool:
    """Whether the beginning is UTF-8; some bytes may be broken, but a legacy encoding gives hardly a good character."""
    whole_lines = head.rpartition(b"\n")[0] or head  # the last character of the head may be cut
    beyond_ascii = [c for c in whole_lines.decode("utf-8", "surrogateescape") if c > "\x7f"]
    broken = sum(is_broken(c) for c in beyond_ascii)
    return broken == 0 or broken < 0.5 * len(beyond_ascii)


def _stream(document: Document, encoding: str, errors: str) -> Iterator[str]:
    text = io.TextIOWrapper(document.stream, encoding, errors=errors, newline="")
    try:
        while line := text.readline(MAX_LINE):
            yield line
    finally:
        if not document.stream.closed:
            text.detach()  # the stream belongs to whoever opened it
