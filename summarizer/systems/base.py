"""What a system takes and gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from summarizer.datasets.base import Example, Target
from summarizer.text.clean import clean
from summarizer.text.sentences import sentences
from summarizer.types import CleanArticle, Lang, Sentence


@dataclass(frozen=True, slots=True)
class Job:
    """What is wanted of every article: which languages, and a summary or a headline."""

    langs: tuple[Lang, ...]
    target: Target = "summary"
    seed: int = 20251025


@dataclass(frozen=True, slots=True)
class Story:
    """An example whose article has been cleaned and cut into sentences, once for all systems."""

    example: Example
    clean: CleanArticle
    sentences: tuple[Sentence, ...]

    @property
    def id(self) -> str:
        """The example's id."""
        return self.example.id

    @property
    def language(self) -> Lang:
        """The article's language as the set states it."""
        return self.example.language

    def extract(self, chosen: Sequence[int]) -> str:
        """The text of some sentences, in document order."""
        return " ".join(self.sentences[i].text for i in sorted(chosen))


@dataclass(frozen=True, slots=True)
class Output:
    """What a system wrote for one article.

    A language it cannot write is left out of ``texts``; ``read`` is the share of the story it read, when it says so.
    """

    id: str
    texts: Mapping[Lang, str] = field(default_factory=dict)
    seconds: float = 0.0
    read: float | None = None
    problem: str = ""  # why nothing was written


class System(Protocol):
    """Something that summarises."""

    name: str  # its spec with nothing left to defaults
    own_process: bool  # whether time and memory mean something, so that it runs in a process of its own

    def stamp(self, job: Job) -> str:
        """What a saved output depends on besides name and data, such as a hash of the weights."""
        ...

    def outputs(self, stories: Sequence[Story], job: Job, skip: frozenset[str]) -> Iterator[Output]:
        """One output a story, in order, stories with an id in ``skip`` left out."""
        ...


def prepare(example: Example, target: Target = "summary") -> Story:
    """Clean and cut an article; its language is the one the set states.

    Where headlines are wanted the article's own title is taken away, or every system could hand it back.

    Raises:
        InputError: the cleaner leaves nothing of it.
    """
    if target == "headline":
        example = replace(example, article=replace(example.article, title=""))
    cleaned = replace(clean(example.article), language=example.language)
    return Story(example, cleaned, sentences(cleaned))
