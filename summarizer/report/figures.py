"""The pictures of one direction: bars with intervals, score by article length, score by where the news stands."""

from __future__ import annotations

from collections.abc import Callable

from summarizer.report.svg import Line, Mark, bars, lines
from summarizer.report.words import Kind, kind, metric_words, number, system_label
from summarizer.scoring.values import Bin, Direction, SystemScore

BAR_METRICS = ("rouge1", "rouge2", "rougeL", "ascii-rouge1", "ascii-rouge2", "ascii-rougeL", "keyfacts")
MOST_LINES = 6


def figures(direction: Direction, main: str) -> str:
    """All pictures of a direction, each in a ``figure`` with its caption."""
    drawn = [_bars(direction, name, main) for name in BAR_METRICS if any(_has(s, name) for s in direction.systems)]
    score = "ROUGE-1"
    parts = [f'<div class="figures bars">{"".join(drawn)}</div>']
    trends = [
        _lines((direction, main), f"{score} by article length", lambda s: s.by_length, "words in the article"),
        _lines((direction, main), f"{score} by where the news stands", lambda s: s.by_position, "place in the article"),
    ]
    return "".join([*parts, f'<div class="figures trends">{"".join(trends)}</div>'])


def _has(system: SystemScore, metric: str) -> bool:
    value = system.value(metric)
    return value is not None and value.value is not None


def _bars(direction: Direction, metric: str, main: str) -> str:
    marks = []
    for system in direction.systems:
        value = system.value(metric)
        if value is not None and value.value is not None:
            low, high = (value.value if bound is None else bound for bound in (value.low, value.high))
            name = system_label(system.name)
            marks.append(
                Mark(
                    name,
                    value.value * 100,
                    low * 100,
                    high * 100,
                    kind(system.name),
                    system.name == main,
                    number(value),
                )
            )
    marks.sort(key=lambda mark: -mark.value)
    words = metric_words(metric)
    return (
        f"<figure><figcaption>{words.label}<small>{words.tells}</small></figcaption>{bars(words.label, marks)}</figure>"
    )


def _lines(where: tuple[Direction, str], title: str, bins: Callable[[SystemScore], tuple[Bin, ...]], foot: str) -> str:
    direction, main = where
    shown = _chosen(direction, main)
    by_system = {system.name: {b.label: b for b in bins(system)} for system in shown}
    labels = [b.label for b in bins(shown[0])]
    if len(labels) < 2:
        return ""
    groups = [f"{label}\nn = {by_system[shown[0].name][label].n}" for label in labels]
    series = [
        Line(
            system_label(system.name),
            tuple(_point(by_system[system.name].get(label)) for label in labels),
            kind(system.name),
            system.name == main,
        )
        for system in shown
    ]
    small = "The upright strokes are 95 % intervals of the main system."
    return (
        f"<figure><figcaption>{title}<small>{small}</small></figcaption>{lines(title, groups, series, foot)}</figure>"
    )


def _chosen(direction: Direction, main: str) -> list[SystemScore]:
    """The main system, the first LEAD, floor and ceiling, then peers and others until the picture is full."""
    first: dict[Kind, SystemScore] = {}
    for system in direction.systems:
        first.setdefault(kind(system.name), system)
    fixed = [s for s in direction.systems if s.name == main]
    fixed += [first[part] for part in ("lead", "ceiling", "floor") if part in first and first[part] not in fixed]
    others = [s for s in direction.systems if s not in fixed and kind(s.name) != "lead"]
    return [*fixed, *sorted(others, key=lambda s: kind(s.name) != "peer")][:MOST_LINES]


def _point(one: Bin | None) -> Mark | None:
    if one is None or one.value is None:
        return None
    low, high = (one.value if bound is None else bound for bound in (one.low, one.high))
    return Mark("", one.value * 100, low * 100, high * 100, "other")
