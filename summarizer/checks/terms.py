"""Terms written in English into a Vietnamese sentence before a model translates it.

A small model knows few of the official names; one that was taught to take over the English it finds in its source
(training/switching.py) then gets them right.
"""

from __future__ import annotations

from summarizer.checks.glossary import Glossary, Mention

# Names of one official form. A country, a place or a common term stands in too many: "người Mỹ" is an American.
_OFFICIAL = frozenset({"treaty", "body", "law", "title"})
_SYLLABLES = 3  # a shorter form may be part of another name


def with_english_terms(sentence: str, glossary: Glossary) -> str:
    """``sentence`` (Vietnamese) with official names of the glossary in their preferred English form."""
    out, done = [], 0
    for mention in glossary.find(sentence, "vi"):
        if _is_official(mention, sentence):
            out += [sentence[done : mention.start], mention.term.en]
            done = mention.end
    return "".join([*out, sentence[done:]])


def _is_official(mention: Mention, sentence: str) -> bool:
    syllables = sentence[mention.start : mention.end].split()
    return mention.right and mention.term.kind in _OFFICIAL and len(syllables) >= _SYLLABLES
