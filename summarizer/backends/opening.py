"""From a model's name to a loaded backend."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from summarizer.assets import asset
from summarizer.backends.base import Backend
from summarizer.catalog import EXTRACTIVE, SHIPPED, Entry, load_catalog
from summarizer.errors import ModelError
from summarizer.hub.manage import is_hub_id
from summarizer.registry import near_names


def open_named(name: str, device: str, threads: int) -> Backend:
    """See ``summarizer.backends.open_system``."""
    catalog = load_catalog()
    if name == EXTRACTIVE:
        from summarizer.backends.extractive import ExtractiveBackend

        return ExtractiveBackend()
    if name == SHIPPED:
        return _open_own(asset(f"models/{SHIPPED}"), device, threads)
    if name in catalog.systems:
        from summarizer.backends.system import SystemBackend

        system = catalog.systems[name]
        _check_parts(name, catalog.members(name))
        opened = {part: open_named(part, device, threads) for part in system.parts}
        return SystemBackend(
            name, system.route, [opened[p] for p in system.summarize], [opened[p] for p in system.translate]
        )
    entry = catalog.models.get(name) or catalog.by_hub(name)
    if entry is not None:
        return _open_pulled(entry.hub, entry.name, entry, device, threads)
    if Path(name).is_dir():
        return _open_folder(Path(name), device, threads)
    if is_hub_id(name):
        return _open_pulled(name, name, None, device, threads)
    raise ModelError(f"Unknown model {name!r}.", f"{near_names(name, catalog.names)} Or give org/name, or a folder.")


def _check_parts(name: str, entries: list[Entry]) -> None:
    """One message for every part that is not there, instead of one at a time."""
    from summarizer.hub.store import find_record

    missing = [entry for entry in entries if find_record(entry.hub) is None]
    if missing:
        size = sum(entry.download_mb for entry in missing)
        raise ModelError(
            f"The system {name} needs {' and '.join(e.name for e in missing)}, not on this machine.",
            f"Get them (about {size:,} MB) with:  tomtat models pull {name}",
        )


def _open_own(folder: Path, device: str, threads: int) -> Backend:
    from summarizer.backends.ct2 import Ct2Backend

    return Ct2Backend(folder, device=device, threads=threads)


def _open_pulled(hub: str, name: str, entry: Entry | None, device: str, threads: int) -> Backend:
    from summarizer.hub.store import read_record

    record = read_record(hub, name)
    return _open_transformers(record.folder, record.hashes, name, entry, device, threads)


def _open_folder(folder: Path, device: str, threads: int) -> Backend:
    from summarizer.hub.verify import MANIFEST

    if (folder / MANIFEST).exists():
        if json.loads((folder / MANIFEST).read_text(encoding="utf-8")).get("kind") == "hub":
            return _open_converted(folder, device, threads)
        return _open_own(folder, device, threads)
    from summarizer.hub.spec import read_config
    from summarizer.hub.store import folder_hashes

    read_config(folder)
    return _open_transformers(folder, folder_hashes(folder), folder.resolve().name, None, device, threads)


def _open_converted(folder: Path, device: str, threads: int) -> Backend:
    from summarizer.backends.ct2_hub import Ct2HubBackend

    return Ct2HubBackend(folder, device=device, threads=threads)


def _open_transformers(
    folder: Path, hashes: Mapping[str, str], name: str, entry: Entry | None, device: str, threads: int
) -> Backend:
    """The converted model when there is one, else torch."""
    from summarizer.hub.store import converted_path
    from summarizer.hub.verify import MANIFEST

    converted = converted_path(hashes, entry)
    if (converted / MANIFEST).exists():
        return _open_converted(converted, device, threads)
    from summarizer.backends.hf import HfBackend

    return HfBackend(folder, name, entry, device=device, threads=threads)
