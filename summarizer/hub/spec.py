"""A transformers checkpoint as a CTranslate2 specification, with what the stock loaders get wrong put right.

Two things are decided from the checkpoint itself:

* **T5 output scaling.** transformers 5 reports ``tie_word_embeddings=True`` for the whole T5 family, and the stock
  loader reads that flag as "scale the decoder output by d_model^-0.5". An untied checkpoint then keeps its greedy
  tokens but has every probability flattened. The flag in the checkpoint's own config.json decides here.
* **M2M100 positions.** The stock loader takes the sinusoid table from row 2, which is right for ``pad_token_id`` 1
  only. The first real token stands at row ``pad_token_id + 1``; a decoder that starts with the padding token stands
  one row earlier during training, on a row of zeros.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from summarizer.errors import ModelError
from summarizer.registry import require

FAMILIES: dict[str, str] = {
    "t5": "T5",
    "mt5": "mT5",
    "marian": "Marian",
    "m2m_100": "M2M100, NLLB",
    "bart": "BART",
    "mbart": "mBART",
    "pegasus": "Pegasus",
    "t5gemma2": "T5Gemma 2",
}
# what transformers' own code does; older config.json files said so too, newer ones leave it out and the loader asks
_LAYER_NORMS = {
    "bart": {"normalize_before": False, "normalize_embedding": True},
    "mbart": {"normalize_before": True, "normalize_embedding": True},
    "pegasus": {"normalize_before": True, "normalize_embedding": False},
}
NO_HALF = frozenset({"t5", "mt5"})  # activations overflow in float16 and come out as NaN
_SCALED_WHEN_UNSAID = {"t5": True, "mt5": False}  # the defaults under which their config.json files were written


def read_config(folder: Path) -> dict[str, Any]:
    """The checkpoint's own config.json, as written.

    Raises:
        ModelError: there is none, it is not JSON, or its architecture is not one of ``FAMILIES``.
    """
    try:
        config: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ModelError(f"{folder} holds no config.json.", "Give the folder of a transformers model.") from error
    except ValueError as error:
        raise ModelError(f"{folder / 'config.json'} is not valid JSON.", "Download the model again.") from error
    family = config.get("model_type", "")
    if family not in FAMILIES:
        raise ModelError(
            f"{folder} holds a model of type {family!r}, which is not supported.",
            f"Supported: {', '.join(FAMILIES.values())}.",
        )
    return config


def scales_output(config: dict[str, Any]) -> bool:
    """Whether a T5-type checkpoint multiplies its decoder output by d_model^-0.5 before the output projection.

    ``scale_decoder_outputs`` is what transformers 5 writes when it saves such a model again, ``tie_word_embeddings``
    what every earlier release wrote.
    """
    unsaid = _SCALED_WHEN_UNSAID.get(config["model_type"], False)
    if config["model_type"] == "mt5":
        return bool(config.get("scale_decoder_outputs", unsaid))
    return bool(config.get("scale_decoder_outputs", config.get("tie_word_embeddings", unsaid)))


def longest_source(config: dict[str, Any], wanted: int) -> int:
    """How many source tokens a converted model may be given.

    CTranslate2 4.8 runs T5Gemma 2 without its encoder's two-sided sliding window; up to half a window the two agree.
    """
    text = config.get("encoder", {}).get("text_config", {}) if config["model_type"] == "t5gemma2" else {}
    window = text.get("sliding_window")
    return min(wanted, window // 2) if window else wanted


def quiet_transformers() -> Any:
    """The transformers module, its progress bars and advice switched off: what is wrong is raised."""
    transformers = require("transformers", "hub")
    transformers.utils.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
    return transformers


def load_model(folder: Path) -> Any:
    """The checkpoint in float32 on the CPU, from safetensors only."""
    transformers = quiet_transformers()
    torch = require("torch", "hub")
    model = transformers.AutoModelForSeq2SeqLM.from_pretrained(
        folder, dtype=torch.float32, use_safetensors=True, trust_remote_code=False, local_files_only=True
    )
    return model.eval()


def build_spec(folder: Path) -> tuple[Any, dict[str, Any]]:
    """The CTranslate2 specification of a checkpoint, without vocabulary, and the checkpoint's config.

    Raises:
        ModelError: the folder holds no supported model.
        MissingExtraError: torch or transformers is not installed.
    """
    config = read_config(folder)
    torch = require("torch", "hub")
    loaders = require("ctranslate2.converters.transformers", "hub")
    model = load_model(folder)
    for key, value in _LAYER_NORMS.get(config["model_type"], {}).items():
        setattr(model.config, key, value)
    loader = loaders._MODEL_LOADERS.get(type(model.config).__name__)
    if loader is None:
        raise ModelError(f"CTranslate2 cannot convert {folder} ({config['model_type']}).", "Use it with --backend hf.")
    with torch.no_grad():
        spec = loader.get_model_spec(model)
        _correct(spec, model, config)
    return spec, config


def _correct(spec: Any, model: Any, config: dict[str, Any]) -> None:
    family = config["model_type"]
    if family in ("t5", "mt5"):
        optional = require("ctranslate2.specs.model_spec", "hub").OPTIONAL
        width = float(model.config.d_model)
        spec.decoder.scale_outputs = width**-0.5 if scales_output(config) else optional
    if family == "t5gemma2":
        for side, own in ((spec.encoder, model.config.encoder.text_config), (spec.decoder, model.config.decoder)):
            for layer in side.layer:
                layer.self_attention.queries_scale = float(own.query_pre_attn_scalar) ** -0.5
    if family == "m2m_100":
        pad = model.config.pad_token_id
        starts_with_pad = model.config.decoder_start_token_id == pad
        spec.encoder.position_encodings.encodings = model.model.encoder.embed_positions.weights[pad + 1 :]
        spec.decoder.position_encodings.encodings = model.model.decoder.embed_positions.weights[
            pad if starts_with_pad else pad + 1 :
        ]
