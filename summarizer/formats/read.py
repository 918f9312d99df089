"""Documents of any known format to articles, one bad document never stopping the rest.

To add a format: a module with ``read(document) -> Iterator[Article | Failure]``, a line in ``READERS``, a test.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from summarizer.errors import SummarizerError
from summarizer.formats.document import Document, Failure, ReadOptions
from summarizer.formats.inputs import expand, open_document
from summarizer.formats.sniff import suffix_of
from summarizer.registry import load
from summarizer.types import Article

READERS = {
    ".txt": "summarizer.formats.txt:read",
    ".md": "summarizer.formats.markdown:read",
    ".html": "summarizer.formats.html:read",
    ".htm": "summarizer.formats.html:read",
    ".jsonl": "summarizer.formats.jsonl:read",
    ".json": "summarizer.formats.jsonl:read",
    ".csv": "summarizer.formats.table:read",
    ".tsv": "summarizer.formats.table:read",
    ".docx": "summarizer.formats.docx:read",
    ".pdf": "summarizer.formats.pdf:read",
    ".parquet": "summarizer.formats.parquet:read",
}


def read_many(inputs: Iterable[str], *, options: ReadOptions | None = None) -> Iterator[Article | Failure]:
    """Every article of ``inputs``, in order, as they are read.

    An input is a file, a folder (all known files below it), a glob, ``-`` for standard input or an http(s) URL.
    Rows of tables and JSONL files are streamed. Whatever cannot be read gives a ``Failure`` in its place.
    Ids are the row's own id or the file's name; a repeated one gets ``-2``, ``-3``, ….
    """
    options = options or ReadOptions()
    seen: dict[str, int] = {}
    for source in expand(inputs, READERS):
        for result in [source] if isinstance(source, Failure) else _read_source(source, options):
            yield with_unique_id(result, seen) if isinstance(result, Article) else result


def _read_source(source: str, options: ReadOptions) -> Iterator[Article | Failure]:
    try:
        with open_document(source, options) as document:
            yield from read_document(document)
    except SummarizerError as error:
        yield Failure.of(error, source)
    except OSError as error:
        yield Failure(source, f"{source} cannot be read: {error.strerror or error}.", "Check the disk and permissions.")


def read_document(document: Document) -> Iterator[Article | Failure]:
    """The articles of one open document, by the reader for what its bytes say it is.

    Raises:
        InputError: no reader fits, or the reader found no article.
        MissingExtraError: the reader needs a package that is not installed.
    """
    told = suffix_of(document)
    suffix = told if told in READERS else ".txt"
    lies = document.suffix in READERS and READERS[suffix] != READERS[document.suffix]
    note = (f"named {document.suffix} but read as {suffix}",) if lies else ()
    for result in load(READERS, suffix, "document format")(document):
        yield replace(result, warnings=(*note, *result.warnings)) if isinstance(result, Article) else result


def with_unique_id(article: Article, seen: dict[str, int]) -> Article:
    """``article`` with ``-2``, ``-3``, … after an id that came before; ``seen`` is the caller's memory of them."""
    unique = article.id
    while unique in seen:
        seen[article.id] += 1
        unique = f"{article.id}-{seen[article.id]}"
    seen[unique] = 1
    return article if unique == article.id else replace(article, id=unique)
