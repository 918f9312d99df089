"""What the page notes of its work: one JSON object a line, never a word of an article or a summary."""

from __future__ import annotations

import json
import logging
import secrets
from datetime import UTC, datetime
from pathlib import Path

LOG = logging.getLogger("summarizer.demo")


def note(event: str, **fields: str | float | None) -> None:
    """Log an event; fields are counts, names of models and formats, times in seconds."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    LOG.info(json.dumps({"time": now, "event": event, **fields}, ensure_ascii=False))


def note_crash(where: str, error: BaseException) -> str:
    """Log an unexpected error with its traceback and give the code a visitor can report.

    The message of the error is left out, because it could quote an article.
    """
    code = secrets.token_hex(4)
    frames = []
    trace = error.__traceback__
    while trace is not None:
        frames.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    note("crash", where=where, code=code, error=type(error).__name__, frames=" ".join(frames))
    return code


def log_to_stderr() -> None:
    """Send the events to standard error, a line each."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
