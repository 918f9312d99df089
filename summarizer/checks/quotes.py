"""Quotations of a summary: word for word what the article says, and not cut so that they say something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from summarizer.checks.article import ArticleFacts
from summarizer.checks.name_index import Place
from summarizer.checks.tokens import Token, tokenize
from summarizer.types import Finding, Lang

_QUOTE = re.compile(r"“([^“”\n]+)”|«([^«»\n]+)»|(?<![^\s(])\"([^\"\n]+)\"")
_MIN_WORDS = 4  # a shorter one is a name or a borrowed word
_LONG = 8  # words from which it can be no title of a programme or a song
_LIKE = 0.5  # share of its words from which another passage is what a quotation was meant to be


def check_quotes(article: ArticleFacts, summary: str, lang: Lang) -> tuple[Finding, ...]:
    """A finding for every quotation of ``summary`` that can be compared word for word.

    A translated one cannot; it is flagged only when the article quotes nobody at all.
    """
    same = article.language in (lang, "mixed")
    return tuple(_same(article, summary, lang) if same else _translated(article, summary, lang))


def _quotes(text: str) -> Iterator[tuple[int, int, list[Token]]]:
    for match in _QUOTE.finditer(text):
        start, end = next(match.span(i) for i in (1, 2, 3) if match.group(i))
        words = [t for t in tokenize(text[start:end]) if t.word or t.digits]
        if len(words) >= _MIN_WORDS:
            yield start, end, words


def _same(article: ArticleFacts, summary: str, lang: Lang) -> Iterator[Finding]:
    said = list(_quotes(summary))
    spoken = [t for t in article.names.tokens if t.word or t.digits] if said else []
    keys = [t.key for t in spoken]
    for start, end, _ in said:
        base = Finding("quote", "supported", lang, summary[start:end], start, end)
        places = [_place(keys, part) for part in _parts(summary[start:end])]
        found = [p for p in places if p is not None]
        if len(found) < len(places):
            yield _unlike(article, base)
            continue
        first, last = spoken[found[0][0]], spoken[found[-1][1] - 1]
        base = _sourced(article, base, (first.start, last.end))
        if _is_cut(article.text, first, last, spoken, found[-1][1]):
            base = replace(base, verdict="contradicted", message="The quotation breaks off before the speaker does.")
        yield base


def _parts(quote: str) -> list[list[str]]:
    """The words of a quotation, apart where it says that something was left out."""
    pieces = re.split(r"…|\.\.\.|\[[^\]]*\]", quote)
    return [keys for piece in pieces if (keys := [t.key for t in tokenize(piece) if t.word or t.digits])]


def _place(keys: list[str], words: list[str]) -> tuple[int, int] | None:
    size = len(words)
    for at in range(len(keys) - size + 1):
        if keys[at] == words[0] and keys[at : at + size] == words:
            return at, at + size
    return None


def _is_cut(text: str, first: Token, last: Token, spoken: list[Token], after: int) -> bool:
    """Whether a quotation that begins with its sentence ends in the middle of it."""
    opens = text[: first.start].rstrip()[-1:] in ("“", '"', "«", ".", "!", "?", "…", "")
    following = text[last.end : spoken[after].start] if after < len(spoken) else "."
    return opens and not following.strip() and after < len(spoken)


def _unlike(article: ArticleFacts, said: Finding) -> Finding:
    """The finding for a quotation that stands nowhere, with the article's quotation nearest to it."""
    wanted = {t.key for t in tokenize(said.text)}
    best: tuple[float, int, int] = (0.0, 0, 0)
    for start, end, spoken in _quotes(article.text):
        share = len(wanted & {t.key for t in spoken}) / max(1, len(wanted))
        best = max(best, (share, start, end))
    if best[0] < _LIKE:
        return replace(said, verdict="not_found", message="The article does not hold these words.")
    near = replace(said, verdict="contradicted", message="The article's words are different.")
    return _sourced(article, near, (best[1], best[2]))


def _sourced(article: ArticleFacts, said: Finding, place: Place) -> Finding:
    return replace(said, source=article.span(*place), source_text=article.text[place[0] : place[1]])


def _translated(article: ArticleFacts, summary: str, lang: Lang) -> Iterator[Finding]:
    if any(mark in article.text for mark in "“\"«‘'"):
        return
    for start, end, spoken in _quotes(summary):
        if len(spoken) >= _LONG:
            message = "The article quotes nobody."
            yield Finding("quote", "not_found", lang, summary[start:end], start, end, message=message)
