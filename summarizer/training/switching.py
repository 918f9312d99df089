"""Sentence pairs in which names, terms and figures already stand in English, so that a model learns to take them over.

After Song et al. 2019, "Code-Switching for Enhancing NMT with Pre-Specified Translation": what a glossary or a grammar
of numbers knows is written into the source before it is translated (``checks/terms.py``), and a model that has seen
such sources copies it.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from summarizer.checks.article import quantities
from summarizer.checks.figures import clock_change, is_bounded, readable
from summarizer.checks.glossary import load_glossary
from summarizer.checks.values import Moment, Number
from summarizer.text.changes import Change, changed
from summarizer.text.clean_patterns import UPPER
from summarizer.text.normalize import strip_diacritics
from summarizer.training.sources import Example

ORIGIN = "switched"
MOST = 4  # places changed in a sentence
_LONGEST = 10  # words of a term
_WORDS = re.compile(r"\w+")
_CAPITALS = re.compile(rf"(?:[{UPPER}]\w+ )+[{UPPER}]\w+")
Phrases = Mapping[str, frozenset[str]]  # lower-case Vietnamese to its lower-case English forms


def phrase_table(lexicon: Iterable[Example]) -> Phrases:
    """Terms of the glossary and entries of the word list, from Vietnamese of at least two words to English."""
    table: dict[str, set[str]] = {}
    for example in lexicon:
        if example.kind == "translate.vi.en" and example.origin == "lexicon" and " " in example.source:
            table.setdefault(example.source.lower(), set()).add(example.target.lower())
    for term in load_glossary().terms:
        for form in term.vi:
            if " " in form:
                table.setdefault(form.lower(), set()).update(english.lower() for english in term.forms("en"))
    return {vi: frozenset(en) for vi, en in table.items()}


def switched(examples: Iterable[Example], phrases: Phrases, share: float, seed: int) -> Iterator[Example]:
    """Every example, and for a ``share`` of the Vietnamese sentences that allow it a copy with English in it."""
    rng = random.Random(seed)
    for example in examples:
        yield example
        if example.kind != "translate.vi.en" or example.origin == "lexicon" or rng.random() >= share:
            continue
        if found := [*_terms(example, phrases), *_names(example), *_figures(example)]:
            source = changed(example.source, rng.sample(found, min(len(found), MOST)))
            yield replace(example, source=source, origin=ORIGIN)


def _terms(example: Example, phrases: Phrases) -> Iterator[Change]:
    """The longest known phrases whose English is in the target, with the target's own spelling."""
    spans = [(m.start(), m.end()) for m in _WORDS.finditer(example.source)]
    lower, target = example.source.lower(), example.target.lower()
    i = 0
    while i < len(spans):
        for n in range(min(_LONGEST, len(spans) - i), 1, -1):
            start, end = spans[i][0], spans[i + n - 1][1]
            english = next((e for e in sorted(phrases.get(lower[start:end], ())) if _has(target, e)), "")
            if english:
                at = target.index(english)
                yield start, end, example.target[at : at + len(english)]
                i += n - 1
                break
        i += 1


def _has(text: str, phrase: str) -> bool:
    return phrase in text and re.search(rf"\b{re.escape(phrase)}\b", text) is not None


def _names(example: Example) -> Iterator[Change]:
    """Names the target writes without diacritics; a title in front of one ("Ông") is left."""
    for match in _CAPITALS.finditer(example.source):
        for start in (match.start(), match.start() + match[0].index(" ") + 1):
            name = example.source[start : match.end()]
            plain = strip_diacritics(name)
            if " " in name and plain != name and plain in example.target:
                yield start, match.end(), plain
                break


def _figures(example: Example) -> Iterator[Change]:
    """Numbers, dates and times as the target writes them, each said once on both sides."""
    here, there = quantities(example.source, "vi", None), quantities(example.target, "en", None)
    places = [_places(one, two) for one, two in _paired(_counted(here.numbers), _counted(there.numbers))]
    days = _paired(_dated(here.moments), _dated(there.moments))
    times = _paired([(c, c.parts) for c in here.clocks if clock_change(c)], [(c, c.parts) for c in there.clocks])
    places += [(one.start, one.end, two.start, two.end) for one, two in (*days, *times)]
    for start, end, first, last in places:
        english = example.target[first:last]
        if example.source[start:end] != english:
            yield start, end, english


def _counted(numbers: Iterable[Number]) -> list[tuple[Any, Hashable]]:
    return [(n, (n.raw, n.value, n.approx, n.unit == "percent")) for n in numbers if readable(n)]


def _places(here: Number, there: Number) -> tuple[int, int, int, int]:
    """Both numerals, with their words of approximation where both have some."""
    if is_bounded(here) and is_bounded(there):
        return here.outer[0], here.end, there.outer[0], there.end
    return here.start, here.end, there.start, there.end


def _dated(moments: Iterable[Moment]) -> list[tuple[Moment, Hashable]]:
    sure = (m for m in moments if not m.relative and m.weekday is None)
    return [(m, (m.given, m.day, m.month, m.year if "year" in m.given else None, m.quarter)) for m in sure]


def _paired(here: Sequence[tuple[Any, Hashable]], there: Sequence[tuple[Any, Hashable]]) -> list[tuple[Any, Any]]:
    """Those of the two lists with the same key, where each list has the key once."""
    times = Counter(key for _, key in here), Counter(key for _, key in there)
    other = {key: item for item, key in there if times[1][key] == 1}
    return [(item, other[key]) for item, key in here if times[0][key] == 1 and key in other]
