"""A random replica of every hub architecture this project supports, with the tokenizer type of the real one.

Each builder takes an empty folder and fills it as the hub repository is laid out: config.json as written by the
transformers release of its time, model.safetensors, and the tokenizer's own files.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sentencepiece
import tiny_models
import torch

NLLB_CODES = ["eng_Latn", "vie_Latn", "fra_Latn"]
_SHAPE = {
    "d_model": 32,
    "encoder_layers": 2,
    "decoder_layers": 2,
    "encoder_attention_heads": 4,
    "decoder_attention_heads": 4,
    "encoder_ffn_dim": 64,
    "decoder_ffn_dim": 64,
    "max_position_embeddings": 200,
    "init_std": 0.3,
}


def pieces(folder: Path, name: str, model_type: str = "unigram", size: int = 320, **options: Any) -> Path:
    """A SentencePiece model of ordinary pieces, saved as ``folder/name``."""
    corpus = folder / "corpus.txt"
    corpus.write_text("\n".join(tiny_models.SENTENCES + tiny_models.sentences(300)), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(corpus),
        model_prefix=str(folder / "trained"),
        vocab_size=size,
        model_type=model_type,
        hard_vocab_limit=model_type == "bpe",
        character_coverage=1.0,
        minloglevel=2,
        num_threads=1,
        **options,
    )
    corpus.unlink()
    (folder / "trained.vocab").unlink()
    (folder / "trained.model").rename(folder / name)
    return folder / name


def save(model: Any, folder: Path, **config: Any) -> Path:
    """Save the weights, and put ``config`` over what transformers 5 writes."""
    tiny_models.spread(model)
    model.save_pretrained(folder)
    (folder / "generation_config.json").unlink(missing_ok=True)
    path = folder / "config.json"
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **config}), encoding="utf-8")
    return folder


def tokenizer_config(folder: Path, **values: Any) -> None:
    (folder / "tokenizer_config.json").write_text(json.dumps(values), encoding="utf-8")


def t5(folder: Path) -> Path:
    """ViT5, EnViT5: T5 v1.1, untied, spiece.model with sentinels after it."""
    pieces(folder, "spiece.model", pad_id=0, eos_id=1, unk_id=2, bos_id=-1)
    tokenizer_config(folder, tokenizer_class="T5Tokenizer", extra_ids=100)
    return tiny_models.build_t5(folder, vocab=448, tied=False)


def t5_tied(folder: Path) -> Path:
    """T5 v1.0: tied, scaled output."""
    pieces(folder, "spiece.model", pad_id=0, eos_id=1, unk_id=2, bos_id=-1)
    tokenizer_config(folder, tokenizer_class="T5Tokenizer", extra_ids=100)
    return tiny_models.build_t5(folder, vocab=448, tied=True)


def mt5(folder: Path) -> Path:
    """mT5 as XL-Sum has it: sentinels are ordinary pieces, byte pieces inside."""
    pieces(folder, "spiece.model", size=600, pad_id=0, eos_id=1, unk_id=2, bos_id=-1, byte_fallback=True)
    tokenizer_config(folder, tokenizer_class="T5Tokenizer", extra_ids=0)
    return tiny_models.build_t5(folder, vocab=640, kind="mt5", tied=False)


def crosssum(folder: Path) -> Path:
    """CrossSum: mT5 whose decoder starts with a language token named in the config's langid map."""
    symbols = [f"▁<extra_id_{index}>" for index in range(4)]
    pieces(folder, "spiece.model", pad_id=0, eos_id=1, unk_id=2, bos_id=-1, user_defined_symbols=symbols)
    sp = sentencepiece.SentencePieceProcessor(model_file=str(folder / "spiece.model"))
    table = {lang: [sp.piece_to_id(s), s] for lang, s in zip(("vietnamese", "english"), symbols, strict=False)}
    tokenizer_config(folder, tokenizer_class="T5Tokenizer", extra_ids=0)
    tiny_models.build_t5(folder, vocab=400, kind="mt5", tied=False)
    path = folder / "config.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**config, "task_specific_params": {"langid_map": table}}), encoding="utf-8")
    return folder


def marian(folder: Path) -> Path:
    """OPUS-MT: two SentencePiece models numbered by vocab.json, padding last, decoder from a zero embedding."""
    from transformers import MarianConfig, MarianMTModel

    source = pieces(folder, "source.spm")
    shutil.copyfile(source, folder / "target.spm")
    sp = sentencepiece.SentencePieceProcessor(model_file=str(source))
    names = [sp.id_to_piece(i) for i in range(3, sp.get_piece_size())]
    vocab = {token: index for index, token in enumerate(["</s>", "<unk>", ">>vie<<", *names, "<pad>"])}
    (folder / "vocab.json").write_text(json.dumps(vocab), encoding="utf-8")
    tokenizer_config(folder, tokenizer_class="MarianTokenizer", source_lang="vi", target_lang="en")
    torch.manual_seed(3)
    pad = vocab["<pad>"]
    ids = {"pad_token_id": pad, "eos_token_id": 0, "bos_token_id": 0, "decoder_start_token_id": pad}
    config = MarianConfig(
        vocab_size=len(vocab), **_SHAPE, **ids, forced_eos_token_id=0, activation_function="swish", scale_embedding=True
    )
    model = MarianMTModel(config)
    torch.nn.init.normal_(model.final_logits_bias, std=0.5)
    return save(model, folder)


