"""The files of a converted model, and whether they are the ones that were shipped."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from summarizer.errors import ModelError

MANIFEST = "tomtat.json"
PIECES = "spiece.model"
VOCABULARY = "shared_vocabulary.json"
_BLOCK = 1 << 20


def sha256(path: Path) -> str:
    """Hexadecimal SHA-256 of a file, read in blocks."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def read_manifest(folder: Path, repair: str) -> dict[str, Any]:
    """The folder's tomtat.json.

    Args:
        folder: a converted model.
        repair: the advice to give when the file is not usable.

    Raises:
        ModelError: the file is missing or is not a JSON object.
    """
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelError(f"The model folder {folder} has no readable {MANIFEST}.", repair) from error
    except ValueError as error:
        raise ModelError(f"{path} is damaged: not valid JSON.", repair) from error
    if not isinstance(manifest, dict):
        raise ModelError(f"{path} is damaged: not a JSON object.", repair)
    return manifest


def verify_files(folder: Path, hashes: dict[str, str], repair: str) -> None:
    """Check that every named file is there and has its SHA-256 (about 10 ms for 11 MB).

    Raises:
        ModelError: a file is missing or differs; names it, and ``repair`` is the advice.
    """
    for name, expected in hashes.items():
        path = folder / name
        if not path.is_file():
            raise ModelError(f"The model file {path} is missing.", repair)
        if sha256(path) != expected:
            raise ModelError(f"The model file {path} is damaged: its SHA-256 is not the recorded one.", repair)


def verify_sizes(folder: Path, sizes: dict[str, int], repair: str) -> None:
    """Check that every named file is there with its size in bytes; large models are hashed on request only.

    Raises:
        ModelError: a file is missing or has another size.
    """
    for name, size in sizes.items():
        path = folder / name
        if not path.is_file() or path.stat().st_size != size:
            raise ModelError(f"The model file {path} is missing or cut short.", repair)
