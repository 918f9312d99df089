"""One article from what a visitor gives to what the page shows, step by step."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import CancelledError
from contextlib import aclosing
from dataclasses import dataclass

from summarizer.demo.engine import Outcome, Place
from summarizer.demo.events import note, note_crash
from summarizer.demo.problems import Problem, explain_error
from summarizer.demo.reading import is_address, read_text
from summarizer.demo.site import Site
from summarizer.demo.texts import Pair
from summarizer.demo.view.article import Page
from summarizer.demo.view.result import problem_html, reading_html, result_html, status_html
from summarizer.errors import InputError, SummarizerError
from summarizer.settings import Settings
from summarizer.text.clean import clean
from summarizer.types import Article, Lang, Length, Summary


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: the address that requests are counted for, and the owner of places in the line."""

    address: str
    owner: str


@dataclass(frozen=True, slots=True)
class Step:
    """What to show now; None leaves the result as it is. ``article`` comes once, when it has been read."""

    status: str
    result: str | None = None
    article: Article | None = None
    last: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """One article wanted: ``read`` gives it and is called in a thread, ``status`` is shown until then."""

    visitor: Visitor
    read: Callable[[], Article]
    model: str
    length: Length
    status: str


async def show(site: Site, request: Request) -> AsyncGenerator[Step, None]:
    """Read, clean, wait, write; whatever goes wrong is the last step."""
    yield Step(request.status)
    try:
        async with aclosing(_steps(site, request)) as steps:
            async for step in steps:
                yield step
    except CancelledError:
        yield Step(status_html("stopped"), "", last=True)
    except SummarizerError as error:
        note("refused", error=type(error).__name__)
        yield Step(problem_html(explain_error(error)), "", last=True)
    except Exception as error:  # a visitor gets a code, whoever runs the page the frames
        yield Step(problem_html(crash(error, "page")), "", last=True)


async def _steps(site: Site, request: Request) -> AsyncGenerator[Step, None]:
    started = time.monotonic()
    site.rate.check(request.visitor.address)
    settings = site.settings(request.model, request.length)
    article = await asyncio.to_thread(request.read)
    page = await asyncio.to_thread(_page, article)
    site.engine.check_wanted(request.visitor.owner, started)
    yield Step(status_html("writing"), reading_html(page), article)
    ticket = site.engine.submit(settings, [article], request.visitor.owner)
    async with aclosing(site.engine.watch(ticket)) as places:
        async for place in places:
            yield await asyncio.to_thread(_progress, place)
    summary = finished((await site.engine.result(ticket))[0])
    seconds = time.monotonic() - started
    await asyncio.to_thread(site.history.add, summary)
    note("summary", model=summary.model, length=summary.length, chars=len(article.text), seconds=round(seconds, 2))
    shown = await asyncio.to_thread(result_html, summary)
    yield Step(status_html("done", seconds=round(seconds, 1)), shown, last=True)


async def written(site: Site, visitor: Visitor, article: Article, settings: Settings) -> Outcome:
    """The outcome for one article, for programs and comparisons.

    Raises:
        Problem: the line is full.
        CancelledError: the visitor gave up.
    """
    ticket = site.engine.submit(settings, [article], visitor.owner)
    outcome = (await site.engine.result(ticket))[0]
    if isinstance(outcome, Summary):
        site.history.add(outcome)
    return outcome


def finished(outcome: Outcome) -> Summary:
    """The summary.

    Raises:
        InputError: the article could not be summarised.
    """
    if isinstance(outcome, Summary):
        return outcome
    raise InputError(outcome.problem, outcome.advice)


def crash(error: BaseException, where: str) -> Pair:
    """What a visitor is told of an unexpected error, which is logged."""
    return Problem("crash", code=note_crash(where, error)).pair


def from_text(site: Site, visitor: Visitor, text: str, model: str, length: Length) -> Request:
    """A request for what stands in a text box."""
    status = status_html("fetching" if is_address(text.strip()) else "reading")
    return Request(visitor, lambda: read_text(text, site.config), model, length, status)


def _progress(place: Place) -> Step:
    """The place in the line, or the summary that is finished while the other is being written."""
    if place.ahead:
        return Step(status_html("waiting", n=place.ahead))
    if place.first is None:
        return Step(status_html("writing"))
    lang: Lang = "en" if place.first.vi else "vi"
    return Step(status_html(f"writing_{lang}"), result_html(place.first, pending=True))


def _page(article: Article) -> Page:
    story = clean(article)
    return Page(article, story.language, story.removed)
