"""Where the files that ship with the project are: inside an installed wheel, or in the checkout."""

from __future__ import annotations

from pathlib import Path

from summarizer.errors import SummarizerError

_PACKAGE = Path(__file__).resolve().parent


def asset(name: str) -> Path:
    """Path of a shipped file or folder such as ``models/catalog.toml``.

    A wheel carries them in ``summarizer/_data``; a checkout (editable installs too) has them beside the package.

    Raises:
        SummarizerError: neither place has it.
    """
    for root in (_PACKAGE / "_data", _PACKAGE.parent):
        path = root / name
        if path.exists():
            return path
    raise SummarizerError(
        f"The file {name} that ships with tomtat is missing.", "Reinstall with:  pip install --force-reinstall tomtat"
    )
