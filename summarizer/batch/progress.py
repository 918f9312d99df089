"""What a person sees of a batch: a bar while it runs, and the sentence at the end."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tqdm import tqdm

from summarizer.batch.pool import Done

_LOG_SECONDS = 60.0  # between two progress lines when stderr is a file


@dataclass(slots=True)
class Report:
    """The counts of a run, in rows."""

    written: int = 0
    failed: int = 0
    kept: int = 0
    kept_failed: int = 0
    redone: int = 0
    seconds: float = 0.0
    interrupted: bool = False
    errors: Path | None = None

    @property
    def all_failed(self) -> int:
        """Failed rows of this run and of earlier ones."""
        return self.failed + self.kept_failed

    def add(self, done: Done) -> None:
        """Count a window."""
        failed = sum(row.failed for row in done.rows)
        self.failed += failed
        self.written += len(done.rows) - failed
        self.kept += done.window.kept
        self.kept_failed += done.window.kept_failed
        self.redone += done.window.redone

    def sentence(self) -> str:
        """What was done, for the end of a run."""
        new = self.written + self.failed
        rate = f", {new / self.seconds:.1f} a second" if new and self.seconds else ""
        parts = [f"{self.written:,} summarised, {self.failed:,} failed in {_duration(self.seconds)}{rate}"]
        if self.kept or self.kept_failed:
            failed = f" and {self.kept_failed:,} that had failed" if self.kept_failed else ""
            parts.append(f"{self.kept:,} kept from before{failed}")
        text = "; ".join(parts) + "."
        if self.interrupted:
            text = f"Interrupted. {text} Run the same command again to go on."
        if self.errors:
            text += f"\nThe failed rows are listed in {self.errors}; to try them again add --retry-failed."
        return text


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{seconds:.1f} s"


class Bar:
    """Rate and time left on stderr; kept rows move it without counting towards the rate."""

    def __init__(self, total: int | None, *, quiet: bool) -> None:
        live = sys.stderr.isatty()
        self._bar: Any = tqdm(
            total=total,
            unit=" articles",
            file=sys.stderr,
            disable=quiet,
            smoothing=0,
            delay=1.0,
            mininterval=0.5 if live else _LOG_SECONDS,
            miniters=1,
            leave=False,
        )

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *reason: object) -> None:
        self._bar.close()

    def move(self, done: Done) -> None:
        """Advance by a window."""
        kept = done.window.kept + done.window.kept_failed
        if not self._bar.disable:
            self._bar.initial += kept
            self._bar.update(kept + len(done.rows))
