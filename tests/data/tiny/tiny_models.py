"""Random-weight replicas of real architectures, built on the fly in a second: right shapes, no knowledge."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import sentencepiece

TASK_TOKENS = ["<2en>", "<2vi>", "<tr>", "<sum>", "<head>"]
SENTENCES = [
    "Hội nghị khai mạc sáng 25/10/2025 tại Hà Nội với sự tham dự của đại diện 72 quốc gia.",
    "Thứ trưởng cho biết văn kiện gồm 9 chương và 71 điều, mở ký đến hết năm 2026.",
    "Người dân xếp hàng từ sớm ở các trạm y tế phường để tiêm nhắc lại.",
    "Giá gạo xuất khẩu tăng 3,5% so với cùng kỳ, đạt 620 USD một tấn.",
    "Đội tuyển nữ thắng 2-1 nhờ bàn thắng muộn của hậu vệ Nguyễn Thị Thùy Dương.",
    "Trường đại học hoãn kỳ thi vì bão, sinh viên thi lại vào tuần tới.",
    "The conference opened in Hanoi on 25 October with delegates from 72 countries.",
    "The deputy minister said the text has nine chapters and 71 articles.",
    "People queued early at the health stations for a booster shot.",
    "Rice exports rose 3.5 percent from a year earlier to 620 dollars a tonne.",
    "A late goal by the defender gave the women's team a 2-1 win.",
    "The university postponed its exams because of the storm.",
]


def sentences(count: int, seed: int = 0) -> list[str]:
    """Word salads of ``SENTENCES``, 3 to 30 words each, always the same."""
    rng = random.Random(seed)
    words = " ".join(SENTENCES).split()
    return [" ".join(rng.choices(words, k=rng.randint(3, 30))) for _ in range(count)]


def build_pieces(folder: Path, *, pieces: int = 400, task_tokens: list[str] | None = None) -> Path:
    """A SentencePiece unigram model like the shipped one: pad 0, eos 1, unk 2, task tokens, byte fallback."""
    corpus = folder / "corpus.txt"
    corpus.write_text("\n".join(SENTENCES + sentences(300)), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(corpus),
        model_prefix=str(folder / "spiece"),
        vocab_size=pieces,
        model_type="unigram",
        normalization_rule_name="nfkc",
        pad_id=0,
        eos_id=1,
        unk_id=2,
        bos_id=-1,
        byte_fallback=True,
        hard_vocab_limit=False,
        user_defined_symbols=TASK_TOKENS if task_tokens is None else task_tokens,
        minloglevel=2,
        num_threads=1,  # more give another vocabulary now and then
    )
    return folder / "spiece.model"


def spread(model: Any) -> None:
    """Scale weights down until no two neighbours in a row add up to more than the row's largest.

    A processor without VNNI adds two 8-bit products into 16 bits and cuts what does not fit. Trained matrices have a
    few large weights a row and seldom get there; the even ones of a random matrix nearly always do.
    """
    import torch

    with torch.no_grad():
        for matrix in (p for p in model.parameters() if p.ndim == 2 and p.shape[1] % 2 == 0):
            pairs = matrix.abs().view(len(matrix), -1, 2).sum(2, keepdim=True)
            largest = matrix.abs().amax(1)[:, None, None]
            matrix.view(len(matrix), -1, 2).mul_((largest / pairs.clamp(min=1e-9)).clamp(max=1.0))


def build_m2m(folder: Path, vocab: int, *, pad: int = 0, eos: int = 1, start: int = 0, seed: int = 1) -> Path:
    """A two-layer M2M100 saved by ``save_pretrained``."""
    import torch
    from transformers import M2M100Config, M2M100ForConditionalGeneration

    torch.manual_seed(seed)
    config = M2M100Config(
        vocab_size=vocab,
        d_model=32,
        encoder_layers=2,
        decoder_layers=2,
        encoder_attention_heads=4,
        decoder_attention_heads=4,
        encoder_ffn_dim=64,
        decoder_ffn_dim=64,
        max_position_embeddings=256,
        pad_token_id=pad,
        eos_token_id=eos,
        bos_token_id=pad,
        decoder_start_token_id=start,
        init_std=0.4,
    )
    model = M2M100ForConditionalGeneration(config)
    spread(model)
    model.save_pretrained(folder)
    return folder


def build_t5(folder: Path, vocab: int, *, kind: str = "t5", tied: bool = True, seed: int = 2) -> Path:
    """A two-layer T5 (tied, ReLU) or T5 v1.1 / mT5 (untied, gated GELU), with the config.json of transformers 4."""
    import json

    import torch
    from transformers import MT5Config, MT5ForConditionalGeneration, T5Config, T5ForConditionalGeneration

    torch.manual_seed(seed)
    shape = {"vocab_size": vocab, "d_model": 32, "d_kv": 8, "d_ff": 64, "num_layers": 2, "num_heads": 4}
    gate = {"feed_forward_proj": "relu" if tied else "gated-gelu"}
    ids = {"pad_token_id": 0, "eos_token_id": 1, "decoder_start_token_id": 0}
    config_class, model_class = {
        "t5": (T5Config, T5ForConditionalGeneration),
        "mt5": (MT5Config, MT5ForConditionalGeneration),
    }[kind]
    model = model_class(config_class(**shape, **gate, **ids, tie_word_embeddings=tied))
    if not tied:
        model.lm_head.weight = torch.nn.Parameter(torch.randn(vocab, 32) * 0.3)
    spread(model)
    model.save_pretrained(folder)
    path = folder / "config.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    config.pop("scale_decoder_outputs", None)
    config["tie_word_embeddings"] = tied
    path.write_text(json.dumps(config), encoding="utf-8")
    return folder
