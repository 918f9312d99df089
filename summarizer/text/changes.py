"""Places of a text and what is to stand there instead."""

from __future__ import annotations

from collections.abc import Iterable

Change = tuple[int, int, str]  # start, end, and the new text between them


def changed(text: str, changes: Iterable[Change]) -> str:
    """``text`` with the changes made; of those that overlap only the first."""
    out, done = "", 0
    for start, end, new in sorted(changes):
        if start >= done:
            out, done = out + text[done:start] + new, end
    return out + text[done:]
