"""Word lists written as plain text."""

from __future__ import annotations


def words(*blocks: str) -> frozenset[str]:
    """The words of ``blocks``, separated by white space."""
    return frozenset(word for block in blocks for word in block.split())
