"""This project's own models: a training folder as CTranslate2, and its vocabulary as a transformers tokenizer.

Nothing here guesses a tokenizer class: ids come from the SentencePiece file the model was trained with.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import sentencepiece

from summarizer.errors import ModelError
from summarizer.hub.spec import build_spec
from summarizer.hub.verify import MANIFEST, PIECES, VOCABULARY, sha256
from summarizer.registry import require


def export_ct2(hf_folder: Path, spiece: Path, out: Path, quantization: str = "int8") -> Path:
    """Convert a training folder (M2M100 or T5 type) and its SentencePiece model into a CTranslate2 folder.

    Args:
        hf_folder: what ``save_pretrained`` wrote: config.json and model.safetensors.
        spiece: the SentencePiece model whose ids the checkpoint was trained on.
        out: the folder to make; replaced when it exists.
        quantization: a CTranslate2 type, "int8" or "float32".

    Returns:
        ``out``, holding model.bin, config.json, shared_vocabulary.json and spiece.model.

    Raises:
        ModelError: the checkpoint is of another architecture, or its vocabulary is smaller than the pieces.
    """
    spec, config = build_spec(hf_folder)
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(spiece))
    tokens = vocabulary(pieces, config["vocab_size"])
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    spec.config.bos_token = tokens[pieces.pad_id()]
    spec.config.eos_token = tokens[pieces.eos_id()]
    spec.config.unk_token = tokens[pieces.unk_id()]
    spec.config.decoder_start_token = tokens[config["decoder_start_token_id"]]
    spec.validate()
    spec.optimize(quantization=quantization)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    spec.save(str(out))
    shutil.copyfile(spiece, out / PIECES)
    return out


def vocabulary(pieces: Any, size: int) -> list[str]:
    """Every piece by id, padded with unused names to the ``size`` of the embedding.

    Raises:
        ModelError: there are more pieces than embeddings.
    """
    tokens = [pieces.id_to_piece(index) for index in range(pieces.get_piece_size())]
    if len(tokens) > size:
        raise ModelError(
            f"The vocabulary has {len(tokens)} pieces and the model {size} embeddings.",
            "Give the SentencePiece model this checkpoint was trained with.",
        )
    return tokens + [f"<unused_{index}>" for index in range(len(tokens), size)]


def write_manifest(folder: Path, manifest: dict[str, Any]) -> Path:
    """Write tomtat.json: ``manifest`` plus the SHA-256 of every file the model is loaded from."""
    names = ("config.json", "model.bin", VOCABULARY, PIECES)
    text = json.dumps(
        {**manifest, "sha256": {name: sha256(folder / name) for name in names}}, ensure_ascii=False, indent=2
    )
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")
    return folder / MANIFEST


def save_hf_tokenizer(spiece: Path, folder: Path) -> None:
    """Save a fast tokenizer that ``AutoTokenizer`` reads back and that gives the ids of ``spiece``.

    User-defined pieces (the task tokens) become special tokens, white space around them is theirs, unknown characters
    fall back to bytes and ``</s>`` closes every input.

    Raises:
        MissingExtraError: transformers is not installed.
    """
    transformers = require("transformers", "hub")
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(spiece))
    special = {f"{role}_token": pieces.id_to_piece(getattr(pieces, f"{role}_id")()) for role in ("pad", "eos", "unk")}
    tokenizer = transformers.PreTrainedTokenizerFast(
        tokenizer_object=_fast_tokenizer(spiece, pieces), clean_up_tokenization_spaces=False, **special
    )
    tokenizer.save_pretrained(folder)


def _fast_tokenizer(spiece: Path, pieces: Any) -> Any:
    lib = require("tokenizers", "hub")
    proto = require("sentencepiece.sentencepiece_model_pb2", "hub").ModelProto()
    proto.ParseFromString(spiece.read_bytes())
    vocab = [(piece.piece, piece.score) for piece in proto.pieces]
    tokenizer = lib.Tokenizer(
        lib.models.Unigram(vocab, unk_id=pieces.unk_id(), byte_fallback=proto.trainer_spec.byte_fallback)
    )
    tokenizer.normalizer = _normalizer(lib, proto.normalizer_spec)
    tokenizer.pre_tokenizer = lib.pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=True)
    tokenizer.decoder = lib.decoders.Sequence(
        [
            lib.decoders.Replace("▁", " "),
            lib.decoders.ByteFallback(),
            lib.decoders.Fuse(),
            lib.decoders.Strip(" ", 1, 0),
        ]
    )
    eos = pieces.id_to_piece(pieces.eos_id())
    tokenizer.post_processor = lib.processors.TemplateProcessing(
        single=f"$A {eos}", pair=f"$A {eos} $B {eos}", special_tokens=[(eos, pieces.eos_id())]
    )
    user_defined = proto.SentencePiece.USER_DEFINED
    names = [piece.piece for piece in proto.pieces if piece.type == user_defined]
    tokenizer.add_special_tokens([lib.AddedToken(name, lstrip=True, rstrip=True, normalized=False) for name in names])
    return tokenizer


def _normalizer(lib: Any, spec: Any) -> Any:
    """The steps of SentencePiece: its own character map, then white space collapsed and trimmed."""
    steps = [lib.normalizers.NFC()]
    if spec.precompiled_charsmap:
        steps.append(lib.normalizers.Precompiled(spec.precompiled_charsmap))
    if spec.remove_extra_whitespaces:
        steps += [
            lib.normalizers.Replace(lib.Regex("^ +| +$"), ""),
            lib.normalizers.Replace(lib.Regex(" {2,}"), " "),
        ]
    return lib.normalizers.Sequence(steps)
