"""What a model says twice in a row, said once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.text.changes import Change

# Two to six words right after themselves, or one word three times in a row: "the the" may be a slip of two good
# sentences, "had had" and "rất rất" are none. Words that begin with a digit are left: figures may well be the same.
_PHRASE = re.compile(r"(?<!\w)([^\W\d]\w*(?:[ ,-]+[^\W\d][\w'’]*){1,5}?)(?:[ ,-]+\1(?!\w))+")
# "prevention and prevention", of two Vietnamese words that are one in English; "more and more" is shorter
_DOUBLE = re.compile(r"(?<!\w)([a-z]{6,}(?: [a-z]+){0,3}) (?:and|or) \1(?!\w)")
_WORD = re.compile(r"(?<!\w)([^\W\d]\w*)(?:[ ,-]+\1(?!\w)){2,}")


def stutters(text: str, source: str) -> Iterator[Change]:
    """Each place where ``text``, a translation of ``source``, repeats itself at once, with what is left of it.

    A source that does the same ("từng bước, từng bước") is followed.
    """
    if _PHRASE.search(source) or _WORD.search(source):
        return
    done = 0  # "ward ward ward ward" is one word, and not two twice
    for match in sorted((m for p in (_WORD, _PHRASE, _DOUBLE) for m in p.finditer(text)), key=_least_left):
        if match.start() >= done:
            yield match.start(), match.end(), match[1]
            done = match.end()


def _least_left(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), len(match[1])
