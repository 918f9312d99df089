from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.backends import open_system
from summarizer.backends.base import Request
from summarizer.backends.ct2 import Ct2Backend
from summarizer.backends.ct2_hub import Ct2HubBackend
from summarizer.backends.extractive import ExtractiveBackend
from summarizer.backends.hf import HfBackend
from summarizer.backends.system import SystemBackend
from summarizer.catalog import load_catalog
from summarizer.errors import ModelError
from summarizer.hub.convert import convert
from summarizer.hub.store import Record, Stored, folder_hashes, save_record


def pretend_pulled(name: str, folder: Path) -> Record:
    hashes = folder_hashes(folder)
    files = {file: Stored((folder / file).stat().st_size, digest) for file, digest in hashes.items()}
    record = Record(
        load_catalog().models[name].hub if name in load_catalog().models else name, "c" * 40, folder, "", files
    )
    save_record(record)
    return record


def test_extractive_and_own_folder(shipped: Path, cache: Path) -> None:
    assert isinstance(open_system("extractive"), ExtractiveBackend)
    assert isinstance(open_system(str(shipped), device="cpu"), Ct2Backend)


def test_hub_model_runs_with_torch_until_it_is_converted(t5: Path, cache: Path, no_network: list[object]) -> None:
    record = pretend_pulled("vit5-base", t5)
    entry = load_catalog().models["vit5-base"]
    first = open_system("vit5-base", device="cpu", offline=True)
    assert isinstance(first, HfBackend)
    convert(t5, record.hashes, "vit5-base", entry)
    second = open_system(entry.hub.upper(), device="cpu", offline=True)
    assert isinstance(second, Ct2HubBackend)
    assert second.name == "vit5-base"
    request = Request("Hà Nội", "summarize", "vi", "vi", 1, 4)
    assert first._job(request) == second._job(request)
    assert no_network == []


def test_cascade_summarises_and_translates_offline(
    t5: Path, marian: Path, cache: Path, no_network: list[object]
) -> None:
    pretend_pulled("vit5-base", t5)
    pretend_pulled("opus-mt-vi-en", marian)
    pretend_pulled("opus-mt-en-vi", marian)
    system = open_system("vit5-opus", device="cpu", offline=True)
    assert isinstance(system, SystemBackend)
    assert system.route == "cascade"
    rows = system.generate(
        [Request("Hà Nội", "summarize", "vi", "vi", 1, 4), Request("Hà Nội", "translate", "vi", "en", 1, 4)], beams=1
    )
    assert [len(row) for row in rows] == [1, 1]
    assert not system.supports("summarize", "en", "en")
    assert no_network == []


def test_hub_id_and_folder_without_a_catalog_entry(marian: Path, cache: Path) -> None:
    pretend_pulled("someone/opus-copy", marian)
    for name in ("someone/opus-copy", str(marian)):
        backend = open_system(name, device="cpu")
        assert backend.supports("translate", "vi", "en")
        assert not backend.supports("summarize", "vi", "vi")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("crosssum", r"not on this machine[\s\S]*tomtat models pull crosssum"),
        ("org/name", r"not on this machine[\s\S]*tomtat models pull org/name"),
        ("vit5-opus", r"needs vit5-base and opus-mt-vi-en and opus-mt-en-vi[\s\S]*1,480 MB[\s\S]*pull vit5-opus"),
        ("crossum", r"Did you mean crosssum"),
        ("tomta", r"Did you mean tomtat"),
        ("./nowhere", r"Unknown model[\s\S]*a folder"),
    ],
)
def test_names_that_cannot_be_opened_say_what_to_do(name: str, message: str, cache: Path) -> None:
    with pytest.raises(ModelError, match=message):
        open_system(name, offline=True)


def test_folder_that_holds_no_model(tmp_path: Path, cache: Path) -> None:
    with pytest.raises(ModelError, match=r"no config\.json"):
        open_system(str(tmp_path))


def test_importing_the_package_loads_no_engine() -> None:
    code = (
        "import sys, summarizer.backends, summarizer.backends.base, summarizer.cli.models, summarizer.catalog\n"
        "heavy = {'torch', 'transformers', 'ctranslate2', 'sentencepiece', 'huggingface_hub'}\n"
        "sys.exit(bool(heavy & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
