"""HTML pages: the article among the menus, found by trafilatura."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.errors import InputError
from summarizer.formats.article import make_article
from summarizer.formats.document import Document
from summarizer.formats.limits import MAX_HTML
from summarizer.registry import require
from summarizer.types import Article

_UNPARSABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")  # the parser gives up at these


def read(document: Document) -> Iterator[Article]:
    """The one article of a page; title and date come from its metadata ("" when it has none).

    Raises:
        InputError: there is no article on the page, or the page is too large.
        MissingExtraError: trafilatura is not installed.
    """
    trafilatura = require("trafilatura", "web")
    decoded = document.decoded(MAX_HTML)
    found = trafilatura.bare_extraction(
        _UNPARSABLE.sub("", decoded.text),
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = (found.text or "") if found else ""
    if not any(_is_sentence(line) for line in text.split("\n")):
        raise InputError(
            f"{document.name} has no article in it that could be found.",
            "Copy the article's text into a .txt file, or pipe it to -.",
        )
    title = " ".join((found.title or "").split())
    paragraphs = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    if len(paragraphs) > 1 and paragraphs[0].casefold() == title.casefold():
        del paragraphs[0]
    # A date not written this way was guessed from running text, such as a footer: worse than none.
    day = found.date if found.date and found.date in decoded.text else ""
    yield make_article(document, "\n\n".join(paragraphs), title=title, day=day, warnings=tuple(decoded.warnings))


def _is_sentence(line: str) -> bool:
    """Whether a line reads like running text; a page of menus and teasers has none, the shortest article has one."""
    return len(line.split()) >= 8 and line.rstrip('"”’»)] ').endswith((".", "!", "?", "…"))
