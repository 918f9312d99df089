"""Tables of names to ``"module:attribute"`` strings, imported on first use.

A registry entry costs nothing until somebody asks for it, so ``tomtat --help`` does not import torch.
"""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Iterable, Mapping
from typing import Any

from summarizer.errors import MissingExtraError, SummarizerError


def near_names(name: str, known: Iterable[str]) -> str:
    """A "Did you mean …?" clause, or the list of what is known."""
    close = difflib.get_close_matches(name, list(known), n=3, cutoff=0.5)
    if close:
        return f"Did you mean {' or '.join(close)}?"
    return f"Known: {', '.join(sorted(known))}."


def load(table: Mapping[str, str], name: str, what: str) -> Any:
    """The object registered under ``name``.

    Args:
        table: name to ``"module:attribute"``.
        name: the name asked for.
        what: what the table holds, for the message ("backend", "metric").

    Raises:
        SummarizerError: ``name`` is not in the table.
    """
    if name not in table:
        raise SummarizerError(f"Unknown {what} {name!r}.", near_names(name, table))
    module, _, attribute = table[name].partition(":")
    return getattr(importlib.import_module(module), attribute)


def require(module: str, extra: str) -> Any:
    """Import an optional dependency.

    Raises:
        MissingExtraError: it is not installed; the advice is the pip line.
    """
    package = module.partition(".")[0]
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        if error.name is not None and error.name.partition(".")[0] != package:
            raise
        raise MissingExtraError(
            f"This needs the Python package {package!r}, which is not installed.",
            f"Install it with:  pip install 'tomtat[{extra}]'",
        ) from error