def nllb(folder: Path) -> Path:
    """NLLB: M2M100 with a BPE vocabulary and language codes after it; text is [code] X </s>."""
    from transformers import AutoTokenizer, M2M100Config, M2M100ForConditionalGeneration

    pieces(folder, "sentencepiece.bpe.model", "bpe", 400)
    tokenizer_config(folder, tokenizer_class="NllbTokenizer", extra_special_tokens=NLLB_CODES)
    AutoTokenizer.from_pretrained(folder).save_pretrained(folder)
    torch.manual_seed(4)
    size = len(AutoTokenizer.from_pretrained(folder))
    ids = {"pad_token_id": 1, "eos_token_id": 2, "bos_token_id": 0, "decoder_start_token_id": 2}
    config = M2M100Config(vocab_size=size + 3, **_SHAPE, **ids, scale_embedding=True)
    return save(M2M100ForConditionalGeneration(config), folder)


def _mbart(folder: Path, tokenizer_class: str, start: int | None) -> Path:
    from transformers import AutoTokenizer, MBartConfig, MBartForConditionalGeneration

    pieces(folder, "sentencepiece.bpe.model")
    tokenizer_config(folder, tokenizer_class=tokenizer_class, src_lang="en_XX")
    tokenizer = AutoTokenizer.from_pretrained(folder)
    tokenizer.save_pretrained(folder)
    torch.manual_seed(5)
    ids = {"pad_token_id": 1, "eos_token_id": 2, "bos_token_id": 0, "decoder_start_token_id": start}
    config = MBartConfig(vocab_size=len(tokenizer), **_SHAPE, **ids, scale_embedding=True, activation_function="gelu")
    return save(MBartForConditionalGeneration(config), folder, tokenizer_class=tokenizer_class)


def mbart50(folder: Path) -> Path:
    """mBART-50: text is [code] X </s>, the decoder starts with </s> [code]."""
    return _mbart(folder, "MBart50Tokenizer", 2)


def mbart25(folder: Path) -> Path:
    """VinAI Translate: text is X </s> [code], the decoder starts with [code]."""
    return _mbart(folder, "MBartTokenizer", None)


def pegasus(folder: Path) -> Path:
    """Pegasus: sinusoidal positions, decoder starts with padding, no layer norm after the embedding."""
    from transformers import AutoTokenizer, PegasusConfig, PegasusForConditionalGeneration

    pieces(folder, "spiece.model", pad_id=0, eos_id=1, unk_id=2, bos_id=-1)
    tokenizer_config(folder, tokenizer_class="PegasusTokenizer", offset=103)
    tokenizer = AutoTokenizer.from_pretrained(folder)
    tokenizer.save_pretrained(folder)
    torch.manual_seed(6)
    ids = {"pad_token_id": 0, "eos_token_id": 1, "decoder_start_token_id": 0}
    config = PegasusConfig(vocab_size=len(tokenizer), **_SHAPE, **ids, scale_embedding=True)
    return save(PegasusForConditionalGeneration(config), folder)


def bart(folder: Path) -> Path:
    """BARTpho-syllable's layout with a plain BART body: byte-level BPE, forced first token <s>."""
    from tokenizers import ByteLevelBPETokenizer
    from transformers import AutoTokenizer, BartConfig, BartForConditionalGeneration

    trained = ByteLevelBPETokenizer()
    trained.train_from_iterator(
        tiny_models.SENTENCES,
        vocab_size=500,
        special_tokens=["<s>", "<pad>", "</s>", "<unk>", "<mask>"],
        show_progress=False,
    )
    trained.save_model(str(folder))
    tokenizer_config(folder, tokenizer_class="BartTokenizer")
    tokenizer = AutoTokenizer.from_pretrained(folder)
    tokenizer.save_pretrained(folder)
    torch.manual_seed(7)
    ids = {"pad_token_id": 1, "eos_token_id": 2, "bos_token_id": 0, "decoder_start_token_id": 2}
    config = BartConfig(vocab_size=len(tokenizer), **_SHAPE, **ids, forced_bos_token_id=0)
    return save(BartForConditionalGeneration(config), folder, forced_bos_token_id=0)


def t5gemma2(folder: Path) -> Path:
    """T5Gemma 2: merged attention, rotary positions, Gemma's BPE with byte fallback."""
    from transformers import AutoTokenizer, T5Gemma2Config, T5Gemma2ForConditionalGeneration

    pieces(folder, "tokenizer.model", "bpe", 640, byte_fallback=True, pad_id=0, eos_id=1, bos_id=2, unk_id=3)
    tokenizer_config(folder, tokenizer_class="GemmaTokenizer", add_bos_token=True, add_eos_token=False)
    tokenizer = AutoTokenizer.from_pretrained(folder)
    tokenizer.save_pretrained(folder)
    torch.manual_seed(8)
    side = {
        "vocab_size": len(tokenizer),
        "hidden_size": 32,
        "intermediate_size": 64,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "head_dim": 8,
        "query_pre_attn_scalar": 16,
        "sliding_window": 128,
        "layer_types": ["sliding_attention", "full_attention"],
        "max_position_embeddings": 256,
        "initializer_range": 0.3,
    }
    vision = {"hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
    config = T5Gemma2Config(
        encoder={"text_config": side, "vision_config": {**vision, "image_size": 28, "patch_size": 14}},
        decoder=side,
        initializer_range=0.3,
    )
    return save(T5Gemma2ForConditionalGeneration(config), folder)


FAMILIES: dict[str, Callable[[Path], Path]] = {
    "T5, untied (ViT5, EnViT5, MADLAD-400)": t5,
    "T5, tied": t5_tied,
    "mT5 (XL-Sum)": mt5,
    "mT5 with a language token (CrossSum)": crosssum,
    "Marian (OPUS-MT)": marian,
    "M2M100 with NLLB's tokenizer": nllb,
    "mBART-50": mbart50,
    "mBART, first layout (VinAI Translate)": mbart25,
    "Pegasus": pegasus,
    "BART": bart,
    "T5Gemma 2": t5gemma2,
}
