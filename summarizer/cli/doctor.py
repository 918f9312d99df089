"""``tomtat doctor``: what is installed, what is missing, and the line that installs it."""

from __future__ import annotations

import argparse
import platform
import sys
from importlib import metadata

from summarizer import __version__

HELP = "Say what is installed, what is missing, and the line that installs it."
EXAMPLES = """examples:
  tomtat doctor"""

# extra -> (what it is for, the distributions it needs)
PARTS = {
    "": ("summaries with the shipped model", ("ctranslate2", "sentencepiece", "numpy", "tqdm")),
    "hub": (
        "models from the Hugging Face hub",
        ("torch", "transformers", "safetensors", "huggingface-hub", "protobuf"),
    ),
    "demo": ("the web page", ("gradio", "trafilatura", "pypdf", "python-docx")),
    "web": ("articles from web pages", ("trafilatura",)),
    "docs": ("PDF and Word documents", ("pypdf", "python-docx")),
    "eval": ("evaluation", ("rouge-score", "sacrebleu", "sumy", "matplotlib", "pyarrow")),
    "train": ("training", ("torch", "transformers", "safetensors", "scipy", "matplotlib")),
    "ray": ("batches on several machines", ("ray", "pyarrow")),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No options."""


def installed(name: str) -> str:
    """The installed version of a distribution, "" when it is missing."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def handle(args: argparse.Namespace) -> int:
    """Print the report; 1 when the shipped model does not work."""
    lines = [f"tomtat {__version__} · Python {platform.python_version()} · {platform.machine()}", ""]
    for extra, (what, names) in PARTS.items():
        versions = {name: installed(name) for name in names}
        missing = [name for name, version in versions.items() if not version]
        have = ", ".join(f"{name} {version}" for name, version in versions.items() if version)
        lines.append(f"{'ok     ' if not missing else 'missing'} {what}: {have or 'nothing installed'}")
        if missing:
            target = f"tomtat[{extra}]" if extra else "tomtat"
            lines.append(f"        needs {', '.join(missing)}; install with:  pip install '{target}'")
    model, works = _shipped_model()
    lines += ["", model]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if works else 1


def _shipped_model() -> tuple[str, bool]:
    from summarizer.errors import SummarizerError

    try:
        from summarizer.backends import open_system
        from summarizer.settings import DEFAULT_MODEL

        backend = open_system(DEFAULT_MODEL, device="cpu", threads=1, offline=True)
    except (SummarizerError, ImportError) as error:
        return f"missing shipped model: {error}", False
    return f"ok      shipped model: {backend.name}", True
