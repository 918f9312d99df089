"""From what a user names (file, folder, glob, "-", URL) to open documents, one at a time."""

from __future__ import annotations

import glob
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast
from urllib.parse import urlsplit

from summarizer.errors import InputError, NetworkError
from summarizer.formats.document import Document, Failure, ReadOptions, is_url
from summarizer.formats.limits import MAX_STDIN, MEGABYTE

STDIN = "-"
_GLOB = frozenset("*?[")


def expand(inputs: Iterable[str], suffixes: Iterable[str]) -> Iterator[str | Failure]:
    """The single documents behind ``inputs``, folders and globs resolved, in order.

    A folder gives its files with one of ``suffixes``, at any depth, sorted by path; hidden files and folders are
    left out. What names nothing gives a ``Failure``.
    """
    known = frozenset(suffixes)
    for name in inputs:
        if name == STDIN or is_url(name):
            yield name
        elif "://" in name:
            yield Failure(name, f"{name} is not an http or https URL.", "Only these two kinds of URL are read.")
        else:
            yield from _paths(name, known)


def _paths(name: str, known: frozenset[str]) -> Iterator[str | Failure]:
    try:
        is_folder, exists = Path(name).is_dir(), Path(name).exists()
    except OSError as error:  # a text given in place of a file name is too long for one
        shown = name if len(name) <= 80 else name[:79] + "…"
        yield Failure(shown, f"{shown} cannot be read: {error.strerror}.", "To give a text itself, pipe it to -.")
        return
    if is_folder:
        yield from _folder(Path(name), known)
    elif exists or not _GLOB & set(name):
        yield name
    else:
        yield from _glob(name)


def _folder(folder: Path, known: frozenset[str]) -> Iterator[str | Failure]:
    found = False
    unreadable: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(files):
            if Path(name).suffix.lower() in known and not name.startswith((".", "~$")):
                found = True
                yield str(Path(root) / name)
    for error in unreadable:
        yield Failure(str(error.filename), f"The folder {error.filename} cannot be read: {error.strerror}.")
    if not found and not unreadable:
        yield Failure(
            str(folder), f"The folder {folder} holds nothing readable.", f"Readable are: {', '.join(sorted(known))}."
        )


def _glob(pattern: str) -> Iterator[str | Failure]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 -- Path.glob refuses absolute patterns
    files = [path for path in matches if Path(path).is_file()]
    if not files:
        yield Failure(pattern, f"No file matches {pattern}.", "Check the pattern, and quote it in a shell.")
    yield from files


def open_document(source: str, options: ReadOptions) -> AbstractContextManager[Document]:
    """The document at a path, a URL or "-", open for reading.

    Raises:
        InputError: there is no such file, it may not be read, or it is over a limit.
        NetworkError: the URL cannot be fetched, or must not be.
    """
    if source == STDIN:
        return _open_stdin()
    return _open_url(source, options) if is_url(source) else _open_file(Path(source))


@contextmanager
def _open_file(path: Path) -> Iterator[Document]:
    if not path.exists():
        raise InputError(f"There is no file {path}.", "Check the name; the current folder is " + str(Path.cwd()) + ".")
    if not path.is_file():
        raise InputError(f"{path} is not a regular file.", "To read from a pipe give - and feed it to standard input.")
    try:
        stream = path.open("rb")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", "Check its permissions.") from error
    with stream:
        yield Document(str(path), stream, path.suffix.lower())


@contextmanager
def _open_stdin() -> Iterator[Document]:
    with tempfile.SpooledTemporaryFile(max_size=10 * MEGABYTE) as spool:
        _copy(sys.stdin.buffer, cast(BinaryIO, spool))
        yield Document(STDIN, cast(BinaryIO, spool))


def _copy(stdin: BinaryIO, spool: BinaryIO) -> None:
    while chunk := stdin.read(MEGABYTE):
        spool.write(chunk)
        if spool.tell() > MAX_STDIN:
            raise InputError(
                f"Standard input is over the limit of {MAX_STDIN // MEGABYTE} MB.", "Give it as a .jsonl file instead."
            )


@contextmanager
def _open_url(url: str, options: ReadOptions) -> Iterator[Document]:
    from summarizer.formats.web import fetch

    if options.offline:
        raise NetworkError(f"{url} was not fetched: the offline mode is on.", "Leave out --offline, or save the page.")
    fetched = fetch(url, allow_private=options.allow_private, timeout=options.timeout)
    yield Document(url, BytesIO(fetched.data), _url_suffix(fetched.final_url, fetched.content_type))


_SUFFIX_BY_TYPE = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
}
_PLAIN_SUFFIXES = frozenset({".md", ".jsonl", ".json", ".csv", ".tsv"})


def _url_suffix(url: str, content_type: str) -> str:
    """What a served document claims to be; servers send Markdown, JSONL and CSV as text/plain."""
    if content_type == "text/plain":
        suffix = Path(urlsplit(url).path).suffix.lower()
        return suffix if suffix in _PLAIN_SUFFIXES else ".txt"
    return _SUFFIX_BY_TYPE.get(content_type, "")
