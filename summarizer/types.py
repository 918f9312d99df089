"""The values that flow from a document to its summaries.

Frozen, slotted, standard library only: every stage takes some of these and returns new ones.
All offsets count characters of ``Article.text`` (already decoded and NFC) unless a docstring says otherwise,
so they survive cleaning and selection.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Lang = Literal["vi", "en"]
ArticleLang = Literal["vi", "en", "mixed"]
Length = Literal["headline", "short", "medium"]
Method = Literal["abstractive", "translated", "extractive"]
Verdict = Literal["supported", "contradicted", "not_found"]
FindingKind = Literal[
    "number",
    "date",
    "name",
    "quote",
    "negation",
    "attribution",
    "term",
    "word",
    "language",
    "repetition",
    "length",
    "agreement",
]

LANGS: tuple[Lang, ...] = ("vi", "en")


def other_lang(lang: Lang) -> Lang:
    """The other one of the two languages."""
    return "en" if lang == "vi" else "vi"


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open character range ``[start, end)``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One document as read: decoded, NFC, nothing removed yet."""

    id: str
    text: str
    title: str = ""
    date: str = ""  # ISO 8601 calendar date of publication, "" when unknown
    source: str = ""  # path or URL it came from
    warnings: tuple[str, ...] = ()  # e.g. "decoded from TCVN3"


@dataclass(frozen=True, slots=True)
class Removal:
    """A piece the cleaner took out of the article, and why."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """An article with its boilerplate marked.

    ``paragraphs`` holds, for each paragraph of the story, the spans of ``article.text`` that were kept
    (more than one when something inside the paragraph was removed).
    """

    article: Article
    paragraphs: tuple[tuple[Span, ...], ...]
    removed: tuple[Removal, ...] = ()
    language: ArticleLang = "vi"

    @property
    def text(self) -> str:
        """The kept story, a paragraph a line."""
        return "\n".join(self._paragraph(spans) for spans in self.paragraphs)

    def _paragraph(self, spans: tuple[Span, ...]) -> str:
        text = ""
        for piece in (self.article.text[s.start : s.end].strip() for s in spans):
            # what was removed between "Ông Sửu" and ", 67 tuổi" leaves no space behind
            text += piece if not text or piece[:1] in ",.;:!?…)”" else f" {piece}"
        return text


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the story; ``text`` has its white space collapsed and removed pieces left out."""

    index: int
    start: int
    end: int
    text: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the story was read by the model and how much the summaries rest on."""

    sentences: int
    read: int
    characters: int
    characters_read: int
    used: int = 0  # sentences at least one summary sentence rests on

    @property
    def share(self) -> float:
        """Share of the story's characters that was read, 0 to 1."""
        return self.characters_read / self.characters if self.characters else 0.0


@dataclass(frozen=True, slots=True)
class Selection:
    """The sentences a backend reads, in document order, within ``budget`` model tokens."""

    sentences: tuple[Sentence, ...]
    scores: tuple[float, ...]  # one per sentence, higher is more central
    budget: int
    tokens: int
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Draft:
    """One candidate summary in one language, before checking."""

    lang: Lang
    text: str
    method: Method
    score: float | None = None  # mean log-probability a token, None for extracts
    sources: tuple[int, ...] = ()  # Sentence.index of what it was written from


@dataclass(frozen=True, slots=True)
class Finding:
    """One checked fact, or one thing wrong with a summary.

    ``start``/``end`` are offsets in the summary; ``source`` is the supporting (or nearest) span of the article.
    """

    kind: FindingKind
    verdict: Verdict
    lang: Lang
    text: str
    start: int
    end: int
    source: Span | None = None
    source_text: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Repair:
    """A wrong fact the pipeline replaced: what stood there, what stands there now, and where that comes from."""

    lang: Lang
    before: str
    after: str
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A sentence of a summary (offsets in the summary) and the article sentences it rests on."""

    text: str
    start: int
    end: int
    sources: tuple[int, ...] = ()  # Sentence.index, best first


@dataclass(frozen=True, slots=True)
class SummaryText:
    """The summary in one language; ``str()`` gives the text."""

    lang: Lang
    text: str
    method: Method
    trusted: bool = True  # False: shown with a low-confidence mark
    score: float | None = None
    headline: str = ""
    sentences: tuple[SummarySentence, ...] = ()

    def __str__(self) -> str:
        return self.text

    @property
    def heading(self) -> str:
        """The headline to show above the text, "" where the text is the headline or begins with it."""
        headline = " ".join(self.headline.split())
        return "" if self.text.casefold().startswith(headline.casefold()) else headline


@dataclass(frozen=True, slots=True)
class Summary:
    """What the pipeline gives for one article."""

    article: Article
    language: ArticleLang
    vi: SummaryText | None
    en: SummaryText | None
    sources: tuple[Sentence, ...]  # the article sentences the summaries rest on, document order
    findings: tuple[Finding, ...]
    coverage: Coverage
    model: str
    length: Length = "short"
    repairs: tuple[Repair, ...] = ()
    warnings: tuple[str, ...] = ()
    removed: tuple[Removal, ...] = field(default=())

    def text(self, lang: Lang) -> SummaryText | None:
        """The summary in ``lang``, None when it was not asked for."""
        return self.vi if lang == "vi" else self.en
