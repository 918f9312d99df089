from __future__ import annotations

import argparse
import hashlib
import shutil
from pathlib import Path

import pytest
from hub_server import Hub, Repo

from summarizer import Summarizer
from summarizer.catalog import load_catalog
from summarizer.cli import models
from summarizer.errors import ModelError, NetworkError, SummarizerError
from summarizer.hub.store import find_record

ARTICLE = """Hội nghị khai mạc tại Hà Nội

Hội nghị khai mạc sáng 25/10/2025 tại Hà Nội với sự tham dự của đại diện 72 quốc gia. Thứ trưởng cho biết văn kiện gồm
9 chương và 71 điều, mở ký đến hết năm 2026. Người dân xếp hàng từ sớm ở các trạm y tế phường để tiêm nhắc lại.
"""


def run(*argv: str) -> int:
    parser = argparse.ArgumentParser()
    models.add_arguments(parser)
    return models.handle(parser.parse_args(argv))


@pytest.fixture
def stocked(hub: Hub, t5: Path, marian: Path, tmp_path: Path) -> Hub:
    """A hub that has the parts of vit5-opus, and CrossSum with a licence to accept."""
    catalog = load_catalog().models
    for name, source in (("vit5-base", t5), ("opus-mt-vi-en", marian), ("opus-mt-en-vi", marian), ("crosssum", t5)):
        served = Path(shutil.copytree(source, tmp_path / "served" / name))
        hub.repos[catalog[name].hub] = Repo(served, commit=hashlib.sha1(name.encode()).hexdigest())
    hub.repos[catalog["crosssum"].hub].licence = "cc-by-nc-sa-4.0"
    return hub


def test_list_shows_everything_and_touches_no_network(
    cache: Path, no_network: list[object], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run() == 0
    text = capsys.readouterr().out
    for name in (*load_catalog().models, *load_catalog().systems, "tomtat", "extractive"):
        assert name in text
    assert "2.3 GB" in text
    assert "CC-BY-NC-SA-4.0" in text
    assert no_network == []


def test_info_says_licence_size_directions_and_scale_of_scores(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("info", "per-language") == 0
    text = capsys.readouterr().out
    for part in ("Not for commercial use", "summarize vi→vi en→en", "32.88/16.22/26.08", "XL-Sum test", "not here"):
        assert part in text


def test_pull_convert_verify_summarise_remove(
    stocked: Hub, cache: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("pull", "vit5-opus", "--dry-run") == 0
    assert "VietAI/vit5-base-vietnews-summarization" in capsys.readouterr().out
    assert find_record("VietAI/vit5-base-vietnews-summarization") is None

    assert run("pull", "vit5-opus") == 0
    text = capsys.readouterr().out
    assert text.count("every file checked") == 3
    assert "MIT: Free for any use" in text

    assert run("convert", "vit5-opus") == 0
    assert capsys.readouterr().out.count(str(cache / "ct2")) == 3
    assert run("verify", "vit5-opus") == 0

    stocked.close()
    summarizer = Summarizer(model="vit5-opus", device="cpu", threads=1, offline=True, beams=1, nbest=1)
    summary = summarizer.summarize(ARTICLE)
    assert summary.model == "vit5-opus"
    assert summary.vi is not None

    run("list")
    assert capsys.readouterr().out.count("converted") == 3
    assert run("remove", "vit5-opus", "--converted") == 0
    run("list")
    listed = capsys.readouterr().out
    assert "converted" not in listed
    assert listed.count("downloaded") == 3
    assert run("remove", "vit5-opus") == 0
    assert find_record("VietAI/vit5-base-vietnews-summarization") is None
    with pytest.raises(ModelError, match="tomtat models pull"):
        run("convert", "vit5-opus")


def test_binding_licence_is_shown_and_must_be_accepted_once(
    stocked: Hub, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    hub_id = load_catalog().models["crosssum"].hub
    with pytest.raises(ModelError, match="--accept-licence"):
        run("pull", "crosssum")
    assert "Not for commercial use" in capsys.readouterr().out
    assert find_record(hub_id) is None
    assert not any("resolve" in request for request in stocked.requests)
    assert run("pull", "crosssum", "--accept-licence") == 0
    assert run("pull", "crosssum") == 0  # here already: not asked again


@pytest.mark.parametrize(("answer", "taken"), [("yes\n", True), ("no\n", False), ("", False)])
def test_licence_is_asked_at_a_terminal(
    answer: str, taken: bool, stocked: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

        def readline(self) -> str:
            return answer

    monkeypatch.setattr("sys.stdin", Terminal())
    if taken:
        assert run("pull", "crosssum") == 0
    else:
        with pytest.raises(ModelError, match="must be accepted"):
            run("pull", "crosssum")


def test_model_outside_the_catalog_asks_unless_its_licence_is_open(stocked: Hub, t5: Path, tmp_path: Path) -> None:
    stocked.repos["someone/model"] = Repo(t5, licence="cc-by-nc-4.0")
    with pytest.raises(ModelError, match="must be accepted"):
        run("pull", "someone/model")
    stocked.repos["someone/model"].licence = "apache-2.0"
    assert run("pull", "someone/model") == 0


def test_offline_pull_connects_nowhere(cache: Path, no_network: list[object]) -> None:
    with pytest.raises(NetworkError, match="--offline forbids downloading crosssum"):
        run("pull", "crosssum", "--offline")
    assert no_network == []


def test_verify_reports_damage_and_goes_on(stocked: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    run("pull", "vit5-opus")
    record = find_record(load_catalog().models["vit5-base"].hub)
    assert record is not None
    path = (record.folder / "config.json").resolve()
    path.write_bytes(path.read_bytes().replace(b"32", b"33", 1))
    assert run("verify", "vit5-opus") == 1
    captured = capsys.readouterr()
    assert "config.json is damaged" in captured.err
    assert captured.out.count("every file has its recorded SHA-256") == 2


def test_local_folder_is_converted_and_never_deleted(t5: Path, cache: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(t5, tmp_path / "mine"))
    assert run("convert", str(folder)) == 0
    assert run("verify", str(folder)) == 0
    assert run("remove", str(folder)) == 0
    assert (folder / "model.safetensors").exists()
    assert not [path for path in (cache / "ct2").iterdir() if path.is_dir()]


def test_remove_works_when_another_program_has_deleted_the_files(stocked: Hub) -> None:
    run("pull", "opus-mt-vi-en")
    record = find_record(load_catalog().models["opus-mt-vi-en"].hub)
    assert record is not None
    shutil.rmtree(record.folder)
    assert run("remove", "opus-mt-vi-en") == 0
    assert find_record(record.hub) is None


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (("pull", "vit5-opus", "--revision", "refs/pr/1"), "commit of one model, and these are vit5-base"),
        (("pull",), "needs a name"),
        (("pull", "crossum"), "Did you mean crosssum"),
        (("pull", "tomtat"), "comes with the program"),
        (("convert", "xlsum"), "tomtat models pull xlsum"),
        (("convert", "xlsum", "--quantization", "int2"), "Known: int8"),
        (("remove", "./nowhere"), "Unknown model"),
    ],
)
def test_wrong_requests_say_what_to_do(argv: tuple[str, ...], message: str, cache: Path) -> None:
    with pytest.raises(SummarizerError, match=message):
        run(*argv)
