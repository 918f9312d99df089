"""A finished run as a model folder: averaged weights, CTranslate2 int8, Hugging Face folder, card and provenance."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file

from summarizer.errors import DataError
from summarizer.hub.export import export_ct2, save_hf_tokenizer, write_manifest
from summarizer.training.loop import LOG
from summarizer.training.model import build_model
from summarizer.training.provenance import provenance, write_record
from summarizer.training.recipe import Recipe
from summarizer.training.run import CHECKPOINTS, HF, PARENT, PIECES, START_WEIGHTS, TRANSLATOR
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
    load_weights(model, final_weights(run))
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


def final_weights(run: Run) -> dict[str, torch.Tensor]:
    """The weights of the newest checkpoints, and as much of the start model's as the recipe says.

    What two models have learned by heart is lost in their mean, and what both have learned otherwise stays (Wortsman et
    al. 2022, "Robust Fine-Tuning of Zero-Shot Models", arXiv 2109.01903). Layers that the start lacks are taken whole.

    Raises:
        DataError: there is no checkpoint, or no start model to mix in.
    """
    own, share = average_weights(run.folder / CHECKPOINTS, run.average), run.recipe.use.start_share
    if not share:
        return own
    path = run.folder / START_WEIGHTS
    if not path.exists():
        raise DataError(
            f"The recipe mixes the start model in, and {path} is missing.",
            "Train with --start, or take start_share out of the recipe's [use].",
        )
    start = load_file(path)
    return {k: torch.lerp(v, start[k].float(), share) if k in start else v for k, v in own.items()}


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
        "whole": recipe.use.whole or recipe.data.selector_tokens,
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
