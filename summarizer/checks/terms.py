"""Terms on their way from Vietnamese into English: written in English beforehand, and looked for afterwards.

A small model knows few official names; one that was taught to take over the English it finds in its source
(training/switching.py) then gets them right.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.checks.figures import english_figures
from summarizer.checks.glossary import Glossary, Mention, Term
from summarizer.checks.name_words import HEADS, syllable
from summarizer.checks.names import Run, runs
from summarizer.text.changes import Change, changed
from summarizer.text.normalize import strip_diacritics
from summarizer.types import Finding, Lang

# Names of one official form. A country, a place or a common term stands in too many: "người Mỹ" is an American.
_OFFICIAL = frozenset({"treaty", "body", "law", "title"})
_SYLLABLES = 3  # a shorter form may be part of another name
_HEADED = 2  # words that a body's head and the capital after it make
_CAPITALS = 3  # letters of an abbreviation that stands for one thing only


def partly_english(sentence: str, glossary: Glossary, *, kept: bool = False) -> str:
    """``sentence`` (Vietnamese) with what English writes in one way only written so.

    With ``kept`` the terms too that translations keep, and the names of places; these a model translates better itself
    unless it does not know them.
    """
    terms = _terms(sentence, glossary, kept=kept)
    return changed(sentence, [*terms, *_names(sentence, glossary, kept=kept), *english_figures(sentence)])


def check_terms(sentence: str, translation: str, lang: Lang, glossary: Glossary) -> tuple[Finding, ...]:
    """A finding for every term of a Vietnamese ``sentence`` that its English ``translation`` has in no form.

    Only terms are looked for that people's translations keep (models/list_kept_terms.py), and those of a user's own
    glossary; of the other direction nothing is known.
    """
    if lang != "en":
        return ()
    lost = (m for m in glossary.find(sentence, "vi") if _is_kept(m, sentence) and not holds(translation, m.term))
    return tuple(_finding(term, lang) for term in dict.fromkeys(m.term for m in lost))


def holds(translation: str, term: Term) -> bool:
    """Whether an English text has one of the right forms of a term, whatever its capitals and its ending."""
    lowered = translation.lower()
    return any(form.lower() in lowered for form in term.forms("en"))


def is_plain(mention: Mention, sentence: str) -> bool:
    """Whether a form stands for one thing only: more than a syllable, or an abbreviation of several letters."""
    form = sentence[mention.start : mention.end]
    return " " in form or (form.isupper() and len(form) >= _CAPITALS)


def _is_kept(mention: Mention, sentence: str) -> bool:
    return mention.right and mention.term.kept and is_plain(mention, sentence)


def _finding(term: Term, lang: Lang) -> Finding:
    message = f"The sentence this translates has the term {term.vi[0]} ({term.en}), and the translation has not."
    return Finding("term", "not_found", lang, "", 0, 0, source_text=term.vi[0], message=message)


def _terms(sentence: str, glossary: Glossary, *, kept: bool) -> Iterator[Change]:
    """Terms of the glossary in their preferred form."""
    for mention in glossary.find(sentence, "vi"):
        if _is_official(mention, sentence) or (kept and (_is_kept(mention, sentence) or _is_place(mention, sentence))):
            yield mention.start, mention.end, mention.term.en


def _is_official(mention: Mention, sentence: str) -> bool:
    syllables = sentence[mention.start : mention.end].split()
    return mention.right and mention.term.kind in _OFFICIAL and len(syllables) >= _SYLLABLES


def _is_place(mention: Mention, sentence: str) -> bool:
    """Whether it names a place that a model may take for something else: "Mỹ Tho" for the United States."""
    return mention.right and mention.term.kind == "place" and " " in sentence[mention.start : mention.end]


def _names(sentence: str, glossary: Glossary, *, kept: bool) -> Iterator[Change]:
    """Full names of Vietnamese people without their marks, and with ``kept`` whatever else looks like a name.

    "Hà Nội" looks like one and is the glossary's; the "Mỹ" of "Mỹ Tho" is no America.
    """
    known = [(m.start, m.end) for m in glossary.find(sentence, "vi")]
    for run in runs(sentence, "vi"):
        named = kept and _is_name(run)
        around = [(a, b) for a, b in known if a < run.end and run.start < b]
        if (_is_person(run) and not around) or (named and all(" " not in sentence[a:b] for a, b in around)):
            yield run.start, run.end, strip_diacritics(sentence[run.start : run.end])


def _is_person(run: Run) -> bool:
    """Whether it is a full name, and not "Viện Huyết" of "Viện Huyết học", whose first word is a family name too."""
    return run.surname and (run.honorific != "" or len(run.tokens) > _HEADED or run.tokens[0].key not in HEADS)


def _is_name(run: Run) -> bool:
    """Whether a run of Vietnamese syllables is more than the head of a body's name or the opening of a sentence."""
    words = [t for t in run.tokens if t.word]
    opens = run.opens and not run.placed
    return len(words) > 1 and not opens and words[0].key not in HEADS and all(syllable(t.text) for t in words)
