"""A whole run: data folder → vocabulary → tokens → start → training, every intermediate kept for a resume."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import sentencepiece
import torch
from numpy.typing import NDArray
from sentencepiece import SentencePieceProcessor

from summarizer.assets import asset
from summarizer.backends.ct2 import Ct2Backend
from summarizer.errors import DataError
from summarizer.hub.verify import sha256
from summarizer.training import tokens as token_files
from summarizer.training.augment import augmented
from summarizer.training.dev import read_pairs, translation_probe
from summarizer.training.loop import Job, train
from summarizer.training.model import build_model
from summarizer.training.monolingual import (
    back_translation_examples,
    damaged_examples,
    write_back_translations,
)
from summarizer.training.prepare import selected
from summarizer.training.recipe import Limits, Recipe
from summarizer.training.sources import (
    Example,
    article_examples,
    lexicon_examples,
    read_articles,
    summary_examples,
    translation_examples,
)
from summarizer.training.start import (
    crosslingual_embeddings,
    identity_cross_attention,
    set_embeddings,
    silence_new_layers,
)
from summarizer.training.state import Progress, load_weights, trained_weights
from summarizer.training.switching import phrase_table, switched
from summarizer.training.tokens import TokenSet
from summarizer.training.vocab import train_vocabulary

PIECES = "spiece.model"
TOKENS = "tokens.npz"
START = "start.npy"
BACK_TRANSLATED = "backtranslated.tsv"
TRANSLATOR = "translator.json"  # which model wrote its Vietnamese
CHECKPOINTS = "checkpoints"
PARENT = "parent.json"  # what a run that goes on from a finished model started from
START_WEIGHTS = "start.safetensors"  # its weights
HF = "hf"
WEIGHTS = "model.safetensors"
PROBE_SENTENCES = 100


def examples(data: Path, recipe: Recipe, folder: Path) -> Iterator[Example]:
    """All examples of the kinds some stage of the recipe uses; ``folder`` holds what the run itself wrote of them."""
    kinds = {kind for stage in recipe.stages for kind, times in stage.mix.items() if times > 0}
    if any(kind.startswith("translate") for kind in kinds):
        pairs = (e for e in translation_examples(data) if e.kind in kinds)
        changed = augmented(pairs, recipe.data.augmented, recipe.seed)
        phrases = phrase_table(lexicon_examples(data)) if recipe.data.switched else {}
        yield from switched(changed, phrases, recipe.data.switched, recipe.seed)
    if recipe.data.backtranslated:
        yield from back_translation_examples(folder / BACK_TRANSLATED)
    if recipe.data.damaged:
        yield from damaged_examples(data, recipe.data.damaged, recipe.seed)
    if any(not kind.startswith("translate") for kind in kinds):
        yield from (e for e in summary_examples(data, every=recipe.data.article_every) if e.kind in kinds)


def vocabulary_lines(data: Path, seed: int) -> list[str]:
    """Text for the vocabulary: both sides of the pairs, the domain twice, a twentieth of the word list."""
    rng = random.Random(seed)
    lines: list[str] = []
    for example in translation_examples(data):
        if example.kind != "translate.vi.en" or (example.origin == "lexicon" and rng.random() > 0.05):
            continue
        lines += [example.source, example.target] * (2 if example.origin.startswith("own") else 1)
    rng.shuffle(lines)
    return lines


def prepare(
    recipe: Recipe, data: Path, folder: Path, start: Path | None = None
) -> tuple[SentencePieceProcessor, TokenSet]:
    """Vocabulary and tokens of a run, made once and read from ``folder`` afterwards.

    ``start`` is the model folder the run goes on from: its vocabulary is taken over, and it translates back what the
    recipe wants translated back (without it the shipped model does).
    """
    folder.mkdir(parents=True, exist_ok=True)
    if start:
        adopt(start, folder)
    if recipe.data.backtranslated and not (folder / BACK_TRANSLATED).exists():
        _translate_back(recipe, data, folder, start or asset("models/tomtat"))
    model, packed = folder / PIECES, folder / TOKENS
    if not model.exists():
        train_vocabulary(vocabulary_lines(data, recipe.seed), recipe.shape.vocabulary, model, seed=recipe.seed)
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(model))
    if not packed.exists():
        token_files.save(_encode(examples(data, recipe, folder), pieces, recipe.data), packed)
    return pieces, token_files.load(packed)


def _encode(rows: Iterator[Example], pieces: SentencePieceProcessor, limits: Limits) -> TokenSet:
    chosen = selected(rows, lambda text: len(pieces.encode(text)), limits.selector_tokens)
    return token_files.encode(chosen, pieces, limits)


def train_recipe(
    recipe: Recipe, data: Path, folder: Path, *, start: Path | None = None, device: str = "cpu", resume: bool = False
) -> Progress:
    """Train as the recipe says; checkpoints and log.jsonl go to ``folder/checkpoints``.

    Args:
        recipe: what to train, and on what.
        data: a data folder as docs/training.md describes it.
        folder: where everything the run makes is kept.
        start: a model folder whose weights and vocabulary the run goes on from, instead of ``recipe.start``.
        device: "cpu" or "cuda".
        resume: go on from the last checkpoint in ``folder``.

    Raises:
        DataError: the data folder lacks a file or has a bad row, or there is nothing to resume.
    """
    pieces, tokens = prepare(recipe, data, folder, None if resume else start)
    model = build_model(recipe)
    if start and not resume:
        load_hf_weights(model, start / HF)
    elif not resume:
        _begin(model, recipe, tokens, folder)
    probe = _probe(pieces, data, device)
    return train(model, recipe, Job(tokens, folder / CHECKPOINTS, device, probe, resume=resume))


def _translate_back(recipe: Recipe, data: Path, folder: Path, translator: Path) -> None:
    threads = torch.get_num_threads()
    backend = Ct2Backend(translator)
    write_back_translations(backend, data, recipe.data.backtranslated, recipe.seed, folder / BACK_TRANSLATED)
    (folder / TRANSLATOR).write_text(json.dumps({"translated_by": backend.name}), encoding="utf-8")
    torch.set_num_threads(threads)  # the engine leaves the process with as many as it was told to take for a sentence


def adopt(start: Path, folder: Path) -> None:
    """Take over vocabulary and weights of the model folder ``start``, and note in ``folder`` what it goes on from."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(start / HF / PIECES, folder / PIECES)
    shutil.copy(start / HF / WEIGHTS, folder / START_WEIGHTS)
    record = json.loads((start / "provenance.json").read_text(encoding="utf-8"))
    kept = {key: record[key] for key in ("model", "version", "code", "training", "started_from") if key in record}
    parent = {**kept, "weights_sha256": sha256(start / HF / WEIGHTS)}
    (folder / PARENT).write_text(json.dumps(parent, indent=1), encoding="utf-8")


