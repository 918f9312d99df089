from __future__ import annotations

import errno
import json
import shutil
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import parity
import pytest
import tiny_families
import tiny_models

from summarizer.backends.base import Request
from summarizer.backends.ct2_hub import Ct2HubBackend
from summarizer.backends.hf import HfBackend
from summarizer.catalog import load_catalog
from summarizer.errors import ModelError
from summarizer.hub import convert as convert_module
from summarizer.hub.convert import convert
from summarizer.hub.spec import longest_source
from summarizer.hub.store import converted_path, folder_hashes

INPUTS = tiny_models.sentences(6)


@pytest.mark.parametrize("family", tiny_families.FAMILIES)
def test_hf_and_ct2_agree_token_by_token(family: str, cache: Path, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    found = parity.compare(tiny_families.FAMILIES[family](folder))
    assert found.tokens == 100
    assert found.log_probability < 5e-3
    assert found.int8 > 15  # random weights decide by hair's breadths; a wrong conversion agrees on next to none


def test_documented_families_are_the_tested_ones() -> None:
    page = (Path(__file__).parents[2] / "docs" / "models.md").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in page.splitlines() if " of 100 | " in line]
    assert [row[0].removeprefix("| ") for row in rows] == list(tiny_families.FAMILIES)
    assert {row[1] for row in rows} == {"100 of 100"}


def test_beams_and_texts_agree_too(marian: Path, cache: Path) -> None:
    requests = [Request(text, "translate", "vi", "en", 1, 8) for text in INPUTS]
    reference = HfBackend(marian, "tiny", device="cpu").generate(requests, beams=1)
    converted = Ct2HubBackend(convert(marian, folder_hashes(marian), "tiny", None, "float32"), device="cpu")
    assert [[h.text for h in row] for row in converted.generate(requests, beams=1)] == [
        [h.text for h in row] for row in reference
    ]


def test_moved_folder_works_and_needs_neither_torch_nor_network(t5: Path, cache: Path, tmp_path: Path) -> None:
    out = convert(t5, folder_hashes(t5), "tiny")
    moved = Path(shutil.move(out, tmp_path / "elsewhere"))
    code = f"""
import socket, sys
def trap(*a, **k): raise SystemExit("network")
socket.socket.connect = socket.getaddrinfo = trap
from summarizer.backends import open_system
from summarizer.backends.base import Request
backend = open_system({str(moved)!r}, device="cpu")
[[hypothesis]] = backend.generate([Request("Hà Nội mới", "summarize", "vi", "vi", 1, 5)])
assert {{"torch", "transformers", "huggingface_hub"}}.isdisjoint(sys.modules), sorted(sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_content_names_the_result(t5: Path, cache: Path) -> None:
    hashes = folder_hashes(t5)
    entry = load_catalog().models["vit5-base"]
    places = {
        converted_path(hashes, None),
        converted_path(hashes, entry),
        converted_path(hashes, entry, "float32"),
        converted_path({**hashes, "config.json": "0"}, entry),
        converted_path(hashes, replace(entry, max_input=5)),
    }
    assert len(places) == 5
    assert converted_path(dict(reversed(hashes.items())), entry) == converted_path(hashes, entry)


def test_second_conversion_is_found_not_made(t5: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = convert(t5, folder_hashes(t5), "tiny")
    monkeypatch.setattr(convert_module, "_build", lambda *_: pytest.fail("converted twice"))
    assert convert(t5, folder_hashes(t5), "tiny") == first


def test_two_processes_convert_once(cache: Path, tmp_path: Path) -> None:
    source = tmp_path / "model"
    source.mkdir()
    (source / "config.json").write_text("{}", encoding="utf-8")
    code = f"""
import time
from pathlib import Path
from summarizer.hub import convert
def build(folder, out, *rest):
    with open({str(tmp_path / "log")!r}, "a") as log: log.write("built\\n")
    time.sleep(1.0)
    out.mkdir(parents=True)
    (out / "tomtat.json").write_text("{{}}")
convert._build = build
print(convert.convert(Path({str(source)!r}), {{"config.json": "1"}}, "tiny"))
"""
    both = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(2)]
    places = {process.communicate(timeout=120)[0].strip() for process in both}
    assert len(places) == 1
    assert (tmp_path / "log").read_text(encoding="utf-8") == "built\n"
    assert (Path(places.pop()) / "tomtat.json").exists()


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_conversion_that_stops_leaves_nothing(
    error: BaseException, t5: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(folder: Path, out: Path, *_: object) -> None:
        out.mkdir(parents=True)
        (out / "model.bin").write_bytes(b"half")
        raise error

    monkeypatch.setattr(convert_module, "_build", stop)
    with pytest.raises(type(error)):
        convert(t5, folder_hashes(t5), "tiny")
    assert [path for path in (cache / "ct2").iterdir() if path.is_dir()] == []


def test_no_room_to_convert(t5: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert_module.shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, 1))
    with pytest.raises(ModelError, match="TOMTAT_CACHE"):
        convert(t5, folder_hashes(t5), "tiny")


def test_converted_files_cut_short_are_seen_on_opening(t5: Path, cache: Path) -> None:
    out = convert(t5, folder_hashes(t5), "tiny")
    path = out / "model.bin"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ModelError, match=r"model\.bin is missing or cut short"):
        Ct2HubBackend(out, device="cpu")


@pytest.mark.parametrize("quantization", ["float16", "int8_float16"])
def test_t5_is_not_converted_to_float16(quantization: str, t5: Path, cache: Path) -> None:
    with pytest.raises(ModelError, match=r"overflow[\s\S]*--quantization int8"):
        convert(t5, folder_hashes(t5), "tiny", None, quantization)


def test_unsupported_architecture_lists_the_supported_ones(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "config.json").write_text('{"model_type": "llama"}', encoding="utf-8")
    with pytest.raises(ModelError, match=r"type 'llama'[\s\S]*mT5[\s\S]*Pegasus"):
        convert(tmp_path, {"config.json": "1"}, "tiny")


def test_tokenizer_that_is_not_there(t5: Path, cache: Path, tmp_path: Path) -> None:
    for name in ("config.json", "model.safetensors"):
        shutil.copyfile(t5 / name, tmp_path / name)
    with pytest.raises(ModelError, match="tokenizer"):
        convert(tmp_path, folder_hashes(tmp_path), "tiny")


def test_t5gemma2_is_limited_to_half_its_window() -> None:
    config = {"model_type": "t5gemma2", "encoder": {"text_config": {"sliding_window": 512}}}
    assert longest_source(config, 8192) == 256
    assert longest_source({"model_type": "t5"}, 1024) == 1024


def test_nothing_of_the_hub_library_runs_during_conversion(
    t5: Path, cache: Path, no_network: list[object], tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(t5, tmp_path / "model"))
    convert(folder, folder_hashes(folder), "tiny")
    assert no_network == []
    assert socket.socket.connect is not None


def test_manifest_says_what_was_converted(t5: Path, cache: Path) -> None:
    manifest = json.loads((convert(t5, folder_hashes(t5), "tiny") / "tomtat.json").read_text(encoding="utf-8"))
    assert (manifest["kind"], manifest["name"], manifest["family"]) == ("hub", "tiny", "t5")
    assert set(manifest["sha256"]) == {"model.bin", "config.json", "shared_vocabulary.json", "tokenizer.json"}
