"""Getting a model from the hub: what it would cost first, then file by file, checked, and registered last.

Files land in the Hugging Face cache, shared with other tools, which resumes what was interrupted.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.errors import ModelError, NetworkError
from summarizer.hub.store import Record, Stored, find_record, save_record
from summarizer.hub.verify import sha256
from summarizer.registry import require

_SIDE_FILES = {
    "config.json",
    "generation_config.json",
    "tokenizer.json",
    "tokenizer_config.json",
    "special_tokens_map.json",
    "added_tokens.json",
    "spiece.model",
    "sentencepiece.model",
    "sentencepiece.bpe.model",
    "tokenizer.model",
    "source.spm",
    "target.spm",
    "vocab.json",
    "merges.txt",
}
_PICKLE = "pytorch_model.bin"
_WEIGHTS = "model.safetensors"
_INDEX = "model.safetensors.index.json"


@dataclass(frozen=True, slots=True)
class Remote:
    """One file on the hub; ``sha256`` is "" for small files, which the hub does not hash that way."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a download would fetch: everything known before a byte of it comes."""

    hub: str
    commit: str
    licence: str
    files: tuple[Remote, ...]

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(file.size for file in self.files)


def plan(hub: str, *, revision: str = "", name: str = "", offline: bool = False) -> Plan:
    """Ask the hub which files a model has; the only network call besides ``fetch``.

    Args:
        hub: the hub id.
        revision: branch, tag or commit; "" for the commit of the last download, else the newest.
        name: what the user calls the model, for messages.
        offline: refuse.

    Raises:
        NetworkError: ``offline``, or the hub cannot be reached.
        ModelError: no such model or revision, the model is gated, the token is wrong, or it has no usable weights.
        MissingExtraError: huggingface_hub is not installed.
    """
    if offline:
        raise NetworkError(
            f"--offline forbids downloading {name or hub}.", "Leave --offline out, or use a model that is here."
        )
    library = require("huggingface_hub", "hub")
    known = find_record(hub)
    wanted = revision or (known.commit if known else "") or None
    with _explained(hub, revision):
        info = library.HfApi(endpoint=_endpoint()).model_info(hub, revision=wanted, files_metadata=True, timeout=30)
    files = _choose(hub, info.siblings or [])
    card = info.card_data.to_dict() if info.card_data else {}
    licence = str(card.get("license_name") or card.get("license") or "none stated")
    return Plan(hub, str(info.sha), licence, tuple(files))


def fetch(wanted: Plan, *, say: Callable[[str], None] = lambda _: None) -> Record:
    """Download what ``plan`` found, check it against the hub's hashes and register it.

    Args:
        wanted: the plan.
        say: told each file before it is fetched.

    Raises:
        ModelError: a file does not have its hash, or the disk is full. Nothing is registered then; a second call
            goes on where this one stopped.
        NetworkError: the connection broke.
    """
    _check_space(wanted)
    library = require("huggingface_hub", "hub")
    paths: dict[str, Path] = {}
    for file in wanted.files:
        say(f"{file.name}  {file.size / 1e6:,.1f} MB")
        with _explained(wanted.hub, wanted.commit):
            fetched = library.hf_hub_download(wanted.hub, file.name, revision=wanted.commit, endpoint=_endpoint())
        paths[file.name] = Path(fetched)
    hashes = {file.name: _checked(file, paths[file.name]) for file in wanted.files}
    folder = paths["config.json"].parent
    record = Record(wanted.hub, wanted.commit, folder, wanted.licence, hashes)
    save_record(record)
    return record


def _endpoint() -> str | None:
    return os.environ.get("HF_ENDPOINT") or None


