"""Checkpoints that resume exactly: weights and optimizer state as safetensors, counters as JSON, never a pickle."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file

from summarizer.errors import DataError

KEPT_WEIGHTS = 5  # earlier weights stay for averaging


@dataclass(slots=True)
class Progress:
    """Where a run is. ``seconds`` is training time, evaluation and interruptions left out."""

    stage: int = 0
    step: int = 0  # of the whole run
    stage_step: int = 0
    stage_seconds: float = 0.0
    seconds: float = 0.0
    passes: int = 0  # over the data, within the stage
    batch: int = 0  # next batch of the pass
    target_tokens: int = 0


def _flatten(optimizers: list[Any]) -> dict[str, torch.Tensor]:
    flat = {}
    for i, optimizer in enumerate(optimizers):
        for index, values in optimizer.state_dict()["state"].items():
            for key, value in values.items():
                flat[f"{i}.{index}.{key}"] = torch.as_tensor(value).contiguous()
    return flat


def _restore(optimizers: list[Any], flat: dict[str, torch.Tensor]) -> None:
    for i, optimizer in enumerate(optimizers):
        whole = optimizer.state_dict()
        state: dict[int, dict[str, torch.Tensor]] = {}
        for name, value in flat.items():
            number, index, key = name.split(".", 2)
            if int(number) == i:
                state.setdefault(int(index), {})[key] = value
        optimizer.load_state_dict({"state": state, "param_groups": whole["param_groups"]})


def save_checkpoint(folder: Path, model: Any, optimizers: list[Any], progress: Progress) -> None:
    """Write a checkpoint; ``progress.json`` is replaced last, so a killed run finds the previous one whole."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"step{progress.step:07d}"
    weights = {k: v.detach().cpu().contiguous() for k, v in trained_weights(model).items()}
    save_file(weights, folder / f"{stem}.weights.safetensors")
    save_file({k: v.cpu() for k, v in _flatten(optimizers).items()}, folder / f"{stem}.optimizer.safetensors")
    record = folder / "progress.json.part"
    record.write_text(json.dumps({"checkpoint": stem, **asdict(progress)}, indent=1), encoding="utf-8")
    record.replace(folder / "progress.json")
    for old in sorted(folder.glob("*.optimizer.safetensors"))[:-1]:
        old.unlink()
    for old in sorted(folder.glob("*.weights.safetensors"))[:-KEPT_WEIGHTS]:
        old.unlink()


def trained_weights(model: Any) -> dict[str, torch.Tensor]:
    """The model's parameters under their own names, a tied one once."""
    return dict(model.named_parameters())


def load_checkpoint(folder: Path, model: Any, optimizers: list[Any]) -> Progress:
    """Put the newest checkpoint of ``folder`` into the model and the optimizers.

    Raises:
        DataError: there is no complete checkpoint.
    """
    try:
        record = json.loads((folder / "progress.json").read_text(encoding="utf-8"))
        stem = record.pop("checkpoint")
        load_weights(model, load_file(folder / f"{stem}.weights.safetensors"))
        _restore(optimizers, load_file(folder / f"{stem}.optimizer.safetensors"))
    except (FileNotFoundError, KeyError) as error:
        raise DataError(f"No complete checkpoint in {folder}.", "Start without --resume.") from error
    return Progress(**record)


def load_weights(model: Any, weights: dict[str, torch.Tensor]) -> None:
    """Copy ``weights`` into the model's parameters of the same names."""
    with torch.no_grad():
        for name, parameter in trained_weights(model).items():
            parameter.copy_(weights[name])


def average_weights(folder: Path, last: int) -> dict[str, torch.Tensor]:
    """Mean of the weights of the ``last`` newest checkpoints, float32."""
    files = sorted(folder.glob("*.weights.safetensors"))[-last:]
    if not files:
        raise DataError(f"No weights in {folder}.", "Train first:  tomtat train RECIPE")
    total: dict[str, torch.Tensor] = {}
    for file in files:
        for name, value in load_file(file).items():
            total[name] = total.get(name, torch.zeros_like(value, dtype=torch.float32)) + value.float() / len(files)
    return total
