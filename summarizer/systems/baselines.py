"""A floor, a baseline and a ceiling, which say what the other numbers mean."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

from summarizer.datasets.base import Target
from summarizer.selection.opening import stopped
from summarizer.systems.base import Job, Output, Story
from summarizer.systems.greedy import best_sentences
from summarizer.systems.specs import sentence_count
from summarizer.types import Lang


class _Extract:
    """Shared shape: a function from a story to its sentences, for articles in a wanted language only."""

    own_process = False

    def stamp(self, job: Job) -> str:
        return ""

    def _run(
        self, stories: Sequence[Story], job: Job, skip: frozenset[str], write: Callable[[Story], str]
    ) -> Iterator[Output]:
        for story in stories:
            if story.id not in skip:
                texts = {story.language: write(story)} if story.language in job.langs else {}
                yield Output(story.id, texts, read=1.0)


class Lead(_Extract):
    """The first sentences of the story."""

    def __init__(self, rest: str, target: Target) -> None:
        self._count = sentence_count(rest, target)
        self.name = f"lead-{self._count}"

    def outputs(self, stories: Sequence[Story], job: Job, skip: frozenset[str] = frozenset()) -> Iterator[Output]:
        """The extracts, in order."""
        return self._run(stories, job, skip, lambda story: story.extract(range(min(self._count, len(story.sentences)))))


class Titled(_Extract):
    """The title and the first sentences of the story: what a system that may use the title has to beat."""

    def __init__(self, rest: str, target: Target) -> None:
        self._count = sentence_count(rest, target, 1)
        self.name = f"titled-{self._count}"

    def outputs(self, stories: Sequence[Story], job: Job, skip: frozenset[str] = frozenset()) -> Iterator[Output]:
        """The extracts, in order; a title without a full stop gets one."""

        def write(story: Story) -> str:
            first = story.extract(range(min(self._count, len(story.sentences))))
            title = stopped(story.example.article.title)
            return f"{title} {first}" if title else first

        return self._run(stories, job, skip, write)


class Oracle(_Extract):
    """The sentences that score best against the references: what a perfect extract could reach, not a system."""

    def __init__(self, rest: str, target: Target) -> None:
        self._count = sentence_count(rest, target, 3)
        self.name = f"oracle-{self._count}"

    def outputs(self, stories: Sequence[Story], job: Job, skip: frozenset[str] = frozenset()) -> Iterator[Output]:
        """The extracts, in order."""

        def write(story: Story) -> str:
            references = story.example.references(story.language, job.target)
            return story.extract(best_sentences(story.sentences, references, self._count))

        return self._run(stories, job, skip, write)


class Random:
    """The first sentences of a random other article in the same language: the score of knowing nothing.

    In a language no article of the set is in, another article's reference stands in.
    """

    own_process = False

    def __init__(self, rest: str, target: Target) -> None:
        self._count = sentence_count(rest, target)
        self.name = f"random-{self._count}"

    def stamp(self, job: Job) -> str:
        """Nothing else."""
        return ""

    def outputs(self, stories: Sequence[Story], job: Job, skip: frozenset[str] = frozenset()) -> Iterator[Output]:
        """The foreign extracts, in order; the choice depends on the seed and the id only."""
        pools = {lang: self._pool(stories, lang, job) for lang in job.langs}
        for story in stories:
            if story.id in skip:
                continue
            texts: dict[Lang, str] = {}
            for lang, pool in pools.items():
                others = [text for name, text in pool if name != story.id]
                if others:
                    texts[lang] = random.Random(f"{job.seed} {lang} {story.id}").choice(others)
            yield Output(story.id, texts, read=0.0)

    def _pool(self, stories: Sequence[Story], lang: Lang, job: Job) -> list[tuple[str, str]]:
        own = [s for s in stories if s.language == lang]
        if len(own) > 1:
            return [(s.id, s.extract(range(min(self._count, len(s.sentences))))) for s in own]
        return [(s.id, refs[0]) for s in stories if (refs := s.example.references(lang, job.target))]
