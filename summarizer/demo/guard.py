"""How often one address may ask, and what is kept of what was asked."""

from __future__ import annotations

import threading
import time
from collections import deque
from pathlib import Path

from summarizer.demo.problems import Problem
from summarizer.formats.write import write_jsonl
from summarizer.types import Summary


class Rate:
    """At most ``per_minute`` requests a minute from one address; 0 lets everything through."""

    def __init__(self, per_minute: int) -> None:
        self._most = per_minute
        self._seen: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def check(self, address: str) -> None:
        """Count a request.

        Raises:
            Problem: there were too many in the last minute.
        """
        if not self._most:
            return
        now = time.monotonic()
        with self._lock:
            self._seen = {name: times for name, times in self._seen.items() if times[-1] > now - 60}
            times = self._seen.setdefault(address, deque(maxlen=self._most))
            if len(times) == self._most and times[0] > now - 60:
                raise Problem("too_often", n=self._most)
            times.append(now)


class History:
    """Summaries kept in a JSON Lines file, when whoever runs the page wants that."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._lock = threading.Lock()

    def add(self, summary: Summary) -> None:
        """Append a summary in the machine form, which quotes the source sentences."""
        if self._path is None:
            return
        with self._lock, self._path.open("a", encoding="utf-8") as file:
            file.write(write_jsonl(summary))
