"""How a page is served: frozen values, filled from the command line."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from summarizer.settings import DEFAULT_MODEL


@dataclass(frozen=True, slots=True)
class Limits:
    """What one user may ask for; counts are of requests, articles or characters as named."""

    characters: int = 200_000  # of one article
    file_mb: int = 20  # of one uploaded file, 10^6 bytes
    waiting: int = 40  # requests in the queue of the model
    per_minute: int = 60  # requests from one address; 0 is no limit
    batch_articles: int = 500
    batch_jobs: int = 4  # running at a time
    keep_minutes: int = 60  # a batch's results after its end
    call_articles: int = 50  # in one call of a program


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that does not change while the page is up.

    ``allow_private`` lets URLs lead to private addresses and is for tests only; ``history`` is a JSON Lines file that
    every summary is added to, None for no history.
    """

    model: str = DEFAULT_MODEL
    device: str = "auto"
    threads: int = 0
    offline: bool = False
    history: Path | None = None
    limits: Limits = field(default_factory=Limits)
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """Where the page listens and who may come in; None leaves it to Gradio's environment variables.

    ``auth`` holds (user, password) pairs; ``root_path`` is the path a proxy serves the page under.
    """

    host: str | None = None
    port: int | None = None
    auth: tuple[tuple[str, str], ...] = ()
    root_path: str | None = None
    browser: bool = False
