"""A summary as a Word document."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from summarizer.demo.texts import TEXTS
from summarizer.registry import require
from summarizer.types import LANGS, Lang, Summary, SummaryText

_CONTROL = {code: None for code in range(32) if code not in (9, 10)}  # XML cannot hold them
_TAGS: dict[Lang, str] = {"vi": "vi-VN", "en": "en-US"}


def write_docx(summary: Summary) -> bytes:
    """Title, both summaries with their language set for the spelling checker, the source sentences as a list.

    Raises:
        MissingExtraError: python-docx is not installed.
    """
    document = require("docx", "demo").Document()
    document.add_heading(_clean(summary.article.title or summary.article.id), level=1)
    for text in (summary.vi, summary.en):
        if text is not None:
            _section(document, text)
    if summary.sources:
        document.add_heading("Nguồn · Sources", level=2)
    for sentence in summary.sources:
        document.add_paragraph(_clean(sentence.text), style="List Number")
    document.add_paragraph(_clean(f"{summary.article.source} · {summary.model}".strip(" ·")))
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _section(document: Any, text: SummaryText) -> None:
    document.add_heading(TEXTS["lang_" + text.lang][LANGS.index(text.lang)], level=2)
    if text.heading:
        run = document.add_paragraph().add_run(_clean(text.heading))
        run.bold = True
        _speak(run, text.lang)
    _speak(document.add_paragraph().add_run(_clean(text.text)), text.lang)


def _speak(run: Any, lang: Lang) -> None:
    element = require("docx.oxml", "demo").OxmlElement("w:lang")
    element.set(require("docx.oxml.ns", "demo").qn("w:val"), _TAGS[lang])
    run._element.get_or_add_rPr().append(element)


def _clean(text: str) -> str:
    return text.translate(_CONTROL)
