"""The network: a pre-norm encoder-decoder with sinusoidal positions and one tied embedding (M2M-100's architecture).

It loads with transformers and converts to CTranslate2; positions shared by both sides let cross-attention find the
diagonal within a few hundred steps, where T5's relative positions needed thousands (docs/training.md).
"""

from __future__ import annotations

from typing import Any

import torch
from transformers import M2M100Config, M2M100ForConditionalGeneration

from summarizer.training.dropout import add_dropout
from summarizer.training.recipe import Recipe
from summarizer.training.vocab import EOS, PAD


def build_model(recipe: Recipe) -> Any:
    """A freshly initialised model of the recipe's shape, float32."""
    shape = recipe.shape
    torch.manual_seed(recipe.seed)
    config = M2M100Config(
        vocab_size=-(-shape.vocabulary // 8) * 8,
        d_model=shape.width,
        encoder_layers=shape.encoder_layers,
        decoder_layers=shape.decoder_layers,
        encoder_attention_heads=shape.width // 64,
        decoder_attention_heads=shape.width // 64,
        encoder_ffn_dim=4 * shape.width,
        decoder_ffn_dim=4 * shape.width,
        encoder_layerdrop=0.0,
        decoder_layerdrop=0.0,
        dropout=0.0,  # of our own, below
        attention_dropout=0.0,
        activation_dropout=0.0,
        init_std=shape.width**-0.5,
        max_position_embeddings=1024,
        scale_embedding=True,
        pad_token_id=PAD,
        bos_token_id=PAD,
        eos_token_id=EOS,
        decoder_start_token_id=PAD,
        forced_bos_token_id=None,
    )
    model = M2M100ForConditionalGeneration(config)
    add_dropout(model, recipe.optimizer.dropout)
    return model
