"""How often Python looks for objects that only refer to each other: a summary leaves none of these."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW_OBJECTS = 500_000  # so many more than before, and it looks; a window of articles makes half of that, and drops all


@contextmanager
def seldom_sought() -> Iterator[None]:
    """Meanwhile look seldom, and never at what is loaded already: model, word lists, modules.

    Going through the word lists again and again took a fifth of the time outside the engine. For a process that does
    nothing but summarise.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
