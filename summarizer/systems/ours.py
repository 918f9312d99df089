"""This project's summarizer: ``ours:MODEL:LENGTH:ROUTE``, for example ``ours:tomtat:short:cascade``.

MODEL is anything ``Summarizer(model=…)`` takes, so a hub model whose weights are here is ``ours:org/name``. Without
LENGTH a summary is short and a headline a headline; without ROUTE the model's own way into the other language is used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.assets import asset
from summarizer.catalog import SHIPPED
from summarizer.datasets.base import Target
from summarizer.errors import SummarizerError
from summarizer.formats.document import Failure
from summarizer.hub.verify import MANIFEST, sha256
from summarizer.settings import DEFAULT_MODEL, LENGTHS, Settings
from summarizer.systems.base import Job, Output, Story
from summarizer.types import Lang, Summary

if TYPE_CHECKING:
    from summarizer.pipeline import Summarizer


class Ours:
    """Runs the pipeline; what it was asked to write is what is scored, low-confidence marks or not."""

    own_process = True

    def __init__(self, rest: str, target: Target) -> None:
        parts = rest.split(":") if rest else []
        if len(parts) > 3:
            raise SummarizerError(f"ours:{rest} has too many parts.", "Give  ours:MODEL:LENGTH:ROUTE .")
        model, length, route = (*parts, *[""] * (3 - len(parts)))
        length = length or ("short" if target == "summary" else "headline")
        if length not in LENGTHS:
            raise SummarizerError(f"Unknown length {length!r} in ours:{rest}.", f"Use one of {', '.join(LENGTHS)}.")
        self._settings = Settings(model=model or DEFAULT_MODEL, length=length, route=route or "auto")
        self._opened: Summarizer | None = None
        self.name = f"ours:{self._settings.model}:{length}:{self._settings.route}"

    def stamp(self, job: Job) -> str:
        """A hash of the model's manifest, which holds the hashes of its weights; its name when it has none."""
        shipped = self._settings.model == SHIPPED
        manifest = (asset(f"models/{SHIPPED}") if shipped else Path(self._settings.model)) / MANIFEST
        backend = self._open(job).backend
        return sha256(manifest) if manifest.is_file() else backend.name

    def outputs(self, stories: Sequence[Story], job: Job, skip: frozenset[str] = frozenset()) -> Iterator[Output]:
        """The summaries, in order; an article that fails gives an empty output with the reason.

        Raises:
            ModelError: the model cannot be loaded.
        """
        todo = [story for story in stories if story.id not in skip]
        written = self._open(job).summarize_many(story.example.article for story in todo)
        for story, done in zip(todo, written, strict=True):
            yield _output(story.id, done, job.langs)

    def _open(self, job: Job) -> Summarizer:
        if self._opened is None:
            from summarizer.pipeline import Summarizer

            self._opened = Summarizer(self._settings, to=job.langs)
        return self._opened


def _output(name: str, done: Summary | Failure, langs: tuple[Lang, ...]) -> Output:
    if isinstance(done, Failure):
        return Output(name, problem=done.problem)
    written = {lang: summary.text for lang in langs if (summary := done.text(lang)) is not None}
    return Output(name, written, read=done.coverage.share)
