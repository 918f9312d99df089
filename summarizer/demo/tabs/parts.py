"""Components several tabs share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import gradio as gr

from summarizer.assets import asset
from summarizer.demo.flow import Visitor
from summarizer.demo.models import usable
from summarizer.demo.problems import Problem
from summarizer.demo.site import Site
from summarizer.demo.texts import TEXTS
from summarizer.demo.words import words
from summarizer.formats.limits import MEGABYTE
from summarizer.settings import LENGTHS

EXAMPLES = (
    "vi-tech-chip",
    "vi-disaster-storm",
    "vi-health-measles",
    "vi-economy-durian-exports",
    "vi-culture-cheo",
    "hanoi-closing",
    "en-diplomacy-scholarship",
    "en-disaster-flood",
    "en-science-catfish",
    "en-sport-futsal",
)


def html(value: str = "", name: str | None = None) -> Any:
    """A piece of the page's own HTML, without Gradio's styles and scripts."""
    return gr.HTML(value, elem_id=name, js_on_load=None, apply_default_css=False)


def visitor(request: gr.Request, tab: str) -> Visitor:
    """Who asks, told apart by session and tab; requests are counted by network address."""
    client = request.client
    return Visitor(client.host if client else "", f"{request.session_hash}:{tab}")


def uploaded(path: str) -> tuple[Path, str]:
    """The path of an uploaded file, and the name it had with its visitor.

    Raises:
        Problem: the path is not one of Gradio's uploads.
    """
    file = Path(path).resolve()
    if not file.is_relative_to(Path(gr.utils.get_upload_folder()).resolve()) or not file.is_file():
        raise Problem("not_uploaded")
    return file, file.name


def article_box(site: Site, name: str, lines: int = 8) -> Any:
    """The box an article or an address goes into."""
    box = gr.Textbox(lines=lines, max_lines=lines + 6, elem_id=name, elem_classes="tt-box")
    return site.labels.add(box, label="article", placeholder="article_hint")


def example_menu(site: Site, box: Any) -> Any:
    """A menu of articles of the corpus; choosing one puts it into ``box``."""
    menu = gr.Dropdown(example_titles(), value=None, filterable=False, min_width=220, elem_classes="tt-example")
    menu.input(example_text, menu, box, api_visibility="private", queue=False, show_progress="hidden")
    return site.labels.add(menu, label="example")


@cache
def example_titles() -> list[tuple[str, str]]:
    """(title, name) of the example articles."""
    return [(example_text(name).partition("\n")[0], name) for name in EXAMPLES]


def example_text(name: str) -> str:
    """An example article; no other file can be named."""
    if name not in EXAMPLES:
        return ""
    return asset(f"corpus/articles/{name}.txt").read_text(encoding="utf-8").strip()


def length_choice(site: Site, value: str = "short") -> Any:
    """The dial for length."""
    pairs = [(TEXTS[f"length_{length}"], str(length)) for length in LENGTHS]
    radio = gr.Radio([], value=value, elem_classes="tt-length")
    return site.labels.add(radio, choices=pairs, label="length")


def model_choice(site: Site, value: str | None = None) -> Any:
    """The menu of models whose weights are here."""
    pairs = [(choice.label, choice.name) for choice in usable(site.models)]
    first = value or site.config.model
    menu = gr.Dropdown([first], value=first, filterable=False, min_width=220, elem_classes="tt-model")
    return site.labels.add(menu, choices=pairs, label="model")


def upload_area(site: Site, name: str, *, many: bool = False) -> Any:
    """An upload button in an area that files can be dropped on."""
    suffix = "_many" if many else ""
    with gr.Row(elem_classes="tt-drop"):
        count = "multiple" if many else "single"
        button = gr.UploadButton(file_count=count, scale=0, min_width=150, elem_id=name)
        megabytes = site.config.limits.file_mb
        html(
            f'<p class="tt-quiet">{words("drop" + suffix)} <small>{words("formats", mb=megabytes)}</small></p>'
            f'<p class="tt-problem tt-not-sent" role="alert" data-most="{megabytes * MEGABYTE}" hidden>'
            f"{words('not_sent', mb=megabytes)}</p>"
        )
    return site.labels.add(button, label="upload" + suffix)


def status_line(name: str) -> Any:
    """Where a tab says how things stand; a click on the button ``name``-run is answered there at once by the script."""
    sending = f'<span class="tt-sending" hidden>{words("sending")}</span>'
    return html(f'<p class="tt-status" role="status">{sending}</p>', f"{name}-status")


def run_buttons(site: Site, key: str, name: str) -> tuple[Any, Any]:
    """The button that starts, and the one that stops."""
    with gr.Row(elem_classes="tt-actions"):
        run = gr.Button(variant="primary", elem_id=f"{name}-run", scale=0, min_width=160)
        stop = gr.Button(elem_id=f"{name}-stop", interactive=False, scale=0, min_width=110)
    site.labels.add(run, value=key)
    site.labels.add(stop, value="cancel")
    return run, stop


def running(on: bool) -> Sequence[Any]:
    """Updates of the two buttons."""
    return gr.update(interactive=not on), gr.update(interactive=on)
