"""The report as one self-contained page: no scripts, no fonts or pictures from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from html import escape
from importlib import resources

from summarizer.report.figures import figures
from summarizer.report.items import items
from summarizer.report.words import (
    METRIC_WORDS,
    chance,
    direction_label,
    kind,
    metric_words,
    number,
    system_label,
)
from summarizer.scoring.values import Contrast, Direction, Report, SystemScore, Value


def to_html(report: Report) -> str:
    """The whole page."""
    body = "".join(
        [*_header(report), *(part for d in report.directions for part in _direction(d, report)), *_foot(report)]
    )
    title = f"Evaluation on {escape(report.data)}"
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f'<meta name="color-scheme" content="light dark"><title>{title}</title><style>{_style()}</style></head>'
        f"<body><main>{body}</main></body></html>\n"
    )


@lru_cache(maxsize=1)
def _style() -> str:
    return (resources.files("summarizer.report") / "style.css").read_text(encoding="utf-8")


def _header(report: Report) -> Iterator[str]:
    what = "Headlines" if report.target == "headline" else "Summaries"
    yield f"<header><p class=kicker>{what} scored on</p><h1>{escape(report.data)}</h1>"
    for direction in report.directions:
        yield f'<p class=lede>{_sentence(direction, report)} <a href="#{direction.name}">See all systems</a></p>'
    yield "".join(f"<p class=note role=note>{escape(note)}</p>" for note in report.notes)
    if report.skipped:
        yield f"<p class=note role=note>{len(report.skipped)} wrong rows were left out on request.</p>"
    yield "</header>"


def _sentence(direction: Direction, report: Report) -> str:
    """What the main system reaches here and how far that is from LEAD, in words."""
    what = f"<b>{escape(direction_label(direction, report.target))}</b> ({direction.n})"
    main = direction.system(report.main)
    if main is None:
        return f"{what}: {escape(system_label(report.main))} writes none."
    metric = next((v for v in main.values if v.metric.endswith("rouge1")), main.values[0])
    said = (
        f"{what}: {escape(system_label(main.name))} reaches <b>{number(metric)}</b> "
        f"{escape(metric_words(metric.metric).label)} "
        f"(95&nbsp;% interval {number(metric, 'low')} to {number(metric, 'high')})"
    )
    lead = next((s for s in direction.systems if kind(s.name) == "lead" and s is not main), None)
    found = next((c for c in lead.contrasts if c.metric == metric.metric), None) if lead else None
    if lead is None or found is None or found.delta is None:
        return said + "."
    way = "above" if found.delta >= 0 else "below"
    return f"{said}, {abs(found.delta) * 100:.1f} {way} {escape(system_label(lead.name))} ({escape(chance(found.p))})."


def _direction(direction: Direction, report: Report) -> Iterator[str]:
    yield f'<section id="{direction.name}"><h2>{escape(direction_label(direction, report.target))}'
    yield f" <small>{direction.n} articles</small></h2>"
    yield _table(direction, report)
    yield figures(direction, report.main)
    yield items(direction)
    yield "</section>"


def _table(direction: Direction, report: Report) -> str:
    names = _columns(direction)
    groups: list[tuple[str, int]] = []
    for name in names:
        group = metric_words(name).group
        if groups and groups[-1][0] == group:
            groups[-1] = (group, groups[-1][1] + 1)
        else:
            groups.append((group, 1))
    head = "".join(f"<th scope=colgroup colspan={count}>{escape(group)}</th>" for group, count in groups)
    columns = "".join(
        f'<th scope=col title="{escape(metric_words(n).tells)}">{escape(metric_words(n).label)}</th>' for n in names
    )
    best = {name: _best(direction, name) for name in names}
    rows = "".join(_row(system, names, best, report) for system in direction.systems)
    return (
        '<div class=scroll tabindex=0 role=region aria-label="Scores"><table><thead>'
        f"<tr><td></td>{head}<th scope=colgroup colspan=2>Cost</th></tr>"
        f"<tr><th scope=col>System</th>{columns}<th scope=col>s / article</th><th scope=col>Peak MB</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
        f"<p class=small>{_key(direction, report)}</p>"
    )


def _key(direction: Direction, report: Report) -> str:
    said = (
        "Shares are times 100; in small type the 95&nbsp;% interval. Bold: best of the systems that do not see "
        "the references."
    )
    if direction.system(report.main) is None:
        return said
    main = escape(system_label(report.main))
    return f"{said} ▲▼: {main} is better or worse than this one, p &lt; 0.05 (paired bootstrap)."


def _columns(direction: Direction) -> list[str]:
    present = {v.metric for system in direction.systems for v in system.values if v.n}
    order = list(METRIC_WORDS)
    return sorted(
        present, key=lambda n: order.index(n.removeprefix("ascii-")) if n.removeprefix("ascii-") in order else 99
    )


def _best(direction: Direction, metric: str) -> frozenset[str]:
    """The systems whose value, as shown, is best among those that can be; none where all are alike."""
    able = [s for s in direction.systems if kind(s.name) not in ("ceiling", "floor")]
    found = [(v, s.name) for s in able if (v := s.value(metric)) is not None and v.value is not None]
    if len(found) < 2 or found[0][0].better == "neither":
        return frozenset()
    sign = 1 if found[0][0].better == "higher" else -1
    top = number(max((v for v, _ in found), key=lambda v: sign * (v.value or 0.0)))
    best = frozenset(name for v, name in found if number(v) == top)
    return best if len(best) < len(found) else frozenset()


def _row(system: SystemScore, names: list[str], best: dict[str, frozenset[str]], report: Report) -> str:
    main = " main" if system.name == report.main else ""
    missing = f" <small>nothing for {system.missing}</small>" if system.missing else ""
    contrasts = {c.metric: c for c in system.contrasts}
    cells = "".join(_cell(system.value(n), contrasts.get(n), system.name in best[n]) for n in names)
    seconds = "" if system.seconds is None else f"{system.seconds:.3f}"
    memory = "" if system.peak_mb is None else f"{system.peak_mb:.0f}"
    return (
        f'<tr class="{kind(system.name)}{main}"><th scope=row title="{escape(system.name)}">'
        f"{escape(system_label(system.name))}{missing}</th>{cells}<td>{seconds}</td><td>{memory}</td></tr>"
    )


def _cell(value: Value | None, contrast: Contrast | None, best: bool) -> str:
    if value is None or not value.n:
        return "<td>–</td>"
    shown = f"<b>{number(value)}</b>" if best else number(value)
    interval = f"<small>{number(value, 'low')}–{number(value, 'high')}</small>"
    return f'<td title="{escape(value.signature)}">{shown}{_mark(value, contrast)}{interval}</td>'


def _mark(value: Value, contrast: Contrast | None) -> str:
    if contrast is None or contrast.delta is None or contrast.p is None or contrast.p >= 0.05:
        return ""
    better = (contrast.delta > 0) == (value.better == "higher")
    return f'<span class="{"up" if better else "down"}" title="{chance(contrast.p)}">{"▲" if better else "▼"}</span>'


def _foot(report: Report) -> Iterator[str]:
    yield "<footer><h2>How the numbers were made</h2><dl class=told>"
    for name in dict.fromkeys(v.metric for d in report.directions for v in d.systems[0].values):
        words = metric_words(name)
        yield f"<dt>{escape(words.label)}</dt><dd>{escape(words.tells)}</dd>"
    yield "</dl><details><summary>Signatures</summary><ul class=signatures>"
    for direction in report.directions:
        yield "".join(f"<li><code>{escape(v.signature)}</code></li>" for v in direction.systems[0].values if v.n)
    packages = ", ".join(f"{name} {version}" for name, version in report.made_with.items())
    yield (
        f"</ul></details><p class=small>Data SHA-256 <code>{report.data_sha256[:16]}</code>. Intervals are percentile "
        f"bootstrap over articles, {report.samples} resamples, seed {report.seed}. Made by tomtat "
        f"{escape(report.version)} with {escape(packages)}.</p></footer>"
    )
