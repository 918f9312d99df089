"""A finished run as a model folder: averaged weights, CTranslate2 int8, Hugging Face folder, card and provenance."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from summarizer.errors import DataError
from summarizer.hub.export import export_ct2, save_hf_tokenizer, write_manifest
from summarizer.training.loop import LOG
from summarizer.training.model import build_model
from summarizer.training.provenance import provenance, write_record
from summarizer.training.recipe import Recipe
from summarizer.training.run import CHECKPOINTS, HF, PARENT, PIECES, TRANSLATOR
from summarizer.training.state import Progress, average_weights, load_weights

_TASKS = {"translate": "<tr>", "summarize": "<sum>", "headline": "<head>"}


@dataclass(frozen=True, slots=True)
class Run:
    """A run to export: its recipe, its folder, the data it was trained on, and what it was trained with."""

    recipe: Recipe
    folder: Path
    data: Path
    device: str = "cpu"
    average: int = 1  # mean of so many of the newest checkpoints


def export(run: Run, out: Path, *, force: bool = False) -> Path:
    """Write the model of ``run`` to the folder ``out``.

    Raises:
        DataError: there is no checkpoint, or ``out`` exists and ``force`` is not given.
    """
    if out.exists() and not force:
        raise DataError(f"{out} exists.", "Give another folder, or --force to replace it.")
    shutil.rmtree(out, ignore_errors=True)
    model = build_model(run.recipe)
    load_weights(model, average_weights(run.folder / CHECKPOINTS, run.average))
    hf = out / HF
    model.generation_config.use_cache = False  # with a decoder that starts with padding, its cache shifts positions
    model.to(torch.bfloat16).save_pretrained(hf)
    shutil.copy(run.folder / PIECES, hf / PIECES)
    save_hf_tokenizer(run.folder / PIECES, hf)
    _export_ct2_into(out, hf)
    write_manifest(out, manifest(run.recipe))
    shutil.copy(run.folder / CHECKPOINTS / LOG, out / LOG)
    record = provenance(run.recipe, run.data, _progress(run.folder), run.device)
    if (run.folder / PARENT).exists():
        record["started_from"] = json.loads((run.folder / PARENT).read_text(encoding="utf-8"))
    if (run.folder / TRANSLATOR).exists():
        record |= json.loads((run.folder / TRANSLATOR).read_text(encoding="utf-8"))
    write_record(out, record, sum(p.numel() for p in model.parameters()))
    return out


def _export_ct2_into(out: Path, hf: Path) -> None:
    made = export_ct2(hf, hf / PIECES, out.with_name(out.name + ".ct2"))
    for file in made.iterdir():
        file.replace(out / file.name)
    made.rmdir()


def _progress(run: Path) -> Progress:
    record = json.loads((run / CHECKPOINTS / "progress.json").read_text(encoding="utf-8"))
    record.pop("checkpoint")
    return Progress(**record)


def manifest(recipe: Recipe) -> dict[str, Any]:
    """tomtat.json without the hashes: what the backend needs to know to use the model."""
    mixed = {kind for stage in recipe.stages for kind, times in stage.mix.items() if times > 0}
    kinds = [kind.split(".") for kind in sorted(mixed)]
    return {
        "name": recipe.name,
        "version": recipe.version,
        "budget": recipe.data.selector_tokens,
        "prefix": _TASKS,
        "to": {"vi": "<2vi>", "en": "<2en>"},
        "supports": [
            [task, a, b] for task, a, b in kinds if task != "translate" or a != b
        ],  # restoring is training only
        "route": recipe.use.route,
        "takes_terms": recipe.use.takes_terms,
        "backward": recipe.use.backward,
        "floors": recipe.use.floors,
        "decoding": recipe.use.decoding,
    }
