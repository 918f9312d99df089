"""Which language a text is written in, told from its script, its letters and its commonest words.

A handful of word lists serves here because only two languages must be told apart surely; the others need a name in an
error message.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import chain, repeat
from typing import Literal

from summarizer.errors import LanguageError
from summarizer.text.language_words import BARE_VIETNAMESE, FUNCTION_WORDS, NAMES, SCRIPTS
from summarizer.text.syllables import is_bare_syllable, is_syllable
from summarizer.types import ArticleLang

SentenceLang = Literal["vi", "en", "other", "unknown"]

MIXED_SHARE = 0.2  # of the story's words, in paragraphs of the second language, makes an article mixed
_FOREIGN_SCRIPT = 0.4  # share of the letters
_SAMPLE = 4_000  # words of one paragraph that are enough to tell its language
_MIN_PARAGRAPH = 8  # words below which a paragraph is not asked for its language

_WORD = re.compile(r"[^\W\d_]+")
# Whatever is no Latin letter, nor one of the signs that texts in Latin letters are full of.
_FOREIGN = re.compile(r"[^\x00-\x7f\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u206f]")


_ENGLISH_ENDING = re.compile(r"^[a-z]{2,}(?:ing|ed|ly|ght|ness|ship|ful|ers|ies|tions|ck|wn|th|ss)$")
_LANGS_OF = {
    word: tuple(lang for lang, known in FUNCTION_WORDS.items() if word in known)
    for word in frozenset().union(*FUNCTION_WORDS.values())
}


def detect(text: str) -> ArticleLang:
    """The language of an article: "vi", "en", or "mixed" when each has at least ``MIXED_SHARE`` of the words.

    Raises:
        LanguageError: the article is in another language (named), or no language can be told.
    """
    script = _script(text)
    if script:
        raise _unsupported(script)
    whole = None  # told only where a paragraph cannot be
    shares: Counter[str] = Counter()
    for line in text.splitlines():
        tokens = _tokens(line)
        if len(tokens) >= _MIN_PARAGRAPH:
            own = _best(tokens)
            if not own and whole is None:
                whole = _best(_tokens(text))
            shares[own or whole or ""] += len(tokens)
    ours = {lang: shares[lang] for lang in ("vi", "en")}
    if min(ours.values()) >= MIXED_SHARE * sum(shares.values()) > 0:
        return "mixed"
    seen = max(shares, key=lambda lang: shares[lang]) if shares else _best(_tokens(text))
    match seen:
        case "vi":
            return "vi"
        case "en":
            return "en"
    raise _unsupported(seen)


def sentence_language(text: str) -> SentenceLang:
    """The language of a sentence or a few; "unknown" where only names, numbers or too few words give no evidence."""
    if _script(text):
        return "other"
    match _best(_tokens(text)):
        case "vi":
            return "vi"
        case "en":
            return "en"
        case "":
            return "unknown"
    return "other"


def _unsupported(lang: str) -> LanguageError:
    if not lang:
        return LanguageError(
            "The language of the text cannot be told.", "Give a Vietnamese or English article of at least a sentence."
        )
    name = NAMES.get(lang, lang)
    return LanguageError(f"The text seems to be in {name}.", "Only Vietnamese and English articles are handled.")


def _script(text: str) -> str:
    """The language of the script most letters are in, "" for Latin."""
    if not _FOREIGN.search(text):
        return ""
    counts: Counter[str] = Counter()
    for char, count in Counter(text).items():
        if char.isalpha():
            counts[unicodedata.name(char, "LATIN").split()[0]] += count
    total = counts.total()
    kana = counts["HIRAGANA"] + counts["KATAKANA"]
    if kana > 0.1 * (counts["CJK"] + kana):
        counts["HIRAGANA"], counts["CJK"] = kana + counts["CJK"], 0
    counts["LATIN"] += counts.pop("FULLWIDTH", 0)
    foreign = {name: count for name, count in counts.items() if name != "LATIN"}
    if not foreign or sum(foreign.values()) < _FOREIGN_SCRIPT * total:
        return ""
    name = max(foreign, key=lambda key: foreign[key])
    return SCRIPTS.get(name, f"{name.capitalize()} script")


def _tokens(text: str) -> list[str]:
    """The words of ``text``, in small letters where all of it is in capitals."""
    text = unicodedata.normalize("NFC", text)
    return _WORD.findall(text.lower() if text.isupper() else text)


def _best(tokens: list[str]) -> str:
    """The language with most evidence among those in Latin script, "" when there is too little."""
    tokens = tokens[:_SAMPLE]
    if not tokens:
        return ""
    scores = _scores(tokens)
    best = max(scores, key=lambda lang: scores[lang])
    return best if scores[best] >= max(0.9, 0.12 * len(tokens)) else ""


def _scores(tokens: list[str]) -> dict[str, float]:
    plain = [tokens[0].lower(), *[token for token in tokens[1:] if token[0].islower()]]  # a capital may be a name's
    known = Counter(chain.from_iterable(map(_LANGS_OF.get, plain, repeat(()))))
    scores = {lang: float(known[lang]) for lang in FUNCTION_WORDS}
    scores["en"] += 0.4 * sum(map(_ends_like_english, plain))
    marked = [token for token in tokens if not token.isascii()]
    scores["vi"] += sum(map(_speaks_vietnamese, marked))
    if len(marked) <= 0.05 * len(tokens) and len(tokens) >= 4:
        lower = [token.lower() for token in tokens]
        if sum(map(is_bare_syllable, lower)) >= 0.85 * len(tokens):
            scores["vi"] += 2.0 * sum(t in BARE_VIETNAMESE for t in lower)
    return scores


@lru_cache(maxsize=1 << 14)
def _speaks_vietnamese(word: str) -> float:
    """How much a word with marks says for Vietnamese; with a capital it may be a name in any language's text."""
    return (1.0 if word[0].islower() else 0.3) if is_syllable(word) else 0.0


@lru_cache(maxsize=1 << 14)  # words recur: most of a text is a few thousand of them
def _ends_like_english(word: str) -> bool:
    return _ENGLISH_ENDING.search(word) is not None
