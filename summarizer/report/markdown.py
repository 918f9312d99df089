"""The report as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.report.words import chance, direction_label, metric_words, number, system_label
from summarizer.scoring.values import Direction, Report, SystemScore

QUALITY = ("rouge1", "rouge2", "rougeL", "ascii-rouge1", "ascii-rouge2", "ascii-rougeL", "chrf", "keyfacts")
_DIFFERS = "*"


def to_markdown(report: Report) -> str:
    """Every direction's tables, the signatures, and how the numbers were made."""
    lines = [f"# Evaluation on {report.data}", ""]
    lines += [f"> {note}\n" for note in report.notes]
    for direction in report.directions:
        lines += _direction(direction, report)
    lines += ["## How the numbers were made", "", *_method(report), ""]
    return "\n".join(lines)


def quality_table(direction: Direction, report: Report) -> list[str]:
    """One table of what matters most: overlap with intervals, key facts, time and memory."""
    names = [name for name in QUALITY if any(s.value(name) for s in direction.systems)]
    head = ["System", *(metric_words(name).label for name in names), "s/article", "peak MB"]
    rows = [[_name(s, report), *(_cell(s, name) for name in names), *_cost(s)] for s in direction.systems]
    return _table(head, rows)


def _direction(direction: Direction, report: Report) -> Iterator[str]:
    yield f"## {direction_label(direction, report.target)} ({direction.n} articles)"
    yield ""
    yield from quality_table(direction, report)
    yield ""
    if direction.system(report.main) is not None:
        yield f"{_DIFFERS} differs from {system_label(report.main)}, p < 0.05 (paired bootstrap)."
        yield ""
    rest = [v.metric for v in direction.systems[0].values if v.metric not in QUALITY]
    rest += [v.metric for s in direction.systems for v in s.values if v.metric not in (*rest, *QUALITY)]
    rest = list(dict.fromkeys(rest))
    if rest:
        head = ["System", *(metric_words(name).label for name in rest)]
        yield from _table(head, [[_name(s, report), *(_plain(s, name) for name in rest)] for s in direction.systems])
        yield ""


def _name(system: SystemScore, report: Report) -> str:
    label = system_label(system.name)
    return f"**{label}**" if system.name == report.main else label


def _cell(system: SystemScore, metric: str) -> str:
    value = system.value(metric)
    if value is None:
        return ""
    mark = next((_DIFFERS for c in system.contrasts if c.metric == metric and (c.p or 1) < 0.05), "")
    return f"{number(value)}{mark} [{number(value, 'low')}, {number(value, 'high')}]" if value.n else "–"


def _plain(system: SystemScore, metric: str) -> str:
    value = system.value(metric)
    return number(value) if value is not None and value.n else "–"


def _cost(system: SystemScore) -> tuple[str, str]:
    seconds = "" if system.seconds is None else f"{system.seconds:.3f}"
    return seconds, "" if system.peak_mb is None else f"{system.peak_mb:.0f}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    rule = ["---", *["---:"] * (len(head) - 1)]
    return [f"| {' | '.join(cells)} |" for cells in (head, rule, *rows)]


def _method(report: Report) -> Iterator[str]:
    yield f"Data: {report.data}, SHA-256 `{report.data_sha256[:16]}`. Target: {report.target}."
    yield f"Intervals: 95 %, percentile bootstrap, {report.samples} resamples, seed {report.seed}."
    yield f"Made by tomtat {report.version} with {', '.join(f'{k} {v}' for k, v in report.made_with.items())}."
    if report.skipped:
        yield f"Left out on request: {len(report.skipped)} rows."
    yield ""
    for direction in report.directions:
        for value in direction.systems[0].values:
            if value.n:
                yield f"- `{value.signature}`"
    yield from _contrast_lines(report)


def _contrast_lines(report: Report) -> Iterator[str]:
    for direction in report.directions:
        for system in direction.systems:
            for c in system.contrasts:
                if c.metric == "rouge1" and c.delta is not None and c.low is not None and c.high is not None:
                    yield (
                        f"- {direction.name}: {system_label(report.main)} less {system_label(system.name)}, ROUGE-1: "
                        f"{c.delta * 100:+.1f} [{c.low * 100:+.1f}, {c.high * 100:+.1f}], {chance(c.p)}"
                    )
