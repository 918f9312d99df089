"""An evaluation report on the page: a table a direction in the page's language, then the report itself in a frame."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from summarizer.demo.texts import TEXTS
from summarizer.demo.words import both, number, words
from summarizer.report.words import system_label

SHOWN = ("rouge1", "rouge2", "rougeL", "keyfacts", "number-precision", "date-precision", "name-precision", "words")
Json = Mapping[str, Any]


def report_html(report: Json, page: str) -> str:
    """A report in its JSON form, and ``page``, the self-contained page made of it."""
    tables = "".join(_direction(direction) for direction in report["directions"])
    frame = (
        f'<details class="tt-more" open><summary>{words("full_report")}</summary>'
        '<iframe class="tt-frame" sandbox="" loading="lazy" title="Evaluation report · Báo cáo đánh giá" '
        f'srcdoc="{escape(page)}"></iframe></details>'
    )
    return f'<div class="tt-report">{tables}<p class="tt-quiet">{words("report_key")}</p>{frame}</div>'


def _direction(direction: Json) -> str:
    lang, source = TEXTS["lang_" + direction["lang"]], TEXTS["lang_" + direction["source"]]
    heading = words("direction", lang=_small(lang), source=_small(source))
    metrics = [name for name in SHOWN if any(_value(system, name) for system in direction["systems"])]
    head = "".join(f'<th scope="col">{words(name)}</th>' for name in metrics)
    rows = "".join(_row(system, metrics) for system in direction["systems"])
    name = f"tt-report-{escape(direction['source'])}-{escape(direction['lang'])}"
    return (
        f'<section class="tt-panel"><header><h3 id="{name}">{heading}</h3>'
        f'<span class="tt-tag">{words("articles", n=direction["n"])}</span></header>'
        f'<div class="tt-table" tabindex="0" role="region" aria-labelledby="{name}"><table><thead><tr>'
        f'<th scope="col">{words("system")}</th>{head}<th scope="col">{words("seconds")}</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div></section>"
    )


def _small(pair: tuple[str, str]) -> tuple[str, str]:
    """A language's name inside a sentence: Vietnamese writes it with a small letter there."""
    return pair[0][0].lower() + pair[0][1:], pair[1]


def _row(system: Json, metrics: list[str]) -> str:
    cells = "".join(f"<td>{_cell(_value(system, name))}</td>" for name in metrics)
    seconds = "–" if system["seconds"] is None else _number(system["seconds"])
    return f'<tr><th scope="row">{escape(system_label(system["name"]))}</th>{cells}<td>{seconds}</td></tr>'


def _value(system: Json, metric: str) -> Json | None:
    return next((v for v in system["values"] if v["metric"] == metric and v["value"] is not None), None)


def _cell(value: Json | None) -> str:
    if value is None:
        return "–"
    times = 100 if value["unit"] == "share" else 1
    shown = _number(value["value"] * times)
    if value["low"] is None or value["high"] is None:
        return shown
    return f"{shown}<small>{_number(value['low'] * times)} – {_number(value['high'] * times)}</small>"


def _number(value: float) -> str:
    return both(number(round(value, 1), "vi"), number(round(value, 1), "en"))
