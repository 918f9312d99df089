"""What every backend can do, so that the pipeline needs to know none of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from summarizer.types import Lang

Task = Literal["translate", "summarize", "headline"]


@dataclass(frozen=True, slots=True)
class Request:
    """One text to write from.

    ``translate`` takes a single sentence; ``summarize`` and ``headline`` take selected sentences joined by spaces.
    ``unsaid`` are strings of digits, words and signs that the output must not hold, ``unfinished`` figures with which
    none of its numbers may end unless a word such as "million" follows; a model that cannot be kept from them, such as
    one whose pieces are longer than a digit, leaves them to the checks.
    """

    text: str
    task: Task
    source: Lang
    target: Lang
    min_tokens: int = 1
    max_tokens: int = 128
    unsaid: tuple[str, ...] = ()
    unfinished: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One generated text and its mean log-probability a token."""

    text: str
    score: float


class Backend(Protocol):
    """A model that writes text.

    The same request gives the same text whatever else is in the call.
    """

    name: str  # what the summary says was used, e.g. "tomtat-small"
    budget: int  # most source tokens one request should hold
    whole: int  # most of a sentence that it translates best in one piece; a longer one goes by its clauses
    route: str  # "direct" or "cascade": how this model writes the other language best
    takes_terms: bool  # English terms in a Vietnamese sentence to translate are taken over as they stand
    folders: tuple[Path, ...]  # what it was loaded from, so that a long run can see that it is still the same

    def supports(self, task: Task, source: Lang, target: Lang) -> bool:
        """Whether ``generate`` can serve such a request."""
        ...

    def floor(self, task: Task, source: Lang, target: Lang) -> float:
        """Mean log-probability a token under which this model's text is not to be trusted (-inf: no such limit)."""
        ...

    def count_tokens(self, text: str) -> int:
        """Length of ``text`` in this model's own tokens, special tokens left out."""
        ...

    def generate(self, requests: Sequence[Request], *, beams: int = 4, nbest: int = 1) -> list[list[Hypothesis]]:
        """For each request its ``nbest`` hypotheses, best first, in the order of the requests.

        Raises:
            ModelError: the request is not supported by this model.
        """
        ...
