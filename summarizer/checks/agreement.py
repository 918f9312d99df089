"""Whether the Vietnamese and the English summary of one article contradict each other.

The two are written apart and may choose different facts, so a fact that only one of them has is no conflict.
A conflict is a pair of figures or dates, each without a partner, that can only be meant as the same one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.checks.article import quantities
from summarizer.checks.match import agrees, near_miss, shared_parts, supports
from summarizer.checks.values import Moment, Number
from summarizer.types import Finding


def check_agreement(vi: str, en: str) -> tuple[Finding, ...]:
    """Findings of kind "agreement", placed in the English summary, with the Vietnamese wording as source text."""
    said_vi, said_en = quantities(vi, "vi", None), quantities(en, "en", None)
    pairs = [
        *_numbers(said_vi.numbers, said_en.numbers),
        *_moments(said_vi.moments, said_en.moments),
    ]
    return tuple(
        Finding(
            "agreement",
            "contradicted",
            "en",
            en[there[0] : there[1]],
            *there,
            source_text=vi[here[0] : here[1]],
            message="The Vietnamese summary says otherwise.",
        )
        for here, there in sorted(pairs, key=lambda pair: pair[1])
    )


def _numbers(here: Sequence[Number], there: Sequence[Number]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    alone = [n for n in here if not n.spelled and not any(supports(m, n) or supports(n, m) for m in there)]
    for number in there:
        if number.spelled or any(supports(number, n) or supports(n, number) for n in here):
            continue
        near = [n for n in alone if number.thing and n.thing == number.thing and near_miss(number, n)]
        if len(near) == 1:
            yield near[0].outer, number.outer


def _moments(here: Sequence[Moment], there: Sequence[Moment]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    dated = [m for m in here if len(m.given) > 1 and not any(agrees(n, m) or agrees(m, n) for n in there)]
    for moment in there:
        if len(moment.given) < 2 or any(agrees(moment, m) or agrees(m, moment) for m in here):
            continue
        near = [m for m in dated if shared_parts(moment, m) == len(moment.given) - 1]
        if len(near) == 1:
            yield (near[0].start, near[0].end), (moment.start, moment.end)
