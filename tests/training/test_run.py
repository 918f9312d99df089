import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from summarizer.backends.base import Request
from summarizer.backends.ct2 import Ct2Backend
from summarizer.errors import DataError
from summarizer.training.augment import ORIGIN
from summarizer.training.export import Run, export, final_weights
from summarizer.training.loop import rate_factor
from summarizer.training.model import build_model
from summarizer.training.recipe import Recipe, Stage
from summarizer.training.run import (
    HF,
    PIECES,
    START,
    TOKENS,
    WEIGHTS,
    finetune,
    load_hf_weights,
    prepare,
    train_recipe,
)
from summarizer.training.start import crosslingual_embeddings
from summarizer.training.state import average_weights


def losses(folder: Path) -> list[float]:
    lines = (folder / "checkpoints/log.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["loss"] for line in lines if "loss" in line]


def last_weights(folder: Path) -> dict[str, torch.Tensor]:
    return load_file(sorted((folder / "checkpoints").glob("*.weights.safetensors"))[-1])


@pytest.fixture
def trained(data: Path, recipe: Recipe, tmp_path: Path) -> Path:
    train_recipe(recipe, data, tmp_path / "run")
    return tmp_path / "run"


def test_resume_is_exact(data: Path, recipe: Recipe, trained: Path, tmp_path: Path) -> None:
    # two stages of three steps, stopped in the middle of the second; dropout draws the same again
    halves = replace(
        recipe,
        stages=(replace(recipe.stages[0], steps=3), replace(recipe.stages[0], steps=3)),
        optimizer=replace(recipe.optimizer, dropout=0.1),
    )
    parts = tmp_path / "parts"
    parts.mkdir()
    for kept in (PIECES, TOKENS, START):
        shutil.copy(trained / kept, parts)
        shutil.copy(trained / kept, tmp_path)
    with pytest.raises(DataError, match="No complete checkpoint"):
        train_recipe(halves, data, parts, resume=True)
    train_recipe(halves, data, tmp_path)
    interrupted(halves, data, parts)
    train_recipe(halves, data, parts, resume=True)
    straight = last_weights(tmp_path)
    for name, value in last_weights(parts).items():
        assert torch.equal(value, straight[name]), name


def interrupted(recipe: Recipe, data: Path, folder: Path) -> None:
    """Stop after the first step of the second stage, as a signal would, with a checkpoint just written."""
    from summarizer.training import loop

    original, seen = loop._step, []

    def step(*args: object, **options: object) -> object:
        if len(seen) == 4:
            raise KeyboardInterrupt
        seen.append(1)
        return original(*args, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loop, "_step", step)
        patch.setattr(loop, "SAVE_EVERY_SECONDS", -1.0)
        with pytest.raises(KeyboardInterrupt):
            train_recipe(recipe, data, folder)


def test_an_exported_run_translates_and_carries_its_papers(
    data: Path, recipe: Recipe, trained: Path, tmp_path: Path
) -> None:
    out = export(Run(recipe, trained, data), tmp_path / "model")
    backend = Ct2Backend(out, device="cpu", threads=1)
    request = Request("Mưa lớn gây ngập ở Đà Nẵng.", "translate", "vi", "en", max_tokens=20)
    (best,) = backend.generate([request], beams=2, nbest=1)[0]
    assert isinstance(best.text, str)
    assert best.score < 0
    record = json.loads((out / "provenance.json").read_text(encoding="utf-8"))
    assert record["seed"] == 3
    assert record["training"]["steps"] == 6
    assert {entry["file"] for entry in record["data"]} >= {"parallel/human.tsv", "summarization/vietnews.train.jsonl"}
    assert all(len(entry["sha256"]) == 64 and entry["sources"] for entry in record["data"])
    assert "not freer" in (out / "README.md").read_text(encoding="utf-8")
    with pytest.raises(DataError, match="exists"):
        export(Run(recipe, trained, data), out)


def test_finetuning_on_a_users_rows_lowers_the_loss(data: Path, recipe: Recipe, trained: Path, tmp_path: Path) -> None:
    model = export(Run(recipe, trained, data), tmp_path / "model")
    stage = Stage("tune", {"summarize.vi.vi": 1.0}, steps=100)
    tune = replace(recipe, stages=(stage,), optimizer=replace(recipe.optimizer, batch_tokens=900))
    rows = data / "summarization/vietnews.train.jsonl"
    finetune(tune, rows, model / "hf", tmp_path / "tuned")
    first, *_, last = losses(tmp_path / "tuned")
    assert last < 0.8 * first


def test_no_usable_row_is_an_error(recipe: Recipe, trained: Path, data: Path, tmp_path: Path) -> None:
    model = export(Run(recipe, trained, data), tmp_path / "model")
    rows = tmp_path / "rows.jsonl"
    rows.write_text(
        '{"article": "Mưa lớn gây ngập ở Đà Nẵng.", "summary": "completely unrelated words"}\n', encoding="utf-8"
    )
    with pytest.raises(DataError, match="No row"):
        finetune(recipe, rows, model / "hf", tmp_path / "tuned")


def test_words_that_translate_each_other_start_close(data: Path, recipe: Recipe, tmp_path: Path) -> None:
    pieces, tokens = prepare(recipe, data, tmp_path / "run")
    points = crosslingual_embeddings(tokens, recipe.shape.vocabulary, 64, seed=1)
    assert np.allclose(np.linalg.norm(points, axis=1), 1, atol=1e-5)
    vi, en, other = (points[pieces.encode(text)].mean(0) for text in ("Đà Nẵng", "Da Nang", "tháng 9"))
    assert vi @ en > vi @ other


def test_averaging_is_the_mean_of_the_last_checkpoints(trained: Path) -> None:
    folder = trained / "checkpoints"
    only = last_weights(trained)
    assert all(torch.equal(value, only[name]) for name, value in average_weights(folder, 1).items())
    shifted = {name: value + 2 for name, value in only.items()}
    save_file(shifted, folder / "step9999999.weights.safetensors")
    for name, value in average_weights(folder, 2).items():
        assert torch.allclose(value, only[name] + 1, atol=1e-5)


@pytest.mark.parametrize(
    ("step", "done", "factor"), [(0, 0.0, 0.1), (9, 0.0, 1.0), (50, 0.4, 1.0), (50, 0.75, 0.5), (50, 1.0, 0.0)]
)
def test_learning_rate_schedule(step: int, done: float, factor: float) -> None:
    assert rate_factor(step, done, warmup=10, decay_from=0.5) == pytest.approx(factor)


def test_a_run_goes_on_from_a_finished_model_and_says_so(
    data: Path, recipe: Recipe, trained: Path, tmp_path: Path
) -> None:
    first = export(Run(recipe, trained, data), tmp_path / "first")
    more = replace(recipe, version="1", stages=(replace(recipe.stages[0], steps=1),))
    still = replace(more, optimizer=replace(recipe.optimizer, matrix_rate=0.0, embedding_rate=0.0))
    train_recipe(still, data, tmp_path / "more", start=first)
    assert (tmp_path / "more" / PIECES).read_bytes() == (trained / PIECES).read_bytes()
    before = last_weights(trained)
    for name, value in last_weights(tmp_path / "more").items():
        assert torch.equal(value, before[name].bfloat16().float()), name
    second = export(Run(still, tmp_path / "more", data), tmp_path / "second")
    record = json.loads((second / "provenance.json").read_text(encoding="utf-8"))
    assert record["started_from"]["version"] == recipe.version
    assert record["started_from"]["training"]["steps"] == 6
    assert len(record["started_from"]["weights_sha256"]) == 64
    assert "went on from tiny 0, 6 steps" in (second / "README.md").read_text(encoding="utf-8")


def test_what_is_exported_may_be_a_mean_with_the_start(
    data: Path, recipe: Recipe, trained: Path, tmp_path: Path
) -> None:
    first = export(Run(recipe, trained, data), tmp_path / "first")
    shape = replace(recipe.shape, encoder_layers=recipe.shape.encoder_layers + 1)
    more = replace(recipe, shape=shape, use=replace(recipe.use, start_share=0.25))
    train_recipe(more, data, tmp_path / "more", start=first)
    mixed, own = final_weights(Run(more, tmp_path / "more", data)), last_weights(tmp_path / "more")
    start = load_file(first / HF / WEIGHTS)
    for name, value in mixed.items():
        wanted = 0.75 * own[name] + 0.25 * start[name].float() if name in start else own[name]
        assert torch.allclose(value, wanted, atol=1e-6), name
    assert set(mixed) == set(own) > set(start)
    with pytest.raises(DataError, match=r"start\.safetensors is missing"):
        final_weights(Run(more, trained, data))


def test_a_deeper_run_begins_where_the_shallower_model_stood(
    data: Path, recipe: Recipe, trained: Path, tmp_path: Path
) -> None:
    first = export(Run(recipe, trained, data), tmp_path / "first")
    shape = replace(
        recipe.shape, encoder_layers=recipe.shape.encoder_layers + 2, decoder_layers=recipe.shape.decoder_layers + 1
    )
    shallow, deep = build_model(recipe), build_model(replace(recipe, shape=shape))
    for model in (shallow, deep):
        load_hf_weights(model, first / HF)
        model.eval()
    source = torch.arange(5, 25).reshape(2, 10)
    with torch.no_grad():
        same, new = (m(input_ids=source, decoder_input_ids=source).logits for m in (shallow, deep))
    assert torch.allclose(same, new, atol=1e-5)
    # and the new layers are not dead: something reaches the projections that are zero
    deep(input_ids=source, labels=source).loss.backward()
    assert deep.model.encoder.layers[-1].fc2.weight.grad.abs().max() > 0
    assert deep.model.decoder.layers[-1].encoder_attn.out_proj.weight.grad.abs().max() > 0


def test_a_model_of_another_shape_is_no_start(data: Path, recipe: Recipe, trained: Path, tmp_path: Path) -> None:
    first = export(Run(recipe, trained, data), tmp_path / "first")
    for change in ({"width": recipe.shape.width * 2}, {"encoder_layers": recipe.shape.encoder_layers - 1}):
        other = replace(recipe, shape=replace(recipe.shape, **change))
        with pytest.raises(DataError, match=r"does not fit the recipe's \[shape\]"):
            load_hf_weights(build_model(other), first / HF)


def test_augmented_pairs_are_part_of_what_is_learned(data: Path, recipe: Recipe, tmp_path: Path) -> None:
    _, tokens = prepare(replace(recipe, data=replace(recipe.data, augmented=0.5)), data, tmp_path)
    share = (tokens.origin == tokens.origins.index(ORIGIN)).mean()
    assert 0.1 < share < 0.5
