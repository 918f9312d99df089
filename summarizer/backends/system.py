"""Several models as one: each request goes to the first part that serves its direction."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from summarizer.backends.base import Backend, Hypothesis, Request, Task
from summarizer.errors import ModelError
from summarizer.types import Lang


class SystemBackend:
    """A summarizer and a translator (or several of each) behind the one Protocol.

    ``budget`` and ``count_tokens`` are those of the parts that summarise: they read the selected sentences. A
    translator reads one sentence at a time; a sentence that is over its own budget comes back without hypotheses, as
    a sentence it cannot translate, and the rest of the call goes on.
    """

    def __init__(self, name: str, route: str, summarizers: Sequence[Backend], translators: Sequence[Backend]) -> None:
        self.name = name
        self.route = route
        self.takes_terms = bool(translators) and all(part.takes_terms for part in translators)
        self.folders = tuple(dict.fromkeys(f for part in (*summarizers, *translators) for f in part.folders))
        self._summarizers = list(summarizers)
        self._translators = list(translators)
        self.whole = self.budget = min(part.budget for part in self._summarizers)

    def supports(self, task: Task, source: Lang, target: Lang) -> bool:
        """Whether some part serves such a request."""
        return self._find(task, source, target) is not None

    def floor(self, task: Task, source: Lang, target: Lang) -> float:
        """The limit of the part that serves such a request, -inf where none does."""
        part = self._find(task, source, target)
        return part.floor(task, source, target) if part else -math.inf

    def count_tokens(self, text: str) -> int:
        """Length of ``text`` in the tokens of the summarizing part that needs most."""
        return max(part.count_tokens(text) for part in self._summarizers)

    def generate(self, requests: Sequence[Request], *, beams: int = 4, nbest: int = 1) -> list[list[Hypothesis]]:
        """For each request the hypotheses of its part, in the order of the requests.

        Raises:
            ModelError: no part serves a request.
        """
        rows: list[list[Hypothesis]] = [[] for _ in requests]
        groups: defaultdict[int, list[int]] = defaultdict(list)
        parts: dict[int, Backend] = {}
        for index, request in enumerate(requests):
            part = self._part(request.task, request.source, request.target)
            if request.task != "translate" or part.count_tokens(request.text) <= part.budget:
                parts[id(part)] = part
                groups[id(part)].append(index)
        for key, members in groups.items():
            written = parts[key].generate([requests[i] for i in members], beams=beams, nbest=nbest)
            for index, row in zip(members, written, strict=True):
                rows[index] = row
        return rows

    def _find(self, task: Task, source: Lang, target: Lang) -> Backend | None:
        parts = self._translators if task == "translate" else self._summarizers
        return next((part for part in parts if part.supports(task, source, target)), None)

    def _part(self, task: Task, source: Lang, target: Lang) -> Backend:
        part = self._find(task, source, target)
        if part is None:
            raise ModelError(
                f"{self.name} does not {task} from {source} to {target}.",
                "Choose another model; `tomtat models` lists what each one does.",
            )
        return part
