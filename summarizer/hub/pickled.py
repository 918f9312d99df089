"""pytorch_model.bin as safetensors, read by torch's restricted loader, which builds tensors and runs no code."""

from __future__ import annotations

import os
import pickle
import shutil
from pathlib import Path
from typing import Any

from summarizer.errors import ModelError
from summarizer.hub.store import Stored, home
from summarizer.hub.verify import sha256
from summarizer.registry import require


def as_safetensors(folder: Path, hub: str, commit: str) -> dict[str, Any]:
    """Copy a downloaded folder with its weights as model.safetensors.

    Returns:
        The ``folder`` and ``files`` of a record.

    Raises:
        ModelError: the pickle holds anything but tensors.
    """
    torch = require("torch", "hub")
    save = require("safetensors.torch", "hub").save_file
    try:
        state = torch.load(folder / "pytorch_model.bin", map_location="cpu", weights_only=True)
    except (pickle.UnpicklingError, RuntimeError, EOFError) as error:
        raise ModelError(
            f"{hub}: pytorch_model.bin holds more than weights, or is damaged; it was not run.",
            "Use a revision with model.safetensors, or another model.",
        ) from error
    out = home() / "safetensors" / f"{hub.replace('/', '--').lower()}-{commit[:12]}"
    part = out.with_name(f".{out.name}.{os.getpid()}")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    for path in folder.iterdir():
        if path.is_file() and path.suffix != ".bin":
            shutil.copyfile(path, part / path.name)
    save(_once(state), part / "model.safetensors", {"format": "pt"})
    shutil.rmtree(out, ignore_errors=True)
    part.replace(out)
    files = {path.name: Stored(path.stat().st_size, sha256(path)) for path in sorted(out.iterdir())}
    return {"folder": out, "files": files}


def _once(state: dict[str, Any]) -> dict[str, Any]:
    """The tensors without repetitions: tied ones share memory, which safetensors refuses; loading ties them again."""
    kept: dict[tuple[int, tuple[int, ...]], str] = {}
    for name, tensor in state.items():
        kept.setdefault((tensor.data_ptr(), tuple(tensor.shape)), name)
    return {name: state[name].contiguous() for name in kept.values()}
