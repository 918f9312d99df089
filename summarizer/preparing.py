"""From an article to what is written from: cleaned, split into sentences, ranked, and the best of them selected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from summarizer.backends.base import Backend
from summarizer.formats.article import make_article, split_title
from summarizer.formats.document import Document
from summarizer.selection.extract import extract
from summarizer.selection.select import rank, select
from summarizer.settings import LengthRule
from summarizer.text.clean import clean
from summarizer.text.clean_lines import line_reason
from summarizer.text.normalize import collapse
from summarizer.text.sentences import sentences
from summarizer.types import Article, CleanArticle, Coverage, Draft, Lang, Selection, Sentence


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article ready to be written from."""

    story: CleanArticle
    source: Lang  # the language it is mostly written in
    sentences: tuple[Sentence, ...]
    scores: NDArray[np.float64]
    selection: Selection
    extract: Draft

    def coverage(self, drafts: Iterable[Draft]) -> Coverage:
        """What was read for ``drafts``: what was selected where a model wrote one of them, else all there is."""
        whole = self.selection.coverage
        if any(draft.method == "abstractive" for draft in drafts):
            return whole
        return replace(whole, read=whole.sentences, characters_read=whole.characters)


def article_of(text: str) -> Article:
    """An article of plain text, which may begin with its title on a line of its own, then a blank line."""
    title, body = split_title(text)
    return make_article(Document("text", BytesIO()), body, title=title)


def _titled(article: Article) -> Article:
    """``article`` without a title that is a leftover of its page ("XEM VIDEO:"), which it then mentions."""
    reason = line_reason(collapse(article.title)) if article.title else ""
    if not reason:
        return article
    note = f"the first line, {article.title!r}, was not taken as the title ({reason})"
    return replace(article, title="", warnings=(*article.warnings, note))


def prepare(article: Article, backend: Backend, rule: LengthRule) -> Prepared:
    """``article`` ready to be written from by ``backend``; of the model only its token counter is needed.

    Raises:
        InputError: there is nothing to summarise (LanguageError: it is in a third language).
    """
    story = clean(_titled(article))
    parts = sentences(story)
    source: Lang = "en" if story.language == "en" else "vi"
    title = story.article.title
    scores = rank(parts, title)
    chosen = select(parts, scores, backend.count_tokens, backend.budget)
    return Prepared(story, source, parts, scores, chosen, extract(parts, scores, source, rule, title))
