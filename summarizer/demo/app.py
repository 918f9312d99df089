"""The page: head, language switch, tabs and endpoints put together."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import gradio as gr

from summarizer.demo import endpoints
from summarizer.demo.config import Address, Config
from summarizer.demo.engine import Writer
from summarizer.demo.server import launch
from summarizer.demo.site import Site, open_summarizer
from summarizer.demo.tabs import batch, compare, evaluate, parts, programs, summarize
from summarizer.demo.texts import NOTICES, TEXTS
from summarizer.demo.words import FIRST_LANGUAGE, pair_html, words
from summarizer.settings import Settings

SWITCH = 0.0005  # seconds the model's thread keeps the interpreter while the page has somebody to answer
DELETE_UPLOADS = (600, 1800)  # every 10 minutes, those older than 30


def build_app(
    config: Config | None = None, summarizer_factory: Callable[[str], Writer] | None = None
) -> tuple[gr.Blocks, Site]:
    """The page and what is behind it.

    Args:
        config: how it is served; the defaults when left out.
        summarizer_factory: makes the writer of a model's name; the project's pipeline when left out.
    """
    config = config or Config()
    site = Site.of(config, summarizer_factory or open_summarizer(config))
    with gr.Blocks(title=TEXTS["title"][0], analytics_enabled=False, delete_cache=DELETE_UPLOADS) as page:
        language, job = _head(), batch.remembered()
        with gr.Tabs(elem_id="tt-tabs"):
            _tab(site, "summarize", lambda: summarize.build(site))
            _tab(site, "batch", lambda: batch.build(site, page, job))
            _tab(site, "compare", lambda: compare.build(site))
            _tab(site, "evaluate", lambda: evaluate.build(site))
            _tab(site, "programs", lambda: programs.build(site))
        note = "footer_history" if config.history else "footer"
        parts.html(f'<footer class="tt-foot tt-quiet">{words(note)}</footer>')
        parts.html(_notices())
        endpoints.build(site)
        language.change(None, [language], site.labels.components, js=site.labels.script(), queue=False)
        page.load(None, None, [language], js=FIRST_LANGUAGE, queue=False)
    page.queue(max_size=200, default_concurrency_limit=8)
    return page, site


def serve(config: Config, address: Address, ready: Callable[[str], None] = lambda _: None) -> None:
    """Build the page, serve it until interrupted; ``ready`` gets its local address once it can be opened.

    Raises:
        OSError: the port is taken.
    """
    page, site = build_app(config)
    sys.setswitchinterval(SWITCH)
    site.engine.prepare(Settings(model=config.model))
    ready(launch(page, site, address))
    page.block_thread()


def _head() -> Any:
    with gr.Row(elem_classes="tt-head"):
        parts.html(f'<div class="tt-brand"><h1>{words("title")}</h1><p class="tt-quiet">{words("tagline")}</p></div>')
        return gr.Radio(
            [("Tiếng Việt", "vi"), ("English", "en")],
            value="vi",
            label="Ngôn ngữ · Language",
            elem_id="tt-language",
            scale=0,
            min_width=220,
        )


def _notices() -> str:
    """What the page's script puts in the place of Gradio's own English messages."""
    told = "".join(f'<p data-words="{part}">{pair_html(pair)}</p>' for part, pair in NOTICES.items())
    return f'<div class="tt-notices" hidden>{told}<b>{words("error")}</b><i>{words("more_tabs")}</i></div>'


def _tab(site: Site, name: str, build: Callable[[], None]) -> None:
    key = f"tab_{name}"
    with gr.Tab(id=name) as tab:
        build()
    site.labels.add(tab, label=key)
