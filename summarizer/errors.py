"""Errors a user can act on: what is wrong, and what to do next."""

from __future__ import annotations


class SummarizerError(Exception):
    """Base of all errors raised on purpose; shown without a traceback by the command line (exit code 2)."""

    def __init__(self, problem: str, advice: str = "") -> None:
        self.problem = problem
        self.advice = advice
        super().__init__(f"{problem}\n  {advice}" if advice else problem)


class InputError(SummarizerError):
    """A document cannot be read or holds nothing to summarise; a batch reports it and goes on."""


class LanguageError(InputError):
    """The document is in a language this project does not handle."""


class ModelError(SummarizerError):
    """A model is unknown, missing, damaged or of an unsupported kind."""


class MissingExtraError(SummarizerError):
    """An optional dependency is needed; the advice is the pip line that installs it."""


class DataError(SummarizerError):
    """Evaluation or training data is not in the documented form; names the row."""


class NetworkError(InputError):
    """A URL cannot be fetched, or must not be."""
