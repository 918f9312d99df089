"""Compare this project with its peers: same articles, same metrics, time and memory beside quality.

    python eval/compare.py                                             on the corpus, summaries and headlines
    python eval/compare.py --data vietnews:PATH --limit 500 --name vietnews
    python eval/compare.py --only-tables                               write the tables again from saved reports

Reports go to eval/results/NAME-TARGET; the tables of eval/README.md and the README are written from them. Texts of
articles that belong to somebody else are kept out of the reports. A hub model of models/catalog.toml takes part when
its weights are on this machine.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from summarizer.assets import asset
from summarizer.catalog import SHIPPED, load_catalog
from summarizer.datasets.base import Target
from summarizer.errors import SummarizerError
from summarizer.evaluate import Plan, evaluate
from summarizer.hub.store import find_record
from summarizer.hub.verify import MANIFEST
from summarizer.report import write_report
from summarizer.report.blocks import replace_block
from summarizer.report.markdown import quality_table
from summarizer.report.words import direction_label
from summarizer.scoring import Direction, Options, Report
from summarizer.scoring.values import report_from
from summarizer.systems import PEERS
from summarizer.systems.runner import Source

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results"
TARGETS: tuple[Target, ...] = ("summary", "headline")


def systems(target: Target) -> tuple[str, ...]:
    """The shipped model in every length and by every route it has, hub models that are here, peers and baselines."""
    lengths = ("short", "medium") if target == "summary" else ("headline",)
    manifest = json.loads((asset(f"models/{SHIPPED}") / MANIFEST).read_text("utf-8"))
    tasks = {task for task, source, target_lang in manifest["supports"] if source != target_lang}
    known = [route for route, task in (("direct", "summarize"), ("cascade", "translate")) if task in tasks]
    routes = sorted(known, key=lambda route: route != manifest.get("route", "direct"))  # what users get comes first
    ours = [f"ours:{SHIPPED}:{length}:{route}" for length in lengths for route in routes]
    hub = [f"ours:{name}:{lengths[0]}" for name in present()]
    leads = ("lead-2", "lead-1", "lead-3", "titled-1") if target == "summary" else ("lead-1",)
    return (*ours, f"ours:extractive:{lengths[0]}", *hub, *leads, *PEERS)


def present() -> Iterator[str]:
    """Catalog models and systems all of whose weights are on this machine."""
    catalog = load_catalog()
    for name, entry in catalog.models.items():
        if find_record(entry.hub) is not None and any(route.task == "summarize" for route in entry.routes):
            yield name
    for name in catalog.systems:
        if all(find_record(entry.hub) is not None for entry in catalog.members(name)):
            yield name


def run(args: argparse.Namespace, target: Target) -> Report:
    """Evaluate one target and write its report."""
    source = Source(args.data, args.limit, args.skip_bad_rows)
    options = Options(target=target, texts=args.data == "corpus")
    out = RESULTS / f"{args.name}-{target}"
    # Outputs hold article text; they stay out of the results that are published.
    plan = Plan(source, systems(target), HERE.parent / "runs" / "compare" / out.name, options, args.fresh)
    report = evaluate(plan, lambda text: print(text, file=sys.stderr))
    write_report(report, out)
    return report


def table(report: Report, direction: Direction) -> list[str]:
    """One direction's table under its title, with what it was made from."""
    told = f"{direction.n} articles of {report.data}, SHA-256 `{report.data_sha256[:12]}`, tomtat {report.version}"
    return [f"**{direction_label(direction, report.target)}** ({told})", "", *quality_table(direction, report), ""]


def write_tables(report: Report, name: str) -> None:
    """All directions into eval/README.md; the two that start from Vietnamese into the README."""
    lines = [line for direction in report.directions for line in table(report, direction)]
    replace_block(HERE / "README.md", f"{name}-{report.target}", lines)
    readme = HERE.parent / "README.md"
    if name == "corpus" and report.target == "summary" and "<!-- begin comparison -->" in readme.read_text("utf-8"):
        shown = [d for d in report.directions if d.source == "vi"]
        replace_block(readme, "comparison", [line for direction in shown for line in table(report, direction)])


def main() -> int:
    """Run what is asked for, then write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="corpus")
    parser.add_argument("--name", default="corpus", help="of the results folder and of the block in eval/README.md")
    parser.add_argument("--target", choices=TARGETS, help="default: both")
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--skip-bad-rows", action="store_true")
    parser.add_argument("--fresh", action="store_true", help="run every system again")
    parser.add_argument("--only-tables", action="store_true")
    args = parser.parse_args()
    try:
        for target in (args.target,) if args.target else TARGETS:
            saved = RESULTS / f"{args.name}-{target}" / "report.json"
            report = report_from(json.loads(saved.read_text("utf-8"))) if args.only_tables else run(args, target)
            write_tables(report, args.name)
    except SummarizerError as error:
        print(f"compare: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
