"""One model in memory for everybody, one worker that uses it, and a line to wait in.

Requests are served in the order they came. A batch asks for a few articles at a time and goes to the end of the line
after each, so a person with one article waits for a few at most.
"""

from __future__ import annotations

import asyncio
import copy
import threading
import time
from collections import OrderedDict
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Protocol

from summarizer.demo.problems import Problem
from summarizer.formats.document import Failure
from summarizer.settings import Settings
from summarizer.types import Article, Summary

Outcome = Summary | Failure
KEPT_MODELS = 2
REMEMBERED_STOPS = 1000


class Writer(Protocol):
    """What the page needs of ``summarizer.pipeline.Summarizer``."""

    settings: Settings

    def summarize_many(
        self, articles: Iterable[Article], *, watch: Callable[[Summary], None] | None = None
    ) -> Iterator[Outcome]:
        """A summary or a failure for each article, in order.

        ``watch`` gets each summary once it has its article's language, before the other one is written.
        """
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """How things stand for a ticket: requests ahead of it, and what is finished of the summary being written."""

    ahead: int
    first: Summary | None = None


@dataclass(slots=True, eq=False)
class Ticket:
    """A place in the line; ``owner`` is who may give it up."""

    owner: str
    future: Future[list[Outcome]] = field(default_factory=Future)
    stopped: threading.Event = field(default_factory=threading.Event)
    first: Summary | None = None
    wake: Callable[[], None] = lambda: None  # for whoever watches: something has changed

    def tell(self, summary: Summary) -> None:
        """Show what is finished so far."""
        self.first = summary
        self.wake()

    def stop(self) -> None:
        """Give the place up; work that has begun is finished and thrown away."""
        self.stopped.set()
        self.future.cancel()
        self.wake()


class Engine:
    """The model and its line.

    Args:
        open_model: makes the writer of a model's name; called once a model while it is kept.
        waiting: most requests in the line besides the one being served.
    """

    def __init__(self, open_model: Callable[[str], Writer], waiting: int = 40) -> None:
        self._open = open_model
        self._waiting = waiting
        self._writers: OrderedDict[str, Writer] = OrderedDict()
        self._line: list[Ticket] = []
        self._stops: OrderedDict[str, float] = OrderedDict()
        self._lock = threading.Lock()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="tomtat-model")

    @property
    def loaded(self) -> tuple[str, ...]:
        """Names of the models in memory."""
        return tuple(self._writers)

    @property
    def length(self) -> int:
        """How many requests are in the line, the one being served too."""
        return len(self._live())

    def prepare(self, settings: Settings) -> None:
        """Open a model before anybody asks for it; what is wrong with it, the first who asks is told."""
        self._worker.submit(self._writer, settings)

    def submit(self, settings: Settings, articles: Sequence[Article], owner: str = "") -> Ticket:
        """Join the line.

        Raises:
            Problem: too many are waiting.
        """
        ticket = Ticket(owner)
        with self._lock:
            if len(self._live()) > self._waiting:
                raise Problem("busy", n=self._waiting)
            self._line.append(ticket)
        self._worker.submit(self._serve, ticket, settings, articles)
        return ticket

    def ahead(self, ticket: Ticket) -> int:
        """How many are before a ticket; 0 when it is being served or done."""
        with self._lock:
            live = self._live()
            return live.index(ticket) if ticket in live else 0

    def stop(self, owner: str) -> None:
        """Give up every place of one owner."""
        with self._lock:
            self._stops[owner] = time.monotonic()
            while len(self._stops) > REMEMBERED_STOPS:
                self._stops.popitem(last=False)
            mine = [ticket for ticket in self._line if ticket.owner == owner]
        for ticket in mine:
            ticket.stop()
        self._moved()

    def check_wanted(self, owner: str, since: float) -> None:
        """Whether an owner still wants what was begun at ``since``, by the monotonic clock.

        Raises:
            CancelledError: ``stop`` was called after that.
        """
        if self._stops.get(owner, 0.0) >= since:
            raise CancelledError

    async def watch(self, ticket: Ticket) -> AsyncGenerator[Place, None]:
        """How things stand, each time that changes, until the ticket is done or given up; one may watch a ticket.

        Closing the iterator gives the place up.
        """
        last = None
        news = _news(ticket)
        try:
            while not ticket.future.done() and not ticket.stopped.is_set():
                place = Place(self.ahead(ticket), ticket.first)
                if place != last:
                    yield place
                    last = place
                await news.wait()
                news.clear()
        finally:
            if not ticket.future.done():
                ticket.stop()
                self._moved()

    async def result(self, ticket: Ticket) -> list[Outcome]:
        """What became of the articles.

        Raises:
            CancelledError: the place was given up.
        """
        async for _ in self.watch(ticket):
            pass
        if ticket.stopped.is_set():
            raise CancelledError
        return ticket.future.result()

    def _serve(self, ticket: Ticket, settings: Settings, articles: Sequence[Article]) -> None:
        try:
            if ticket.future.set_running_or_notify_cancel():
                ticket.future.set_result(list(self._writer(settings).summarize_many(articles, watch=ticket.tell)))
        except Exception as error:  # whoever waits gets it, and the worker lives on
            ticket.future.set_exception(error)
        finally:
            with self._lock:
                self._line.remove(ticket)
            ticket.wake()
            self._moved()

    def _live(self) -> list[Ticket]:
        """The line without those who gave up before their turn."""
        return [ticket for ticket in self._line if not ticket.future.cancelled()]

    def _moved(self) -> None:
        """Have everybody in the line look at their place."""
        with self._lock:
            line = list(self._line)
        for ticket in line:
            ticket.wake()

    def _writer(self, settings: Settings) -> Writer:
        """The writer for these settings, on the one copy of its model."""
        if settings.model not in self._writers:
            while len(self._writers) >= KEPT_MODELS:
                self._writers.popitem(last=False)
            self._writers[settings.model] = self._open(settings.model)
        self._writers.move_to_end(settings.model)
        writer = copy.copy(self._writers[settings.model])
        writer.settings = settings
        return writer


def _news(ticket: Ticket) -> asyncio.Event:
    """An event of this loop that the model's thread sets when there is something new for a ticket."""
    loop, event = asyncio.get_running_loop(), asyncio.Event()

    def wake() -> None:
        with suppress(RuntimeError):  # the page was shut down in the meantime
            loop.call_soon_threadsafe(event.set)

    ticket.wake = wake
    return event
