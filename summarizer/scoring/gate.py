"""The quality gate: floors that an evaluation must not fall under, and the rules for moving them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from summarizer.errors import SummarizerError
from summarizer.metrics.signature import comparable
from summarizer.scoring.values import Report, Value

GATED = (
    "rouge1",
    "rouge2",
    "rougeL",
    "keyfacts",
    "number-precision",
    "date-precision",
    "name-precision",
    "wrong-language",
)
SLACK = {"rouge": 0.02, "": 0.05}
"""How much worse than measured a floor is set at least, by how the metric's name begins.

Processors round int8 products differently, which turns a word here and there. Where articles are few, one of them
weighs more: half the way to the end of the interval is left then.
"""

Baseline = Mapping[str, Any]
Key = tuple[str, str, str]


def baseline_of(report: Report, systems: tuple[str, ...]) -> dict[str, Any]:
    """The floors a report sets for some systems, as JSON holds them."""
    floors: dict[str, Any] = {}
    for (system, direction, metric), value in _values(report, systems):
        found = value.value or 0.0
        worse = found - _slack(value) if value.better == "higher" else found + _slack(value)
        floors.setdefault(system, {}).setdefault(direction, {})[metric] = {
            "measured": round(found, 4),
            "floor": round(min(max(worse, 0.0), 1.0), 4),
            "better": value.better,
            "signature": value.signature,
        }
    return {"corpus_sha256": report.data_sha256, "systems": floors}


def failures(baseline: Baseline, report: Report) -> list[str]:
    """What is wrong with a report: values past their floors, missing, or made another way; [] when all is well."""
    if baseline["corpus_sha256"] != report.data_sha256:
        return ["the corpus is not the one the floors were set on: set them again with --update"]
    measured = dict(_values(report, tuple(baseline["systems"])))
    return [text for key, floor in _floors(baseline) if (text := _failure(key, floor, measured.get(key)))]


def lowered(old: Baseline, new: Baseline) -> list[str]:
    """For each floor that ``new`` moves to the worse side or drops, the line a changelog has to hold."""
    moved = dict(_floors(new))
    lines = []
    for key, floor in _floors(old):
        name = " ".join(key)
        if key not in moved:
            lines.append(f"gate floor dropped: {name}")
        elif _is_worse(moved[key]["floor"], floor["floor"], floor["better"]):
            lines.append(f"gate floor lowered: {name} {floor['floor']} to {moved[key]['floor']}")
    return lines


def check_lowering(lines: list[str], *, allowed: bool, changelog: str) -> None:
    """Refuse to lower a floor in silence.

    Raises:
        SummarizerError: floors would be lowered without the flag, or without their lines in the changelog.
    """
    if not lines:
        return
    listed = "\n  ".join(lines)
    if not allowed:
        raise SummarizerError(f"This would lower floors:\n  {listed}", "Give --allow-lower if that is meant.")
    missing = [line for line in lines if line not in changelog]
    if missing:
        told = "\n  ".join(missing)
        raise SummarizerError(f"CHANGELOG.md does not say:\n  {told}", "Add these lines, each with the reason.")


def _values(report: Report, systems: tuple[str, ...]) -> Iterator[tuple[Key, Value]]:
    for direction in report.directions:
        for system in direction.systems:
            for value in system.values:
                if system.name in systems and value.metric in GATED and value.value is not None:
                    yield (system.name, direction.name, value.metric), value


def _slack(value: Value) -> float:
    end = value.low if value.better == "higher" else value.high
    spread = 0.0 if end is None or value.value is None else abs(value.value - end) / 2
    return max(spread, SLACK["rouge"] if value.metric.startswith("rouge") else SLACK[""])


def _floors(baseline: Baseline) -> Iterator[tuple[Key, Mapping[str, Any]]]:
    for system, directions in baseline["systems"].items():
        for direction, metrics in directions.items():
            for metric, floor in metrics.items():
                yield (system, direction, metric), floor


def _failure(key: Key, floor: Mapping[str, Any], value: Value | None) -> str:
    name = " ".join(key)
    if value is None or value.value is None:
        return f"{name} was not measured"
    if not comparable(floor["signature"], value.signature):
        return f"{name} is made another way: {value.signature}, not {floor['signature']}"
    if _is_worse(value.value, floor["floor"], floor["better"]):
        return f"{name} is {value.value:.4f}, past its floor of {floor['floor']}"
    return ""


def _is_worse(value: float, floor: float, better: str) -> bool:
    return value < floor if better == "higher" else value > floor
