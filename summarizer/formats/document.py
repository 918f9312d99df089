"""The values readers take and give: a document to read, how to read it, and what went wrong."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from summarizer.errors import InputError, SummarizerError
from summarizer.text.encodings import Decoded, decode

HEAD = 65_536
"""Bytes looked at to tell what a document is."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What reading may do.

    ``offline`` refuses URLs; ``allow_private`` lets them lead to private addresses (never for a server);
    ``timeout`` is the seconds one URL may take in all.
    """

    offline: bool = False
    allow_private: bool = False
    timeout: float = 20.0


@dataclass(frozen=True, slots=True)
class Document:
    """An open document: where it came from, what its name promises, and a seekable stream of its bytes."""

    source: str
    stream: BinaryIO
    suffix: str = ""

    @property
    def name(self) -> str:
        """What messages call the document."""
        return "Standard input" if self.source == "-" else self.source

    @property
    def stem(self) -> str:
        """The name an article of this document gets when it has no id of its own."""
        return stem_of(self.source)

    def head(self) -> bytes:
        """The first ``HEAD`` bytes; the stream stands at its beginning afterwards."""
        self.stream.seek(0)
        head = self.stream.read(HEAD)
        self.stream.seek(0)
        return head

    def read(self, limit: int) -> bytes:
        """All bytes.

        Raises:
            InputError: there are more than ``limit`` of them.
        """
        self.stream.seek(0)
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise InputError(
                f"{self.name} is over the limit of {limit // 1_000_000} MB for this kind of document.",
                "Split it into one file an article, or give many articles as a .jsonl file, which may be of any size.",
            )
        return data

    def decoded(self, limit: int) -> Decoded:
        """All text, whatever encoding it is in.

        Raises:
            InputError: there are more than ``limit`` bytes, or they are no text; names the document.
        """
        data = self.read(limit)
        try:
            return decode(data)
        except InputError as error:
            raise InputError(f"{self.name} cannot be read. {error.problem}", error.advice) from error


@dataclass(frozen=True, slots=True)
class Failure:
    """A document, or one row of it, that gave no article; a batch reports it and goes on."""

    source: str
    problem: str
    advice: str = ""
    row: int | None = None  # 1 is a file's first line, in tables the header
    id: str = ""

    @classmethod
    def of(cls, error: SummarizerError, source: str, row: int | None = None, article_id: str = "") -> Failure:
        """The failure that ``error`` is for ``source``."""
        return cls(source, error.problem, error.advice, row, article_id)


def stem_of(source: str) -> str:
    """A short NFC name: a path's last part without its suffix, a bare URL's host, "stdin" for "-"."""
    if source == "-":
        return "stdin"
    if is_url(source):
        parts = urlsplit(source)
        last = unquote(parts.path).rstrip("/").rpartition("/")[2]
        return unicodedata.normalize("NFC", PurePath(last).stem or parts.hostname or "url")
    return unicodedata.normalize("NFC", PurePath(source).stem or source)


def is_url(text: str) -> bool:
    """Whether an input names something to fetch rather than a path."""
    return text.lower().startswith(("http://", "https://"))
