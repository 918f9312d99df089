"""Summaries somebody already has: ``file:PATH`` with one JSON object a line, ``{"id": …, "vi": …, "en": …}``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from summarizer.datasets.base import Target
from summarizer.datasets.rows import rows
from summarizer.errors import DataError
from summarizer.systems.base import Job, Output, Story
from summarizer.types import LANGS, Lang


class Saved:
    """Reads what ``tomtat batch`` or another tool wrote; a text may stand by itself or as ``{"text": …}``."""

    own_process = False

    def __init__(self, rest: str, target: Target) -> None:
        self._path = Path(rest).expanduser()
        if not rest or not self._path.is_file():
            raise DataError(f"There is no file {rest!r} of summaries.", "Give  file:PATH  of a JSON Lines file.")
        self.name = f"file:{self._path.name}"

    def stamp(self, job: Job) -> str:
        """A hash of the file."""
        return hashlib.sha256(self._path.read_bytes()).hexdigest()[:16]

    def outputs(self, stories: Sequence[Story], job: Job, skip: frozenset[str] = frozenset()) -> Iterator[Output]:
        """The saved texts, in the order of the stories.

        Raises:
            DataError: a row is wrong, or an article has no row.
        """
        found = self._read()
        for story in stories:
            if story.id not in found:
                raise DataError(f"{self._path.name} has no summary for {story.id}.", "Give one row for every article.")
            if story.id not in skip:
                yield Output(story.id, {lang: text for lang, text in found[story.id].items() if lang in job.langs})

    def _read(self) -> dict[str, dict[Lang, str]]:
        found: dict[str, dict[Lang, str]] = {}
        for where, row in rows(self._path):
            if isinstance(row, str):
                raise DataError(f"{where}: {row}.", "Each line must be a JSON object with id, vi and en.")
            name = str(row.get("id", ""))
            if not name or name in found:
                problem = f"the id {name} was used before" if name else "it has no id"
                raise DataError(f"{where}: {problem}.", "Each article has one row with its id.")
            found[name] = {lang: text for lang in LANGS if (text := _text(row, lang))}
        return found


def _text(row: Mapping[str, Any], lang: Lang) -> str:
    value = row.get(lang)
    if isinstance(value, Mapping):
        value = value.get("text")
    return value if isinstance(value, str) else ""
