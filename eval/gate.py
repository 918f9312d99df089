"""The quality gate on the corpus: fail when a system falls under the floors in eval/baseline.json.

python eval/gate.py --quick                  what `make check` runs: a part of the corpus
python eval/gate.py                          the whole corpus
python eval/gate.py --update [--quick]       set the floors to what is measured now, less a little
python eval/gate.py --update --allow-lower   also where that lowers them; CHANGELOG.md must say so
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from summarizer.errors import SummarizerError
from summarizer.evaluate import Plan, evaluate
from summarizer.scoring import Options, Report
from summarizer.scoring.gate import baseline_of, check_lowering, failures, lowered
from summarizer.systems.runner import Source

HERE = Path(__file__).resolve().parent
BASELINE = HERE / "baseline.json"
CHANGELOG = HERE.parent / "CHANGELOG.md"
QUICK = 16  # articles, evenly spread
SYSTEMS = ("ours:tomtat:short:auto", "lead-2")
METRICS = ("rouge", "keyfacts", "facts", "language")


def measure(quick: bool) -> Report:
    """Run the gated systems afresh."""
    with tempfile.TemporaryDirectory() as folder:
        source = Source("corpus", QUICK if quick else 0)
        return evaluate(Plan(source, SYSTEMS, Path(folder), Options(metrics=METRICS, samples=100), fresh=True), say)


def say(text: str) -> None:
    """Progress for the person waiting."""
    print(text, file=sys.stderr)


def update(part: str, report: Report, allow_lower: bool) -> int:
    """Write new floors, if none is lowered in silence."""
    known: dict[str, Any] = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    new = baseline_of(report, SYSTEMS)
    changelog = CHANGELOG.read_text(encoding="utf-8") if CHANGELOG.exists() else ""
    if part in known:
        check_lowering(lowered(known[part], new), allowed=allow_lower, changelog=changelog)
    BASELINE.write_text(json.dumps({**known, part: new}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{BASELINE.name}: floors of the {part} gate set")
    return 0


def check(part: str, report: Report) -> int:
    """0 when nothing is under its floor."""
    known = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    if part not in known:
        raise SummarizerError(
            f"{BASELINE} has no floors for the {part} gate.", "Set them with  eval/gate.py --update ."
        )
    found = failures(known[part], report)
    print("\n".join(found) or f"{part} gate: every floor holds")
    return 1 if found else 0


def main() -> int:
    """Check or update."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-lower", action="store_true")
    args = parser.parse_args()
    part = "quick" if args.quick else "full"
    try:
        report = measure(args.quick)
        return update(part, report, args.allow_lower) if args.update else check(part, report)
    except SummarizerError as error:
        print(f"gate: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    raise SystemExit(main())
