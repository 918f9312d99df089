from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest
from hub_server import Hub, Repo

from summarizer.errors import ModelError, NetworkError
from summarizer.hub import download
from summarizer.hub.download import fetch, plan
from summarizer.hub.store import check_record, find_record, read_record

NAME = "org/tiny"


@pytest.fixture
def repo(hub: Hub, t5: Path, tmp_path: Path) -> Repo:
    hub.repos[NAME] = Repo(Path(shutil.copytree(t5, tmp_path / "served")))
    return hub.repos[NAME]


def test_plan_says_what_a_download_costs_before_it_starts(repo: Repo, hub: Hub) -> None:
    (repo.folder / "flax_model.msgpack").write_bytes(b"x" * 100)
    wanted = plan(NAME)
    assert (wanted.commit, wanted.licence) == (repo.commit, "apache-2.0")
    names = {file.name for file in wanted.files}
    assert names == {
        "config.json",
        "generation_config.json",
        "model.safetensors",
        "spiece.model",
        "tokenizer_config.json",
    }
    assert wanted.size == sum((repo.folder / name).stat().st_size for name in names)
    assert not any("resolve" in request for request in hub.requests)


def test_pulled_files_are_checked_and_recorded(repo: Repo) -> None:
    record = fetch(plan(NAME))
    assert record == read_record(NAME, NAME)
    check_record(record, NAME)
    for name in record.files:
        assert (record.folder / name).read_bytes() == (repo.folder / name).read_bytes()


def test_a_second_pull_stays_on_the_recorded_commit_and_downloads_nothing(repo: Repo, hub: Hub) -> None:
    first = fetch(plan(NAME))
    before = len(hub.requests)
    assert fetch(plan(NAME)) == first
    assert not [request for request in hub.requests[before:] if request.startswith("GET") and "resolve" in request]
    repo.commit = "b" * 40
    with pytest.raises(ModelError, match="no revision"):
        plan(NAME)
    assert plan(NAME, revision="main").commit == "b" * 40


def test_wrong_checksum_registers_nothing_and_a_good_copy_heals_it(repo: Repo) -> None:
    repo.corrupt.add("model.safetensors")
    with pytest.raises(ModelError, match=r"model\.safetensors does not have the checksum"):
        fetch(plan(NAME))
    assert find_record(NAME) is None
    repo.corrupt.clear()
    check_record(fetch(plan(NAME)), NAME)


def test_interrupted_download_registers_nothing_and_goes_on_later(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)  # the hub library waits between its retries
    repo.cut.add("model.safetensors")
    with pytest.raises(NetworkError, match="Pull again"):
        fetch(plan(NAME))
    assert find_record(NAME) is None
    repo.cut.clear()
    check_record(fetch(plan(NAME)), NAME)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        ((403, "GatedRepo"), r"gated[\s\S]*accept them[\s\S]*hf auth login"),
        ((401, "RepoNotFound"), r"no model org/tiny that you may read[\s\S]*HF_TOKEN"),
        ((404, "RepoNotFound"), r"no model org/tiny that you may read"),
        ((404, "RevisionNotFound"), r"no revision 'v9'"),
    ],
)
def test_refusals_come_with_the_steps_to_take(repo: Repo, error: tuple[int, str], message: str) -> None:
    repo.error = error
    with pytest.raises(ModelError, match=message):
        plan(NAME, revision="v9")
    assert find_record(NAME) is None


def test_wrong_token_is_said(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_wrong")
    repo.error = (401, "")
    with pytest.raises((ModelError, NetworkError)) as caught:
        plan(NAME)
    assert "org/tiny" in str(caught.value)


def test_hub_that_is_down(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(NetworkError, match="connection to the hub failed"):
        plan(NAME)


def test_offline_refuses_before_any_connection(cache: Path, no_network: list[object]) -> None:
    with pytest.raises(NetworkError, match="--offline forbids"):
        plan(NAME, offline=True)
    assert no_network == []


def test_full_disk_is_seen_before_the_download(repo: Repo, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = plan(NAME)
    monkeypatch.setattr(download.shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, 1))
    with pytest.raises(ModelError, match=r"MB free[\s\S]*HF_HOME"):
        fetch(wanted)
    assert not any("resolve" in request for request in hub.requests)


def test_disk_that_fills_during_the_download(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    wanted = plan(NAME)
    monkeypatch.setattr("huggingface_hub.hf_hub_download", full)
    with pytest.raises(ModelError, match="disk is full"):
        fetch(wanted)
    assert find_record(NAME) is None


def test_files_that_went_missing_since_are_named(repo: Repo) -> None:
    record = fetch(plan(NAME))
    (record.folder / "spiece.model").unlink()
    with pytest.raises(ModelError, match=r"spiece\.model[\s\S]*tomtat models pull tiny"):
        read_record(NAME, "tiny")


def test_verify_finds_a_changed_byte(repo: Repo) -> None:
    record = fetch(plan(NAME))
    path = (record.folder / "model.safetensors").resolve()
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.chmod(0o644)
    path.write_bytes(data)
    assert read_record(NAME, NAME) == record  # the size is right: only hashing can tell
    with pytest.raises(ModelError, match=r"model\.safetensors is damaged"):
        check_record(record, NAME)


def test_sharded_weights(repo: Repo) -> None:
    (repo.folder / "model.safetensors").rename(repo.folder / "model-00001-of-00001.safetensors")
    (repo.folder / "model.safetensors.index.json").write_text("{}", encoding="utf-8")
    names = {file.name for file in plan(NAME).files}
    assert {"model-00001-of-00001.safetensors", "model.safetensors.index.json"} <= names


@pytest.mark.parametrize("missing", ["config.json", "model.safetensors"])
def test_repository_that_is_no_model(repo: Repo, missing: str) -> None:
    (repo.folder / missing).unlink()
    with pytest.raises(ModelError, match=r"no config\.json|no weights"):
        plan(NAME)


def test_pickled_weights_are_refused_with_the_way_to_safe_ones(repo: Repo) -> None:
    (repo.folder / "model.safetensors").unlink()
    (repo.folder / "pytorch_model.bin").write_bytes(b"never opened")
    with pytest.raises(ModelError, match="never opened") as caught:
        plan(NAME)
    assert "--revision refs/pr/" in caught.value.advice
    assert find_record(NAME) is None
