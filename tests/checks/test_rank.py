"""One number to rank drafts by."""

from summarizer.checks.rank import fault_weight
from summarizer.types import Finding, FindingKind, Verdict


def finding(kind: FindingKind, verdict: Verdict = "contradicted") -> Finding:
    return Finding(kind, verdict, "vi", "x", 0, 1)


def test_supported_facts_weigh_nothing() -> None:
    assert fault_weight([]) == 0
    assert fault_weight([finding("number", "supported"), finding("name", "supported")]) == 0


def test_a_wrong_figure_is_worse_than_one_nobody_can_find_and_than_a_matter_of_form() -> None:
    wrong, unfound = fault_weight([finding("number")]), fault_weight([finding("number", "not_found")])
    assert wrong > unfound > fault_weight([finding("length")]) > fault_weight([finding("term")]) > 0
    assert fault_weight([finding("language")]) > wrong
    assert fault_weight([finding("number")] * 2) == 2 * wrong
