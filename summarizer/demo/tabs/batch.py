"""The second tab: many articles at once, in a job that goes on without the page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

import gradio as gr

from summarizer.demo.jobs import BatchJob
from summarizer.demo.problems import explain_error
from summarizer.demo.site import Site
from summarizer.demo.tabs import parts
from summarizer.demo.view.batch import batch_html
from summarizer.demo.view.result import empty_html, problem_html, status_html
from summarizer.demo.words import words
from summarizer.errors import SummarizerError

TAB = "batch"
LOOK = 0.5  # seconds between looks at a job


def remembered() -> Any:
    """The number of the visitor's last job, kept by the browser; a part of the page outside all tabs.

    Inside a tab it would be read only once that tab is opened.
    """
    return gr.BrowserState("", storage_key="tomtat-batch")


def build(site: Site, page: gr.Blocks, number: Any) -> None:
    """Lay out the tab and wire it; a reload of ``page`` picks up the job with the remembered ``number``."""
    limits = site.config.limits
    with gr.Column(elem_classes="tt-form tt-drop"):
        parts.html(f"<p>{words('batch_intro', n=limits.batch_articles, minutes=limits.keep_minutes)}</p>")
        upload = parts.upload_area(site, "tt-batch-upload", many=True)
        with gr.Row(elem_classes="tt-row"):
            length = parts.length_choice(site)
            model = parts.model_choice(site)
        stop = gr.Button(elem_id="tt-batch-stop", interactive=False, scale=0, min_width=110)
        site.labels.add(stop, value="cancel")
    view = parts.html(empty_html("batch_empty"), "tt-batch")
    quiet = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": None}

    async def start(files: list[str], length: Any, model: str, request: gr.Request) -> AsyncGenerator[list[Any], None]:
        try:
            site.rate.check(parts.visitor(request, TAB).address)
            job = site.jobs.start([parts.uploaded(file) for file in files], site.settings(model, length))
        except SummarizerError as error:
            yield [gr.skip(), problem_html(explain_error(error)), gr.update(interactive=False)]
            return
        async for update in _watch(job):
            yield [job.id, *update]

    async def resume(name: str) -> AsyncGenerator[list[Any], None]:
        job = site.jobs.find(name) if name else None
        if job is None:
            yield [status_html("batch_gone") if name else gr.skip(), gr.update(interactive=False)]
            return
        async for update in _watch(job):
            yield update

    upload.upload(start, [upload, length, model], [number, view, stop], **quiet)
    page.load(resume, [number], [view, stop], **quiet)
    stop.click(site.jobs.stop, [number], None, api_visibility="private", queue=False)


async def _watch(job: BatchJob) -> AsyncGenerator[list[Any], None]:
    """The job's state whenever it has changed, until it has ended; who looks on changes nothing."""
    last = ""
    while True:
        ended = job.ended is not None
        shown = batch_html(job)
        if shown != last:
            yield [shown, gr.update(interactive=not ended)]
            last = shown
        if ended:
            return
        await asyncio.sleep(LOOK)
