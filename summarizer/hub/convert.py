"""Downloaded models as CTranslate2 folders: made once, kept by content, usable without torch afterwards."""

from __future__ import annotations

import json
import os
import shutil
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from summarizer.catalog import Entry
from summarizer.errors import ModelError
from summarizer.hub.routes import guess_entry, special_tokens, wire
from summarizer.hub.spec import NO_HALF, build_spec, longest_source, quiet_transformers, read_config
from summarizer.hub.store import converted_path
from summarizer.hub.verify import MANIFEST, sha256
from summarizer.registry import require

KIND = "hub"
_UNUSED = "<unused_row_"
_VOCABULARIES = ("tokenizer.json", "*.model", "source.spm", "vocab.json")
_MARIAN_FILES = ("source.spm", "target.spm", "vocab.json")


def convert(
    folder: Path, hashes: Mapping[str, str], name: str, entry: Entry | None = None, quantization: str = "int8"
) -> Path:
    """Convert a model folder, or find that it has been converted already.

    Two processes that ask at once do the work once: the second waits, then takes the first one's result.

    Args:
        folder: a transformers model with its tokenizer.
        hashes: SHA-256 of its files by name; they name the result.
        name: what summaries made with it say.
        entry: its catalog entry; without one its directions are guessed from its files.
        quantization: "int8", "float32" or another CTranslate2 type.

    Raises:
        ModelError: the architecture is not supported, or the files do not fit together.
        MissingExtraError: torch or transformers is not installed.
    """
    out = converted_path(hashes, entry, quantization)
    if (out / MANIFEST).exists():
        return out
    out.parent.mkdir(parents=True, exist_ok=True)
    locks = require("filelock", "hub")
    with locks.FileLock(out.with_suffix(".lock")):
        if not (out / MANIFEST).exists():
            part = out.with_name(f".{out.name}.{os.getpid()}")
            try:
                _check_space(folder, out.parent)
                _build(folder, part, name, entry, quantization)
                shutil.rmtree(out, ignore_errors=True)
                part.replace(out)
            finally:
                shutil.rmtree(part, ignore_errors=True)
    return out


def _check_space(folder: Path, cache: Path) -> None:
    """A conversion in any type is no larger than float32 weights, and those no more than twice what is there."""
    needed = 2 * sum(path.stat().st_size for path in folder.glob("*.safetensors"))
    free = shutil.disk_usage(cache).free
    if free < needed:
        raise ModelError(
            f"Converting {folder.name} may need {needed / 1e6:,.0f} MB and {cache} has {free / 1e6:,.0f} MB free.",
            "Free some space, or point TOMTAT_CACHE at another disk.",
        )


def _build(folder: Path, out: Path, name: str, entry: Entry | None, quantization: str) -> None:
    config = read_config(folder)
    if config["model_type"] in NO_HALF and "float16" in quantization:
        raise ModelError(
            f"{name} is a T5: its activations overflow in float16.", "Convert it with --quantization int8 or float32."
        )
    tokenizer = load_tokenizer(folder)
    entry = entry or guess_entry(folder, name, tokenizer, config)
    wires = [wire(route, tokenizer, config) for route in entry.routes]
    spec, _ = build_spec(folder)
    tokens = _vocabulary(tokenizer, config)
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    end = tokenizer.convert_ids_to_tokens(_end_id(config))
    spec.config.eos_token = end
    spec.config.bos_token = end
    spec.config.unk_token = tokenizer.unk_token or end
    # Marian's decoder begins with a zero embedding whatever the token; everything else is given its start by a prefix
    spec.config.decoder_start_token = end if config["model_type"] == "marian" else None
    spec.validate()
    spec.optimize(quantization=quantization)
    out.mkdir(parents=True)
    spec.save(str(out))
    _save_tokenizer(tokenizer, folder, out, config["model_type"])
    manifest = {
        "kind": KIND,
        "name": name,
        "family": config["model_type"],
        "end": end,
        "never": _never(tokenizer, tokens, end),
        "max_input": longest_source(config, entry.max_input),
        "max_output": entry.max_output,
        "tones": entry.tones,
        "decoding": dict(entry.generation),
        "wires": [w.as_dict() for w in wires],
        "sizes": {path.name: path.stat().st_size for path in sorted(out.iterdir())},
        "sha256": {path.name: sha256(path) for path in sorted(out.iterdir())},
    }
    (out / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def load_tokenizer(folder: Path) -> Any:
    """The folder's own tokenizer, from its files only.

    Raises:
        ModelError: transformers cannot read it.
    """
    transformers = quiet_transformers()
    if not any(any(folder.glob(pattern)) for pattern in _VOCABULARIES):
        # transformers 5 would make up an empty vocabulary and say nothing
        raise ModelError(f"{folder} holds no tokenizer.", f"It needs one of {', '.join(_VOCABULARIES)}.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # Marian's advice to install a package it does not use
            return transformers.AutoTokenizer.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
    except (OSError, ValueError, KeyError, TypeError, ImportError) as error:
        first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise ModelError(
            f"The tokenizer in {folder} cannot be read: {first}",
            "Its folder needs tokenizer.json, or its SentencePiece file and the protobuf package.",
        ) from error


def _end_id(config: dict[str, Any]) -> int:
    end = config.get("eos_token_id", 1)
    return int(end[0] if isinstance(end, list) else end)


def _vocabulary(tokenizer: Any, config: dict[str, Any]) -> list[str]:
    """Every token by id, as many as the checkpoint has embeddings; unused rows get names of their own.

    Marian's padding token is the last row and is never written: the converter removes it with its weights.
    """
    names = {index: token for token, index in tokenizer.get_vocab().items()}
    size = config.get("vocab_size") or config["decoder"]["vocab_size"]
    tokens = [names.get(index, f"{_UNUSED}{index}>") for index in range(size)]
    if config["model_type"] == "marian" and tokens[-1] == "<pad>":
        tokens.pop()
    if len(set(tokens)) != len(tokens):
        raise ModelError("Two rows of the model's vocabulary have the same token.", "Use it without converting.")
    return tokens


def _never(tokenizer: Any, tokens: list[str], end: str) -> list[str]:
    """Tokens that must not be written: special ones but the end, and embedding rows that have no token."""
    special = set(special_tokens(tokenizer)) - {end}
    return [token for token in tokens if token in special or token.startswith(_UNUSED)]


def _save_tokenizer(tokenizer: Any, folder: Path, out: Path, family: str) -> None:
    if family == "marian":
        for name in _MARIAN_FILES:
            shutil.copyfile(folder / name, out / name)
    else:
        tokenizer.backend_tokenizer.save(str(out / "tokenizer.json"))
