"""Which of several drafts a user gets: facts first, then likelihood, and never worse than an extract."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from summarizer.backends.base import Hypothesis
from summarizer.checks.rank import fault_weight
from summarizer.text.wordlist import words
from summarizer.types import Draft, Finding, Lang, Repair

Check = Callable[[str], tuple[Finding, ...]]
Comparison = Callable[[str], float]  # how much speaks against a text
# Words that a model writes with a capital only because it takes a clause for a sentence.
_SMALL: dict[Lang, frozenset[str]] = {
    "vi": words("Các Những Một Trong Trên Với Và Nhưng Khi Để Theo Từ Đã Sẽ Đang Bị Được Do Vì Tại Ở Không Người Việc"),
    "en": words(
        "The A An This That These Those There It He She They We In On At By For From Of To With And But Or As If When "
        "While After Before Because Since Until Who Which Where Another Other Some All Both Each Not No Their His Her"
    ),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A draft with what the checks found in it."""

    draft: Draft
    findings: tuple[Finding, ...]
    repairs: tuple[Repair, ...] = ()
    against: float = 0.0  # of a translation: all that speaks against it, what it leaves out too

    @property
    def fault(self) -> float:
        """How wrong the checks think it is; 0 when they have nothing against it."""
        return fault_weight(self.findings)


def rerank(hypotheses: Sequence[Hypothesis], check: Check) -> tuple[Hypothesis, tuple[Finding, ...]]:
    """The hypothesis with the least fault; among equals the likelier, which comes first.

    One without fault is not beaten, so that those after it are not checked.
    """
    checked: list[tuple[Hypothesis, tuple[Finding, ...]]] = []
    for hypothesis in hypotheses:
        checked.append((hypothesis, check(hypothesis.text)))
        if not fault_weight(checked[-1][1]):
            break
    return min(checked, key=lambda pair: fault_weight(pair[1]))


def closest(hypotheses: Sequence[Hypothesis], comparisons: Sequence[Comparison]) -> Hypothesis:
    """The first of the hypotheses that all comparisons together hold least against.

    What told most against the best so far is asked of the next one first: hypotheses mostly share what is wrong with
    them, so that one or two of the comparisons are enough to rule another out.
    """
    best, least, order = hypotheses[0], math.inf, list(comparisons)
    for hypothesis in hypotheses:
        faults: dict[Comparison, float] = {}
        for compare in order:
            faults[compare] = compare(hypothesis.text)
            if sum(faults.values()) >= least:
                break
        else:
            best, least = hypothesis, sum(faults.values())
            order.sort(key=faults.__getitem__, reverse=True)
        if not least:
            break
    return best


def likely(draft: Draft, floor: float) -> bool:
    """Whether the model is sure enough of a draft; an extract has no likelihood, and needs none."""
    return draft.score is None or draft.score >= floor


def usable(generated: Candidate, floor: float) -> bool:
    """Whether a generated draft says anything, and the model is sure enough of it."""
    return likely(generated.draft, floor) and bool(generated.draft.text.strip())


def better(generated: Candidate, extracted: Candidate, floor: float) -> Candidate:
    """The generated draft if it is likely enough and the checks have nothing more against it than the extract."""
    return generated if usable(generated, floor) and generated.fault <= extracted.fault else extracted


def spliced(first: Candidate, second: Candidate) -> Candidate:
    """The translations of a sentence's two clauses as one sentence: no full stop between them, no capital after it."""
    head, tail = first.draft.text.rstrip(), second.draft.text
    clause = head if head.endswith(".m.") else head.rstrip(".,;: ")
    if tail.partition(" ")[0] in _SMALL[second.draft.lang]:
        tail = tail[0].lower() + tail[1:]
    return joined(
        [
            replace(first, draft=replace(first.draft, text=clause if tail.startswith("(") else f"{clause},")),
            replace(second, draft=replace(second.draft, text=tail)),
        ]
    )


def unstopped(candidate: Candidate | None) -> Candidate | None:
    """``candidate`` as a headline, which ends with no full stop."""
    return candidate and replace(candidate, draft=replace(candidate.draft, text=candidate.draft.text.removesuffix(".")))


def joined(parts: Sequence[Candidate]) -> Candidate:
    """Sentence-by-sentence drafts as one: texts joined, the lowest score, findings moved to their new offsets."""
    text, findings, scores = "", [], []
    for part in parts:
        offset = len(text) + bool(text)
        text = f"{text} {part.draft.text}" if text else part.draft.text
        findings += [replace(f, start=f.start + offset, end=f.end + offset) for f in part.findings]
        scores += [part.draft.score] if part.draft.score is not None else []
    first = parts[0].draft
    repairs = tuple(repair for part in parts for repair in part.repairs)
    draft = Draft(first.lang, text, first.method, min(scores) if scores else None)
    return Candidate(draft, tuple(findings), repairs, sum(part.against for part in parts))
