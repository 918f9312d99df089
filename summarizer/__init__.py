"""Short, checked Vietnamese and English summaries of news articles.

>>> from summarizer import Summarizer
>>> Summarizer().summarize(text).vi
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.pipeline import Summarizer
    from summarizer.settings import Settings

__version__ = "0.1.0"
__all__ = ["Settings", "Summarizer", "__version__"]


def __getattr__(name: str) -> Any:
    # imported on first use: the command line reads the version without loading the engine
    if name == "Summarizer":
        from summarizer.pipeline import Summarizer

        return Summarizer
    if name == "Settings":
        from summarizer.settings import Settings

        return Settings
    raise AttributeError(f"module 'summarizer' has no attribute {name!r}")
