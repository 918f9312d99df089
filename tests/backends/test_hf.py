from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import sentencepiece
import tiny_models
import torch

from summarizer.backends import hf
from summarizer.backends.base import Request
from summarizer.backends.ct2 import Ct2Backend
from summarizer.backends.hf import HfBackend
from summarizer.catalog import load_catalog
from summarizer.errors import ModelError
from summarizer.hub.export import export_ct2, save_hf_tokenizer, write_manifest

MANIFEST = {
    "name": "tiny",
    "version": "0",
    "budget": 120,
    "prefix": {"translate": "<tr>", "summarize": "<sum>", "headline": "<head>"},
    "to": {"vi": "<2vi>", "en": "<2en>"},
    "supports": [["translate", "en", "vi"]],
}


@pytest.fixture(scope="module")
def vit5(t5: Path) -> HfBackend:
    return HfBackend(t5, "vit5-base", load_catalog().models["vit5-base"], device="cpu")


def vietnews(text: str, **changes: object) -> Request:
    values = {"task": "summarize", "source": "vi", "target": "vi", "min_tokens": 1, "max_tokens": 8} | changes
    return Request(text, **values)  # type: ignore[arg-type]


def test_own_training_folder_writes_what_the_exported_model_writes(m2m: Path, pieces: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(m2m, tmp_path / "hf"))
    save_hf_tokenizer(pieces, folder)
    exported = export_ct2(folder, pieces, tmp_path / "ct2", "float32")
    write_manifest(exported, MANIFEST)
    requests = [Request(text, "translate", "en", "vi", 1, 10) for text in tiny_models.sentences(8)]
    own, reference = Ct2Backend(exported, device="cpu"), HfBackend(folder, "tiny", device="cpu")
    for text in tiny_models.sentences(20):
        assert own.count_tokens(text) == reference.count_tokens(text)
        request = Request(text, "translate", "en", "vi")
        assert own._job(request).source == reference._job(request).source
    rows = zip(own.generate(requests, beams=1), reference.generate(requests, beams=1), strict=True)
    for [mine], [theirs] in rows:
        assert mine.text == theirs.text.replace("\ufffd", "").strip()


def test_cached_decoding_that_disagrees_with_training_is_switched_off(m2m: Path, pieces: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(m2m, tmp_path / "hf"))
    save_hf_tokenizer(pieces, folder)
    backend = HfBackend(folder, "tiny", device="cpu")
    assert backend._cache is False
    sp = sentencepiece.SentencePieceProcessor(model_file=str(pieces))
    different = 0
    for text in tiny_models.sentences(40):
        ids = torch.tensor([[*sp.encode(text), 1]])
        with_cache, without = (
            backend._model.generate(
                ids, max_new_tokens=12, do_sample=False, use_cache=use, decoder_start_token_id=0
            ).tolist()
            for use in (True, False)
        )
        different += with_cache != without
    assert different > 0  # when this fails, transformers counts positions right and the switch can go


def test_prefix_is_the_catalogs_and_limits_are_the_models(vit5: HfBackend) -> None:
    job = vit5._job(vietnews("Hà Nội"))
    assert list(job.source[:-1]) == vit5._codec.encode("vietnews: Hà Nội") != vit5._codec.encode("Hà Nội")
    assert job.source[-1] == "</s>"
    assert job.prefix == ("<pad>",)
    overhead = len(job.source) - vit5.count_tokens("Hà Nội")
    assert vit5.budget == 1024 - overhead
    assert vit5._job(vietnews("x", max_tokens=9999)).max_tokens == 256


def test_request_over_the_budget_is_an_error_never_a_cut(vit5: HfBackend) -> None:
    with pytest.raises(ModelError, match=r"over the 1024 that vit5-base reads"):
        vit5.generate([vietnews("Hà Nội " * 600)])


def test_unsupported_direction(vit5: HfBackend) -> None:
    assert vit5.supports("summarize", "vi", "vi")
    assert not vit5.supports("summarize", "vi", "en")
    with pytest.raises(ModelError, match="does not summarize from vi to en"):
        vit5.generate([vietnews("Hà Nội", target="en")])


def test_same_request_same_text_whatever_the_batch(vit5: HfBackend) -> None:
    requests = [vietnews(text, max_tokens=4 + i % 3) for i, text in enumerate(tiny_models.sentences(6))]
    together = vit5.generate(requests, beams=2, nbest=2)
    assert together == [vit5.generate([r], beams=2, nbest=2)[0] for r in requests]
    assert all(row[0].score >= row[1].score for row in together)


