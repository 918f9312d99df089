"""Two summaries of one article side by side, and their scores against references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from summarizer.demo.problems import explain_error
from summarizer.demo.texts import TEXTS
from summarizer.demo.view.card import cards_html
from summarizer.demo.view.result import problem_html
from summarizer.demo.words import both, number, pair_html, words
from summarizer.errors import MissingExtraError
from summarizer.metrics import Case, Column, measure
from summarizer.text.clean import clean
from summarizer.types import LANGS, Lang, Summary

SHOWN = ("rouge1", "rouge2", "rougeL", "chrf", "number-precision", "date-precision", "name-precision", "words")
_METRICS = ("rouge", "chrf", "facts", "compression")
References = Mapping[Lang, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its key in the page's texts, what was written, and the seconds that took, waiting included."""

    key: str
    summary: Summary
    seconds: float


def compare_html(sides: Sequence[Side], references: References | None = None) -> str:
    """The sides that are done, and their scores when any reference is given."""
    columns = "".join(_side(side) for side in sides)
    scores = _scores(sides, references) if references and any(references.values()) else ""
    return f'<div class="tt-compare">{columns}</div>{scores}'


def _side(side: Side) -> str:
    length = TEXTS[f"length_{side.summary.length}"]
    told = f"{escape(side.summary.model)} · {pair_html(length)} · {words('took', seconds=side.seconds)}"
    return (
        f'<div class="tt-result tt-half"><h2>{words(side.key)}</h2><p class="tt-quiet">{told}</p>'
        f"{cards_html(side.summary, side.key)}</div>"
    )


def _scores(sides: Sequence[Side], references: References) -> str:
    try:
        tables = "".join(_table(sides, lang, references[lang]) for lang in LANGS if references.get(lang))
    except MissingExtraError as error:
        return problem_html(explain_error(error))
    return (
        f'<section class="tt-panel"><header><h2>{words("metrics")}</h2></header>{tables}'
        f'<p class="tt-quiet">{words("metrics_note")}</p></section>'
    )


def _table(sides: Sequence[Side], lang: Lang, references: tuple[str, ...]) -> str:
    measured = [{c.name: c for c in _columns(side.summary, lang, references)} for side in sides]
    head = "".join(f'<th scope="col">{words(side.key)}</th>' for side in sides)
    return (
        f'<div class="tt-table" tabindex="0"><table><caption>{words("lang_" + lang)}</caption><thead><tr>'
        f'<th scope="col">{words("metric")}</th>{head}</tr></thead>'
        f"<tbody>{''.join(_rows(measured))}</tbody></table></div>"
    )


def _columns(summary: Summary, lang: Lang, references: tuple[str, ...]) -> list[Column]:
    text = summary.text(lang)
    case = Case(
        "page", lang, text.text if text else "", references, clean(summary.article), read=summary.coverage.share
    )
    return measure([case], _METRICS)


def _rows(measured: Sequence[Mapping[str, Column]]) -> Iterator[str]:
    for name in SHOWN:
        found = [columns.get(name) for columns in measured]
        if any(column is not None and column.applies.any() for column in found):
            cells = "".join(f"<td>{_value(column)}</td>" for column in found)
            yield f'<tr><th scope="row">{words(name)}</th>{cells}</tr>'


def _value(column: Column | None) -> str:
    if column is None or not column.applies.any():
        return "–"
    value = column.value() * (100 if column.unit == "share" else 1)
    return both(number(round(value, 1), "vi"), number(round(value, 1), "en"))
