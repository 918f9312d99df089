"""What is planted upon, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.types import Lang


@dataclass(frozen=True, slots=True)
class Source:
    """A true summary and what else is known of its article."""

    article_id: str
    article: str
    article_lang: Lang
    summary: str
    lang: Lang
    other: str = ""  # a summary of the same article in the other language
    quoted: bool = False  # ends in a quotation added from the article, for plants on quotations only


@dataclass(frozen=True, slots=True)
class Planted:
    """A summary with one error at ``[start, end)``; the kind "" marks an untouched one."""

    source: Source
    kind: str
    text: str
    start: int = 0
    end: int = 0


def replaced(source: Source, kind: str, start: int, end: int, new: str) -> Planted | None:
    """``source`` with other words at ``[start, end)`` of its summary, None when they are the same."""
    text = source.summary[:start] + new + source.summary[end:]
    if new == source.summary[start:end]:
        return None
    return Planted(source, kind, text, start, start + max(1, len(new)))
