"""The third tab: two models or lengths on one article, with scores when there is a reference."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Mapping
from concurrent.futures import CancelledError
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

import gradio as gr

from summarizer.demo.flow import Visitor, crash, finished, written
from summarizer.demo.models import usable
from summarizer.demo.problems import explain_error
from summarizer.demo.reading import read_text
from summarizer.demo.site import Site
from summarizer.demo.tabs import parts
from summarizer.demo.view.compare import Side, compare_html
from summarizer.demo.view.result import empty_html, problem_html, status_html
from summarizer.demo.words import words
from summarizer.errors import SummarizerError
from summarizer.types import LANGS, Lang, Length

TAB = "compare"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a visitor wants compared: model and length of each side, and references by language."""

    visitor: Visitor
    text: str
    sides: tuple[tuple[str, Length], tuple[str, Length]]
    references: Mapping[Lang, tuple[str, ...]]


def build(site: Site) -> None:
    """Lay out the tab and wire it."""
    with gr.Column(elem_classes="tt-form"):
        box = parts.article_box(site, "tt-compare-box", lines=6)
        with gr.Row(elem_classes="tt-row"):
            parts.example_menu(site, box)
        with gr.Row(elem_classes="tt-sides"):
            sides = [_side(site, "side_a", 0), _side(site, "side_b", 1)]
        with gr.Accordion(open=False) as accordion:
            parts.html(f'<p class="tt-quiet">{words("reference_hint")}</p>')
            with gr.Row():
                mine = [site.labels.add(gr.Textbox(lines=3), label=f"reference_{lang}") for lang in LANGS]
        site.labels.add(accordion, label="references")
        run, stop = parts.run_buttons(site, "compare", "tt-compare")
    status = parts.status_line("tt-compare")
    result = parts.html(empty_html("compare_empty"), "tt-compare-result")

    async def compare(values: dict[Any, Any], request: gr.Request) -> AsyncGenerator[list[Any], None]:
        wanted = Wanted(
            parts.visitor(request, TAB),
            values[box] or "",
            ((values[sides[0][0]], values[sides[0][1]]), (values[sides[1][0]], values[sides[1][1]])),
            {lang: _blocks(values[field]) for lang, field in zip(LANGS, mine, strict=True)},
        )
        async with aclosing(_told(site, wanted)) as steps:
            async for shown in steps:
                yield shown

    def stop_mine(request: gr.Request) -> None:
        site.engine.stop(parts.visitor(request, TAB).owner)

    inputs = {box, *sides[0], *sides[1], *mine}
    outputs = [status, result, run, stop]
    run.click(compare, inputs, outputs, api_visibility="private", show_progress="hidden", concurrency_limit=None)
    stop.click(stop_mine, None, None, api_visibility="private", queue=False)


def _side(site: Site, key: str, place: int) -> tuple[Any, Any]:
    models = usable(site.models)
    with gr.Column(elem_classes="tt-side", min_width=280):
        parts.html(f"<h2>{words(key)}</h2>")
        model = parts.model_choice(site, models[min(place, len(models) - 1)].name)
        return model, parts.length_choice(site)


def _blocks(text: str) -> tuple[str, ...]:
    return tuple(block.strip() for block in (text or "").split("\n\n") if block.strip())


async def _told(site: Site, wanted: Wanted) -> AsyncGenerator[list[Any], None]:
    """Updates of status, result and buttons; whatever goes wrong is the last."""
    try:
        async with aclosing(_steps(site, wanted)) as steps:
            async for status, result, last in steps:
                yield [status, result, *parts.running(not last)]
    except CancelledError:
        yield [status_html("stopped"), gr.skip(), *parts.running(False)]
    except SummarizerError as error:
        yield [problem_html(explain_error(error)), gr.skip(), *parts.running(False)]
    except Exception as error:  # a visitor gets a code, whoever runs the page the frames
        yield [problem_html(crash(error, "compare")), gr.skip(), *parts.running(False)]


async def _steps(site: Site, wanted: Wanted) -> AsyncGenerator[tuple[str, Any, bool], None]:
    started = time.monotonic()
    yield status_html("reading"), gr.skip(), False
    site.rate.check(wanted.visitor.address)
    settings = [site.settings(model, length) for model, length in wanted.sides]
    article = await asyncio.to_thread(read_text, wanted.text, site.config)
    done: list[Side] = []
    for name, asked in zip("AB", settings, strict=True):
        yield status_html("comparing", side=name), compare_html(done) if done else gr.skip(), False
        began = time.monotonic()
        summary = finished(await written(site, wanted.visitor, article, asked))
        done.append(Side(f"side_{name.lower()}", summary, round(time.monotonic() - began, 1)))
    if any(wanted.references.values()):
        yield status_html("scoring"), compare_html(done), False
    shown = await asyncio.to_thread(compare_html, done, wanted.references)
    yield status_html("done", seconds=round(time.monotonic() - started, 1)), shown, True
