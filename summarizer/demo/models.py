"""Which models visitors can choose here, and what is told of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.catalog import EXTRACTIVE, SHIPPED, Entry, load_catalog
from summarizer.demo.problems import Problem
from summarizer.demo.texts import TEXTS, Pair
from summarizer.hub.store import find_record

# the code is free; the weights are not freer than the texts they were trained on
SHIPPED_LICENCE = "as its training data allows: see models/tomtat/README.md"


@dataclass(frozen=True, slots=True)
class Choice:
    """A model or system of the catalog; ``here`` when its weights are on this machine."""

    name: str
    licence: str
    here: bool
    note: str = ""
    licence_note: str = ""
    download_mb: int = 0

    @property
    def label(self) -> Pair:
        """What the list of models shows, in both languages."""
        if self.name == EXTRACTIVE:
            told = TEXTS["no_model"]
        else:
            told = TEXTS["shipped" if self.name == SHIPPED else "downloaded"]
        licence = TEXTS["shipped_licence"] if self.name == SHIPPED else (self.licence, self.licence)
        parts = [[self.name, one, side] for one, side in zip(licence, told, strict=True)]
        return " · ".join(filter(None, parts[0])), " · ".join(filter(None, parts[1]))


def choices(default: str) -> tuple[Choice, ...]:
    """Every model and system, the default first, then what is here, then what could be downloaded."""
    catalog = load_catalog()
    found = [Choice(SHIPPED, SHIPPED_LICENCE, here=True), Choice(EXTRACTIVE, "", here=True)]
    found += [_choice(name, [entry], entry.note) for name, entry in catalog.models.items()]
    found += [_choice(name, catalog.members(name), system.note) for name, system in catalog.systems.items()]
    if default not in {choice.name for choice in found}:
        found.insert(0, Choice(default, "", here=True))
    order = {default: 0, SHIPPED: 1, EXTRACTIVE: 2}
    return tuple(sorted(found, key=lambda c: (not c.here, order.get(c.name, 3))))


def usable(known: Sequence[Choice]) -> tuple[Choice, ...]:
    """Those whose weights are here."""
    return tuple(choice for choice in known if choice.here)


def check_model(name: str, known: Sequence[Choice]) -> str:
    """``name`` when it can be used here.

    Raises:
        Problem: it cannot; lists those that can.
    """
    names = [choice.name for choice in usable(known)]
    if name not in names:
        raise Problem("no_model", name=name[:80], known=", ".join(names))
    return name


def _choice(name: str, parts: Sequence[Entry], note: str) -> Choice:
    return Choice(
        name=name,
        licence=", ".join(dict.fromkeys(entry.licence for entry in parts)),
        here=all(find_record(entry.hub) is not None for entry in parts),
        note=note,
        licence_note=" ".join(dict.fromkeys(entry.licence_note for entry in parts)),
        download_mb=sum(entry.download_mb for entry in parts),
    )
