"""Classic extractive methods from the ``sumy`` package, given the same sentences and fair Vietnamese words.

sumy's own tokenizer knows no Vietnamese and needs a download for English, so the sentences are ours, the words are
tone-normalised syllables, and Vietnamese gets a stop list as English does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import metadata
from typing import Any, ClassVar

from summarizer.datasets.base import Target
from summarizer.metrics.tokenize import syllables
from summarizer.registry import require
from summarizer.systems.base import Job, Output, Story
from summarizer.systems.specs import sentence_count
from summarizer.systems.stopwords import VIETNAMESE
from summarizer.types import Lang


class _Tokenizer:
    """The two methods sumy calls."""

    def to_sentences(self, text: str) -> tuple[str, ...]:
        return (text,)

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(token for token in syllables(text) if not token.isdigit())


class _Sumy:
    """One sumy method with a fixed number of sentences."""

    own_process = True
    method: ClassVar[str]
    module: ClassVar[str]
    class_name: ClassVar[str]

    def __init__(self, rest: str, target: Target) -> None:
        self._count = sentence_count(rest, target)
        self.name = f"{self.method}-{self._count}"

    def stamp(self, job: Job) -> str:
        """The version of sumy; its modules are imported here, so that outputs are timed without that.

        Raises:
            MissingExtraError: sumy is not installed.
        """
        for lang in job.langs:
            self._engine(lang)
        return f"sumy {metadata.version('sumy')}"

    def outputs(self, stories: Sequence[Story], job: Job, skip: frozenset[str] = frozenset()) -> Iterator[Output]:
        """The extracts, in document order; articles in a language not wanted get none."""
        engines = {lang: self._engine(lang) for lang in job.langs}
        for story in stories:
            if story.id not in skip:
                engine = engines.get(story.language)
                texts = {story.language: self._extract(engine, story)} if engine else {}
                yield Output(story.id, texts, read=1.0)

    def _engine(self, lang: Lang) -> Any:
        module = require(f"sumy.summarizers.{self.module}", "eval")
        if lang == "vi":
            engine = getattr(module, self.class_name)()
            engine.stop_words = VIETNAMESE
        else:
            engine = getattr(module, self.class_name)(require("sumy.nlp.stemmers", "eval").Stemmer("english"))
            engine.stop_words = require("sumy.utils", "eval").get_stop_words("english")
        return engine

    def _extract(self, engine: Any, story: Story) -> str:
        if len(story.sentences) <= self._count:
            return story.extract(range(len(story.sentences)))
        model = require("sumy.models.dom", "eval")
        words = _Tokenizer()
        made = [model.Sentence(sentence.text, words) for sentence in story.sentences]
        chosen = {id(sentence) for sentence in engine(model.ObjectDocumentModel([model.Paragraph(made)]), self._count)}
        return story.extract([i for i, sentence in enumerate(made) if id(sentence) in chosen])


class LexRank(_Sumy):
    """Erkan and Radev 2004."""

    method = "lexrank"
    module = "lex_rank"
    class_name = "LexRankSummarizer"


class TextRank(_Sumy):
    """Mihalcea and Tarau 2004."""

    method = "textrank"
    module = "text_rank"
    class_name = "TextRankSummarizer"


class Lsa(_Sumy):
    """Latent semantic analysis, Steinberger and Ježek 2004."""

    method = "lsa"
    module = "lsa"
    class_name = "LsaSummarizer"


class Luhn(_Sumy):
    """Luhn 1958."""

    method = "luhn"
    module = "luhn"
    class_name = "LuhnSummarizer"
