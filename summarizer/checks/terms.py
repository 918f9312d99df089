"""A Vietnamese sentence with official names, figures and people as English writes them, before it is translated.

A small model knows few of them; one that was taught to take over the English it finds in its source
(training/switching.py) then gets them right.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.checks.figures import english_figures
from summarizer.checks.glossary import Glossary, Mention
from summarizer.checks.names import runs
from summarizer.text.changes import Change, changed
from summarizer.text.normalize import strip_diacritics

# Names of one official form. A country, a place or a common term stands in too many: "người Mỹ" is an American.
_OFFICIAL = frozenset({"treaty", "body", "law", "title"})
_SYLLABLES = 3  # a shorter form may be part of another name


def partly_english(sentence: str, glossary: Glossary) -> str:
    """``sentence`` (Vietnamese) with what English writes in one way only written so."""
    return changed(sentence, [*_terms(sentence, glossary), *_people(sentence, glossary), *english_figures(sentence)])


def _terms(sentence: str, glossary: Glossary) -> Iterator[Change]:
    """Official names of the glossary in their preferred form."""
    for mention in glossary.find(sentence, "vi"):
        if _is_official(mention, sentence):
            yield mention.start, mention.end, mention.term.en


def _is_official(mention: Mention, sentence: str) -> bool:
    syllables = sentence[mention.start : mention.end].split()
    return mention.right and mention.term.kind in _OFFICIAL and len(syllables) >= _SYLLABLES


def _people(sentence: str, glossary: Glossary) -> Iterator[Change]:
    """Full names of Vietnamese people without their marks; "Hà Nội" looks like one and is the glossary's."""
    known = [(m.start, m.end) for m in glossary.find(sentence, "vi")]
    for run in runs(sentence, "vi"):
        if run.surname and not any(a < run.end and run.start < b for a, b in known):
            yield run.start, run.end, strip_diacritics(sentence[run.start : run.end])
