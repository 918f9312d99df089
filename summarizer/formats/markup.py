"""A summary as Markdown, with every character of the article that means something to Markdown or HTML escaped."""

from __future__ import annotations

import re

from summarizer.formats.terminal import (
    LANGUAGE_NAMES,
    finding_line,
    marked,
    notes,
    numbering,
    plain,
    status_line,
    unsupported,
)
from summarizer.formats.write import WriteOptions
from summarizer.types import Summary, SummaryText

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>&|~#])")
_LINE_START = re.compile(r"^(\d+)([.)])(?=\s)|^([-+=])", re.MULTILINE)


def write_markdown(summary: Summary, options: WriteOptions) -> str:
    """A heading, a section a language, what is not supported, the source sentences as a numbered list."""
    article = summary.article
    blocks = [f"# {escape(article.title or article.id)}"]
    for text in (summary.vi, summary.en):
        if text is not None:
            blocks += _section(summary, text, options)
    if options.sources and summary.sources:
        items = (f"{number}. {escape(s.text)}" for number, s in enumerate(summary.sources, 1))
        blocks += ["## Sources · Nguồn", "\n".join(items)]
    blocks += ["---", f"*{escape(status_line(summary))}*"]
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """``text`` as Markdown that shows exactly it, on one line."""
    line = _SPECIAL.sub(r"\\\1", plain(" ".join(text.split())))
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)


def _section(summary: Summary, text: SummaryText, options: WriteOptions) -> list[str]:
    blocks = [f"## {LANGUAGE_NAMES[text.lang]}"]
    blocks += [f"*{escape(note)}*" for note in notes(text)]
    if text.heading:
        blocks.append(f"**{escape(text.heading)}**")
    blocks.append(escape(marked(text, numbering(summary)) if options.sources else text.text))
    findings = unsupported(summary, text.lang)
    if findings:
        blocks.append("\n".join(f"- {escape(finding_line(finding))}" for finding in findings))
    return blocks
