"""What bench.py measured as tables in docs/performance.md and as a picture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import profile_article
from bench_shapes import SHAPES

Result = dict[str, Any]
NAMES = {
    "eager": "transformers, float32, one at a time",
    "bf16": "transformers, bf16, batches of 8",
    "float32": "transformers, float32, batches of 8",
    "ours": "tomtat",
}

OUTSIDE = ("nothing in the engine", "processor time outside it")  # shares; see outside()

_CAREFUL = {
    "bf16": "The processor computes in bf16, so the transformers side with batches does.",
    "float32": "The processor has no bf16, and emulating it would take about fifty times as long: the transformers "
    "side with batches computes in float32.",
}


def processor() -> str:
    """The CPU's name, as Linux tells it."""
    found = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    return found[1] if found else "unknown"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table, numbers to the right."""
    lines = [f"| {' | '.join(head)} |", f"|---|{'---:|' * (len(head) - 1)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def of(found: Result, **wanted: object) -> list[Result]:
    """The results with these values."""
    return [r for r in found["results"] if all(r.get(key) == value for key, value in wanted.items())]


def rate(result: Result) -> float:
    """Texts or articles a second."""
    return float(result["texts"] / result["seconds"])


def outside(result: Result) -> list[str]:
    """The share of the time in which nothing was in the engine, and of the processor time that everything else took."""
    return [f"{100 * (1 - result['engine'] / result['seconds']):.0f} %", f"{100 * result['python']:.0f} %"]


def compared(results: Sequence[Result], what: str) -> str:
    """Engines side by side, with the ratio to the first two: one text at a time, and batches."""
    base = [rate(r) for r in results]
    rows = [
        [
            NAMES[r["system"]],
            f"{rate(r):.2f}",
            *([f"{r['tokens'] / r['seconds']:.0f}"] if what == "texts" else []),
            f"{r['first']:.2f}",
            f"{r['load']:.2f}",
            f"{r['memory'] / 1e6:,.0f}",
            f"{rate(r) / base[0]:.1f}×",
            f"{rate(r) / base[1]:.1f}×",
        ]
        for r in results
    ]
    tokens = ["tokens/s"] if what == "texts" else []
    head = ["", f"{what}/s", *tokens, "first result, s", "load, s", "memory, MB", "of one at a time", "of batches"]
    return table(head, rows)


def shape_part(found: Result, shape: str) -> str:
    """One random-weight shape."""
    results = of(found, what="generate", shape=shape)
    ours, peak = results[-1], of(found, what="peak")[0]
    need = SHAPES[shape].operations(ours["source"], ours["target"], ours["beams"])
    limit = peak["operations"] / need
    sizes = f"{ours['source']} tokens in, {ours['target']} out, {ours['beams']} beams"
    return (
        f"### {shape} shape (random weights, fixed output length)\n\n{sizes}.\n\n{compared(results, 'texts')}\n\n"
        f"A text needs {need / 1e9:.0f} billion operations. At the int8 peak measured here, "
        f"{peak['operations'] / 1e9:.0f} billion a second, that is {limit:.2f} texts a second at most: "
        f"tomtat is within {limit / rate(ours):.1f}× of it."
    )


def shipped_part(found: Result) -> str:
    """The shipped model, end to end."""
    ours = of(found, what="pipeline", stream=False)
    if not ours:
        return ""
    stream = of(found, what="pipeline", stream=True)
    on_cores = [r for r in stream if r["stretch"] == 1]
    longer = [on_cores[-1], *(r for r in stream if r["stretch"] > 1)]
    growth = table(
        ["characters an article", "ms an article", *OUTSIDE],
        [[f"{r['characters'] / r['texts']:,.0f}", f"{1000 / rate(r):.0f}", *outside(r)] for r in longer],
    )
    both = compared([*of(found, what="requests"), *ours], "articles")
    cores = table(
        ["cores", "articles/s", *OUTSIDE],
        [[str(r["cores"]), f"{rate(r):.2f}", *outside(r)] for r in on_cores],
    )
    cold = of(found, what="cold")[0]["wall"]
    steps = of(found, what="profile")[0]["steps"]
    return (
        "### The shipped model, end to end\n\nThe other two only generate, from texts already cleaned and selected; "
        f"tomtat also reads, cleans, selects, checks and repairs, in both languages.\n\n"
        f"{both}\n\nOf {on_cores[-1]['texts']:.0f} articles, in windows of which two are on their way at once:\n\n"
        f"{cores}\n\n{growth}\n\n"
        f"From the command `tomtat summarize article.txt` to its summary: {cold:.2f} s.\n\n"
        f"Where the time of one article goes, articles one at a time (`python eval/profile_article.py`):\n\n"
        f"{profile_article.table(steps)}"
    )


def batch_part(found: Result) -> str:
    """``tomtat batch`` by number of rows."""
    rows = []
    for r in of(found, what="batch"):
        speed = r["rows"] / r["wall"]
        numbers = [f"{r['wall']:.1f}", f"{speed:.1f}", f"{r['memory'] / 1e6:,.0f}", f"{1e6 / speed / 3600:.1f}"]
        rows.append([f"{r['model']}, {r['rows']:,} rows", *numbers])
    head = ["", "seconds", "articles/s", "memory, MB", "hours for a million"]
    return f"### `tomtat batch`\n\n{table(head, rows)}" if rows else ""


def text(found: Result) -> str:
    """The whole generated part."""
    machine = found["machine"]
    parts = [
        f"Measured on {machine['processor']}, {machine['cores']} cores, allocator {found['allocator']} for all, "
        f"medians of up to {found['repeats']} passes; the load of the machine was {machine['load']} when it began. "
        + _CAREFUL[found["careful"]],
        shipped_part(found),
        *(shape_part(found, shape) for shape in SHAPES if of(found, what="generate", shape=shape)),
        batch_part(found),
    ]
    return "\n\n".join(part for part in parts if part)


def write(found: Result, page: Path, picture: Path) -> None:
    """Put the tables between the page's marks, and draw the picture."""
    begin, end = "<!-- bench: begin -->", "<!-- bench: end -->"
    before, _, rest = page.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    page.write_text(f"{before}{begin}\n{text(found)}\n{end}{after}", encoding="utf-8")
    draw(found, picture)


def draw(found: Result, picture: Path) -> None:
    """Bars of articles a second, a group for each model."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    groups = {f"{s} shape, random weights": of(found, what="generate", shape=s) for s in SHAPES}
    groups["shipped model, end to end"] = [*of(found, what="requests"), *of(found, what="pipeline", stream=False)]
    shown = {name: results for name, results in groups.items() if results}
    if not shown:  # only the peak and the rows of a batch were measured
        return
    figure, axes = pyplot.subplots(1, len(shown), figsize=(4.2 * len(shown), 3.6), squeeze=False)
    for axis, (name, results) in zip(axes[0], shown.items(), strict=True):
        bars = axis.bar(range(len(results)), [rate(r) for r in results], color=["#9aa5b1", "#5b7083", "#c8452d"])
        axis.bar_label(bars, [f"{rate(r):.2f}" for r in results])
        axis.set_xticks(range(len(results)), [NAMES[r["system"]].replace(", ", "\n") for r in results], fontsize=8)
        axis.set_title(name, fontsize=10)
        axis.set_ylabel("articles a second")
        axis.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    figure.savefig(picture, dpi=150)
