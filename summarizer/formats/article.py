"""From a decoded text to an ``Article``: what every format does the same way."""

from __future__ import annotations

import re
from datetime import datetime

from summarizer.errors import InputError
from summarizer.formats.document import Document
from summarizer.formats.limits import MAX_ARTICLE_CHARACTERS, MIN_WORDS
from summarizer.text.legacy import guess_legacy
from summarizer.text.normalize import nfc
from summarizer.types import Article

MAX_TITLE = 200

_WORD = re.compile(r"[^\W\d_]+")
_NEWLINE = re.compile(r"\r\n?|\u2028")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANK = re.compile(r"[ \t\u00a0\u200b\ufeff]*")
_DATE_FORMS = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y/%m/%d", "%d %B %Y", "%B %d, %Y", "%B %d %Y", "%d %b %Y")


def make_article(
    document: Document,
    text: str,
    *,
    title: str = "",
    day: str = "",
    article_id: str = "",
    warnings: tuple[str, ...] = (),
) -> Article:
    """The article of ``document`` that has this text: NFC, line feeds for newlines, no blank ends.

    Raises:
        InputError: see ``check_text``.
    """
    if _LONE_SURROGATE.search(text):
        text = _LONE_SURROGATE.sub("\ufffd", text)
        warnings = (*warnings, "broken characters were replaced by \ufffd")
    check_length(text, document.name)
    text = nfc(_NEWLINE.sub("\n", text)).strip().strip("\ufeff\u200b").strip()
    check_text(text, document.name)
    return Article(
        id=clean_line(article_id) or document.stem,
        text=text,
        title=clean_line(title),
        date=iso_date(day),
        source=document.source,
        warnings=warnings,
    )


def check_text(text: str, source: str = "The text") -> None:
    """Whether a text can be an article at all.

    Raises:
        InputError: it is empty, blank, has fewer than ``MIN_WORDS`` words or is longer than ``MAX_ARTICLE_CHARACTERS``.
    """
    check_length(text, source)
    words = sum(1 for _ in zip(range(MIN_WORDS), _WORD.finditer(text), strict=False))
    if words >= MIN_WORDS:
        return
    if not text.strip(" \n\r\t\u00a0\u200b\ufeff"):
        raise InputError(f"{source} is empty.", "Give a document that holds the text of an article.")
    if not words:
        raise InputError(f"{source} holds no words.", "Give a document that holds the text of an article.")
    holds = "one word" if words == 1 else f"{words} words"
    raise InputError(f"{source} holds only {holds}.", f"An article needs at least {MIN_WORDS} words.")


def check_length(text: str, source: str) -> None:
    """Raises InputError when a text is over the limit for one article."""
    if len(text) > MAX_ARTICLE_CHARACTERS:
        raise InputError(
            f"{source} is longer than the limit of {MAX_ARTICLE_CHARACTERS // 1_000_000} million characters (5 MB) "
            "for one article.",
            "Split it into one file an article.",
        )


def split_title(text: str) -> tuple[str, str]:
    """A plain text's title and its body.

    The first line is the title when a blank line follows it, it has at most ``MAX_TITLE`` characters, does not end
    in a full stop, and something is left for the body; the body is then everything after it.
    """
    text = _NEWLINE.sub("\n", text).lstrip("\ufeff\n \t")
    first, _, rest = text.partition("\n")
    second, _, _ = rest.partition("\n")
    title = first.strip()
    if _BLANK.fullmatch(second) and rest.strip() and 0 < len(title) <= MAX_TITLE and not title.endswith("."):
        return title, rest.lstrip()
    return "", text


def title_of(paragraphs: list[str]) -> str:
    """The first paragraph when it can be a title: short, no full stop at its end, and others follow; else ""."""
    first = paragraphs[0] if len(paragraphs) > 1 else ""
    return first if len(first) <= MAX_TITLE and not first.endswith(".") else ""


def without_old_fonts(text: str) -> tuple[str, tuple[str, ...]]:
    """Text from a document set in the Vietnamese fonts of the 1990s (.VnTime, VNI-Times) in Unicode, and a warning.

    Such documents hold Latin-1 letters that only those fonts draw as Vietnamese; other text is given back as it is.
    """
    turned, name = guess_legacy(text)
    return turned, (f"converted from {name} fonts",) if name else ()


def iso_date(value: str) -> str:
    """A calendar date as ``YYYY-MM-DD``, "" when ``value`` is not one; ``a/b/c`` is day/month/year."""
    value = value.strip()
    if not value[:1].isalnum():
        return ""
    for candidate in (value, value[:10]):
        try:
            return datetime.fromisoformat(candidate).date().isoformat()
        except ValueError:
            continue
    for form in _DATE_FORMS:
        try:
            return datetime.strptime(value.partition(" ")[0] if "/%" in form else value, form).date().isoformat()
        except ValueError:
            continue
    return ""


def clean_line(text: str) -> str:
    """A title or id: one line, NFC, white space collapsed, nothing that cannot be written as UTF-8."""
    return nfc(_LONE_SURROGATE.sub("\ufffd", " ".join(text.split())))
