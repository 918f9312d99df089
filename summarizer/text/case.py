"""Sentences in capitals as they would stand in running text: models have seen few of the former."""

from __future__ import annotations

import re
from collections import Counter

from summarizer.text.sentences import split_spans

_WORD = re.compile(r"[^\W\d_]+")
_SHOUTED = 0.9  # share of a text's letters from which it counts as written in capitals
_LETTERS = 12  # a shorter text may be one abbreviation


def is_shouted(text: str) -> bool:
    """Whether ``text`` is written in capitals throughout."""
    capitals, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return capitals + small >= _LETTERS and capitals >= _SHOUTED * (capitals + small)


def truecased(text: str, body: str) -> str:
    """``text``, when it is shouted, with every word as ``body`` mostly writes it, else in lower case.

    Sentences of ``body`` that are shouted themselves tell nothing. The idea is that of truecasing with corpus counts
    (Lita et al. 2003, "tRuEcasIng"), with the article itself as the corpus.
    """
    if not is_shouted(text):
        return text
    forms = _forms(body)

    def usual(match: re.Match[str]) -> str:
        word = match[0].lower()
        return forms.get(word, word)

    return _capitalised(_WORD.sub(usual, text))


def _forms(body: str) -> dict[str, str]:
    """The most frequent way each word of the body is written, words at the beginning of a sentence left out."""
    seen: Counter[str] = Counter()
    for start, end in split_spans(body):
        sentence = body[start:end]
        if not is_shouted(sentence):
            seen.update(word for i, word in enumerate(_WORD.findall(sentence)) if i)
    forms: dict[str, str] = {}
    for word, _ in sorted(seen.items(), key=lambda item: (-item[1], item[0])):
        forms.setdefault(word.lower(), word)
    return forms


def _capitalised(text: str) -> str:
    """``text`` with a capital where its first letter is, unless a number comes before it."""
    first = _WORD.search(text)
    if first is None or text[0].isdigit():
        return text
    at = first.start()
    return text[:at] + text[at].upper() + text[at + 1 :]
