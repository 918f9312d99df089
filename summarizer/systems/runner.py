"""Running a system over a set so that it can be stopped and taken up again, with its time and memory.

``NAME.jsonl`` holds a finished article a line; ``NAME.meta.json`` says what the lines depend on, so that outputs of
another model or another set are never mixed in.
"""

from __future__ import annotations

import json
import multiprocessing
import re
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tqdm import tqdm

from summarizer import __version__
from summarizer.datasets import Dataset, load_dataset
from summarizer.datasets.build import fingerprint
from summarizer.errors import DataError
from summarizer.systems import make_system
from summarizer.systems.base import Job, Output, Story, System, prepare


@dataclass(frozen=True, slots=True)
class Source:
    """How a process of its own finds the same set again."""

    spec: str
    limit: int = 0
    skip_bad: bool = False

    def load(self) -> Dataset:
        """The set.

        Raises:
            DataError: it cannot be read.
        """
        return load_dataset(self.spec, limit=self.limit, skip_bad=self.skip_bad)


@dataclass(frozen=True, slots=True)
class Run:
    """A system's outputs in the order of the stories, and what they cost.

    ``seconds`` is the mean per article, loading left out; ``peak_mb`` the most memory its process held. Both are None
    for a system that needs no process of its own.
    """

    name: str
    outputs: tuple[Output, ...]
    seconds: float | None = None
    peak_mb: float | None = None


def run_system(
    spec: str, source: Source, stories: Sequence[Story], job: Job, folder: Path, *, fresh: bool = False
) -> Run:
    """Every output of a system; what an earlier run saved in ``folder`` is not made again.

    A system whose time and memory mean something runs in a new process and reads the set again there.

    Raises:
        DataError: ``folder`` holds outputs made from something else and ``fresh`` is not set.
    """
    system = make_system(spec, job.target)
    if system.own_process:
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            pool.submit(_work, spec, source, job, folder, fresh).result()
    else:
        predict(system, stories, job, folder, fresh=fresh)
    peak = _read_meta(_rows_file(folder, system.name)).get("peak_mb")
    saved = {output.id: output for output in read_outputs(_rows_file(folder, system.name))}
    outputs = tuple(saved[story.id] for story in stories)
    seconds = sum(o.seconds for o in outputs) / max(len(outputs), 1) if system.own_process else None
    return Run(system.name, outputs, seconds, peak)


def predict(system: System, stories: Sequence[Story], job: Job, folder: Path, *, fresh: bool = False) -> None:
    """Append the outputs that ``folder`` does not have yet.

    Raises:
        DataError: it holds outputs of another model, set or version.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = _rows_file(folder, system.name)
    meta = _meta(system, stories, job)
    done = _start(file, meta, fresh)
    todo = [story for story in stories if story.id not in done]
    if not todo:
        return
    with file.open("a", encoding="utf-8") as out:
        started = time.perf_counter()
        outputs = system.outputs(stories, job, done)
        for output in tqdm(outputs, total=len(todo), desc=system.name, disable=None, leave=False):
            now = time.perf_counter()
            out.write(json.dumps({**asdict(output), "seconds": round(now - started, 6)}, ensure_ascii=False) + "\n")
            out.flush()
            started = time.perf_counter()


def read_outputs(file: Path) -> Iterator[Output]:
    """Saved outputs; a last line cut off by a kill is left out."""
    for line in file.read_text(encoding="utf-8").split("\n")[:-1]:
        yield Output(**json.loads(line))


def file_name(name: str) -> str:
    """A system's name as a file name."""
    return re.sub(r"[^\w.-]+", "-", name).strip("-")


def _rows_file(folder: Path, name: str) -> Path:
    return folder / f"{file_name(name)}.jsonl"


def _meta(system: System, stories: Sequence[Story], job: Job) -> dict[str, Any]:
    return {
        "system": system.name,
        "stamp": system.stamp(job),
        "data": fingerprint(story.example for story in stories),
        "langs": list(job.langs),
        "target": job.target,
        "seed": job.seed,
        "version": __version__,
    }


def _start(file: Path, meta: Mapping[str, Any], fresh: bool) -> frozenset[str]:
    """Ids already done; the file is cut back to its last whole line."""
    side = file.with_suffix(".meta.json")
    if fresh or not side.exists() or not file.exists():
        file.write_text("", encoding="utf-8")
        side.write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return frozenset()
    old = _read_meta(file)
    changed = [key for key in meta if old.get(key) != meta[key]]
    if changed:
        raise DataError(
            f"{file} was made with another {', '.join(changed)}.", "Give another --out, or --fresh to make it again."
        )
    done = list(read_outputs(file))
    whole = "".join(json.dumps(asdict(output), ensure_ascii=False) + "\n" for output in done)
    file.write_text(whole, encoding="utf-8")
    return frozenset(output.id for output in done)


def _read_meta(file: Path) -> dict[str, Any]:
    meta: dict[str, Any] = json.loads(file.with_suffix(".meta.json").read_text(encoding="utf-8"))
    return meta


def _work(spec: str, source: Source, job: Job, folder: Path, fresh: bool) -> None:
    """Body of the process of its own; notes the most memory it held beside the outputs."""
    stories = [prepare(example, job.target) for example in source.load().examples]
    system = make_system(spec, job.target)
    predict(system, stories, job, folder, fresh=fresh)
    file = _rows_file(folder, system.name)
    meta = _read_meta(file)
    held = max((mb for mb in (peak_mb(), meta.get("peak_mb")) if mb is not None), default=None)
    file.with_suffix(".meta.json").write_text(
        json.dumps({**meta, "peak_mb": held}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


def peak_mb() -> float | None:
    """The most memory this process has held, in MB; None where the system does not say.

    Linux's own high-water mark is read, because ``getrusage`` starts at that of the process which started this one.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next((text for text in status.read_text().splitlines() if text.startswith("VmHWM:")), "")
        return int(line.split()[1]) / 1024 if line else None
    if sys.platform == "darwin":
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    return None
