"""Serving the page: its own routes beside Gradio's, and the launch."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import gradio as gr
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from summarizer import __version__
from summarizer.demo.config import Address
from summarizer.demo.site import Site
from summarizer.demo.theme import theme
from summarizer.demo.view.batch import csv_lines
from summarizer.formats.limits import MEGABYTE

STATIC = Path(__file__).with_name("static")
_HEAD = (
    f'<link rel="stylesheet" href="tomtat/static/style.css?v={__version__}">'
    f'<script src="tomtat/static/script.js?v={__version__}"></script>'
    '<meta name="referrer" content="no-referrer">'
)


def routes(site: Site) -> list[BaseRoute]:
    """Health, the page's own files, and the results of batches."""
    started = time.monotonic()

    async def health(_: Request) -> Response:
        """Whether the page is up, and how busy; it answers while the model works."""
        return JSONResponse(
            {
                "status": "ok",
                "version": __version__,
                "uptime_seconds": round(time.monotonic() - started, 1),
                "waiting": site.engine.length,
                "models_loaded": list(site.engine.loaded),
            }
        )

    async def results(request: Request) -> Response:
        """A batch's results, to whoever knows its number."""
        job = site.jobs.find(request.path_params["job"])
        if job is None or not job.results.exists():
            return PlainTextResponse("There is no such batch.", status_code=404)
        if request.path_params["kind"] == "csv":
            return _download(csv_lines(job.results), "text/csv; charset=utf-8", "tomtat.csv")
        lines = (line for line in job.results.open(encoding="utf-8"))
        return _download(lines, "application/x-ndjson; charset=utf-8", "tomtat.jsonl")

    return [
        Route("/health", health),
        Route("/tomtat/batch/{job}.{kind}", results),
        Mount("/tomtat/static", StaticFiles(directory=STATIC)),
    ]


def _download(lines: Any, media: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return StreamingResponse(lines, media_type=media, headers=headers)


def launch(page: gr.Blocks, site: Site, address: Address) -> str:
    """Serve ``page``, which ``build_app`` made with ``site``, in threads of its own; gives its local address.

    Raises:
        OSError: the port is taken.
    """
    _, url, _ = page.launch(
        server_name=address.host,
        server_port=address.port,
        auth=list(address.auth) or None,
        root_path=address.root_path,
        inbrowser=address.browser,
        share=False,
        quiet=True,
        max_threads=2 * site.config.limits.waiting + 40,  # everybody in the line keeps one of Gradio's places
        prevent_thread_lock=True,
        show_error=True,
        ssr_mode=False,
        run_history=False,
        enable_monitoring=False,
        mcp_server=True,
        pwa=False,
        footer_links=[],
        max_file_size=site.config.limits.file_mb * MEGABYTE,
        theme=theme(),
        head=_HEAD,
        app_kwargs={"routes": routes(site)},
    )
    return str(url)
