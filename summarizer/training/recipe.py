"""A training recipe: everything that decides a model, in one TOML file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from summarizer.errors import DataError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shape:
    """Size of the encoder-decoder; heads are 64 wide and the feed-forward layer is four times the width."""

    width: int = 256
    encoder_layers: int = 5
    decoder_layers: int = 2
    vocabulary: int = 8000

    def __post_init__(self) -> None:
        if self.width % 64:
            raise DataError(f"shape.width is {self.width}.", "Use a multiple of 64: attention heads are 64 wide.")


@dataclass(frozen=True, slots=True)
class Limits:
    """Lengths in model tokens."""

    source_tokens: int = 256
    target_tokens: int = 112
    selector_tokens: int = 200
    augmented: float = 0.0  # share of the sentence pairs that are seen once more, changed (training/augment.py)
    switched: float = 0.0  # share that is seen once more with English terms in it (training/switching.py)
    sampled: float = 0.0  # share of the sources whose pieces are drawn, so that words are seen in other pieces too
    backtranslated: int = 0  # English sentences that the start model translates back (training/monolingual.py)
    damaged: int = 0  # sentences of each language to be restored, as kinds translate.vi.vi and translate.en.en
    article_every: int = 1  # of the articles without an English abstract, every how many-th is used


@dataclass(frozen=True, slots=True)
class Start:
    """How the network begins (``training/start.py``); both off is the usual random start."""

    embeddings: bool = True
    cross_attention: bool = True


@dataclass(frozen=True, slots=True)
class Optimizer:
    """Learning rates are peak values; ``decay_from`` is a share of the whole budget."""

    matrix_rate: float = 2e-3
    embedding_rate: float = 2e-3
    warmup_steps: int = 150
    decay_from: float = 0.5
    batch_tokens: int = 6000
    label_smoothing: float = 0.0
    dropout: float = 0.0  # worth its fifth of a step only where the same pairs are seen many times


@dataclass(frozen=True, slots=True)
class Use:
    """What measurements on development data decided; all but ``start_share`` goes into the model's tomtat.json."""

    route: str = "cascade"  # or "direct"
    start_share: float = 0.0  # share of the start model in the exported weights (training/export.py)
    whole: int = 0  # most source tokens of a sentence that is translated in one piece; 0: data.selector_tokens
    takes_terms: bool = False  # it was taught to (data.switched), and that pays
    backward: float = 0.0  # weight of the way back when translations are compared
    floors: dict[str, float] = field(
        default_factory=dict
    )  # "translate.vi.en", "headline.vi.en" -> least mean log-probability
    decoding: dict[str, dict[str, float]] = field(default_factory=dict)  # by task


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of the run with its own mix; give ``minutes`` or ``steps``."""

    name: str
    mix: dict[str, float]
    minutes: float = 0.0
    steps: int = 0

    def __post_init__(self) -> None:
        if bool(self.minutes) == bool(self.steps):
            raise DataError(f"Stage {self.name!r} needs either minutes or steps.", "Set exactly one of the two.")


@dataclass(frozen=True, slots=True)
class Recipe:
    """A whole recipe as read from TOML."""

    name: str
    version: str
    seed: int
    shape: Shape
    data: Limits
    optimizer: Optimizer
    stages: tuple[Stage, ...]
    weights: dict[str, float] = field(default_factory=dict)
    start: Start = Start()
    use: Use = field(default_factory=Use)


def _build(kind: type[T], table: dict[str, Any], path: Path, section: str) -> T:
    known = {f.name for f in fields(kind)}  # type: ignore[arg-type]  # every kind here is a dataclass
    if unknown := sorted(set(table) - known):
        raise DataError(f"{path}: unknown key {unknown[0]!r} in [{section}].", f"Known: {', '.join(sorted(known))}.")
    return kind(**table)


def load_recipe(path: Path) -> Recipe:
    """Read and check a recipe.

    Raises:
        DataError: the file is missing, is not TOML, or has a wrong key or value; the message names it.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise DataError(f"No recipe at {path}.", "See models/recipes/ for the recipes that ship.") from error
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path} is not valid TOML: {error}.", "Correct the line it names.") from error
    stages = tuple(_build(Stage, s, path, "stages") for s in table.pop("stages", []))
    if not stages:
        raise DataError(f"{path} has no [[stages]].", "Add at least one stage with a mix and a budget.")
    parts: dict[str, Any] = {
        "shape": _build(Shape, table.pop("shape", {}), path, "shape"),
        "data": _build(Limits, table.pop("data", {}), path, "data"),
        "use": _build(Use, table.pop("use", {}), path, "use"),
        "start": _build(Start, table.pop("start", {}), path, "start"),
        "optimizer": _build(Optimizer, table.pop("optimizer", {}), path, "optimizer"),
    }
    return _build(Recipe, {**table, **parts, "stages": stages}, path, "recipe")
