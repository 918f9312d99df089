from __future__ import annotations

import json
import shutil
import unicodedata
from pathlib import Path

import ctranslate2
import pytest
import sentencepiece
import tiny_models
import torch
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

from summarizer.errors import ModelError
from summarizer.hub.export import export_ct2, save_hf_tokenizer
from summarizer.hub.spec import read_config, scales_output

STEPS = 12
TEXTS = tiny_models.sentences(100)
ODD_TEXTS = [
    "",
    " ",
    "Việt Nam… “mới” – 100 %, ½ và ² ﬁ",
    "Vie\u0323\u0302t Nam ho\u0301a",  # NFD
    "hoá thuỷ, hóa thủy; ĐẮK LẮK; Ðắk (chữ Eth)",
    "chữ Nôm 𡨸喃, emoji 🇻🇳👨‍👩‍👧, ไทย, русский",
    "không\u200bgian \ufeff và\u00a0ô trống",
    "a" * 300,
    "x  y   z ",
    "1.500.000 đồng; 25/10/2025",
    "e\u0301\u0323\u0302 \u0300 lạc dấu",
]


def greedy_hf(folder: Path, rows: list[list[int]]) -> list[tuple[list[int], list[float]]]:
    """Tokens and their log-probabilities, from one padded batch."""
    model = AutoModelForSeq2SeqLM.from_pretrained(folder).eval()
    length = max(map(len, rows))
    source = torch.tensor([row + [0] * (length - len(row)) for row in rows])
    mask = (source != 0).long()
    greedy = {"max_new_tokens": STEPS, "min_new_tokens": 1, "do_sample": False, "num_beams": 1, "use_cache": False}
    with torch.no_grad():
        tokens = model.generate(source, attention_mask=mask, **greedy)[:, 1:].contiguous()
        logits = model(input_ids=source, attention_mask=mask, labels=tokens).logits.log_softmax(-1)
    scores = logits.gather(-1, tokens[..., None])[..., 0]
    ends = [row.index(1) + 1 if 1 in row else len(row) for row in tokens.tolist()]
    return [(t[:end], s[:end]) for t, s, end in zip(tokens.tolist(), scores.tolist(), ends, strict=True)]


def greedy_ct2(folder: Path, rows: list[list[int]], targets: list[list[int]]) -> list[tuple[list[int], list[float]]]:
    vocabulary = json.loads((folder / "shared_vocabulary.json").read_text(encoding="utf-8"))
    number = {token: index for index, token in enumerate(vocabulary)}
    names = [[vocabulary[i] for i in row] for row in rows]
    translator = ctranslate2.Translator(str(folder), intra_threads=1)
    decoded = translator.translate_batch(names, beam_size=1, max_decoding_length=STEPS, return_end_token=True)
    scored = translator.score_batch(names, [[vocabulary[i] for i in t] for t in targets])
    return [
        ([number[t] for t in d.hypotheses[0]], s.log_probs[: len(t)])
        for d, s, t in zip(decoded, scored, targets, strict=True)
    ]


def rows_of(pieces: Path) -> list[list[int]]:
    sp = sentencepiece.SentencePieceProcessor(model_file=str(pieces))
    return [[sp.piece_to_id("<tr>"), sp.piece_to_id("<2en>"), *ids, sp.eos_id()] for ids in sp.encode(TEXTS)]


BUILDERS = {
    "m2m100, decoder starts with padding": lambda folder: tiny_models.build_m2m(folder, 408),
    "m2m100, decoder starts with the end": lambda folder: tiny_models.build_m2m(folder, 408, start=1),
    "t5 tied": lambda folder: tiny_models.build_t5(folder, 408, tied=True),
    "t5 untied": lambda folder: tiny_models.build_t5(folder, 408, tied=False),
    "mt5 untied": lambda folder: tiny_models.build_t5(folder, 408, kind="mt5", tied=False),
}


@pytest.mark.parametrize("name", BUILDERS)
def test_parity_of_tokens_and_log_probabilities(
    name: str, pieces: Path, tmp_path: Path, record_property: pytest.FixtureRequest
) -> None:
    hf = BUILDERS[name](tmp_path / "hf")
    rows = rows_of(pieces)
    expected = greedy_hf(hf, rows)
    targets = [tokens for tokens, _ in expected]
    exact = greedy_ct2(export_ct2(hf, pieces, tmp_path / "float", "float32"), rows, targets)
    assert [tokens for tokens, _ in exact] == targets
    for (_, want), (_, got) in zip(expected, exact, strict=True):
        assert got == pytest.approx(want, abs=1e-3)
    small = greedy_ct2(export_ct2(hf, pieces, tmp_path / "int8", "int8"), rows, targets)
    agreement = sum(tokens == want for (tokens, _), want in zip(small, targets, strict=True)) / len(rows)
    record_property("int8_agreement", agreement)  # type: ignore[operator]
    assert agreement > 0.15  # random weights are nearly ties; a broken conversion agrees on none


