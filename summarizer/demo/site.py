"""What all visitors share: the engine, the limits, the jobs, the words of the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from summarizer.demo.config import Config
from summarizer.demo.engine import Engine, Writer
from summarizer.demo.guard import History, Rate
from summarizer.demo.jobs import Jobs
from summarizer.demo.models import Choice, check_model, choices
from summarizer.demo.words import Labels
from summarizer.settings import Settings
from summarizer.types import Length


@dataclass(frozen=True, slots=True)
class Site:
    """One served page."""

    config: Config
    engine: Engine
    rate: Rate
    history: History
    jobs: Jobs
    models: tuple[Choice, ...]
    labels: Labels = field(default_factory=Labels)

    @classmethod
    def of(cls, config: Config, open_model: Callable[[str], Writer]) -> Site:
        """The site of a configuration; models are opened when they are first asked for."""
        limits = config.limits
        engine = Engine(open_model, limits.waiting)
        history = History(config.history)
        return cls(
            config,
            engine,
            Rate(limits.per_minute),
            history,
            Jobs(config, engine, history),
            choices(config.model),
        )

    def settings(self, model: str, length: Length) -> Settings:
        """What a visitor asks for, checked.

        Raises:
            Problem: the model is not here.
            SummarizerError: the length is unknown.
        """
        return Settings(model=check_model(model, self.models), length=length)


def open_summarizer(config: Config) -> Callable[[str], Writer]:
    """What opens a model by its name with the pipeline of this project."""

    def opened(model: str) -> Writer:
        from summarizer.pipeline import Summarizer

        return Summarizer(Settings(model=model), device=config.device, threads=config.threads, offline=config.offline)

    return opened
