"""Plain text: the title is the first line when it stands alone, ``Article.text`` is the body without it."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.formats.article import make_article, split_title
from summarizer.formats.document import Document
from summarizer.formats.limits import MAX_TEXT_FILE
from summarizer.types import Article


def read(document: Document) -> Iterator[Article]:
    """The one article of a text file; see ``split_title`` for what counts as its title.

    Raises:
        InputError: it is empty, too long or not text.
    """
    decoded = document.decoded(MAX_TEXT_FILE)
    title, body = split_title(decoded.text)
    yield make_article(document, body, title=title, warnings=tuple(decoded.warnings))
