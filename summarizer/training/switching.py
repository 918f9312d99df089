"""Sentence pairs in which names and terms already stand in English, so that a model learns to take them over.

After Song et al. 2019, "Code-Switching for Enhancing NMT with Pre-Specified Translation": what a glossary knows is
written into the source before it is translated (``checks/terms.py``), and a model that has seen such sources copies it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from summarizer.checks.glossary import load_glossary
from summarizer.text.clean_patterns import UPPER
from summarizer.text.normalize import strip_diacritics
from summarizer.training.sources import Example

ORIGIN = "switched"
MOST = 3  # places changed in a sentence
_LONGEST = 10  # words of a term
_WORDS = re.compile(r"\w+")
_CAPITALS = re.compile(rf"(?:[{UPPER}]\w+ )+[{UPPER}]\w+")
Phrases = Mapping[str, frozenset[str]]  # lower-case Vietnamese to its lower-case English forms
Change = tuple[int, int, str]  # start and end in the source, and what stands there instead


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
        if found := [*_terms(example, phrases), *_names(example)]:
            source = _changed(example.source, rng.sample(found, min(len(found), MOST)))
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


def _changed(source: str, changes: Iterable[Change]) -> str:
    """``source`` with the changes made, the first of those that overlap."""
    out, done = "", 0
    for start, end, text in sorted(changes):
        if start >= done:
            out, done = out + source[done:start] + text, end
    return out + source[done:]
