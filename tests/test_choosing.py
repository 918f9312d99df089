import itertools

import pytest

from summarizer.backends.base import Hypothesis
from summarizer.choosing import Candidate, closest, spliced
from summarizer.types import Draft, Finding


def clause(text: str, *findings: Finding, score: float = -0.2) -> Candidate:
    return Candidate(Draft("en", text, "translated", score), findings)


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("After the adjustment.", "The price is VND441,500.", "After the adjustment, the price is VND441,500."),
        ("After the adjustment,", "Hanoi pays more.", "After the adjustment, Hanoi pays more."),
        ("The fire broke out at 3 p.m.", "Another followed.", "The fire broke out at 3 p.m., another followed."),
        ("He met Tran Van Binh.", "(Chairman of the city).", "He met Tran Van Binh (Chairman of the city)."),
    ],
)
def test_two_clauses_become_one_sentence(first: str, second: str, whole: str) -> None:
    assert spliced(clause(first), clause(second)).draft.text == whole


def test_findings_of_the_second_clause_move_with_it_and_the_lower_score_counts() -> None:
    found = Finding("number", "not_found", "en", "12", 4, 6)
    done = spliced(clause("It rained.", score=-0.5), clause("The 12 roads are closed.", found))
    (moved,) = done.findings
    assert done.draft.text[moved.start : moved.end] == "12"
    assert done.draft.score == -0.5


def hypotheses(*texts: str) -> list[Hypothesis]:
    return [Hypothesis(text, -0.1 * number) for number, text in enumerate(texts)]


def test_the_closest_is_the_first_with_the_least_fault_whatever_is_asked_first() -> None:
    counts = [lambda text: text.count("a") * 2.0, lambda text: text.count("b") * 0.5, lambda text: text.count("c")]
    texts = ["aab", "abbbc", "abb", "bba", "abbc"]
    for some in itertools.permutations(texts):
        wanted = min(some, key=lambda text: sum(count(text) for count in counts))
        assert closest(hypotheses(*some), counts).text == wanted


def test_what_told_most_against_the_best_is_asked_first_and_rules_the_rest_out() -> None:
    asked: list[str] = []

    def names(text: str) -> float:
        asked.append(f"names {text}")
        return 3.0

    def numbers(text: str) -> float:
        asked.append(f"numbers {text}")
        return 0.0

    assert closest(hypotheses("one", "two", "three"), [numbers, names]).text == "one"
    assert asked == ["numbers one", "names one", "names two", "names three"]


def test_nothing_is_asked_after_one_without_fault() -> None:
    asked: list[str] = []

    def fault(text: str) -> float:
        asked.append(text)
        return 0.0

    assert closest(hypotheses("one", "two"), [fault]).text == "one"
    assert asked == ["one"]
