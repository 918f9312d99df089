"""The worst and best items side by side with the texts that were scored."""

from __future__ import annotations

import re
from html import escape

from summarizer.metrics.tokenize import syllables
from summarizer.report.words import metric_words
from summarizer.scoring.values import Direction, Item
from summarizer.types import Lang

_WORD = re.compile(r"[^\W_]+")
_SHOWN = ("rouge1", "rouge2", "rougeL", "ascii-rouge1", "keyfacts", "number-precision", "name-precision", "words")


def items(direction: Direction) -> str:
    """Two lists of cards, "" when there are too few articles."""
    if not direction.worst:
        return ""
    worst = "".join(_card(item, direction) for item in direction.worst)
    best = "".join(_card(item, direction) for item in direction.best)
    note = (
        "<p class=small>Words in green are in a reference too. Open an article to see what was summarised and "
        "the units that were compared.</p>"
        if direction.worst[0].summary or direction.worst[0].references
        else "<p class=small>Texts are left out of this report because the articles belong to somebody else.</p>"
    )
    return f"<h3>Worst items</h3>{note}<div class=cards>{worst}</div><h3>Best items</h3><div class=cards>{best}</div>"


def mark_shared(text: str, references: tuple[str, ...], lang: Lang) -> str:
    """``text`` as HTML with the words that a reference has too marked."""
    known = {token for reference in references for token in syllables(reference)}
    parts, end = [], 0
    for match in _WORD.finditer(text):
        parts.append(escape(text[end : match.start()]))
        word = escape(match[0])
        parts.append(f"<mark>{word}</mark>" if known.issuperset(syllables(match[0])) else word)
        end = match.end()
    return f'<p lang="{lang}">{"".join(parts)}{escape(text[end:])}</p>'


def _card(item: Item, direction: Direction) -> str:
    scores = "".join(
        f"<span>{metric_words(name).label} <b>{_number(name, item.values[name])}</b></span>"
        for name in _SHOWN
        if item.values.get(name) is not None
    )
    title = escape(item.title or item.id)
    head = f'<h4 lang="{direction.source}">{title}</h4><p class=scores><code>{escape(item.id)}</code>{scores}</p>'
    return f"<article class=card>{head}{_texts(item, direction) if item.article else ''}</article>"


def _texts(item: Item, direction: Direction) -> str:
    summary = mark_shared(item.summary, item.references, direction.lang) if item.summary else "<p><i>Nothing.</i></p>"
    references = "".join(f'<p lang="{direction.lang}">{escape(text)}</p>' for text in item.references)
    story = "".join(f'<p lang="{direction.source}">{escape(line)}</p>' for line in item.article.splitlines())
    names = ("Summary", *(f"Reference {i}" for i in range(1, len(item.scored))))
    units = "".join(
        f'<p class=small>{name}</p><p class=units lang="{direction.lang}">{escape(text)}</p>'
        for name, text in zip(names, item.scored, strict=True)
    )
    return (
        f"<div class=sides><div><h5>Summary</h5>{summary}</div><div><h5>References</h5>{references}</div></div>"
        f"<details><summary>Article and compared units</summary><div class=sides><div><h5>Article</h5>{story}</div>"
        f"<div><h5>Compared units</h5>{units}</div></div></details>"
    )


def _number(name: str, value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.0f}" if name == "words" else f"{value * 100:.1f}"
