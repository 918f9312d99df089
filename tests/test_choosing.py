import pytest

from summarizer.choosing import Candidate, spliced
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
