"""Terms written in English into a Vietnamese sentence before a model translates it.

A small model knows few of the official names; one that was taught to take over the English it finds in its source
(training/switching.py) then gets them right.
"""

from __future__ import annotations

from summarizer.checks.glossary import Glossary


def with_english_terms(sentence: str, glossary: Glossary) -> str:
    """``sentence`` (Vietnamese) with the glossary's terms in their preferred English form."""
    out, done = [], 0
    for mention in glossary.find(sentence, "vi"):
        out += [sentence[done : mention.start], mention.term.en]
        done = mention.end
    return "".join([*out, sentence[done:]])