def _choose(hub: str, siblings: list[Any]) -> list[Remote]:
    """The files to fetch: configuration, tokenizer, and safetensors (one or sharded)."""
    every = {s.rfilename: Remote(s.rfilename, s.size or 0, s.lfs.sha256 if s.lfs else "") for s in siblings}
    if "config.json" not in every:
        raise ModelError(f"{hub} has no config.json: it is not a transformers model.", "Check the name on the hub.")
    side = [file for name, file in every.items() if name in _SIDE_FILES]
    if _WEIGHTS in every:
        return [*side, every[_WEIGHTS]]
    if _INDEX in every:
        shards = [f for name, f in every.items() if name.startswith("model-") and name.endswith(".safetensors")]
        return [*side, every[_INDEX], *shards]
    if _PICKLE in every:
        raise ModelError(
            f"{hub} has its weights as {_PICKLE} only: a pickle, a format that can hold programs and is never opened.",
            "Most such models have an open pull request with safetensors (the Community tab of "
            f"https://huggingface.co/{hub}): look at it, then add --revision refs/pr/NUMBER.",
        )
    raise ModelError(f"{hub} has no weights this program reads.", "Supported: model.safetensors (one file or sharded).")


def _check_space(wanted: Plan) -> None:
    constants = require("huggingface_hub.constants", "hub")
    cache = Path(constants.HF_HUB_CACHE)
    cache.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(cache).free
    if free < wanted.size:
        raise ModelError(
            f"{wanted.hub} needs {wanted.size / 1e6:,.0f} MB and {cache} has {free / 1e6:,.0f} MB free.",
            "Free some space, or point HF_HOME at another disk.",
        )


def _checked(file: Remote, path: Path) -> Stored:
    stored = Stored(path.stat().st_size, sha256(path))
    if (file.sha256 and stored.sha256 != file.sha256) or (file.size and stored.size != file.size):
        path.resolve().unlink(missing_ok=True)
        path.unlink(missing_ok=True)
        raise ModelError(
            f"{file.name} does not have the checksum the hub gives for it; it was removed.",
            "Pull the model again; if it happens twice, the connection changes what it carries.",
        )
    return stored


@contextmanager
def _explained(hub: str, revision: str) -> Iterator[None]:
    """The hub library's errors as this project's, each with the steps to take."""
    errors = require("huggingface_hub.errors", "hub")
    try:
        yield
    except errors.GatedRepoError as error:
        raise ModelError(
            f"{hub} is gated: its owner asks you to accept terms first.",
            f"1. Open https://huggingface.co/{hub} and accept them. 2. Make a read token at "
            "https://huggingface.co/settings/tokens. 3. Run: hf auth login (or set HF_TOKEN). 4. Pull again.",
        ) from error
    except errors.RevisionNotFoundError as error:
        raise ModelError(
            f"{hub} has no revision {revision!r}.",
            "Leave --revision out for the newest, or copy a commit from its page.",
        ) from error
    except errors.RepositoryNotFoundError as error:
        raise ModelError(
            f"The hub has no model {hub} that you may read.",
            "Check the name; if it is private, or HF_TOKEN is set to a token that is wrong or old, run: hf auth login.",
        ) from error
    except (errors.EntryNotFoundError, errors.HfHubHTTPError, errors.OfflineModeIsEnabled) as error:
        raise NetworkError(f"The hub did not give {hub}: {_first_line(error)}", "Try again later.") from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise ModelError(
                f"The disk is full; {hub} was not registered.", "Free some space and pull again: it goes on from here."
            ) from error
        raise NetworkError(f"The connection to the hub failed: {_first_line(error)}", "Pull again to go on.") from error
    except _transport_errors() as error:
        raise NetworkError(f"The connection to the hub failed: {_first_line(error)}", "Pull again to go on.") from error


def _transport_errors() -> tuple[type[BaseException], ...]:
    """The base error of whichever HTTP library huggingface_hub uses (httpx before 2.x, httpx2 since)."""
    http = require("huggingface_hub.errors", "hub").HTTPError
    return tuple(base for base in http.__mro__ if base.__module__.startswith("httpx"))


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
