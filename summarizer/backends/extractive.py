"""No model at all: the pipeline's own extract is the summary, in the article's language only."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from summarizer.backends.base import Hypothesis, Request, Task
from summarizer.errors import ModelError
from summarizer.types import Lang


class ExtractiveBackend:
    """Writes nothing, so every summary is an extract and is labelled as one.

    Sentences are ranked and cut by ``summarizer.selection``; asked for the other language, the pipeline says that
    this model cannot write it.
    """

    name = "extractive"
    folders: tuple[Path, ...] = ()
    budget = 1_000_000  # words; nothing is fed to a model, so no article is too long
    whole = budget
    route = "cascade"
    takes_terms = False

    def supports(self, task: Task, source: Lang, target: Lang) -> bool:
        """Nothing: there is no model to ask."""
        return False

    def floor(self, task: Task, source: Lang, target: Lang) -> float:
        """No limit: there are no probabilities."""
        return -math.inf

    def count_tokens(self, text: str) -> int:
        """Words between white space (Vietnamese syllables)."""
        return len(text.split())

    def generate(self, requests: Sequence[Request], *, beams: int = 4, nbest: int = 1) -> list[list[Hypothesis]]:
        """Refuse any request.

        Raises:
            ModelError: there is a request; names the language that cannot be written.
        """
        if not requests:
            return []
        target = {"vi": "Vietnamese", "en": "English"}[requests[0].target]
        raise ModelError(
            f"The extractive system has no model and cannot write {target}.",
            "Its summaries are sentences of the article; choose another --model for the other language.",
        )
