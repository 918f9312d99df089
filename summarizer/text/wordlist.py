"""Word lists written as plain text."""

from __future__ import annotations

from pathlib import Path


def words(*blocks: str) -> frozenset[str]:
    """The words of ``blocks``, separated by white space."""
    return frozenset(word for block in blocks for word in block.split())


def read_words(path: Path) -> frozenset[str]:
    """The words of a file, lines that begin with "#" aside."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return words(*(line for line in lines if not line.startswith("#")))
