"""Where a model comes from: recipe, data with hashes and licences, code version, machine, time."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import Any

from summarizer import __version__
from summarizer.assets import asset
from summarizer.errors import DataError
from summarizer.hub.verify import sha256
from summarizer.training.recipe import Recipe
from summarizer.training.sources import data_file
from summarizer.training.state import Progress


def data_record(data: Path, *, monolingual: bool = False) -> list[dict[str, Any]]:
    """Every known training file in ``data`` with its SHA-256, sources and licences; plain English only if asked for."""
    table = tomllib.loads(asset("models/sources.toml").read_text(encoding="utf-8"))["files"]
    records = []
    for entry in table:
        if ".en." in entry["name"] and not monolingual:
            continue
        try:
            path = data_file(data, entry["name"])
        except DataError:
            continue  # a recipe need not use every file
        records.append({"file": entry["name"], "sha256": sha256(path), "sources": entry["parts"]})
    return records


def commit() -> str:
    """The commit of the checkout the code runs from, "" outside one."""
    root = Path(__file__).resolve().parents[2]
    asked = subprocess.run(["git", "rev-parse", "HEAD"], cwd=root, capture_output=True, text=True, check=False)
    return asked.stdout.strip() if asked.returncode == 0 else ""


def hardware(device: str) -> dict[str, Any]:
    """Processor, cores and accelerator."""
    record: dict[str, Any] = {"machine": platform.machine(), "cores": os.cpu_count(), "device": device}
    if device == "cuda":
        import torch

        record["accelerator"] = torch.cuda.get_device_name(0)
    return record


def provenance(recipe: Recipe, data: Path, progress: Progress, device: str) -> dict[str, Any]:
    """The content of provenance.json."""
    return {
        "model": recipe.name,
        "version": recipe.version,
        "code": {"tomtat": __version__, "commit": commit()},
        "recipe": asdict(recipe),
        "seed": recipe.seed,
        "training": {
            "steps": progress.step,
            "hours": round(progress.seconds / 3600, 2),
            "target_tokens": progress.target_tokens,
        },
        "hardware": hardware(device),
        "data": data_record(data, monolingual=bool(recipe.data.backtranslated or recipe.data.damaged)),
    }


def _spent(run: dict[str, Any]) -> str:
    return f"{run['steps']} steps ({run['hours']} hours, {run['target_tokens'] / 1e6:.1f} million target tokens)"


def _lineage(record: dict[str, Any]) -> str:
    parent = record.get("started_from")
    if not parent:
        return ""
    return f"; it went on from {parent['model']} {parent['version']}, {_spent(parent['training'])}{_lineage(parent)}"


def _does(record: dict[str, Any]) -> str:
    """What the last run taught; a task that it left out is no longer to be relied on."""
    tasks = {kind.split(".")[0] for stage in record["recipe"]["stages"] for kind in stage["mix"]}
    if tasks == {"translate"}:
        return "It translates\nnews sentences; the summaries it translates are made of an article's own."
    return "It translates\nnews sentences both ways and writes short summaries and headlines of Vietnamese news."


def model_card(record: dict[str, Any], parameters: int) -> str:
    """README.md of a model folder, from its provenance."""
    rows = [f"| {part['source']} | {part['licence']} |" for entry in record["data"] for part in entry["sources"]]
    run = record["training"]
    return "\n".join(
        [
            f"# {record['model']} {record['version']}",
            "",
            f"A small Vietnamese-English encoder-decoder trained from scratch by the tomtat project. {_does(record)}",
            "",
            f"- {parameters / 1e6:.1f} million parameters; int8 for CTranslate2 here, bfloat16 safetensors in `hf/`.",
            f"- Trained for {_spent(run)} on {record['hardware']['cores']} cores,",
            f"  device {record['hardware']['device']}{_lineage(record)}.",
            "- What decided it is in `provenance.json`; docs/training.md has the figures and how they were made.",
            "",
            "## Licence",
            "",
            "The code of tomtat is Apache-2.0. **The weights are not freer than what they were trained on**: some",
            "sources forbid commercial use or state no licence at all. Use them for research and evaluation, and ask",
            "the owners of the sources before anything else. For a model with a clear licence, train the same recipe",
            "on your own data.",
            "",
            "| source | licence it states |",
            "|---|---|",
            *rows,
            "",
            "## Limits",
            "",
            "It knows news of 2016-2019 best. It leaves things out, and it invents: tomtat checks the numbers, dates",
            "and names of every summary against the article and marks what is not found. Do not use the English of",
            "this model unchecked.",
            "",
        ]
    )


def write_record(folder: Path, record: dict[str, Any], parameters: int) -> None:
    """Write provenance.json and README.md into a model folder."""
    text = json.dumps(record, ensure_ascii=False, indent=1)
    (folder / "provenance.json").write_text(text + "\n", encoding="utf-8")
    (folder / "README.md").write_text(model_card(record, parameters), encoding="utf-8")
