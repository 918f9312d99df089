"""What a sentence looks like to the selector: a handful of numbers anyone can check by hand."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from summarizer.text.clean_patterns import UPPER
from summarizer.text.normalize import fold
from summarizer.types import Sentence

FEATURES = (
    "position",
    "first",
    "second",
    "centrality",
    "title",
    "numbers",
    "names",
    "short",
    "long",
    "quote",
    "question",
    "leaning",
    "heading",
)

_WORD = re.compile(r"\w+")
_NAME = re.compile(rf"(?<=[\w,;:] )[{UPPER}]\w+")  # a capital letter that does not begin the sentence


# A sentence that begins so needs the one before it: "He added", "However", "This", "Dự án này".
_LEANING = re.compile(
    rf"(?:(?:Ông|Bà|Cô|Anh ta|Anh ấy|Chị ấy)(?! [{UPPER}])|Họ|Nó|Theo đó|Tuy nhiên|Ngoài ra|Bên cạnh đó|Đồng thời"
    r"|Trong khi đó|Do đó|Vì vậy|Vì thế|Từ đó|Cùng với đó|Sau đó|Trước đó|Trong đó|Cụ thể|Điều này|Điều đó|Việc này"
    r"|Đây|Đó|Còn|Nhưng|Mặt khác|Thứ hai|Thứ ba|(?:\w+ ){1,2}(?:này|đó|ấy)"
    r"|He|She|They|It|This|That|These|Those|However|But|And|Also|Meanwhile|Moreover|Therefore|Second|Third)\b"
)
_CLOSING, _SIGNS = '"”’»)]', (".", "!", "?", "…", ":", ";")


def leans(text: str) -> bool:
    """Whether a sentence begins with a word that points at the one before it."""
    return _LEANING.match(text) is not None


def is_quoted_whole(text: str) -> bool:
    """Whether every quotation mark of a sentence has its partner in it."""
    return text.count('"') % 2 == 0 and text.count("“") == text.count("”")


def is_heading(text: str) -> bool:
    """Whether a "sentence" does not end like one: a subheading, a caption the cleaner kept, a list item."""
    return not text.rstrip(_CLOSING).endswith(_SIGNS)


def is_question(text: str) -> bool:
    """Whether a sentence ends with a question mark, inside or outside a quotation."""
    return text.rstrip('"”’').endswith("?")


def is_part(text: str) -> bool:
    """Whether a "sentence" lost its beginning, leads over to a list, or is a line of a list or an interview."""
    first = text[:1]
    return first.islower() or first in "-–•*" or text.rstrip().endswith((":", ";"))


@lru_cache(maxsize=256)  # sentences of the article at hand: every step of the selection asks for them
def words(text: str) -> tuple[str, ...]:
    """Lower-case, tone-normalised syllables (or English words) and numbers."""
    return tuple(_WORD.findall(fold(text)))


@lru_cache(maxsize=256)
def figures(text: str) -> frozenset[str]:
    """The different numbers of ``text``, as ``words`` has them."""
    return frozenset([word for word in words(text) if word[0].isdigit()])


@lru_cache(maxsize=256)
def names(text: str) -> frozenset[str]:
    """The different words of ``text`` with a capital that is not the sentence's."""
    return frozenset(_names(text))


@lru_cache(maxsize=256)
def _names(text: str) -> tuple[str, ...]:
    return tuple(_NAME.findall(text))


def _unit_rows(bags: Sequence[Counter[str]], spread: Counter[str]) -> NDArray[np.float64]:
    """(sentences, words) tf-idf rows of unit length; a word of one sentence only says nothing about the others."""
    shared = [(word, math.log(1 + len(bags) / count)) for word, count in spread.items() if count > 1]
    kept = {word: (i, rarity) for i, (word, rarity) in enumerate(shared)}
    cells = [(row, kept[word], n) for row, bag in enumerate(bags) for word, n in bag.items() if word in kept]
    matrix = np.zeros((len(bags), max(1, len(kept))))
    matrix[[row for row, _, _ in cells], [column for _, (column, _), _ in cells]] = [
        (1 + math.log(n)) * rarity for _, (_, rarity), n in cells
    ]
    unit: NDArray[np.float64] = matrix / np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)
    return unit


def _overlap(bag: Counter[str], title: frozenset[str]) -> float:
    return len(title & bag.keys()) / len(title) if title else 0.0


def feature_matrix(sentences: Sequence[Sentence], title: str) -> NDArray[np.float64]:
    """(sentences, len(FEATURES)) values between about 0 and 1, in document order.

    Centrality is the cosine with the mean of all sentences (the centroid of Radev et al. 2004), linear in the
    length of the article, so a book costs no more memory a sentence than a note.
    """
    bags = [Counter(words(s.text)) for s in sentences]
    rows = _unit_rows_bounded(bags)
    centroid = rows.mean(0)
    central = (rows @ (centroid / max(float(np.linalg.norm(centroid)), 1e-9))).tolist()
    title_words = frozenset(words(title))
    lengths = [sum(bag.values()) for bag in bags]
    return np.array(
        [
            [
                1 / (1 + i),
                float(i == 0),
                float(i == 1),
                central[i],
                _overlap(bag, title_words),
                min(1.0, len(figures(sentence.text)) / 4),
                min(1.0, len(_names(sentence.text)) / 8),
                max(0.0, 1 - length / 12),
                max(0.0, min(1.0, (length - 45) / 45)),
                float(sentence.text[:1] in "\"“‘'-–"),
                float(is_question(sentence.text)),
                float(leans(sentence.text)),
                float(is_heading(sentence.text)),
            ]
            for i, (sentence, bag, length) in enumerate(zip(sentences, bags, lengths, strict=True))
        ]
    ).reshape(len(sentences), len(FEATURES))


_MOST_WORDS = 2000  # columns of the tf-idf matrix: memory stays linear in the number of sentences


def _unit_rows_bounded(bags: Sequence[Counter[str]]) -> NDArray[np.float64]:
    spread = Counter(chain.from_iterable(bags))
    if len(spread) > _MOST_WORDS:
        kept = {word for word, _ in spread.most_common(_MOST_WORDS)}
        spread = Counter({word: count for word, count in spread.items() if word in kept})
    return _unit_rows(bags, spread)