def test_saved_again_by_transformers_5_an_untied_t5_stays_untied(pieces: Path, tmp_path: Path) -> None:
    first = tiny_models.build_t5(tmp_path / "first", 408, tied=False)
    AutoModelForSeq2SeqLM.from_pretrained(first).save_pretrained(tmp_path / "second")
    rows = rows_of(pieces)[:10]
    expected = greedy_hf(first, rows)
    again = greedy_hf(tmp_path / "second", rows)
    assert [t for t, _ in again] == [t for t, _ in expected]
    converted = export_ct2(tmp_path / "second", pieces, tmp_path / "ct2", "float32")
    got = greedy_ct2(converted, rows, [t for t, _ in again])
    for (_, want), (_, have) in zip(again, got, strict=True):
        assert have == pytest.approx(want, abs=1e-3)


@pytest.mark.parametrize(
    ("config", "scaled"),
    [
        ({"model_type": "t5"}, True),
        ({"model_type": "t5", "tie_word_embeddings": True}, True),
        ({"model_type": "t5", "tie_word_embeddings": False}, False),
        ({"model_type": "t5", "tie_word_embeddings": True, "scale_decoder_outputs": False}, False),
        ({"model_type": "mt5", "tie_word_embeddings": False}, False),
        ({"model_type": "mt5", "tie_word_embeddings": True}, False),
    ],
)
def test_output_scaling_is_read_from_the_checkpoint(config: dict[str, object], scaled: bool) -> None:
    assert scales_output(config) is scaled


def test_exported_folder_moves(m2m: Path, pieces: Path, tmp_path: Path) -> None:
    out = export_ct2(m2m, pieces, tmp_path / "a")
    moved = shutil.move(out, tmp_path / "b")
    config = json.loads((Path(moved) / "config.json").read_text(encoding="utf-8"))
    assert config["decoder_start_token"] == "<pad>"
    assert config["eos_token"] == "</s>"
    vocabulary = json.loads((Path(moved) / "shared_vocabulary.json").read_text(encoding="utf-8"))
    assert len(vocabulary) == len(set(vocabulary)) == 408
    assert ctranslate2.Translator(str(moved), intra_threads=1)


def test_vocabulary_larger_than_the_model(pieces: Path, tmp_path: Path) -> None:
    hf = tiny_models.build_m2m(tmp_path / "hf", 64)
    with pytest.raises(ModelError, match="pieces and the model 64 embeddings"):
        export_ct2(hf, pieces, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "no config.json"), ("{", "not valid JSON"), ('{"model_type": "bert"}', "type 'bert'[\\s\\S]*Marian")],
)
def test_unusable_checkpoint(content: str | None, message: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "config.json").write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=message):
        read_config(tmp_path)


def test_hf_tokenizer_gives_the_ids_of_sentencepiece(m2m: Path, pieces: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(m2m, tmp_path / "hf"))
    save_hf_tokenizer(pieces, folder)
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    sp = sentencepiece.SentencePieceProcessor(model_file=str(pieces))
    for text in TEXTS + tiny_models.SENTENCES + ODD_TEXTS:
        nfc = unicodedata.normalize("NFC", text)
        assert tokenizer(text)["input_ids"] == [*sp.encode(nfc), sp.eos_id()], text
        with_task = tokenizer(f"<tr> <2en> {text}")["input_ids"]
        assert with_task == [sp.piece_to_id("<tr>"), sp.piece_to_id("<2en>"), *sp.encode(nfc), sp.eos_id()], text


def test_hf_tokenizer_reads_its_ids_back(m2m: Path, pieces: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(m2m, tmp_path / "hf"))
    save_hf_tokenizer(pieces, folder)
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    sp = sentencepiece.SentencePieceProcessor(model_file=str(pieces))
    for text in TEXTS[:20] + tiny_models.SENTENCES + ["chữ Nôm 𡨸喃 🇻🇳"]:
        ids = sp.encode(text)
        assert tokenizer.decode([sp.piece_to_id("<tr>"), *ids, 1], skip_special_tokens=True) == sp.decode(ids)
    assert (tokenizer.pad_token_id, tokenizer.eos_token_id, tokenizer.unk_token_id) == (0, 1, 2)
    batch = tokenizer(["Hà Nội", "Hội nghị khai mạc tại Hà Nội"], padding=True)
    assert batch["input_ids"][0][-1] == 0
    assert batch["attention_mask"][0][-1] == 0