def load_hf_weights(model: Any, hf_folder: Path) -> None:
    """Copy the weights of a Hugging Face folder that this project wrote into ``model``, which may have more layers.

    Raises:
        DataError: the folder's model is not of this width and vocabulary, or has layers that ``model`` lacks.
    """
    from safetensors.torch import load_file

    known = {k: v.float() for k, v in load_file(hf_folder / WEIGHTS).items()}
    own = trained_weights(model)
    if unlike := sorted(k for k, v in known.items() if k not in own or own[k].shape != v.shape):
        raise DataError(
            f"{hf_folder} does not fit the recipe's [shape]: {unlike[0]} differs.",
            "A run goes on from a model of the same width and vocabulary, with as many layers or fewer.",
        )
    silence_new_layers(model, known)
    load_weights(model, {**own, **known})


def _begin(model: Any, recipe: Recipe, tokens: TokenSet, folder: Path) -> None:
    if recipe.start.embeddings:
        set_embeddings(model, _start(recipe, tokens, folder / START))
    if recipe.start.cross_attention:
        identity_cross_attention(model)


def _start(recipe: Recipe, tokens: TokenSet, path: Path) -> NDArray[np.float32]:
    """The starting embeddings, kept: eigenvectors differ in the last bits from one computation to the next."""
    if not path.exists():
        np.save(path, crosslingual_embeddings(tokens, recipe.shape.vocabulary, recipe.shape.width, recipe.seed))
    points: NDArray[np.float32] = np.load(path, allow_pickle=False)
    return points


def _probe(pieces: SentencePieceProcessor, data: Path, device: str) -> Any:
    found = sorted(data.glob("dev/flores*.tsv*"))
    return translation_probe(pieces, read_pairs(found[0])[:PROBE_SENTENCES], device) if found else None


def finetune(recipe: Recipe, articles: Path, hf_folder: Path, folder: Path, *, device: str = "cpu") -> Progress:
    """Go on training a finished model on (article, summary) rows of a JSONL file.

    Args:
        recipe: its stages' mix may name ``summarize.vi.vi`` and ``headline.vi.vi``.
        articles: one JSON object a line with ``article``, ``summary`` and, if there is one, ``title``.
        hf_folder: the model to start from, as ``tomtat train`` writes it (weights and spiece.model).
        folder: where checkpoints go.
        device: "cpu" or "cuda".

    Raises:
        DataError: a row is bad, or none is usable.
    """
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(hf_folder / PIECES))
    rows = (example for row in read_articles(articles) for example in article_examples(row))
    tokens = _encode(rows, pieces, recipe.data)
    if not len(tokens):
        raise DataError(
            f"No row of {articles} is usable.",
            "A summary must be supported by its article and fit the recipe's [data] limits.",
        )
    model = build_model(recipe)
    load_hf_weights(model, hf_folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / PIECES).write_bytes((hf_folder / PIECES).read_bytes())
    return train(model, recipe, Job(tokens, folder / CHECKPOINTS, device))
