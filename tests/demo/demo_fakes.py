"""A writer without a model: the page's tests need summaries of the right shape, fast, and the same every time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from summarizer.errors import SummarizerError
from summarizer.formats.document import Failure
from summarizer.settings import Settings
from summarizer.text.clean import clean
from summarizer.text.sentences import sentences
from summarizer.types import (
    Article,
    Coverage,
    Finding,
    Repair,
    Sentence,
    Span,
    Summary,
    SummarySentence,
    SummaryText,
)

SLOW, CRASH = "[[chậm]]", "[[hỏng]]"  # in an article: take a while, fail in an unforeseen way


class FakeWriter:
    """Copies the first sentences for Vietnamese and wraps them in English words for English."""

    def __init__(
        self, model: str, delay: float = 0.0, slow: float = 3.0, english: threading.Event | None = None
    ) -> None:
        self.settings = Settings(model=model)
        self.delay = delay
        self.slow = slow
        self.english = english  # where there is one, the English summary is written only once it is set

    def summarize_many(
        self, articles: Iterable[Article], *, watch: Callable[[Summary], None] | None = None
    ) -> Iterator[Summary | Failure]:
        for article in articles:
            time.sleep(self.slow if SLOW in article.text else self.delay)
            if CRASH in article.text:
                raise RuntimeError(article.text)
            outcome = self._outcome(article)
            if watch and isinstance(outcome, Summary):
                findings = tuple(f for f in outcome.findings if f.lang == "vi")
                watch(replace(outcome, en=None, findings=findings))
            if self.english:
                self.english.wait(20)
            yield outcome

    def _outcome(self, article: Article) -> Summary | Failure:
        try:
            return make_summary(article, self.settings)
        except SummarizerError as error:
            return Failure.of(error, article.source, article_id=article.id)


def make_summary(article: Article, settings: Settings) -> Summary:
    """A summary of the first two sentences, with a fact of every verdict."""
    story = clean(article)
    parts = sentences(story)
    used = parts[: 1 if settings.length == "headline" else 2]
    vi, en = _text(used, ""), _text(used, "In short: ")
    number = next((word for word in vi.split() if any(c.isdigit() for c in word)), vi.split()[0])
    at = article.text.find(number)
    findings = (
        Finding("number", "supported", "vi", number, vi.find(number), vi.find(number) + len(number),
                Span(at, at + len(number)) if at >= 0 else None, used[0].text),
        Finding("name", "not_found", "en", "In short", 0, 8, None, "", "this name is not in the article"),
        Finding("date", "contradicted", "vi", vi[:6], 0, 6, Span(used[-1].start, used[-1].end), used[-1].text),
    )  # fmt: skip
    size = len(story.text)
    return Summary(
        article=article,
        language=story.language,
        vi=_side("vi", vi, used, "", article.title),
        en=_side("en", en, used, "In short: ", ""),
        sources=tuple(used),
        findings=findings,
        coverage=Coverage(len(parts), len(parts), size, size, len(used)),
        model=settings.model,
        length=settings.length,
        repairs=(Repair("vi", "12", "21"),),
        warnings=article.warnings,
        removed=story.removed,
    )


def _text(used: tuple[Sentence, ...], before: str) -> str:
    return " ".join(before + s.text for s in used)


def _side(lang: str, text: str, used: tuple[Sentence, ...], before: str, headline: str) -> SummaryText:
    spans, at = [], 0
    for sentence in used:
        length = len(before + sentence.text)
        spans.append(SummarySentence(text[at : at + length], at, at + length, (sentence.index,)))
        at += length + 1
    return SummaryText(lang, text, "abstractive", lang == "vi", -0.5, headline, tuple(spans))  # type: ignore[arg-type]
