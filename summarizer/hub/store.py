"""What was downloaded and converted on this machine, and where it is.

A model counts as downloaded when its record exists: the record is written last, by renaming, so an interrupted
download or conversion leaves none.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from summarizer.catalog import Entry
from summarizer.errors import ModelError
from summarizer.hub.verify import sha256

_FORMAT = 1  # raise when what a conversion writes changes


@dataclass(frozen=True, slots=True)
class Stored:
    """One file as it was when the download was checked."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Record:
    """A downloaded model: ``folder`` holds ``files`` of commit ``commit``."""

    hub: str
    commit: str
    folder: Path
    licence: str
    files: Mapping[str, Stored]

    @property
    def hashes(self) -> dict[str, str]:
        """SHA-256 by file name."""
        return {name: stored.sha256 for name, stored in self.files.items()}

    def missing(self) -> list[str]:
        """Files that are gone or have another size (no hashing)."""
        return [
            name
            for name, stored in self.files.items()
            if not (self.folder / name).is_file() or (self.folder / name).stat().st_size != stored.size
        ]


def home() -> Path:
    """Where what stays on this machine lives: $TOMTAT_CACHE, else tomtat in the user's cache folder."""
    if os.environ.get("TOMTAT_CACHE"):
        return Path(os.environ["TOMTAT_CACHE"])
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tomtat"


def write_atomically(path: Path, text: str) -> None:
    """Write a file so that a reader sees all of it or none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def record_path(hub: str) -> Path:
    """The record of a hub model, whether it exists or not."""
    return home() / "records" / f"{hub.replace('/', '--').lower()}.json"


def save_record(record: Record) -> None:
    """Publish a finished download."""
    values = {**asdict(record), "folder": str(record.folder)}
    write_atomically(record_path(record.hub), json.dumps(values, indent=2) + "\n")


def find_record(hub: str) -> Record | None:
    """The record of a hub model, None when it was never downloaded."""
    try:
        values: dict[str, Any] = json.loads(record_path(hub).read_text(encoding="utf-8"))
        files = {name: Stored(**stored) for name, stored in values["files"].items()}
        return Record(values["hub"], values["commit"], Path(values["folder"]), values["licence"], files)
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{record_path(hub)} is damaged.", f"Remove it with:  tomtat models remove {hub}") from error


def read_record(hub: str, name: str) -> Record:
    """The record of a hub model whose files are all there.

    Args:
        hub: the hub id.
        name: what the user calls the model, for the advice.

    Raises:
        ModelError: it was never downloaded, or files are gone since.
    """
    record = find_record(hub)
    if record is None:
        raise ModelError(f"The model {name} is not on this machine.", f"Get it with:  tomtat models pull {name}")
    if gone := record.missing():
        raise ModelError(
            f"Files of {name} are missing or cut short in {record.folder}: {', '.join(gone)}.",
            f"Get them again with:  tomtat models pull {name}",
        )
    return record


def check_record(record: Record, name: str) -> None:
    """Hash every file of a downloaded model.

    Raises:
        ModelError: a file is missing or differs from what was downloaded.
    """
    read_record(record.hub, name)
    for file, stored in record.files.items():
        if sha256(record.folder / file) != stored.sha256:
            raise ModelError(
                f"The model file {record.folder / file} is damaged: its SHA-256 is not the recorded one.",
                f"Get it again with:  tomtat models remove {name} && tomtat models pull {name}",
            )


def converted_path(hashes: Mapping[str, str], entry: Entry | None, quantization: str = "int8") -> Path:
    """Where the conversion of a model lies or would lie: a name made from all that decides its content.

    Args:
        hashes: SHA-256 of the model's files by name.
        entry: its catalog entry, None when its directions are guessed from its files.
        quantization: a CTranslate2 type.
    """
    content = {
        "files": dict(sorted(hashes.items())),
        "entry": asdict(entry) if entry else None,
        "quantization": quantization,
        "ctranslate2": ".".join(metadata.version("ctranslate2").split(".")[:2]),
        "format": _FORMAT,
    }
    return home() / "ct2" / hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:20]


def folder_hashes(folder: Path) -> dict[str, str]:
    """SHA-256 of the files of a local model folder; remembered by path, size and time of change."""
    memo_path = home() / "hashes.json"
    try:
        memo: dict[str, str] = json.loads(memo_path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        memo = {}
    hashes, fresh = {}, dict(memo)
    for path in sorted(p for p in folder.iterdir() if p.is_file()):
        stat = path.stat()
        key = f"{path.resolve()}:{stat.st_size}:{stat.st_mtime_ns}"
        fresh[key] = memo.get(key) or sha256(path)
        hashes[path.name] = fresh[key]
    if fresh != memo:
        write_atomically(memo_path, json.dumps(fresh))
    return hashes
