"""What a rater is shown: one article and two summaries whose writers are hidden."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.errors import DataError
from summarizer.systems.base import Story
from summarizer.systems.runner import Run
from summarizer.types import Lang


@dataclass(frozen=True, slots=True)
class Pair:
    """Two summaries of one article; ``left`` and ``right`` are the systems' names and stay on the server."""

    item: str
    lang: Lang
    source: Lang
    title: str
    article: str
    left: str
    right: str
    left_text: str
    right_text: str

    def shown(self) -> dict[str, str]:
        """What the page gets: everything but the names."""
        return {
            "item": self.item,
            "lang": self.lang,
            "source": self.source,
            "title": self.title,
            "article": self.article,
            "left": self.left_text,
            "right": self.right_text,
        }


def make_pairs(stories: Sequence[Story], runs: tuple[Run, Run], lang: Lang, rater: str, seed: int) -> list[Pair]:
    """Every article both systems wrote ``lang`` for and differ on, in an order and with sides of the rater's own.

    Order and sides depend on seed, rater and article only, so that a session can be taken up again.

    Raises:
        DataError: there is no such article.
    """
    texts = [{output.id: output.texts.get(lang, "") for output in run.outputs} for run in runs]
    pairs = []
    for story in stories:
        both = [(run.name, of[story.id]) for run, of in zip(runs, texts, strict=True)]
        if not all(text.strip() for _, text in both) or both[0][1] == both[1][1]:
            continue
        random.Random(f"{seed} {rater} {story.id} side").shuffle(both)
        title, article = story.example.article.title, story.clean.text
        (left, left_text), (right, right_text) = both
        pairs.append(Pair(story.id, lang, story.language, title, article, left, right, left_text, right_text))
    if not pairs:
        names = " and ".join(run.name for run in runs)
        raise DataError(f"There is no article for which {names} wrote different texts.", "Choose other systems.")
    random.Random(f"{seed} {rater} order").shuffle(pairs)
    return pairs
