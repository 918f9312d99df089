"""models/catalog.toml as values: hub models that are known to work, and the systems made of them."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from summarizer.assets import asset
from summarizer.errors import ModelError
from summarizer.registry import near_names
from summarizer.types import LANGS, Lang

TASKS = ("summarize", "translate", "headline")
SHIPPED = "tomtat"
EXTRACTIVE = "extractive"


@dataclass(frozen=True, slots=True)
class Route:
    """How one direction is asked of a model.

    The encoder reads ``prefix`` + text + ``suffix`` between the special tokens of the model's own tokenizer, set to
    ``source_token`` where it has languages; the decoder begins with ``decoder``; ``strip`` is taken off the front of
    what it writes.
    """

    task: str
    source: Lang
    target: Lang
    prefix: str = ""
    suffix: str = ""
    source_token: str = ""
    decoder: tuple[str, ...] = ("@start",)
    strip: str = ""

    def __post_init__(self) -> None:
        if self.task not in TASKS or self.source not in LANGS or self.target not in get_args(Lang):
            raise ModelError(f"A route cannot {self.task} from {self.source} to {self.target}.", f"Tasks: {TASKS}.")


@dataclass(frozen=True, slots=True)
class Entry:
    """One hub model; lengths count its own tokens, ``download_mb`` is 10^6 bytes, roughly."""

    name: str
    hub: str
    family: str
    licence: str
    licence_note: str
    parameters_m: int
    download_mb: int
    max_input: int
    max_output: int
    note: str
    routes: tuple[Route, ...]
    revision: str = ""
    confirm: bool = False  # the licence must be accepted before the first download
    gated: bool = False
    tones: str = ""
    generation: Mapping[str, float] = field(default_factory=dict)
    scores: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.tones not in ("", "old", "new"):
            raise ModelError(f"{self.name}: tones is {self.tones!r}.", 'Use "old", "new" or "".')


@dataclass(frozen=True, slots=True)
class System:
    """Models put together: for each direction, the first of ``summarize`` (or ``translate``) that serves it."""

    name: str
    summarize: tuple[str, ...]
    translate: tuple[str, ...] = ()
    route: str = "cascade"  # "direct": one model writes both languages from the article
    note: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """Every model named, each once."""
        return tuple(dict.fromkeys(self.summarize + self.translate))


@dataclass(frozen=True, slots=True)
class Catalog:
    """All entries and systems, by name."""

    models: Mapping[str, Entry]
    systems: Mapping[str, System]

    def by_hub(self, hub: str) -> Entry | None:
        """The entry of a hub id, whatever its case."""
        return next((e for e in self.models.values() if e.hub.lower() == hub.lower()), None)

    @property
    def names(self) -> list[str]:
        """Everything ``--model`` takes besides hub ids and folders."""
        return [SHIPPED, EXTRACTIVE, *self.models, *self.systems]

    def members(self, name: str) -> list[Entry]:
        """The hub models behind a model's, system's or hub name.

        Raises:
            ModelError: the name is not in the catalog; the message has near names.
        """
        if name in self.systems:
            return [self.models[part] for part in self.systems[name].parts if part in self.models]
        entry = self.models.get(name) or self.by_hub(name)
        if entry is None:
            raise ModelError(f"Unknown model {name!r}.", near_names(name, self.names))
        return [entry]


def read_catalog(path: Path) -> Catalog:
    """Read a catalog file.

    Raises:
        ModelError: the file is not TOML, a key is unknown or missing, or a system names a model that is not there.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        models = {name: _entry(name, table) for name, table in data.get("models", {}).items()}
        systems = {name: System(name, **_tuples(table)) for name, table in data.get("systems", {}).items()}
    except (tomllib.TOMLDecodeError, TypeError, KeyError, AttributeError) as error:
        raise ModelError(f"{path} is not a valid catalog: {error}.", "Compare it with models/catalog.toml.") from error
    for system in systems.values():
        for part in system.parts:
            if part not in models and part != SHIPPED:
                raise ModelError(f"{path}: system {system.name} names {part!r}.", near_names(part, list(models)))
    return Catalog(models, systems)


@functools.cache
def load_catalog() -> Catalog:
    """The catalog that ships with the project."""
    return read_catalog(asset("models/catalog.toml"))


def _tuples(table: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}


def _entry(name: str, table: dict[str, Any]) -> Entry:
    routes = tuple(Route(**_tuples(route)) for route in table.pop("routes"))
    return Entry(name=name, routes=routes, **_tuples(table))
