"""The training loop: bf16 where the machine has it, length buckets, a budget of minutes or steps, exact resume."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from summarizer.training.batching import example_weights, pad, plan_pass
from summarizer.training.muon import FloatMuon
from summarizer.training.recipe import Recipe
from summarizer.training.state import Progress, load_checkpoint, save_checkpoint
from summarizer.training.tokens import TokenSet

LOG = "log.jsonl"
LOG_EVERY = 25  # steps
SAVE_EVERY_SECONDS = 300.0
Evaluate = Callable[[Any], dict[str, float]]


@dataclass(frozen=True, slots=True)
class Job:
    """What a run needs besides the recipe."""

    tokens: TokenSet
    folder: Path  # checkpoints and log.jsonl
    device: str = "cpu"
    evaluate: Evaluate | None = None
    evaluate_every: float = 900.0  # seconds of training
    resume: bool = False


def fast_type(device: str) -> torch.dtype:
    """bfloat16 where the hardware multiplies it; float32 elsewhere, where emulating bfloat16 takes 50 times as long."""
    native = device != "cpu" or torch.ops.mkldnn._is_mkldnn_bf16_supported()
    return torch.bfloat16 if native else torch.float32


def make_optimizers(model: Any, recipe: Recipe, device: str = "cpu") -> list[Any]:
    """Muon for the matrices of the layers, AdamW for everything else (embeddings, norms, biases)."""
    embedding = model.get_input_embeddings().weight
    matrices = [p for p in model.parameters() if p.ndim == 2 and p is not embedding]
    others = [p for p in model.parameters() if p.ndim != 2]
    rates = recipe.optimizer
    kind = FloatMuon if fast_type(device) == torch.float32 else torch.optim.Muon
    muon = kind(matrices, lr=rates.matrix_rate, weight_decay=0.01, momentum=0.95, adjust_lr_fn="match_rms_adamw")
    adam = torch.optim.AdamW([embedding, *others], lr=rates.embedding_rate, betas=(0.9, 0.98), weight_decay=0.0)
    for optimizer in (muon, adam):
        for group in optimizer.param_groups:
            group["peak"] = group["lr"]
    return [muon, adam]


def rate_factor(step: int, done: float, warmup: int, decay_from: float) -> float:
    """Share of the peak rate: linear warm-up, constant, then linear to zero at ``done`` = 1."""
    decay = 1.0 if done < decay_from else max(0.0, (1 - done) / (1 - decay_from))
    return min(1.0, (step + 1) / warmup) * decay


def batch_loss(model: Any, tokens: TokenSet, rows: Any, device: str, smoothing: float) -> tuple[Any, int]:
    """Mean cross-entropy a target token over the batch, and the number of target tokens."""
    source = torch.from_numpy(pad(tokens.source, tokens.source_offsets, rows)).to(device)
    target = torch.from_numpy(pad(tokens.target, tokens.target_offsets, rows)).to(device)
    shifted = torch.cat([torch.zeros_like(target[:, :1]), target[:, :-1]], 1)
    kind = fast_type(device)
    with torch.autocast(device, dtype=kind, enabled=kind != torch.float32):
        hidden = model.model(
            input_ids=source, attention_mask=(source != 0).long(), decoder_input_ids=shifted, use_cache=False
        ).last_hidden_state
        real = target != 0  # logits only where there is something to predict: they are a third of the cost
        logits = functional.linear(hidden[real], model.get_input_embeddings().weight)
    loss = functional.cross_entropy(logits.float(), target[real], label_smoothing=smoothing)
    return loss, int(real.sum())


def _batches(job: Job, recipe: Recipe, progress: Progress) -> Iterator[Any]:
    """Batches of the current stage from where ``progress`` stands, for ever; moves its counters."""
    weights = example_weights(job.tokens, recipe.stages[progress.stage].mix, recipe.weights)
    while True:
        seed = int(np.random.SeedSequence([recipe.seed, progress.stage, progress.passes]).generate_state(1)[0])
        plan = plan_pass(job.tokens, weights, recipe.optimizer.batch_tokens, seed)
        while progress.batch < len(plan):
            progress.batch += 1
            yield plan[progress.batch - 1]
        progress.passes, progress.batch = progress.passes + 1, 0


def _stage_done(recipe: Recipe, progress: Progress) -> float:
    stage = recipe.stages[progress.stage]
    return progress.stage_step / stage.steps if stage.steps else progress.stage_seconds / (stage.minutes * 60)


def run_done(recipe: Recipe, progress: Progress) -> float:
    """Share of the whole budget that is used; minutes and steps count by stage shares."""
    sizes = [stage.minutes or float(stage.steps) for stage in recipe.stages]
    if len({bool(stage.minutes) for stage in recipe.stages}) > 1:
        sizes = [1.0] * len(sizes)
    before = sum(sizes[: progress.stage])
    here = sizes[progress.stage] * min(1.0, _stage_done(recipe, progress)) if progress.stage < len(sizes) else 0.0
    return (before + here) / sum(sizes)


def _log(folder: Path, record: dict[str, Any]) -> None:
    with (folder / LOG).open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(record) + "\n")


class _Meter:
    """Means between two log lines."""

    def __init__(self) -> None:
        self.loss = self.tokens = self.seconds = 0.0
        self.steps = 0

    def add(self, loss: float, tokens: int, seconds: float) -> None:
        self.loss += loss
        self.tokens += tokens
        self.seconds += seconds
        self.steps += 1

    def record(self) -> dict[str, float]:
        return {"loss": round(self.loss / self.steps, 4), "tokens_per_second": round(self.tokens / self.seconds)}


def train(model: Any, recipe: Recipe, job: Job) -> Progress:
    """Run (or resume) every stage of the recipe and leave the last checkpoint in ``job.folder``."""
    job.folder.mkdir(parents=True, exist_ok=True)
    (job.folder / LOG).touch()
    model.to(job.device).train()
    optimizers = make_optimizers(model, recipe, job.device)
    progress = load_checkpoint(job.folder, model, optimizers) if job.resume else Progress()
    while progress.stage < len(recipe.stages):
        _run_stage(model, recipe, job, optimizers, progress)
        progress.stage += 1
        progress.stage_step = progress.passes = progress.batch = 0
        progress.stage_seconds = 0.0
    save_checkpoint(job.folder, model, optimizers, progress)
    return progress


def _run_stage(model: Any, recipe: Recipe, job: Job, optimizers: list[Any], progress: Progress) -> None:
    meter, saved, evaluated = _Meter(), progress.seconds, progress.seconds
    for rows in _batches(job, recipe, progress):
        begin = time.monotonic()
        factor = rate_factor(
            progress.step, run_done(recipe, progress), recipe.optimizer.warmup_steps, recipe.optimizer.decay_from
        )
        torch.manual_seed(recipe.seed + progress.step)  # of dropout: a resumed run drops what the whole one drops
        loss, tokens = _step(model, recipe, job, optimizers, (rows, factor))
        seconds = time.monotonic() - begin
        meter.add(loss, tokens, seconds)
        progress.step, progress.stage_step = progress.step + 1, progress.stage_step + 1
        progress.seconds, progress.stage_seconds = progress.seconds + seconds, progress.stage_seconds + seconds
        progress.target_tokens += tokens
        if progress.step % LOG_EVERY == 0:
            where = {"step": progress.step, "stage": recipe.stages[progress.stage].name}
            _log(job.folder, {**where, "minutes": round(progress.seconds / 60, 2), **meter.record()})
            meter = _Meter()
        if progress.seconds - saved > SAVE_EVERY_SECONDS:
            save_checkpoint(job.folder, model, optimizers, progress)
            saved = progress.seconds
        if job.evaluate and progress.seconds - evaluated > job.evaluate_every:
            _log(job.folder, {"step": progress.step, "minutes": round(progress.seconds / 60, 2), **job.evaluate(model)})
            evaluated = progress.seconds
        if _stage_done(recipe, progress) >= 1:
            return


def _step(model: Any, recipe: Recipe, job: Job, optimizers: list[Any], batch: tuple[Any, float]) -> tuple[float, int]:
    rows, factor = batch
    for optimizer in optimizers:
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * factor
    loss, tokens = batch_loss(model, job.tokens, rows, job.device, recipe.optimizer.label_smoothing)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    for optimizer in optimizers:
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
    return float(loss.detach()), tokens
