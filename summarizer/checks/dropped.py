"""What gets lost on the way into the other language: half of a sentence, or a denial ("không tốt" is not "good")."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.checks.denial import negators, supposes
from summarizer.checks.polarity_words import DENIES
from summarizer.checks.tokens import KEPT, tokenize
from summarizer.types import Finding, Lang, other_lang

LOST = "The sentence this translates denies something, and the translation denies nothing."
ADDED = "The translation denies something, and the sentence it translates denies nothing."
CUT = "The translation is much shorter than its sentence: a part of it is missing."
_LEAST = (
    0.4  # English words a Vietnamese syllable; 0.7 is usual, and 0.5 % of people's translations have fewer than this
)
_SYLLABLES = 10  # a shorter sentence may well be told in few words
_SUPPOSED = 5  # words before a negation in which "nếu" or "hay" makes it a condition or a choice
_SHOWN = 40  # characters of the denial that a reader is shown
# Besides what any denial may rest on: how English tells "không ... được", "không còn", "không qua khỏi" and the like.
_TELLS = re.compile(
    r"(?<!\w)(?:\w+less|non-?\w+|asymptomatic|away|elsewhere|beyond|zero|devoid|quit|los[et]\w*|absent|"
    r"drones?|otherwise|rather than|far from|down\w+|short of|past|ran out|anything but|doubt\w*|forbid\w*|"
    r"prohibit\w*|prevent\w*|oppos\w*|object\w*|declin\w*|skip\w*|ignor\w*|neglect\w*|unless|until|before|"
    r"too \w+ to|thất bại|đừng|chớ)(?!\w)",
    re.IGNORECASE,
)


def check_dropped(sentence: str, translation: str, lang: Lang) -> tuple[Finding, ...]:
    """A finding if one of a sentence and its translation into ``lang`` denies something and the other nothing at all.

    Only a translation may be checked so: a summary may well leave a denial out together with what is denied.
    """
    found = _denial(sentence, other_lang(lang))
    if found and not _tells(translation):
        return (_finding(lang, found, LOST),)
    added = _denial(translation, lang)
    return (_finding(lang, added, ADDED),) if added and not _tells(sentence) else ()


def check_cut(sentence: str, translation: str, lang: Lang) -> tuple[Finding, ...]:
    """A finding if an English translation is so short that a part of its Vietnamese sentence cannot be in it."""
    syllables = len(sentence.split())
    if lang != "en" or syllables < _SYLLABLES or len(translation.split()) >= _LEAST * syllables:
        return ()
    return (Finding("length", "not_found", lang, "", 0, 0, message=CUT),)


def _tells(text: str) -> bool:
    return bool(DENIES.search(text) or _TELLS.search(text))


@lru_cache(maxsize=KEPT)  # a sentence is compared with every hypothesis of it
def _denial(sentence: str, lang: Lang) -> str:
    """The first denial of a sentence, from its negation on; "" if it makes none, supposes it or asks for it."""
    if sentence.rstrip(' "”»').endswith("?"):
        return ""
    tokens = tokenize(sentence)
    for at in negators(sentence, lang):
        if not any(supposes(tokens, i, lang) for i in range(max(0, at - _SUPPOSED), at)):
            return sentence[tokens[at].start :][:_SHOWN].strip()
    return ""


def _finding(lang: Lang, said: str, message: str) -> Finding:
    return Finding("negation", "contradicted", lang, "", 0, 0, source_text=said, message=message)
