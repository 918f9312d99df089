"""Models to time: the shipped one, and well-known shapes with random weights (right cost, no knowledge)."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

import ctranslate2
import torch
import transformers

from summarizer.hub.spec import build_spec


@dataclass(frozen=True)
class Shape:
    """An encoder-decoder's sizes; ``gates`` is the number of matrices that read a feed-forward layer's input."""

    family: str
    vocabulary: int
    width: int
    inner: int
    feed_forward: int
    encoder_layers: int
    decoder_layers: int
    heads: int
    gates: int

    def operations(self, source: int, target: int, beams: int) -> float:
        """Multiplications and additions one text needs, ``beams`` hypotheses of ``target`` tokens kept all the way."""
        forward = (self.gates + 1) * self.width * self.feed_forward
        attention = 4 * self.width * self.inner
        encoder = source * (2 * (attention + forward) + 4 * source * self.inner) * self.encoder_layers
        memory = source * 2 * 2 * self.width * self.inner * self.decoder_layers
        step = 2 * (attention + attention / 2 + forward) + 4 * (source + target / 2) * self.inner
        decoder = beams * target * (step * self.decoder_layers + 2 * self.width * self.vocabulary)
        return encoder + memory + decoder


_INT8 = ("onednn", "fbgemm")
SHAPES = {
    "mT5-base": Shape("mt5", 250_112, 768, 768, 2048, 12, 12, 12, gates=2),
    "ViT5-base": Shape("t5", 36_096, 768, 768, 3072, 12, 12, 12, gates=1),
    "tiny": Shape("t5", 500, 64, 64, 128, 2, 2, 4, gates=1),
}


def build(name: str, folder: Path) -> Path:
    """``folder``/NAME with ``hf`` (float32) and ``ct2`` (int8) inside; made once."""
    home = folder / name
    if (home / "shape.json").exists():
        return home
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    shape = SHAPES[name]
    config = {"t5": transformers.T5Config, "mt5": transformers.MT5Config}[shape.family](
        vocab_size=shape.vocabulary,
        d_model=shape.width,
        d_kv=shape.inner // shape.heads,
        d_ff=shape.feed_forward,
        num_layers=shape.encoder_layers,
        num_decoder_layers=shape.decoder_layers,
        num_heads=shape.heads,
        feed_forward_proj="relu" if shape.gates == 1 else "gated-gelu",
        decoder_start_token_id=0,
    )
    torch.manual_seed(0)
    model = {"t5": transformers.T5ForConditionalGeneration, "mt5": transformers.MT5ForConditionalGeneration}[
        shape.family
    ](config)
    model.save_pretrained(home / "hf")
    _convert(home, shape)
    (home / "shape.json").write_text(json.dumps(asdict(shape)), encoding="utf-8")  # last: the folder is complete
    return home


def _convert(home: Path, shape: Shape) -> None:
    spec, _ = build_spec(home / "hf")
    tokens = ["<pad>", "</s>", "<unk>", *(f"t{n}" for n in range(3, shape.vocabulary))]
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    spec.config.bos_token = spec.config.decoder_start_token = "<pad>"
    spec.config.eos_token, spec.config.unk_token = "</s>", "<unk>"
    spec.validate()
    spec.optimize(quantization="int8")
    (home / "ct2").mkdir()
    spec.save(str(home / "ct2"))
    ctranslate2.Translator(str(home / "ct2"))  # it loads


def careful_type() -> str:
    """What a careful script computes in: "bf16" where the processor has it, else "float32".

    A processor without it emulates it, about fifty times slower.
    """
    return "bf16" if torch.ops.mkldnn._is_mkldnn_bf16_supported() else "float32"


def int8_peak(seconds: float = 2.0) -> float:
    """Operations a second of an int8 matrix product on all threads of torch, the best of many and of its libraries."""
    return max(_int8_rate(name, seconds) for name in _INT8 if name in torch.backends.quantized.supported_engines)


def _int8_rate(library: str, seconds: float) -> float:
    import time

    torch.backends.quantized.engine = library
    rows, width, out = 1024, 768, 3072
    weight = torch.quantize_per_tensor(torch.randn(out, width), 0.05, 0, torch.qint8)
    packed = torch.ops.quantized.linear_prepack(weight, None)
    given = torch.quantize_per_tensor(torch.randn(rows, width), 0.05, 64, torch.quint8)
    best, end = 0.0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        torch.ops.quantized.linear(given, packed, 0.1, 64)
        best = max(best, 2 * rows * width * out / (time.perf_counter() - start))
    return best
