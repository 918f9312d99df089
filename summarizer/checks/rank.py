"""How wrong a draft is, as one number to rank drafts by."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.types import Finding, FindingKind

# A wrong figure is the worst a news summary can hold; a figure nobody can find is nearly as bad. The order matters,
# the distances hardly: drafts are compared with each other only.
_WRONG: dict[FindingKind, float] = {
    "language": 10,
    "number": 4,
    "date": 4,
    "negation": 4,
    "name": 3,
    "quote": 3,
    "repetition": 3,
    "attribution": 2,
    "agreement": 2,
    "word": 2,
    "length": 1,
    "term": 0.5,
}
_UNFOUND = 0.75  # share of that weight for what the article neither says nor denies


def fault_weight(findings: Iterable[Finding]) -> float:
    """The summed weight of everything the checks hold against a draft; 0 when they hold nothing."""
    return sum(
        _WRONG[f.kind] * (1.0 if f.verdict == "contradicted" else _UNFOUND)
        for f in findings
        if f.verdict != "supported"
    )
