"""The fourth tab: the latest report, and an evaluation run from the page."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncGenerator
from concurrent.futures import CancelledError
from contextlib import aclosing
from typing import Any

import gradio as gr

from summarizer.demo.evaluation import OTHERS, OURS, Progress, corpus_report, corpus_size, run_evaluation
from summarizer.demo.flow import Visitor, crash
from summarizer.demo.models import usable
from summarizer.demo.problems import explain_error
from summarizer.demo.site import Site
from summarizer.demo.tabs import parts
from summarizer.demo.view.evaluation import report_html
from summarizer.demo.view.result import empty_html, problem_html, status_html
from summarizer.demo.words import words
from summarizer.errors import SummarizerError
from summarizer.report import to_html
from summarizer.report.words import system_label

TAB = "evaluate"


def build(site: Site) -> None:
    """Lay out the tab and wire it."""
    size = corpus_size()
    names = [f"{OURS}{choice.name}:short" for choice in usable(site.models)] + list(OTHERS)
    with gr.Column(elem_classes="tt-form"):
        parts.html(f"<p>{words('evaluate_intro', n=size)}</p>")
        systems = gr.CheckboxGroup(
            [(system_label(name), name) for name in names], value=[names[0], "lead-2", "oracle-2"], elem_id="tt-systems"
        )
        site.labels.add(systems, label="systems")
        slider = gr.Slider(4, size, value=min(20, size), step=1, elem_id="tt-evaluate-slider")
        count = site.labels.add(slider, label="articles_count")
        run, stop = parts.run_buttons(site, "evaluate", "tt-evaluate")
    status = parts.status_line("tt-evaluate")
    parts.html(f'<h2 class="tt-h2">{words("latest")}</h2>')
    result = parts.html(latest_html(), "tt-evaluate-result")
    outputs = [status, result, run, stop]

    async def evaluate(chosen: list[str], number: float, request: gr.Request) -> AsyncGenerator[list[Any], None]:
        wanted = [name for name in names if name in chosen]
        async with aclosing(_told(site, wanted, int(number), parts.visitor(request, TAB))) as steps:
            async for step in steps:
                yield step

    def stop_mine(request: gr.Request) -> None:
        owner = parts.visitor(request, TAB).owner
        site.engine.stop(owner)

    run.click(
        evaluate, [systems, count], outputs, api_visibility="private", show_progress="hidden", concurrency_limit=2
    )
    stop.click(stop_mine, None, None, api_visibility="private", queue=False)


def latest_html() -> str:
    """The newest report under eval/results, or that there is none."""
    folder = corpus_report()
    if folder is None:
        return empty_html("no_report")
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    page = folder / "report.html"
    return report_html(report, page.read_text(encoding="utf-8") if page.exists() else "")


async def _told(site: Site, systems: list[str], count: int, visitor: Visitor) -> AsyncGenerator[list[Any], None]:
    """Updates of status, result and buttons; whatever goes wrong is the last."""
    started = time.monotonic()
    try:
        site.rate.check(visitor.address)
        async with aclosing(run_evaluation(site, systems, count, visitor.owner)) as steps:
            async for step in steps:
                yield await _shown(step, time.monotonic() - started)
    except CancelledError:
        yield [status_html("stopped"), gr.skip(), *parts.running(False)]
    except SummarizerError as error:
        yield [problem_html(explain_error(error)), gr.skip(), *parts.running(False)]
    except Exception as error:  # a visitor gets a code, whoever runs the page the frames
        yield [problem_html(crash(error, "evaluation")), gr.skip(), *parts.running(False)]


async def _shown(step: Progress, seconds: float) -> list[Any]:
    if step.report is None:
        status = (
            status_html("evaluating", system=system_label(step.system), n=step.done, all=step.total)
            if step.system
            else status_html("scoring")
        )
        return [status, gr.skip(), *parts.running(True)]
    page = await asyncio.to_thread(to_html, step.report)
    shown = await asyncio.to_thread(report_html, step.report.to_dict(), page)
    return [status_html("done", seconds=round(seconds, 1)), shown, *parts.running(False)]
