"""Copies of sentence pairs as careless sources write them, and with other numbers, so that a model learns to cope."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from summarizer.text.normalize import strip_diacritics
from summarizer.training.sources import Example

ORIGIN = "augmented"
# a whole number that stands alone: no part of a date, a decimal or a longer number
_NUMBER = re.compile(r"(?<![\d.,/:-])\d{1,4}(?![\d/:-]|[.,]\d)")
_LAST_DAY = 28
_YEARS = (1950, 2035)


def augmented(examples: Iterable[Example], share: float, seed: int) -> Iterator[Example]:
    """Every example, and for a ``share`` of the Vietnamese sentences to translate one changed copy.

    The copy has no diacritics, or capitals only, or other numbers on both sides; its origin is ``ORIGIN``.
    """
    rng = random.Random(seed)
    for example in examples:
        yield example
        if example.kind == "translate.vi.en" and example.origin != "lexicon" and rng.random() < share:
            yield replace(_changed(example, rng), origin=ORIGIN)


def _changed(example: Example, rng: random.Random) -> Example:
    source, target = renumbered(example.source, example.target, rng)
    if source != example.source and rng.random() < 1 / 2:
        return replace(example, source=source, target=target)
    rough = strip_diacritics(example.source) if rng.random() < 2 / 3 else example.source.upper()
    return replace(example, source=rough)


def renumbered(source: str, target: str, rng: random.Random) -> tuple[str, str]:
    """Both texts with every number that each of them has exactly once replaced by the same other one."""
    once = _once(source) & _once(target)
    others = {number: _other(number, rng) for number in sorted(once)}

    def swap(text: str) -> str:
        return _NUMBER.sub(lambda match: others.get(match[0], match[0]), text)

    return swap(source), swap(target)


def _once(text: str) -> set[str]:
    return {number for number, times in Counter(_NUMBER.findall(text)).items() if times == 1}


def _other(number: str, rng: random.Random) -> str:
    """A number of the same kind: a day stays a possible day, a year a likely year, the rest keeps its length."""
    value, digits = int(number), len(number)
    if number.startswith("0"):
        return number
    if value <= _LAST_DAY:
        return str(rng.randint(1, _LAST_DAY))
    if _YEARS[0] <= value <= _YEARS[1]:
        return str(rng.randint(*_YEARS))
    return str(rng.randint(10 ** (digits - 1), 10**digits - 1))
