"""The line that says how a number was made, so that two numbers are compared only when they may be.

The idea, and the form ``name|key:value|…``, follow sacrebleu
(Post 2018, "A Call for Clarity in Reporting BLEU Scores").
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer import __version__
from summarizer.metrics.base import Case, Column


def signature(column: Column, cases: Sequence[Case]) -> str:
    """For example ``rouge1|lang:vi|tok:syllable|norm:nfc+tone|stem:no|refs:2|n:200|v:0.1.0``.

    ``src`` stands there when summaries are in another language than their articles; ``refs`` gives a range when
    cases have different numbers of references; ``n`` counts the cases the value is over.
    """
    fields = [("lang", _joined(case.lang for case in cases))]
    sources = {case.article.language for case in cases}
    if sources != {case.lang for case in cases}:
        fields.append(("src", _joined(sources)))
    fields += column.settings
    if column.with_references:
        fields.append(("refs", _range([len(case.references) for case in cases])))
    fields += [("n", str(int(column.applies.sum()))), ("v", __version__)]
    return "|".join([column.name, *(f"{key}:{value}" for key, value in fields)])


def comparable(one: str, other: str) -> bool:
    """Whether two signatures differ in nothing but the number of cases and this project's patch release."""
    return _essentials(one) == _essentials(other)


def _essentials(text: str) -> list[str]:
    name, *fields = text.split("|")
    kept = [field for field in fields if not field.startswith(("n:", "v:"))]
    version = next((field for field in fields if field.startswith("v:")), "v:0.0")
    return [name, *kept, ".".join(version.split(".")[:2])]


def _joined(names: object) -> str:
    return "+".join(sorted(set(names)))  # type: ignore[call-overload]


def _range(counts: list[int]) -> str:
    low, high = min(counts, default=0), max(counts, default=0)
    return str(low) if low == high else f"{low}-{high}"
