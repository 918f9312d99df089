"""What can be done with a named model on this machine: see, convert, verify, remove."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from summarizer.catalog import EXTRACTIVE, SHIPPED, Entry, load_catalog
from summarizer.errors import ModelError
from summarizer.hub.store import (
    Record,
    check_record,
    converted_path,
    find_record,
    folder_hashes,
    home,
    read_record,
    record_path,
)
from summarizer.hub.verify import MANIFEST, read_manifest, verify_files
from summarizer.registry import near_names, require

QUANTIZATIONS = ("int8", "int8_float16", "float16", "float32")


@dataclass(frozen=True, slots=True)
class Target:
    """A model as named by the user: of the catalog, of the hub, or a folder."""

    name: str
    hub: str = ""
    folder: Path | None = None
    entry: Entry | None = None

    def source(self) -> tuple[Path, dict[str, str]]:
        """Its folder and the hashes of its files.

        Raises:
            ModelError: it is not on this machine.
        """
        if self.folder is not None:
            return self.folder, folder_hashes(self.folder)
        record = read_record(self.hub, self.name)
        return record.folder, record.hashes


def find(name: str) -> list[Target]:
    """The models behind a name; a system has several.

    Raises:
        ModelError: the name is neither in the catalog, nor a folder, nor of the form org/name.
    """
    catalog = load_catalog()
    if name in (SHIPPED, EXTRACTIVE):
        raise ModelError(f"{name} comes with the program.", "There is nothing to get, convert or remove.")
    if name in catalog.systems or name in catalog.models or catalog.by_hub(name):
        return [Target(e.name, e.hub, None, e) for e in catalog.members(name)]
    if Path(name).is_dir():
        return [Target(Path(name).resolve().name, "", Path(name))]
    if is_hub_id(name):
        return [Target(name, name)]
    raise ModelError(f"Unknown model {name!r}.", f"{near_names(name, catalog.names)} Or give org/name, or a folder.")


def is_hub_id(name: str) -> bool:
    """Whether ``name`` has the form org/name and cannot be meant as a path."""
    owner, _, model = name.partition("/")
    return bool(owner and model) and "/" not in model and owner not in (".", "..", "~")


def conversions(target: Target) -> Iterator[Path]:
    """Every finished conversion of a model."""
    if target.folder is not None:
        hashes = folder_hashes(target.folder)
    else:
        record = find_record(target.hub)
        hashes = record.hashes if record else {}
    for quantization in QUANTIZATIONS:
        path = converted_path(hashes, target.entry, quantization)
        if (path / MANIFEST).exists():
            yield path


def state(target: Target) -> str:
    """How much of a model is here: not here, downloaded, converted, or incomplete (files deleted since)."""
    record = find_record(target.hub)
    if record is None:
        return "not here"
    if record.missing():
        return "incomplete"
    return "converted" if any(conversions(target)) else "downloaded"


def convert_target(target: Target, quantization: str) -> Path:
    """Convert a model that is on this machine; where the result lies.

    Raises:
        ModelError: it is not on this machine, or cannot be converted.
    """
    from summarizer.hub.convert import convert

    folder, hashes = target.source()
    return convert(folder, hashes, target.name, target.entry, quantization)


def verify_target(target: Target) -> list[Path]:
    """Hash every file of a model and of its conversions; the folders that are in order.

    Raises:
        ModelError: a file is missing or differs.
    """
    good = []
    if target.hub:
        check_record(read_record(target.hub, target.name), target.name)
    good.append(target.source()[0])
    for path in conversions(target):
        verify_converted(path, target.name)
        good.append(path)
    return good


def verify_converted(folder: Path, name: str) -> None:
    """Hash every file of a model folder with a manifest (shipped or converted).

    Raises:
        ModelError: a file is missing or differs.
    """
    repair = f"Make it again with:  tomtat models remove {name} --converted && tomtat models convert {name}"
    if name == SHIPPED:
        repair = "Reinstall with:  pip install --force-reinstall tomtat"
    verify_files(folder, read_manifest(folder, repair).get("sha256", {}), repair)


def remove_target(target: Target, *, converted_only: bool) -> int:
    """Delete a model's conversions and, unless ``converted_only``, its download; the bytes that were freed.

    A folder given by the user is never deleted.
    """
    freed = 0
    for path in list(conversions(target)):
        freed += _delete(path)
    record = find_record(target.hub) if target.hub and not converted_only else None
    if record is not None:
        freed += _delete_download(record)
        record_path(record.hub).unlink(missing_ok=True)
    return freed


def _delete(folder: Path) -> int:
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    shutil.rmtree(folder)
    return size


def _delete_download(record: Record) -> int:
    own = record.folder.is_relative_to(home()) and record.folder.exists()
    freed = _delete(record.folder) if own else 0
    errors = require("huggingface_hub.errors", "hub")
    try:
        cache = require("huggingface_hub", "hub").scan_cache_dir()
    except errors.CacheNotFound:
        return freed
    ours = (repo for repo in cache.repos if repo.repo_id == record.hub and repo.repo_type == "model")
    held = {revision.commit_hash for repo in ours for revision in repo.revisions}
    plan = cache.delete_revisions(*held & {record.commit})
    plan.execute()
    return freed + int(plan.expected_freed_size)
