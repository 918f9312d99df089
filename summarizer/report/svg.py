"""Pictures as inline SVG, coloured by the page's own style sheet so that they follow light and dark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from summarizer.report.words import Kind

ROW, BAR = 30, 16
LABEL_WIDTH, VALUE_WIDTH, PLOT_WIDTH = 190, 70, 382
LINE_HEIGHT, LINE_WIDTH = 260, 460
_SCALES = ((1, 0.2), (2, 0.5), (5, 1), (10, 2), (20, 5), (30, 10), (40, 10), (50, 10), (60, 20), (80, 20), (100, 20))
_GAP = 15  # least distance between two labels at the end of lines


@dataclass(frozen=True, slots=True)
class Mark:
    """One bar or one point, with its interval; ``text`` is what is written beside a bar."""

    label: str
    value: float
    low: float
    high: float
    kind: Kind
    main: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A system's points; None where it has none."""

    label: str
    points: tuple[Mark | None, ...]
    kind: Kind
    main: bool = False


def bars(title: str, marks: Sequence[Mark]) -> str:
    """Horizontal bars from 0 with intervals as whiskers."""
    top, step = _scale(max((mark.high for mark in marks), default=1.0))
    height = ROW * len(marks) + 34
    width = LABEL_WIDTH + PLOT_WIDTH + VALUE_WIDTH
    parts = [_open(title, width, height, "; ".join(f"{m.label} {m.text}" for m in marks))]
    for tick in _ticks(top, step):
        x = LABEL_WIDTH + PLOT_WIDTH * tick / top
        parts.append(f'<line class="grid" x1="{x:.1f}" y1="6" x2="{x:.1f}" y2="{height - 26}"/>')
        parts.append(f'<text class="tick" x="{x:.1f}" y="{height - 8}" text-anchor="middle">{tick:g}</text>')
    for i, mark in enumerate(marks):
        parts += _bar(mark, 8 + i * ROW, top)
    return "".join([*parts, "</svg>"])


def lines(title: str, groups: Sequence[str], series: Sequence[Line], foot: str) -> str:
    """Points joined by lines over the ``groups`` on the x axis, labelled at their right end."""
    known = [p for line in series for p in line.points if p is not None]
    top, step = _scale(max((p.value for p in known), default=1.0) * 1.04)
    left, bottom = 36, LINE_HEIGHT - 52
    xs = [left + (LINE_WIDTH - left - 20) * (i + 0.5) / len(groups) for i in range(len(groups))]
    parts = [_open(title, LINE_WIDTH + LABEL_WIDTH, LINE_HEIGHT, _told(groups, series))]
    for tick in _ticks(top, step):
        y = _height(tick, top, bottom)
        parts.append(f'<line class="grid" x1="{left}" y1="{y:.1f}" x2="{LINE_WIDTH - 10}" y2="{y:.1f}"/>')
        parts.append(f'<text class="tick" x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{tick:g}</text>')
    for x, group in zip(xs, groups, strict=True):
        parts += _group_label(x, bottom, group)
    parts.append(
        f'<text class="tick foot" x="{(left + LINE_WIDTH) / 2:.0f}" y="{LINE_HEIGHT - 4}" '
        f'text-anchor="middle">{escape(foot)}</text>'
    )
    for line in sorted(series, key=lambda one: one.main):
        parts += _line(line, xs, top, bottom)
    return "".join([*parts, *_end_labels(series, top, bottom), "</svg>"])


def _open(title: str, width: int, height: int, description: str) -> str:
    return (
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{escape(title)}. {escape(description)}" '
        f'preserveAspectRatio="xMinYMin meet"><title>{escape(title)}</title>'
    )


