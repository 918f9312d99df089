"""Evaluation sets in the forms they are published in: one file a set, all read into the same ``Example``.

Only ``corpus`` ships with the project; for the others the user brings the files.
"""

from __future__ import annotations

from pathlib import Path

from summarizer.assets import asset
from summarizer.datasets.base import Dataset, Example, Raw
from summarizer.datasets.build import build
from summarizer.errors import DataError
from summarizer.registry import load

READERS = {
    "corpus": "summarizer.datasets.corpus:read",
    "vietnews": "summarizer.datasets.vietnews:read",
    "xlsum": "summarizer.datasets.xlsum:read",
    "wikilingua": "summarizer.datasets.wikilingua:read",
    "crosssum": "summarizer.datasets.crosssum:read",
    "vims": "summarizer.datasets.vims:read",
    "file": "summarizer.datasets.jsonl:read",
}
"""Set name to the function that reads it, ``path -> iterator of Raw``."""

__all__ = ["READERS", "Dataset", "Example", "Raw", "load_dataset"]


def load_dataset(spec: str, *, limit: int = 0, skip_bad: bool = False) -> Dataset:
    """The set that ``spec`` names: ``corpus``, ``NAME:PATH`` for a published set, or the path of a JSONL file.

    ``limit`` takes so many rows, evenly spread over the set (0: all). With ``skip_bad`` rows that are wrong are
    left out and counted in ``Dataset.skipped``; without it they stop the run.

    Raises:
        DataError: nothing is there, or a row is wrong (the row is named).
        SummarizerError: the name is unknown.
    """
    name, path = _locate(spec)
    return build(name, load(READERS, name, "evaluation set")(path), limit=limit, skip_bad=skip_bad)


def _locate(spec: str) -> tuple[str, Path]:
    if spec == "corpus":
        return "corpus", asset("corpus")
    name, colon, rest = spec.partition(":")
    if colon and name in READERS:
        path = Path(rest).expanduser()
    else:
        if spec in READERS:
            raise DataError(
                f"The set {spec} does not ship with tomtat, so it needs a path.",
                f"Download it, then give  --data {spec}:PATH  (docs/evaluation.md says which files).",
            )
        name, path = "file", Path(spec).expanduser()
    if not path.exists():
        raise DataError(
            f"There is no file or folder {path}.",
            f"Give corpus, a .jsonl file, or NAME:PATH with NAME one of {', '.join(READERS)}.",
        )
    return name, path
