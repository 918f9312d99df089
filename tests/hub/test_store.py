from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from summarizer.errors import ModelError
from summarizer.hub import store
from summarizer.hub.store import Record, Stored, find_record, folder_hashes, home, record_path, save_record
from summarizer.hub.verify import sha256

RECORD = Record("Org/Name", "c" * 40, Path("/models/x"), "mit", {"config.json": Stored(2, "ab")})


def test_record_is_read_back_whatever_the_case_of_the_name(cache: Path) -> None:
    save_record(RECORD)
    assert find_record("org/name") == RECORD
    assert find_record("org/other") is None
    assert RECORD.missing() == ["config.json"]
    assert [path.name for path in record_path("org/name").parent.iterdir()] == ["org--name.json"]


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"hub": "x"}', '{"hub": "x", "commit": "", "folder": "", "licence": "", "files": {"a": 1}}']
)
def test_damaged_record_says_how_to_remove_it(text: str, cache: Path) -> None:
    save_record(RECORD)
    record_path("org/name").write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="tomtat models remove org/name"):
        find_record("org/name")


def test_writing_is_all_or_nothing(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_record(RECORD)
    before = record_path("org/name").read_text(encoding="utf-8")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        save_record(RECORD)
    assert record_path("org/name").read_text(encoding="utf-8") == before


def test_hashes_of_a_folder_are_remembered_until_a_file_changes(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "a").write_text("1", encoding="utf-8")
    first = folder_hashes(folder)
    assert first == {"a": sha256(folder / "a")}
    monkeypatch.setattr(store, "sha256", lambda _: pytest.fail("hashed again"))
    assert folder_hashes(folder) == first
    monkeypatch.setattr(store, "sha256", sha256)
    (folder / "a").write_text("2", encoding="utf-8")
    os.utime(folder / "a", ns=(1, 1))
    assert folder_hashes(folder) != first
    (home() / "hashes.json").write_text("{", encoding="utf-8")
    assert folder_hashes(folder)["a"] == sha256(folder / "a")
    assert json.loads((home() / "hashes.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("variables", "expected"),
    [({"TOMTAT_CACHE": "/a"}, "/a"), ({"XDG_CACHE_HOME": "/b"}, "/b/tomtat"), ({"HOME": "/c"}, "/c/.cache/tomtat")],
)
def test_cache_folder(variables: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TOMTAT_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert home() == Path(expected)