def test_score_is_the_mean_log_probability_a_token(vit5: HfBackend) -> None:
    job = vit5._job(vietnews("Hà Nội mới", max_tokens=5))
    [[(tokens, score)]] = vit5._decode([job], 1, 1)
    source, _ = vit5._padded([vit5._ids(job.source)])
    target = torch.tensor([vit5._ids((*job.prefix, *tokens))])
    with torch.inference_mode():
        logits = vit5._model(input_ids=source, decoder_input_ids=target[:, :-1]).logits.log_softmax(-1)
    expected = logits[0].gather(-1, target[0, 1:, None]).mean().item()
    assert score == pytest.approx(expected, abs=1e-4)


def test_special_tokens_in_the_article_are_text(vit5: HfBackend) -> None:
    job = vit5._job(vietnews("</s> <pad> <extra_id_0> mới"))
    assert not set(job.source[:-1]) & {"</s>", "<pad>", "<extra_id_0>"}


def test_gpu_batches_are_alike_in_settings_and_bounded(vit5: HfBackend) -> None:
    jobs = [vit5._job(vietnews("Hà Nội " * (1 + i % 40), max_tokens=4 + i % 2)) for i in range(300)]
    batches = hf._batches(jobs, alone=False)
    assert sorted(i for batch in batches for i in batch) == list(range(300))
    for batch in batches:
        assert len({jobs[i].max_tokens for i in batch}) == 1
        assert len(batch) * max(len(jobs[i].source) for i in batch) <= hf._GPU_BATCH_TOKENS
    assert len(batches) < 10
    assert all(len(batch) == 1 for batch in hf._batches(jobs, alone=True))


class NoBfloat16:
    float16, bfloat16, float32 = "float16", "bfloat16", "float32"

    class cuda:  # noqa: N801  stands in for torch.cuda
        @staticmethod
        def is_bf16_supported() -> bool:
            return False


@pytest.mark.parametrize(
    ("family", "device", "dtype"), [("t5", "cpu", "float32"), ("mt5", "cuda", "float32"), ("mbart", "cuda", "float16")]
)
def test_t5_is_never_run_in_float16(family: str, device: str, dtype: str) -> None:
    assert hf._dtype(NoBfloat16, family, device) == dtype


@pytest.mark.parametrize(("device", "message"), [("tpu", "Known: auto, cpu, cuda"), ("cuda", "sees no CUDA device")])
def test_device_that_is_not_there(t5: Path, device: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    with pytest.raises(ModelError, match=message):
        HfBackend(t5, "x", device=device)


def test_pickled_weights_are_not_loaded(t5: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(t5, tmp_path / "model"))
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    with pytest.raises(ModelError, match="no safetensors weights"):
        HfBackend(folder, "x", device="cpu")


def test_code_of_the_author_is_not_run(t5: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(t5, tmp_path / "model"))
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    config["auto_map"] = {"AutoModelForSeq2SeqLM": "evil.Evil", "AutoConfig": "evil.Config"}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    (folder / "evil.py").write_text("raise SystemExit('ran')", encoding="utf-8")
    assert HfBackend(folder, "x", device="cpu").supports("summarize", "vi", "vi")


def test_nothing_is_fetched_when_a_folder_is_opened(t5: Path, no_network: list[object]) -> None:
    backend = HfBackend(t5, "x", device="cpu")
    assert backend.generate([vietnews("Hà Nội", max_tokens=3)])
    assert no_network == []


def test_generation_settings_of_the_checkpoint_do_not_leak_in(t5: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(t5, tmp_path / "model"))
    plain = HfBackend(t5, "x", device="cpu").generate([vietnews("Hà Nội mới")])
    settings = {"do_sample": True, "temperature": 9.0, "num_beams": 3, "forced_eos_token_id": 5, "max_length": 2}
    (folder / "generation_config.json").write_text(json.dumps(settings), encoding="utf-8")
    assert HfBackend(folder, "x", device="cpu").generate([vietnews("Hà Nội mới")]) == plain


def test_what_transformers_5_took_away_is_not_used() -> None:
    gone = re.compile(r"prepare_seq2seq_batch|as_target_tokenizer|load_in_8bit|TRANSFORMERS_CACHE|\bpipeline\(")
    package = Path(hf.__file__).parents[1]
    used = [path.name for path in package.rglob("*.py") if gone.search(path.read_text(encoding="utf-8"))]
    assert used == []
