"""Where a system is good and where not: by the length of the article and by where in it the news stands."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarizer.metrics.base import Column, Floats
from summarizer.metrics.bootstrap import interval, resample
from summarizer.metrics.tokenize import syllables
from summarizer.scoring.values import Bin, known
from summarizer.systems.base import Story
from summarizer.systems.greedy import best_sentences

LENGTH_BINS = 4
POSITION_BINS = 5
_FEWEST = 3  # articles in a length bin


def lengths(stories: Sequence[Story]) -> Floats:
    """Words (Vietnamese syllables) of each story."""
    return np.asarray([len(syllables(story.clean.text)) for story in stories], dtype=np.float64)


def positions(stories: Sequence[Story]) -> Floats:
    """Where in its article each reference's closest sentence stands, 0 first to 1 last.

    The references in the article's own language are used, whatever the direction; NaN where there are none.
    """
    return np.asarray([_position(story) for story in stories], dtype=np.float64)


def by_length(column: Column, words: Floats, samples: int) -> tuple[Bin, ...]:
    """Mean of ``column`` over articles of like length: up to four bins of about equal size."""
    count = max(1, min(LENGTH_BINS, len(words) // _FEWEST))
    inner = np.quantile(words, np.linspace(0, 1, count + 1)[1:-1])
    group = np.searchsorted(np.unique(inner), words, side="right")
    kept = [group == number for number in np.unique(group)]
    return tuple(_bin(f"{words[k].min():.0f}-{words[k].max():.0f}", column, k, samples) for k in kept)


def by_position(column: Column, places: Floats, samples: int) -> tuple[Bin, ...]:
    """Mean of ``column`` by the fifth of the article in which the news stands; fifths without articles are left out."""
    group = np.minimum(places * POSITION_BINS, POSITION_BINS - 1)
    fifths = [(i, (group >= i) & (group < i + 1)) for i in range(POSITION_BINS)]
    return tuple(
        _bin(f"{i / POSITION_BINS:.0%}-{(i + 1) / POSITION_BINS:.0%}", column, inside, samples)
        for i, inside in fifths
        if inside.any()
    )


def _bin(label: str, column: Column, kept: NDArray[np.bool_], samples: int) -> Bin:
    part = Column(column.name, column.rows[kept], column.applies[kept], column.reduce)
    low, high = interval(resample([part], samples)[0])
    return Bin(label, int(part.applies.sum()), known(part.value()), known(low), known(high))


def _position(story: Story) -> float:
    references = story.example.summaries.get(story.language, ()) or story.example.headlines.get(story.language, ())
    if not references or len(story.sentences) < 2:
        return float("nan")
    return best_sentences(story.sentences, references, 1)[0] / (len(story.sentences) - 1)
