"""A summarizer without a model for fault tests: what a row's text says, happens to it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from summarizer.formats.document import Failure
from summarizer.settings import Settings
from summarizer.types import Article, Coverage, Summary, SummaryText

FACTORY = "stub_summarizer:Stub"


class Stub:
    """STUB_DELAY is the seconds an article takes, STUB_MODEL a folder that plays the model's."""

    def __init__(self, settings: Settings, **_: Any) -> None:
        folder = os.environ.get("STUB_MODEL")
        self.settings = settings
        self.delay = float(os.environ.get("STUB_DELAY", "0"))
        self.backend = SimpleNamespace(name="stub", folders=(Path(folder),) if folder else ())

    def try_prepare(self, article: Article) -> Article | Failure:
        if "UNREADABLE" in article.text:
            return Failure(article.source, f"Row {article.id} is in a third language.", "Use vi or en.", id=article.id)
        return article

    def finish_window(self, window: Sequence[Article]) -> list[Summary]:
        return [self._summary(article) for article in window]

    def _summary(self, article: Article) -> Summary:
        time.sleep(self.delay)
        if "CRASH" in article.text:
            os.kill(os.getpid(), signal.SIGSEGV)
        if "BUG" in article.text:
            raise IndexError("list index out of range")
        text = f"{article.text[:60]} ({self.settings.length})"
        return Summary(
            article=article,
            language="vi",
            vi=SummaryText("vi", text, "extractive"),
            en=SummaryText("en", text[::-1], "extractive"),
            sources=(),
            findings=(),
            coverage=Coverage(1, 1, len(article.text), len(article.text)),
            model="stub",
        )
