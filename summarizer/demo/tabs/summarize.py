"""The first tab: one article in, two summaries, the article and its facts out."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from functools import partial
from html import escape
from typing import Any

import gradio as gr

from summarizer.demo.flow import Request, from_text, show
from summarizer.demo.models import Choice
from summarizer.demo.reading import read_first
from summarizer.demo.site import Site
from summarizer.demo.tabs import parts
from summarizer.demo.view.result import empty_html, status_html
from summarizer.demo.words import words
from summarizer.types import Article

TAB = "one"


def build(site: Site) -> None:
    """Lay out the tab and wire it."""
    with gr.Column(elem_classes="tt-form tt-drop"):
        box = parts.article_box(site, "tt-article-box")
        with gr.Row(elem_classes="tt-row"):
            upload = parts.upload_area(site, "tt-upload")
            parts.example_menu(site, box)
        with gr.Row(elem_classes="tt-row"):
            length = parts.length_choice(site)
            model = parts.model_choice(site)
        run, stop = parts.run_buttons(site, "run", "tt-one")
        parts.html(other_models_html(site.models))
    status = parts.status_line("tt-one")
    result = parts.html(empty_html(), "tt-result")
    outputs = [box, status, result, run, stop]
    quiet = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": None}

    async def run_text(text: str, length: Any, model: str, request: gr.Request) -> AsyncGenerator[list[Any], None]:
        wanted = from_text(site, parts.visitor(request, TAB), text or "", model, length)
        async with aclosing(_updates(site, wanted)) as updates:
            async for update in updates:
                yield update

    async def run_file(file: str, length: Any, model: str, request: gr.Request) -> AsyncGenerator[list[Any], None]:
        read = partial(_read, file, site)
        wanted = Request(parts.visitor(request, TAB), read, model, length, status_html("reading"))
        async with aclosing(_updates(site, wanted, fill=True)) as updates:
            async for update in updates:
                yield update

    def stop_mine(request: gr.Request) -> None:
        site.engine.stop(parts.visitor(request, TAB).owner)

    run.click(run_text, [box, length, model], outputs, **quiet)
    upload.upload(run_file, [upload, length, model], outputs, **quiet)
    stop.click(stop_mine, None, None, api_visibility="private", queue=False)


def other_models_html(known: Sequence[Choice]) -> str:
    """A table of the models that are not here, with their licences and the command that gets them."""
    away = [choice for choice in known if not choice.here]
    if not away:
        return ""
    head = "".join(f'<th scope="col">{words(key)}</th>' for key in ("model", "licence", "size", "get"))
    rows = "".join(
        f'<tr><th scope="row">{escape(c.name)}</th><td title="{escape(c.licence_note)}">{escape(c.licence)}</td>'
        f"<td>{c.download_mb} MB</td><td><code>tomtat models pull {escape(c.name)}</code></td></tr>"
        for c in away
    )
    return (
        f'<details class="tt-more"><summary>{words("more_models")}</summary><p class="tt-quiet">'
        f'{words("other_models")}</p><div class="tt-table" tabindex="0"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div></details>"
    )


async def _updates(site: Site, wanted: Request, *, fill: bool = False) -> AsyncGenerator[list[Any], None]:
    """Updates of the outputs for every step; ``fill`` puts the article that was read into the text box."""
    async with aclosing(show(site, wanted)) as steps:
        async for step in steps:
            yield [
                _text(step.article) if fill and step.article else gr.skip(),
                step.status,
                gr.skip() if step.result is None else step.result or empty_html(),
                *parts.running(not step.last),
            ]


def _text(article: Article) -> str:
    return f"{article.title}\n\n{article.text}" if article.title else article.text


def _read(file: str, site: Site) -> Article:
    return read_first(*parts.uploaded(file), site.config)
