"""Running the project's own evaluation from the page, on the model that is loaded already."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarizer.assets import asset
from summarizer.datasets import Dataset, load_dataset
from summarizer.demo.engine import Outcome
from summarizer.demo.events import note
from summarizer.demo.jobs import WINDOW
from summarizer.demo.problems import Problem
from summarizer.demo.site import Site
from summarizer.errors import SummarizerError
from summarizer.evaluate import prepare_all
from summarizer.scoring import Options, Report, score
from summarizer.settings import Settings
from summarizer.systems import Job, Output, Story, make_system
from summarizer.systems.runner import Run
from summarizer.types import LANGS, Summary

OURS = "ours:"
OTHERS = ("lead-2", "oracle-2", "lexrank-2", "textrank-2", "lsa-2", "luhn-2")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an evaluation is: the system, its articles done and in all; the report comes last."""

    system: str = ""
    done: int = 0
    total: int = 0
    report: Report | None = None


def corpus_size() -> int:
    """How many articles the shipped evaluation set has."""
    return sum(1 for _ in asset("corpus/articles").glob("*.txt"))


def corpus_report() -> Path | None:
    """The folder of the report on the project's own corpus, None when it is not installed."""
    try:
        folder = asset("eval/results/corpus-summary")
    except SummarizerError:
        return None
    return folder if (folder / "report.json").exists() else None


async def run_evaluation(site: Site, systems: Sequence[str], count: int, owner: str) -> AsyncGenerator[Progress, None]:
    """Summarise ``count`` articles of the corpus with each system and score them together.

    Raises:
        Problem: no system is given, the line is full or a model is not here.
        SummarizerError: a system needs a package that is not installed.
        CancelledError: the visitor gave up.
    """
    started = time.monotonic()
    if not systems:
        raise Problem("no_system")
    dataset = await asyncio.to_thread(load_dataset, "corpus", limit=count)
    stories = await asyncio.to_thread(prepare_all, dataset)
    runs = []
    for system in systems:
        outputs: list[Output] = []
        began = time.monotonic()
        async for part in _outputs(site, system, stories, owner):
            outputs += part
            site.engine.check_wanted(owner, started)
            yield Progress(system, len(outputs), len(stories))
        runs.append(Run(system, tuple(outputs), (time.monotonic() - began) / max(len(stories), 1), None))
    yield Progress()
    report = await asyncio.to_thread(_score, dataset, stories, runs)
    note("evaluation", systems=len(systems), articles=len(stories), seconds=round(time.monotonic() - started, 1))
    yield Progress(report=report)


async def _outputs(
    site: Site, system: str, stories: Sequence[Story], owner: str
) -> AsyncGenerator[Sequence[Output], None]:
    if not system.startswith(OURS):
        made = make_system(system)
        yield await asyncio.to_thread(lambda: list(made.outputs(stories, Job(LANGS), frozenset())))
        return
    _, model, length, *_ = system.split(":")
    settings: Settings = site.settings(model, length)  # type: ignore[arg-type]  # checked there
    for start in range(0, len(stories), WINDOW):
        window = stories[start : start + WINDOW]
        ticket = site.engine.submit(settings, [story.example.article for story in window], owner)
        written = await site.engine.result(ticket)
        yield [_output(story.id, outcome) for story, outcome in zip(window, written, strict=True)]


def _output(name: str, outcome: Outcome) -> Output:
    if not isinstance(outcome, Summary):
        return Output(name, problem=outcome.problem)
    texts = {lang: text.text for lang in LANGS if (text := outcome.text(lang)) is not None}
    return Output(name, texts, read=outcome.coverage.share)


def _score(dataset: Dataset, stories: Sequence[Story], runs: Sequence[Run]) -> Report:
    return score(dataset, stories, runs, Options())
