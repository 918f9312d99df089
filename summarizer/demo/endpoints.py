"""What programs can call over HTTP and as MCP tools. Names, parameters and results are kept stable.

A description is read by programs and by people who write them, so it stays in English.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import CancelledError
from typing import Any

import gradio as gr

from summarizer.demo.engine import Outcome
from summarizer.demo.events import note
from summarizer.demo.flow import Visitor, crash
from summarizer.demo.problems import Problem
from summarizer.demo.reading import read_files, read_text
from summarizer.demo.site import Site
from summarizer.demo.tabs.parts import uploaded
from summarizer.errors import SummarizerError
from summarizer.formats.document import Failure
from summarizer.formats.machine import failure_to_dict, summary_to_dict
from summarizer.settings import Settings
from summarizer.types import Article, Summary


def build(site: Site) -> None:
    """Declare the endpoints; call it inside ``gr.Blocks``."""

    async def summarize(
        text: str, length: str = "short", model: str = site.config.model, request: gr.Request | None = None
    ) -> Any:
        """Summarise one news article in Vietnamese and in English, with sources and checked facts.

        Args:
            text: the article itself (a first line followed by a blank line is its title), or one http(s) URL.
            length: headline, short (2-3 sentences) or medium (up to 6).
            model: a name that the endpoint models lists.
            request: filled in by the server.

        Returns:
            The summary in the form tomtat/summary/1 (docs/summary.schema.json): vi and en hold the texts.
        """

        async def answer(visitor: Visitor, settings: Settings) -> dict[str, Any]:
            article = await asyncio.to_thread(read_text, text, site.config)
            return (await _written(site, [article], settings, visitor))[0]

        result: dict[str, Any] = await _guarded(site, request, (model, length), answer)
        if "problem" in result:
            raise gr.Error(f"{result['problem']} {result['advice']}".strip(), print_exception=False)
        return _shaped(result, request)

    async def summarize_file(
        file: gr.FileData, length: str = "short", model: str = site.config.model, request: gr.Request | None = None
    ) -> Any:
        """Summarise every article of an uploaded document.

        Args:
            file: a .txt, .md, .html, .docx, .pdf, .csv, .tsv, .json, .jsonl or .parquet file.
            length: headline, short (2-3 sentences) or medium (up to 6).
            model: a name that the endpoint models lists.
            request: filled in by the server.

        Returns:
            For each article a summary (tomtat/summary/1) or, in its place, what is wrong with it (tomtat/error/1).
        """

        async def answer(visitor: Visitor, settings: Settings) -> list[dict[str, Any]]:
            path, name = uploaded(file["path"])
            rows = await asyncio.to_thread(lambda: list(read_files([(path, name)], site.config)))
            return await _written(site, rows, settings, visitor)

        return _shaped(await _guarded(site, request, (model, length), answer), request)

    async def batch(
        texts: list[str], length: str = "short", model: str = site.config.model, request: gr.Request | None = None
    ) -> Any:
        """Summarise several articles in one call.

        Args:
            texts: articles or http(s) URLs, each as the endpoint summarize takes it.
            length: headline, short (2-3 sentences) or medium (up to 6).
            model: a name that the endpoint models lists.
            request: filled in by the server.

        Returns:
            In the order of texts a summary (tomtat/summary/1) or what is wrong (tomtat/error/1, row counts from 1).
        """

        async def answer(visitor: Visitor, settings: Settings) -> list[dict[str, Any]]:
            rows = [await asyncio.to_thread(_read_row, text, row, site) for row, text in enumerate(texts, 1)]
            return await _written(site, rows, settings, visitor)

        return _shaped(await _guarded(site, request, (model, length), answer), request)

    def models(request: gr.Request | None = None) -> Any:
        """List the models: name, licence, and whether the weights are on this server (only those can be used).

        Args:
            request: filled in by the server.

        Returns:
            One object a model with name, licence, here and note.
        """
        known = [{"name": c.name, "licence": c.licence, "here": c.here, "note": c.note} for c in site.models]
        return _shaped(known, request)

    for function in (summarize, summarize_file, batch):
        gr.api(function, api_name=function.__name__, concurrency_limit=None)
    gr.api(models, api_name="models", queue=False)


def _shaped(result: Any, request: gr.Request | None) -> Any:
    """A result as it is for HTTP, as JSON for an MCP tool: Gradio would write a tool's result as Python does."""
    by_tool = request is not None and any(name.lower().startswith("mcp-") for name in request.headers)
    return json.dumps(result, ensure_ascii=False) if by_tool else result


async def _guarded(
    site: Site,
    request: gr.Request | None,
    asked: tuple[str, str],
    answer: Callable[[Visitor, Settings], Awaitable[Any]],
) -> Any:
    """Run ``answer`` within the limits; what goes wrong becomes an error that the caller can read."""
    client = request.client if request else None
    visitor = Visitor(client.host if client else "", f"api:{id(answer)}")
    try:
        site.rate.check(visitor.address)
        model, length = asked
        return await answer(visitor, site.settings(model, length))  # type: ignore[arg-type]  # checked there
    except SummarizerError as error:
        note("refused", error=type(error).__name__, api="yes")
        raise gr.Error(f"{error.problem} {error.advice}".strip(), print_exception=False) from None
    except CancelledError:
        raise gr.Error("The request was stopped.", print_exception=False) from None
    except gr.Error:
        raise
    except Exception as error:
        raise gr.Error(crash(error, "api")[1], print_exception=False) from None


def _read_row(text: str, row: int, site: Site) -> Article | Failure:
    try:
        return read_text(text, site.config)
    except SummarizerError as error:
        return Failure(f"text {row}", error.problem, error.advice, row)


async def _written(
    site: Site, rows: Sequence[Article | Failure], settings: Settings, visitor: Visitor
) -> list[dict[str, Any]]:
    """The machine form of every row's outcome, in order."""
    most = site.config.limits.call_articles
    if len(rows) > most:
        raise Problem("too_many_articles", n=len(rows), most=most)
    articles = [row for row in rows if isinstance(row, Article)]
    ticket = site.engine.submit(settings, articles, visitor.owner)
    done = iter(await site.engine.result(ticket))
    outcomes: list[Outcome] = [next(done) if isinstance(row, Article) else row for row in rows]
    for outcome in outcomes:
        if isinstance(outcome, Summary):
            site.history.add(outcome)
    note("api", model=settings.model, articles=len(articles), failed=len(rows) - len(articles))
    return [summary_to_dict(o) if isinstance(o, Summary) else failure_to_dict(o) for o in outcomes]
