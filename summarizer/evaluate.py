"""One evaluation from the data to the report: read, run, score."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from summarizer.datasets import Dataset
from summarizer.datasets.base import Target
from summarizer.errors import DataError, InputError
from summarizer.hub.store import home
from summarizer.scoring import Options, Report, score
from summarizer.systems import BASELINES, Job, Story, make_system, prepare
from summarizer.systems.runner import Run, Source, run_system


@dataclass(frozen=True, slots=True)
class Plan:
    """What to evaluate. The first system is the main one; the baselines are added where they are missing.

    Outputs are kept in ``predictions`` and taken up again from there; ``fresh`` makes them anew.
    """

    source: Source
    systems: tuple[str, ...]
    out: Path
    options: Options = field(default_factory=Options)
    fresh: bool = False

    @property
    def predictions(self) -> Path:
        """Where outputs are kept: below ``out``, or in this machine's cache where ``out`` is to hold no texts."""
        if self.options.texts:
            return self.out / "predictions"
        return home() / "eval" / hashlib.sha256(str(self.out.resolve()).encode()).hexdigest()[:16]

    @property
    def all_systems(self) -> tuple[str, ...]:
        """The systems asked for and the baselines, each once."""
        words = {spec.partition(":")[0].partition("-")[0] for spec in self.systems}
        return tuple(dict.fromkeys([*self.systems, *(name for name in BASELINES if name not in words)]))


def evaluate(plan: Plan, say: Callable[[str], None] = lambda _: None) -> Report:
    """Run every system of ``plan`` that has not been run yet, and score them together.

    Raises:
        DataError: the data or saved outputs are wrong.
        SummarizerError: a system cannot be made or loaded.
    """
    for spec in plan.all_systems:
        make_system(spec, plan.options.target)  # a wrong name is told before anything runs
    dataset = plan.source.load()
    stories = prepare_all(dataset, plan.options.target)
    say(f"{dataset.name}: {len(stories)} articles")
    runs = run_all(plan, stories, say)
    say("scoring")
    return score(dataset, stories, runs, plan.options)


def run_all(
    plan: Plan, stories: Sequence[Story], say: Callable[[str], None] = lambda _: None, *, baselines: bool = True
) -> list[Run]:
    """Outputs of every system of ``plan``, in order; without ``baselines`` of those asked for only."""
    job = Job(plan.options.langs, plan.options.target, plan.options.seed)
    runs = []
    for spec in plan.all_systems if baselines else plan.systems:
        say(spec)
        runs.append(run_system(spec, plan.source, stories, job, plan.predictions, fresh=plan.fresh))
    return runs


def prepare_all(dataset: Dataset, target: Target = "summary") -> list[Story]:
    """Every article of a set cleaned and cut.

    Raises:
        DataError: the cleaner leaves nothing of an article; its row is named.
    """
    stories = []
    for example in dataset.examples:
        try:
            stories.append(prepare(example, target))
        except InputError as error:
            raise DataError(f"{example.article.source}: {error.problem}", "Correct or remove the row.") from error
    return stories
