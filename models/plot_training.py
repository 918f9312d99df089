"""Draw the logs of one or more runs, each going on from the one before: loss, and dev chrF2 where it was measured.

python models/plot_training.py eval/results/training/*.jsonl docs/img/training.svg
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt


def joined(logs: list[Path]) -> list[dict[str, Any]]:
    """The rows of all logs, minutes counted through; a resumed run logs some steps again, and the last counts."""
    rows: list[dict[str, Any]] = []
    for log in logs:
        before = max((row["minutes"] for row in rows), default=0.0)
        found = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
        latest = {(row["step"], "loss" in row): row for row in found}
        name = log.stem.partition("-")[2]
        rows += [
            {**row, "minutes": before + row["minutes"], "stage": f"{name}: {row['stage']}" if "stage" in row else ""}
            for row in latest.values()
        ]
    return rows


def main() -> None:
    """Read the logs, write the picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("logs", type=Path, nargs="+")
    parser.add_argument("picture", type=Path)
    args = parser.parse_args()
    mpl.use("svg")
    rows = joined(args.logs)
    losses = [row for row in rows if "loss" in row]
    figure, axes = plt.subplots(figsize=(7, 3.2), layout="constrained")
    for stage in dict.fromkeys(row["stage"] for row in losses):
        part = [row for row in losses if row["stage"] == stage]
        axes.plot([r["minutes"] for r in part], [r["loss"] for r in part], label=stage)
    axes.set(xlabel="minutes of training", ylabel="loss (nats a target token)")
    axes.grid(alpha=0.3)
    axes.legend(frameon=False)
    probes = [row for row in rows if "chrf2" in row]
    if probes:
        right = axes.twinx()
        right.plot([r["minutes"] for r in probes], [r["chrf2"] for r in probes], "k.--")
        right.set_ylabel("dev chrF2")
    args.picture.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(args.picture, metadata={"Date": None})


if __name__ == "__main__":
    main()
