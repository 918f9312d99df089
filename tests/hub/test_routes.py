from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import tiny_families

from summarizer.backends.hf import HfCodec
from summarizer.catalog import Route
from summarizer.errors import ModelError
from summarizer.hub.convert import load_tokenizer
from summarizer.hub.export import save_hf_tokenizer
from summarizer.hub.routes import Wire, guess_entry, wire
from summarizer.hub.spec import read_config


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Any, dict[str, Any]]]:
    """Folder, tokenizer and config of the families that name languages by tokens."""
    found = {}
    for build in (tiny_families.t5, tiny_families.crosssum, tiny_families.nllb, tiny_families.mbart50,
                  tiny_families.mbart25, tiny_families.marian, tiny_families.bart):  # fmt: skip
        folder = build(tmp_path_factory.mktemp(build.__name__))
        found[build.__name__] = (folder, load_tokenizer(folder), read_config(folder))
    return found


@pytest.mark.parametrize(
    ("family", "route", "before", "after", "decoder"),
    [
        ("t5", Route("summarize", "vi", "vi", prefix="vietnews: "), (), ("</s>",), ("<pad>",)),
        ("crosssum", Route("summarize", "vi", "en", decoder=("@langid:english",)), (), ("</s>",), ("▁<extra_id_1>",)),
        (
            "nllb",
            Route("translate", "vi", "en", source_token="vie_Latn", decoder=("@start", "eng_Latn")),
            ("vie_Latn",),
            ("</s>",),
            ("</s>", "eng_Latn"),
        ),
        (
            "mbart50",
            Route("translate", "en", "vi", source_token="en_XX", decoder=("@start", "vi_VN")),
            ("en_XX",),
            ("</s>",),
            ("</s>", "vi_VN"),
        ),
        (
            "mbart25",
            Route("translate", "vi", "en", source_token="vi_VN", decoder=("en_XX",)),
            (),
            ("</s>", "vi_VN"),
            ("en_XX",),
        ),
        ("marian", Route("translate", "en", "vi", source_token=">>vie<<"), (">>vie<<",), ("</s>",), ("<pad>",)),
        ("bart", Route("summarize", "en", "en"), ("<s>",), ("</s>",), ("</s>", "<s>")),
    ],
)
def test_tokens_of_a_route(
    made: dict[str, Any], family: str, route: Route, before: tuple[str], after: tuple[str], decoder: tuple[str]
) -> None:
    _, tokenizer, config = made[family]
    found = wire(route, tokenizer, config)
    assert (found.before, found.after, found.decoder) == (before, after, decoder)
    assert Wire.from_dict(json.loads(json.dumps(found.as_dict()))) == found


def test_official_call_gives_the_same_source(made: dict[str, Any]) -> None:
    _, tokenizer, config = made["nllb"]
    found = wire(Route("translate", "vi", "en", source_token="vie_Latn"), tokenizer, config)
    tokenizer.src_lang = "vie_Latn"
    expected = tokenizer.convert_ids_to_tokens(tokenizer("Hà Nội mới")["input_ids"])
    assert [*found.before, *tokenizer.tokenize("Hà Nội mới"), *found.after] == expected


@pytest.mark.parametrize(
    ("family", "route", "message"),
    [
        ("t5", Route("translate", "vi", "en", source_token="vie_Latn"), "no token 'vie_Latn'"),
        ("t5", Route("summarize", "vi", "en", decoder=("@langid:english",)), "no langid_map entry for 'english'"),
        ("crosssum", Route("summarize", "vi", "en", decoder=("@langid:klingon",)), "'klingon'"),
    ],
)
def test_model_without_the_tokens_of_a_route(made: dict[str, Any], family: str, route: Route, message: str) -> None:
    _, tokenizer, config = made[family]
    with pytest.raises(ModelError, match=message):
        wire(route, tokenizer, config)


@pytest.mark.parametrize(
    ("family", "directions"),
    [
        ("t5", {"summarize vi vi", "summarize en en"}),
        ("crosssum", {"summarize vi vi", "summarize vi en", "summarize en vi", "summarize en en"}),
        ("nllb", {"translate vi en", "translate en vi"}),
        ("mbart50", {"translate vi en", "translate en vi"}),
        ("mbart25", {"translate vi en", "translate en vi"}),
        ("marian", {"translate vi en"}),
    ],
)
def test_directions_are_guessed_from_the_files(made: dict[str, Any], family: str, directions: set[str]) -> None:
    folder, tokenizer, config = made[family]
    entry = guess_entry(folder, "org/x", tokenizer, config)
    assert {f"{r.task} {r.source} {r.target}" for r in entry.routes} == directions
    for route in entry.routes:
        wire(route, tokenizer, config)
    if family == "mbart25":
        assert all(len(route.decoder) == 1 for route in entry.routes)


def test_marian_for_other_languages_is_refused(made: dict[str, Any], tmp_path: Path) -> None:
    _, tokenizer, config = made["marian"]
    (tmp_path / "tokenizer_config.json").write_text('{"source_lang": "fr", "target_lang": "en"}', encoding="utf-8")
    with pytest.raises(ModelError, match="from fr to en"):
        guess_entry(tmp_path, "org/x", tokenizer, config)


def test_own_training_folder_is_recognised(m2m: Path, pieces: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(m2m, tmp_path / "hf"))
    save_hf_tokenizer(pieces, folder)
    tokenizer, config = load_tokenizer(folder), read_config(folder)
    entry = guess_entry(folder, "mine", tokenizer, config)
    found = {(r.task, r.source, r.target): wire(r, tokenizer, config) for r in entry.routes}
    assert found["translate", "vi", "en"].prefix == "<tr> <2en> "
    codec = HfCodec(tokenizer)
    assert codec.encode("<tr> <2en> Hà Nội") == ["<tr>", "<2en>", *codec.encode("Hà Nội")]
    assert ("translate", "vi", "vi") not in found


def test_empty_vocabulary_made_up_by_transformers_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"model_type": "t5"}', encoding="utf-8")
    with pytest.raises(ModelError, match="holds no tokenizer"):
        load_tokenizer(tmp_path)
