"""A headline out of the article's own clauses, where it has no title of its own that fits."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from summarizer.selection.features import is_quoted_whole, words
from summarizer.types import Lang, Sentence

_CLAUSE = re.compile(r"[,;:–](?=\s)|\s(?=\()|\s-(?=\s)")
_EDGE = " ,;:–-"
_SENTENCES: dict[Lang, int] = {"vi": 3, "en": 1}  # whose clauses are looked at
_LEAST = 4  # words of a clause that says something
# Both found on development articles against their titles (docs/evaluation.md): a step down in the ranking costs as much
# as a telling word, and length is worth a little less than all of what it adds.
_STEP, _LENGTH = 2.0, 0.3


def best_clauses(ranked: Sequence[Sentence], story: Sequence[Sentence], lang: Lang, limit: int) -> tuple[str, Sentence]:
    """The clauses in a row of one of the ``ranked`` sentences that say most of the story, and that sentence.

    A Vietnamese sentence of news begins with the day, the place or whom it has it from, and its news may stand in any
    clause; an English one begins with its news, so that only the first clauses of the best sentence are looked at. A
    word says the more, the more often the story comes back to it and the fewer of its sentences do. What is cut off at
    the end leaves an ellipsis. Where no clause fits into ``limit`` words, the first ``limit`` of the first sentence.
    """
    telling = _telling(story)
    found = [
        (
            sum(telling.get(w, 0.0) for w in set(words(text))) / len(text.split()) ** _LENGTH - _STEP * place,
            text,
            sentence,
        )
        for place, sentence in enumerate(ranked[: _SENTENCES[lang]])
        for text in _windows(sentence.text, lang, limit)
    ]
    if not found:
        return " ".join(ranked[0].text.split()[: limit - 1]).rstrip(_EDGE) + "…", ranked[0]
    _, text, sentence = max(found, key=lambda candidate: candidate[0])
    return text, sentence


def _telling(story: Sequence[Sentence]) -> Mapping[str, float]:
    """For each word of more than one sentence how much it tells (tf-idf within the story)."""
    bags = [Counter(words(s.text)) for s in story]
    spread = Counter(word for bag in bags for word in bag)
    times = sum(bags, Counter())
    return {w: (1 + math.log(times[w])) * math.log(1 + len(bags) / n) for w, n in spread.items() if n > 1}


def _windows(text: str, lang: Lang, limit: int) -> Iterator[str]:
    """The runs of whole clauses of ``text`` with at most ``limit`` words, brackets and quotations whole."""
    cuts = [0, *(match.end() for match in _CLAUSE.finditer(text)), len(text)]
    for first, start in enumerate(cuts if lang == "vi" else cuts[:1]):
        for end in cuts[first + 1 :]:
            clause = text[start:end].strip(_EDGE).removesuffix(".")  # headlines have no full stop
            whole = is_quoted_whole(clause) and clause.count("(") == clause.count(")")
            if whole and _LEAST <= len(clause.split()) <= limit - (end < len(text)):
                yield clause[0].upper() + clause[1:] + ("…" if end < len(text) else "")
