"""Markdown: the text without its markup, title and date from the front matter or the first heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.formats.article import make_article, split_title
from summarizer.formats.document import Document
from summarizer.formats.limits import MAX_TEXT_FILE
from summarizer.types import Article

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"^(\w+)[ \t]*:(.*)$", re.MULTILINE)
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?^ {0,3}\1[`~]*[ \t]*$", re.MULTILINE | re.DOTALL)
_SETEXT = re.compile(r"^(?=.*\w)(.+)\n {0,3}(=+|-{3,})[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*)$")
_LIST_ITEM = re.compile(r"^[ \t]*[-*+][ \t]+|^[ \t]*\d{1,3}[.)][ \t]+")

_TARGET = r"\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\]"

# Applied in order; what is left of each is its text. None may take more than linear time on hostile input: repeated
# classes leave out the character that starts the pattern.
_INLINE = tuple(
    (re.compile(pattern, re.MULTILINE | re.DOTALL), to)
    for pattern, to in (
        (r"<!--(?:(?!<!--).)*?-->", ""),
        (r"^ {0,3}\[[^\[\]\n]+\]:[ \t][^\n]*$", ""),  # where links lead, and footnotes
        (r"^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$", ""),  # rules
        (r"^[ \t]*(?:\|[ \t]*)?:?-{3}[-:| \t]*$", ""),  # below a table's header
        (r"^[ \t]*\|([^\n]*)\|[ \t]*$", r"\1"),
        (r"^(?: {0,3}>[ \t]?)+", ""),
        (rf"!\[[^\[\]\n]*\](?:{_TARGET})?", ""),  # images
        (r"\[\^[^\[\]\n]+\]", ""),
        (rf"\[([^\[\]\n]*)\](?:{_TARGET})", r"\1"),
        (r"<((?:https?|mailto):[^<>\s]+)>", r"\1"),
        (r"</?[a-zA-Z][^<>\n]*>", ""),
        (r"(?<!`)(`+)(?!`)([^\n]+?)(?<!`)\1(?!`)", r"\2"),
        (r"(?<![\w\\*])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?!\w|\*)", r"\2"),
        (r"(?<![\w\\_])(_{1,3})(?=\S)([^_\n]+?)(?<=\S)\1(?![\w_])", r"\2"),
        (r"~~(?=\S)([^~\n]+?)~~", r"\1"),
        (r"\\([\\`*_{}\[\]()#+\-.!|<>~])", r"\1"),
    )
)


def read(document: Document) -> Iterator[Article]:
    """The one article of a Markdown file.

    Title and date come from the front matter (``title:``, ``date:``); without it the title is the first heading of
    level 1, or, as in plain text, a first line that stands alone. Images, code blocks and link targets are left out.

    Raises:
        InputError: it is empty, too long or not text.
    """
    decoded = document.decoded(MAX_TEXT_FILE)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    matter = _FRONT_MATTER.match(text)
    fields = {k.lower(): v.strip("\"' \t") for k, v in _PAIR.findall(matter[1])} if matter else {}
    heading, body = _first_heading(_FENCE.sub("", text[matter.end() :] if matter else text))
    title, body = (heading, strip_markup(body)) if heading else split_title(strip_markup(body))
    named = fields.get("title", "")
    if named and title and title != named:  # a heading that is not the title is part of the text
        body = f"{title}\n\n{body}"
    yield make_article(
        document, body, title=named or title, day=fields.get("date", ""), warnings=tuple(decoded.warnings)
    )


def strip_markup(text: str) -> str:
    """Markdown as plain text: paragraphs on one line each, blank lines between them."""
    for pattern, to in _INLINE:
        text = pattern.sub(to, text)
    blocks = (block for part in re.split(r"\n[ \t]*\n", text) for block in _blocks(part))
    return "\n\n".join(block for block in blocks if block)


def _first_heading(text: str) -> tuple[str, str]:
    """The level 1 heading before any text, "" when there is none, and the text after it."""
    text = _SETEXT.sub(lambda m: f"{'#' if m[2][0] == '=' else '##'} {m[1]}\n", text).lstrip()
    first, _, rest = text.partition("\n")
    heading = _HEADING.match(first)
    if heading and heading[1] == "#":
        return strip_markup(_closed(heading[2])), rest
    return "", text


def _blocks(part: str) -> Iterator[str]:
    """The paragraphs of a stretch without blank lines: headings and list items stand alone, other lines are joined."""
    lines: list[str] = []
    for line in part.split("\n"):
        heading = _HEADING.match(line)
        if heading or _LIST_ITEM.match(line):
            yield " ".join(lines)
            lines = []
        lines.append(_closed(heading[2]) if heading else re.sub(r"^[ \t]*[-*+][ \t]+", "", line).strip())
        if heading:
            yield lines.pop()
    yield " ".join(line for line in lines if line)


def _closed(heading: str) -> str:
    return heading.rstrip().rstrip("#").rstrip()
