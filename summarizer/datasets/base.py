"""The values evaluation data becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from summarizer.types import Article, Lang

Target = Literal["summary", "headline"]
Texts = Mapping[Lang, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Raw:
    """One row as a reader found it, not yet checked.

    ``where`` names it to a person ("vietnamese_test.jsonl, row 17"). ``problem`` says why it could not be read at all.
    """

    where: str
    id: str = ""
    text: str = ""
    title: str = ""
    date: str = ""
    topic: str = ""
    language: Lang | None = None  # what the source says; None: to be detected
    summaries: Texts = field(default_factory=dict)
    headlines: Texts = field(default_factory=dict)
    key_facts: tuple[Texts, ...] = ()
    gold: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """One article and what people wrote about it.

    ``gold`` is the clean text of a messy article, "" where the set has none.
    """

    id: str
    article: Article
    language: Lang
    summaries: Texts
    headlines: Texts
    key_facts: tuple[Texts, ...] = ()
    topic: str = ""
    gold: str = ""

    def references(self, lang: Lang, target: Target = "summary") -> tuple[str, ...]:
        """The texts a summary (or headline) in ``lang`` is compared with; empty when there are none."""
        return (self.summaries if target == "summary" else self.headlines).get(lang, ())

    def facts(self, lang: Lang) -> tuple[tuple[str, ...], ...]:
        """For each key fact its accepted wordings in ``lang``; facts without any are left out."""
        return tuple(fact[lang] for fact in self.key_facts if fact.get(lang))


@dataclass(frozen=True, slots=True)
class Dataset:
    """A checked evaluation set; ``sha256`` is over ids, articles and references, whatever files they came in."""

    name: str
    examples: tuple[Example, ...]
    sha256: str
    skipped: tuple[str, ...] = ()  # rows left out on request, and why
