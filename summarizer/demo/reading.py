"""From what a visitor gives (a text, a URL, a file) to articles, within the page's limits."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from summarizer.demo.config import Config, Limits
from summarizer.demo.problems import Problem
from summarizer.errors import InputError, SummarizerError
from summarizer.formats.article import make_article, split_title
from summarizer.formats.document import Document, Failure, ReadOptions, is_url
from summarizer.formats.limits import MEGABYTE
from summarizer.formats.read import READERS, read_document, read_many, with_unique_id
from summarizer.types import Article

SUFFIXES = tuple(READERS)


def is_address(text: str) -> bool:
    """Whether a visitor's text is one URL and nothing else."""
    return len(text.split()) == 1 and "://" in text


def read_text(text: str, config: Config) -> Article:
    """The article in a pasted text, or at the URL that the text is; a path is never read.

    Raises:
        Problem: it is empty, too long, or a URL of another kind than http(s).
        InputError: it holds no article (NetworkError: the URL cannot or must not be fetched).
    """
    text = text.strip()
    if not text:
        raise Problem("empty")
    if is_address(text):
        return _fetch(text, config)
    _check_length(text, config.limits)
    title, body = split_title(text)
    return make_article(Document("text", BytesIO()), body, title=title)


def read_file(path: Path, name: str, config: Config) -> Iterator[Article | Failure]:
    """The articles of an uploaded file, which visitors know as ``name``.

    Raises:
        Problem: the file is too large.
        InputError: no reader fits, or the reader found no article.
    """
    if path.stat().st_size > config.limits.file_mb * MEGABYTE:
        raise Problem("too_large", name=name, mb=config.limits.file_mb)
    with path.open("rb") as stream:
        for result in read_document(Document(name, stream, Path(name).suffix.lower())):
            yield _within(result, config.limits)


def read_first(path: Path, name: str, config: Config) -> Article:
    """The first article of a file; rows after it are left alone.

    Raises:
        Problem: the file is too large.
        InputError: there is no article, or the first row of the file is not one.
    """
    for result in read_file(path, name, config):
        if isinstance(result, Failure):
            raise InputError(result.problem, result.advice)
        return result
    raise InputError(f"{name} has no article in it that could be found.")


def read_files(files: list[tuple[Path, str]], config: Config) -> Iterator[Article | Failure]:
    """The articles of several files, in order; what cannot be read gives a failure in its place.

    Ids that come again get ``-2``, ``-3``, ….
    """
    seen: dict[str, int] = {}
    for path, name in files:
        for result in _guarded(path, name, config):
            yield with_unique_id(result, seen) if isinstance(result, Article) else result


def _guarded(path: Path, name: str, config: Config) -> Iterator[Article | Failure]:
    try:
        yield from read_file(path, name, config)
    except SummarizerError as error:
        yield Failure(name, error.problem, error.advice)
    except OSError as error:
        yield Failure(name, f"{name} cannot be read: {error.strerror}.")


def _fetch(url: str, config: Config) -> Article:
    if not is_url(url):
        raise Problem("url_kind")
    options = ReadOptions(offline=config.offline, allow_private=config.allow_private)
    for result in read_many([url], options=options):
        if isinstance(result, Article):
            _check_length(result.text, config.limits)
            return result
        raise InputError(result.problem, result.advice)
    raise InputError(f"{url} has no article in it that could be found.")


def _within(result: Article | Failure, limits: Limits) -> Article | Failure:
    try:
        if isinstance(result, Article):
            _check_length(result.text, limits)
    except Problem as problem:
        return Failure(result.source, problem.problem, id=result.id)
    return result


def _check_length(text: str, limits: Limits) -> None:
    if len(text) > limits.characters:
        raise Problem("too_long", n=len(text), most=limits.characters)
