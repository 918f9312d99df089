from __future__ import annotations

from collections.abc import Sequence

import pytest

from summarizer.backends.base import Hypothesis, Request, Task
from summarizer.backends.extractive import ExtractiveBackend
from summarizer.backends.system import SystemBackend
from summarizer.errors import ModelError
from summarizer.types import Lang


class Fake:
    """Serves some directions by saying its name and the text; notes how often it is called."""

    route = "cascade"
    takes_terms = False
    folders = ()

    def __init__(self, name: str, directions: set[tuple[Task, Lang, Lang]], budget: int = 5, width: int = 1) -> None:
        self.name, self.budget, self.whole, self.calls = name, budget, budget, 0
        self._directions, self._width = directions, width

    def supports(self, task: Task, source: Lang, target: Lang) -> bool:
        return (task, source, target) in self._directions

    def floor(self, task: Task, source: Lang, target: Lang) -> float:
        return -float(self.budget)

    def count_tokens(self, text: str) -> int:
        return self._width * len(text.split())

    def generate(self, requests: Sequence[Request], *, beams: int = 4, nbest: int = 1) -> list[list[Hypothesis]]:
        self.calls += 1
        assert all(self.supports(r.task, r.source, r.target) for r in requests)
        return [[Hypothesis(f"{self.name} {r.text}", -1.0)] * nbest for r in requests]


@pytest.fixture
def parts() -> list[Fake]:
    return [
        Fake("vi", {("summarize", "vi", "vi")}, budget=100),
        Fake("en", {("summarize", "en", "en"), ("summarize", "vi", "vi")}, budget=50, width=3),
        Fake("tr", {("translate", "vi", "en")}, budget=4),
    ]


@pytest.fixture
def system(parts: list[Fake]) -> SystemBackend:
    return SystemBackend("both", "cascade", parts[:2], parts[2:])


def test_each_request_goes_to_the_first_part_that_serves_it_in_one_call_a_part(
    system: SystemBackend, parts: list[Fake]
) -> None:
    requests = [
        Request("một", "summarize", "vi", "vi"),
        Request("câu hai", "translate", "vi", "en"),
        Request("one", "summarize", "en", "en"),
        Request("ba", "summarize", "vi", "vi"),
    ]
    texts = [row[0].text for row in system.generate(requests, nbest=2)]
    assert texts == ["vi một", "tr câu hai", "en one", "vi ba"]
    assert [part.calls for part in parts] == [1, 1, 1]


def test_sentence_over_the_translators_budget_has_no_hypotheses_and_stops_nothing(system: SystemBackend) -> None:
    requests = [Request("a b c d e", "translate", "vi", "en"), Request("a b c d", "translate", "vi", "en")]
    assert [len(row) for row in system.generate(requests)] == [0, 1]


def test_budget_counting_and_floor_come_from_the_right_parts(system: SystemBackend) -> None:
    assert system.budget == 50
    assert system.count_tokens("a b") == 6
    assert system.floor("translate", "vi", "en") == -4.0
    assert system.supports("translate", "vi", "en")
    assert not system.supports("translate", "en", "vi")
    with pytest.raises(ModelError, match="both does not translate from en to vi"):
        system.generate([Request("x", "translate", "en", "vi")])


def test_extractive_writes_nothing_and_says_which_language_it_cannot() -> None:
    backend = ExtractiveBackend()
    assert backend.generate([]) == []
    assert not backend.supports("summarize", "vi", "vi")
    assert backend.count_tokens("Hà Nội mới") == 3
    assert backend.floor("summarize", "vi", "vi") == float("-inf")
    with pytest.raises(ModelError, match="cannot write English"):
        backend.generate([Request("Hà Nội", "summarize", "vi", "en")])
