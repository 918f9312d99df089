"""Several windows of articles on their way at once, their results in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from typing import TypeVar

from summarizer.catalog import EXTRACTIVE
from summarizer.settings import Settings

LANES = 2  # windows on one model: while one is in the engine, the other is cleaned or checked

Item = TypeVar("Item")
Result = TypeVar("Result")


def lanes(settings: Settings) -> int:
    """Windows on one model at a time; without an engine for one to wait in, a second would only take memory."""
    return 1 if settings.model == EXTRACTIVE else LANES


def in_order(
    submit: Callable[[Item], Future[Result]], items: Iterable[Item], ahead: int
) -> Iterator[tuple[Item, Result]]:
    """Each item with what became of it, in order; ``ahead`` more are submitted before a result is waited for."""
    waiting: deque[tuple[Item, Future[Result]]] = deque()
    for item in items:
        waiting.append((item, submit(item)))
        if len(waiting) > ahead:
            first, future = waiting.popleft()
            yield first, future.result()
    for item, future in waiting:
        yield item, future.result()
