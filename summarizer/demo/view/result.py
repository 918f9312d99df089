"""The whole result of one article, and the line above it that says how things stand."""

from __future__ import annotations

import base64
import re
from html import escape

from summarizer.demo.texts import Pair
from summarizer.demo.view.article import Page, article_html
from summarizer.demo.view.card import cards_html, pending_html
from summarizer.demo.view.facts import facts_html, warnings_html
from summarizer.demo.view.word import write_docx
from summarizer.demo.words import Value, pair_html, words
from summarizer.formats.write import WriteOptions, write_many
from summarizer.types import Summary

_MEDIA = {
    "txt": "text/plain;charset=utf-8",
    "md": "text/markdown;charset=utf-8",
    "json": "application/json",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

_BUSY = {"reading", "fetching", "waiting", "writing", "writing_vi", "writing_en", "comparing", "evaluating", "scoring"}


def empty_html(key: str = "empty_result") -> str:
    """What stands where results will be."""
    return f'<p class="tt-empty">{words(key)}</p>'


def reading_html(page: Page) -> str:
    """The article at once, with room for the summaries."""
    return (
        f'<div class="tt-result">{pending_html()}<div class="tt-below">{article_html(page)}'
        f"{warnings_html(page.article.warnings)}</div></div>"
    )


def result_html(summary: Summary, *, pending: bool = False) -> str:
    """Both summaries, what can be done with them, the article and the checked facts.

    ``pending``: one language is still being written, and there is nothing to download yet.
    """
    downloads = "" if pending else downloads_html(summary)
    return (
        f'<div class="tt-result">{cards_html(summary, "one", pending=pending)}'
        f'<div class="tt-bar"><p class="tt-hint tt-quiet">{words("hint")}</p>{downloads}</div>'
        f'<div class="tt-below">{article_html(Page.of(summary))}{facts_html(summary)}</div></div>'
    )


def status_html(key: str, **values: Value) -> str:
    """A line that screen readers announce; ``busy`` states show a moving dot."""
    busy = " tt-busy" if key in _BUSY else ""
    return f'<p class="tt-status{busy}" role="status">{words(key, **values)}</p>'


def problem_html(pair: Pair) -> str:
    """Something went wrong, said at once."""
    return f'<p class="tt-problem" role="alert">{pair_html(pair)}</p>'


def downloads_html(summary: Summary) -> str:
    """Links that hold the files themselves, so that nothing of an article is stored on the server."""
    name = re.sub(r"[^\w-]+", "-", summary.article.id).strip("-")[:60] or "tomtat"
    files = {kind: _file(summary, kind) for kind in _MEDIA}
    links = "".join(
        f'<a class="tt-button" download="{escape(name)}.{kind}" href="data:{_MEDIA[kind]};base64,{data}">.{kind}</a>'
        for kind, data in files.items()
    )
    return f'<div class="tt-downloads"><span>{words("download")}</span>{links}</div>'


def _file(summary: Summary, kind: str) -> str:
    if kind == "docx":
        return base64.b64encode(write_docx(summary)).decode("ascii")
    text = "".join(write_many([summary], "text" if kind == "txt" else kind, WriteOptions(width=100)))
    return base64.b64encode(text.encode("utf-8")).decode("ascii")
