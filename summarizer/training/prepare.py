"""From a data folder to token arrays: what the model will read is selected exactly as it is in use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from summarizer.selection.features import words
from summarizer.selection.select import rank, select
from summarizer.text.sentences import sentences
from summarizer.training.sources import Example, tidy
from summarizer.types import Article, CleanArticle, Span

LEAST_SUPPORT = 0.6  # share of a reference's words that must be in what the model reads


def as_story(text: str) -> CleanArticle:
    """An article as it stands, a paragraph a line, nothing removed."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((Span(start, start + len(line)),))
        start += len(line) + 1
    return CleanArticle(Article("", text), tuple(spans))


def support(target: str, source: str) -> float:
    """Share of the words of ``target`` that are in ``source``: a teaser, or a fact from elsewhere, scores low."""
    wanted = words(target)
    known = set(words(source))
    return sum(w in known for w in wanted) / len(wanted) if wanted else 0.0


def selected(examples: Iterable[Example], count_tokens: Callable[[str], int], budget: int) -> Iterator[Example]:
    """Examples whose article is replaced by the sentences the selector keeps within ``budget`` tokens.

    Translation examples pass unchanged. Same-language references that the selected text does not support are left
    out: learning from them teaches a model to invent.
    """

    @lru_cache(maxsize=4)
    def reading(text: str, title: str) -> str:
        story = sentences(as_story(text))
        chosen = select(story, rank(story, title), count_tokens, budget)
        return tidy(" ".join(s.text for s in chosen.sentences), "vi")

    for example in examples:
        if example.task == "translate":
            yield example
            continue
        source = reading(example.source, example.title)
        same_language = example.source_lang == example.target_lang
        if source and not (same_language and support(example.target, source) < LEAST_SUPPORT):
            yield replace(example, source=source)
