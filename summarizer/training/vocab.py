"""The joint Vietnamese-English SentencePiece vocabulary."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import sentencepiece

from summarizer.errors import DataError

TASK_PIECES = ("<2en>", "<2vi>", "<tr>", "<sum>", "<head>")
PAD, EOS, UNK = 0, 1, 2


def train_vocabulary(lines: Iterable[str], size: int, out: Path, *, seed: int) -> Path:
    """Train a unigram model of ``size`` pieces and write it as ``out``.

    Digits are pieces of their own, so that a number never seen is copied digit by digit; bytes stand in for
    characters outside the vocabulary, so that nothing is lost.

    Raises:
        DataError: the text is too little for that many pieces.
    """
    sentencepiece.set_random_generator_seed(seed)
    model = io.BytesIO()
    try:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(lines),
            model_writer=model,
            vocab_size=size,
            model_type="unigram",
            character_coverage=0.9998,
            pad_id=PAD,
            eos_id=EOS,
            unk_id=UNK,
            bos_id=-1,
            byte_fallback=True,
            split_digits=True,
            normalization_rule_name="nfkc",
            input_sentence_size=300_000,
            shuffle_input_sentence=True,
            num_threads=2,
            user_defined_symbols=list(TASK_PIECES),
            minloglevel=2,
        )
    except RuntimeError as error:
        raise DataError(
            f"A vocabulary of {size} pieces cannot be learnt from this text: {error}.",
            "Give more text, or a smaller [shape] vocabulary in the recipe.",
        ) from error
    out.write_bytes(model.getvalue())
    return out
