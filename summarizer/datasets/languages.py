"""Whether the texts of a row are in the languages the row says."""

from __future__ import annotations

from summarizer.datasets.base import Texts
from summarizer.text.language import sentence_language
from summarizer.types import Lang

NAMES: dict[Lang, str] = {"vi": "Vietnamese", "en": "English"}
_LOOKED_AT = 2000  # characters of an article; its language shows long before
_FEWEST_WORDS, _FEWEST_WORDS_OTHER = 5, 12  # fewer say nothing


def seen_language(text: str) -> Lang | None:
    """The language a text is surely in; None when it is another one or cannot be told."""
    seen = sentence_language(text[:_LOOKED_AT])
    return seen if seen in ("vi", "en") else None


def language_problem(name: str, text: str, language: Lang, texts: tuple[Texts, ...]) -> str:
    """What is wrong with the languages of a row, "" when nothing is. Texts too short to tell are let through."""
    if _clashes(text, language):
        return f"the article of {name} is said to be {NAMES[language]} but is not"
    for group in texts:
        for lang, references in group.items():
            for number, reference in enumerate(references, start=1):
                if _clashes(reference, lang):
                    return f"{NAMES[lang]} reference {number} of {name} is not in {NAMES[lang]}"
    return ""


def _clashes(text: str, lang: Lang) -> bool:
    seen = sentence_language(text[:_LOOKED_AT])
    # A headline may be all names ("SEA Games 33") or hold a word that is also French ("UN treaty signed").
    fewest = _FEWEST_WORDS_OTHER if seen == "other" else _FEWEST_WORDS
    return seen not in (lang, "unknown") and len(text.split()) >= fewest
