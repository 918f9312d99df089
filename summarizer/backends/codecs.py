"""Text to a hub model's tokens and back, without torch or transformers."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

import sentencepiece

from summarizer.registry import require


class Codec(Protocol):
    """One model's tokenizer."""

    def plain(self, text: str) -> str:
        """``text`` as it may be encoded: NFC, single spaces, nothing in it that reads as a special token."""
        ...

    def encode(self, text: str) -> list[str]:
        """Tokens of ``text``, no special ones."""
        ...

    def decode(self, tokens: Sequence[str]) -> str:
        """Text of ``tokens``, special ones left out."""
        ...


class FastCodec:
    """A tokenizer.json, read by the tokenizers library."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = require("tokenizers", "hub").Tokenizer.from_file(str(path))
        added = self._tokenizer.get_added_tokens_decoder().values()
        self._defuse = defuser([token.content for token in added if token.special])

    def encode(self, text: str) -> list[str]:
        """Tokens of ``text``, no special ones."""
        ids = self._tokenizer.encode(text, add_special_tokens=False).ids
        return [self._tokenizer.id_to_token(index) for index in ids]  # its own .tokens keep white space they swallowed

    def decode(self, tokens: Sequence[str]) -> str:
        """Text of ``tokens``, special ones left out."""
        ids = [self._tokenizer.token_to_id(token) for token in tokens]
        return str(self._tokenizer.decode([i for i in ids if i is not None], skip_special_tokens=True))

    def plain(self, text: str) -> str:
        """``text`` as it may be encoded: nothing in it can be taken for a special token."""
        return self._defuse(text)


class MarianCodec:
    """Marian's two SentencePiece models, whose pieces are numbered by vocab.json."""

    def __init__(self, folder: Path) -> None:
        self._source = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))
        self._target = sentencepiece.SentencePieceProcessor(model_file=str(folder / "target.spm"))
        known: dict[str, Any] = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))
        self._defuse = defuser([token for token in known if re.fullmatch(r">>.+<<|</?\w+>", token)])

    def encode(self, text: str) -> list[str]:
        """Tokens of ``text``, no special ones."""
        tokens: list[str] = self._source.encode(text, out_type=str)
        return tokens

    def decode(self, tokens: Sequence[str]) -> str:
        """Text of ``tokens``, special ones left out."""
        return str(self._target.decode(list(tokens))).replace("▁", " ").strip()

    def plain(self, text: str) -> str:
        """``text`` as it may be encoded: nothing in it can be taken for a special token."""
        return self._defuse(text)


def defuser(special: Sequence[str]) -> Callable[[str], str]:
    """A function that puts text in NFC with single spaces and breaks literal special tokens in it with a space."""
    pattern = re.compile("|".join(re.escape(token) for token in sorted(special, key=len, reverse=True)) or r"(?!)")

    def plain(text: str) -> str:
        text = " ".join(unicodedata.normalize("NFC", text).split())
        return pattern.sub(lambda match: f"{match[0][0]} {match[0][1:]}", text)

    return plain
