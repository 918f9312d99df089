"""What makes a record the same record: hashes of the row, of its content, and of all that decides its summary."""

from __future__ import annotations

import hashlib
import json
import platform
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from summarizer import __version__
from summarizer.backends.base import Backend
from summarizer.errors import ModelError
from summarizer.formats.document import Failure
from summarizer.hub.verify import sha256
from summarizer.settings import Settings
from summarizer.types import Article

_NO_MODEL = frozenset({"beams", "nbest", "route"})  # settings of a model, idle when nothing is generated


@dataclass(frozen=True, slots=True)
class FileStamp:
    """A model file as it was when it was loaded."""

    path: str
    size: int
    mtime_ns: int

    @classmethod
    def of(cls, path: Path) -> FileStamp:
        """The stamp of a file now."""
        status = path.stat()
        return cls(str(path), status.st_size, status.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class Model:
    """The model that writes: its name, the SHA-256 over its files ("" when it has none), and their stamps."""

    name: str
    revision: str = ""
    files: tuple[FileStamp, ...] = ()

    def check_unchanged(self) -> None:
        """See that the files are still those that were loaded, by size and time of change.

        Raises:
            ModelError: one was replaced or removed.
        """
        for stamp in self.files:
            path = Path(stamp.path)
            if not path.exists() or FileStamp.of(path) != stamp:
                raise _replaced(str(path))

    def check_same(self, other: Model) -> None:
        """See that another worker loaded the same model.

        Raises:
            ModelError: it did not.
        """
        if (self.name, self.revision) != (other.name, other.revision):
            raise _replaced(f"of {self.name}")


def _replaced(what: str) -> ModelError:
    return ModelError(
        f"The model file {what} was replaced while the batch was running.",
        "Run the same command again: rows written with the old model are then done anew.",
    )


def identify(backend: Backend) -> Model:
    """The model behind a backend; one that is loaded from files names their ``folders``."""
    files = sorted(path for folder in backend.folders for path in folder.iterdir() if path.is_file())
    if not files:
        return Model(backend.name)
    digests = "\n".join(f"{sha256(path)} {path.name}" for path in files)
    return Model(
        backend.name, hashlib.sha256(digests.encode()).hexdigest()[:32], tuple(FileStamp.of(path) for path in files)
    )


def _digest(value: object, size: int) -> bytes:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest()


def hash64(*parts: str) -> int:
    """A 64-bit number for some texts, the same on every machine."""
    return int.from_bytes(_digest(parts, 8), "big")


def content_hash(article: Article) -> str:
    """128 bits over everything of an article that can change its summary, in hexadecimal."""
    return _digest([article.title, article.date, article.text], 16).hex()


def config_hash(settings: Settings, glossary: Path | None, model: Model) -> str:
    """128 bits over the version, the settings that matter, the user's terms and the model, in hexadecimal."""
    values = asdict(settings)
    if settings.model == "extractive":
        values = {key: value for key, value in values.items() if key not in _NO_MODEL}
    terms = glossary.read_text(encoding="utf-8") if glossary else ""
    return _digest([__version__, values, terms, model.name, model.revision], 16).hex()


def article_name(article_id: str) -> int:
    """64 bits that stand for a row by its id."""
    return hash64("row", article_id)


def failure_name(source: str, row: int | None, article_id: str) -> int:
    """64 bits that stand for a row that could not be read."""
    return hash64("unread", source, str(row), article_id)


def row_name(row: Article | Failure) -> int:
    """64 bits that stand for a row as read."""
    return article_name(row.id) if isinstance(row, Article) else failure_name(row.source, row.row, row.id)


def row_state(content: str | None, config: str | None) -> int:
    """64 bits over what a record was made from; 0 for a row that could not be read."""
    return hash64(content, config or "") if content else 0


def versions() -> dict[str, str]:
    """Versions of what a summary's bytes can depend on."""
    found = {"tomtat": __version__, "python": platform.python_version()}
    for package in ("ctranslate2", "sentencepiece", "numpy"):
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found
