"""Draw a run's log: loss, and dev chrF2 where it was measured, over hours of training.

python models/plot_training.py models/tomtat/log.jsonl docs/img/training.svg
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt


def main() -> None:
    """Read the log, write the picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("log", type=Path)
    parser.add_argument("picture", type=Path)
    args = parser.parse_args()
    mpl.use("svg")
    rows = [json.loads(line) for line in args.log.read_text(encoding="utf-8").splitlines()]
    latest = {row["step"]: row for row in rows if "loss" in row}  # a resumed run logs some steps again
    figure, axes = plt.subplots(figsize=(7, 3.2), layout="constrained")
    for stage in dict.fromkeys(row["stage"] for row in latest.values()):
        part = [row for row in latest.values() if row["stage"] == stage]
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
