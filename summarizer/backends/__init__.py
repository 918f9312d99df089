"""Models that write text, behind one Protocol, and the one function that opens them by name."""

from __future__ import annotations

from summarizer.backends.base import Backend


def open_system(name: str, *, device: str = "auto", threads: int = 0, offline: bool = False) -> Backend:
    """Open what ``--model`` names. Nothing is downloaded: that is done by ``tomtat models pull`` only.

    Args:
        name: "tomtat" (shipped), "extractive", a model or system of models/catalog.toml, "org/name" of a hub model
            that was pulled, or a folder.
        device: "auto", "cpu" or "cuda".
        threads: CPU threads, 0 for all this process may use.
        offline: accepted so that callers can pass their own setting on; opening never uses the network.

    Raises:
        ModelError: the name is unknown (the message has near names), the model is not on this machine (the message
            has the command that gets it) or its files are damaged.
    """
    from summarizer.backends.opening import open_named

    return open_named(name, device, threads)