def _bar(mark: Mark, y: float, top: float) -> list[str]:
    def x(value: float) -> float:
        return LABEL_WIDTH + PLOT_WIDTH * min(max(value, 0.0), top) / top

    middle, css = y + BAR / 2, f"{mark.kind}{' main' if mark.main else ''}"
    return [
        f'<text class="name {css}" x="{LABEL_WIDTH - 10}" y="{middle + 4.5:.1f}" text-anchor="end">'
        f"{escape(mark.label)}</text>",
        f'<rect class="bar {css}" x="{LABEL_WIDTH}" y="{y:.1f}" width="{x(mark.value) - LABEL_WIDTH:.1f}" '
        f'height="{BAR}" rx="2"/>',
        f'<path class="whisker" d="M{x(mark.low):.1f} {middle:.1f}H{x(mark.high):.1f}M{x(mark.low):.1f} '
        f'{middle - 4:.1f}v8M{x(mark.high):.1f} {middle - 4:.1f}v8"/>',
        f'<text class="value" x="{max(x(mark.high), x(mark.value)) + 8:.1f}" y="{middle + 4.5:.1f}">'
        f"{escape(mark.text)}</text>",
    ]


def _line(line: Line, xs: Sequence[float], top: float, bottom: float) -> list[str]:
    css = f"{line.kind}{' main' if line.main else ''}"
    spots = [(x, p) for x, p in zip(xs, line.points, strict=True) if p is not None]
    parts = []
    if line.main:
        parts += [
            f'<path class="whisker" d="M{x:.1f} {_height(p.low, top, bottom):.1f}V{_height(p.high, top, bottom):.1f}"/>'
            for x, p in spots
        ]
    for (x1, p1), (x2, p2) in pairwise(spots):
        ends = f'x1="{x1:.1f}" y1="{_height(p1.value, top, bottom):.1f}" x2="{x2:.1f}"'
        parts.append(f'<line class="line {css}" {ends} y2="{_height(p2.value, top, bottom):.1f}"/>')
    parts += [
        f'<circle class="dot {css}" cx="{x:.1f}" cy="{_height(p.value, top, bottom):.1f}" r="{4 if line.main else 3}"/>'
        for x, p in spots
    ]
    return parts


def _end_labels(series: Sequence[Line], top: float, bottom: float) -> list[str]:
    """Names at the height of each line's last point, moved apart where they would touch."""
    ends = [(_last_height(line, top, bottom), line) for line in series if any(line.points)]
    ends.sort(key=lambda pair: pair[0])
    parts, before = [], -float(_GAP)
    room = bottom + 8 - _GAP * len(ends)
    for i, (wanted, line) in enumerate(ends):
        y = max(min(wanted, room + _GAP * (i + 1)), before + _GAP)
        before = y
        css = f"{line.kind}{' main' if line.main else ''}"
        parts.append(f'<text class="name {css}" x="{LINE_WIDTH}" y="{y + 4:.1f}">{escape(line.label)}</text>')
    return parts


def _last_height(line: Line, top: float, bottom: float) -> float:
    last = [p for p in line.points if p is not None][-1]
    return _height(last.value, top, bottom)


def _group_label(x: float, bottom: float, group: str) -> list[str]:
    first, _, second = group.partition("\n")
    return [
        f'<text class="tick" x="{x:.1f}" y="{bottom + 18:.0f}" text-anchor="middle">{escape(first)}</text>',
        f'<text class="tick faint" x="{x:.1f}" y="{bottom + 32:.0f}" text-anchor="middle">{escape(second)}</text>',
    ]


def _height(value: float, top: float, bottom: float) -> float:
    return bottom - (bottom - 12) * min(max(value, 0.0), top) / top


def _told(groups: Sequence[str], series: Sequence[Line]) -> str:
    return "; ".join(
        f"{line.label}: "
        + ", ".join(f"{g.partition(chr(10))[0]} {p.value:.1f}" for g, p in zip(groups, line.points, strict=True) if p)
        for line in series
    )


def _scale(most: float) -> tuple[float, float]:
    """The end of an axis that holds ``most``, and the distance of its ticks."""
    return next(((top, step) for top, step in _SCALES if most <= top), _SCALES[-1])


def _ticks(top: float, step: float) -> list[float]:
    return [step * i for i in range(round(top / step) + 1)]
