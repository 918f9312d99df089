from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from summarizer.batch.identity import (
    Model,
    article_name,
    config_hash,
    content_hash,
    failure_name,
    identify,
    row_name,
    row_state,
    versions,
)
from summarizer.errors import ModelError
from summarizer.formats.document import Failure
from summarizer.settings import Settings
from summarizer.types import Article

ARTICLE = Article("a", "Hoà bình đến sớm.", "Tin", "2025-10-25", "in.jsonl")
MODEL = Model("tomtat 0.1.0", "ab" * 16)


def test_content_is_title_date_and_text_only() -> None:
    same = replace(ARTICLE, id="b", source="other.jsonl", warnings=("w",))
    assert content_hash(same) == content_hash(ARTICLE)
    for change in ({"text": "Hòa bình đến sớm."}, {"title": ""}, {"date": ""}):
        assert content_hash(replace(ARTICLE, **change)) != content_hash(ARTICLE)
    assert content_hash(replace(ARTICLE, title="Tin 2025", date="")) != content_hash(
        replace(ARTICLE, title="Tin", date="2025")
    )


def test_config_is_everything_that_decides_a_summary(tmp_path: Path) -> None:
    base = config_hash(Settings(), None, MODEL)
    assert config_hash(Settings(), None, replace(MODEL, files=())) == base
    for settings in (Settings(length="medium"), Settings(to=("vi",)), Settings(beams=5), Settings(route="cascade")):
        assert config_hash(settings, None, MODEL) != base
    assert config_hash(Settings(), None, replace(MODEL, revision="cd" * 16)) != base
    terms = tmp_path / "terms.toml"
    terms.write_text("", encoding="utf-8")
    unchanged = config_hash(Settings(), terms, MODEL)
    terms.write_text('"Bộ Công an" = "Ministry of Public Security"', encoding="utf-8")
    assert config_hash(Settings(), terms, MODEL) != unchanged


def test_settings_that_only_a_model_reads_do_not_touch_extracts() -> None:
    extractive = Settings(model="extractive")
    none = Model("extractive")
    assert config_hash(replace(extractive, beams=8, route="direct"), None, none) == config_hash(extractive, None, none)
    assert config_hash(replace(extractive, length="medium"), None, none) != config_hash(extractive, None, none)


def test_names_tell_rows_apart() -> None:
    names = {
        article_name("a"),
        article_name("á"),
        failure_name("a", None, ""),
        failure_name("a", 1, ""),
        failure_name("a", 11, ""),
        failure_name("a1", 1, ""),
    }
    assert len(names) == 6
    assert row_name(ARTICLE) == article_name("a")
    assert row_name(Failure("in.jsonl", "damaged", row=7)) == failure_name("in.jsonl", 7, "")
    assert row_state(None, None) == 0 != row_state("x", "y")
    assert max(names) < 2**64


def test_a_model_with_files_is_known_by_their_content(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(b"one")
    (tmp_path / "tomtat.json").write_bytes(b"{}")
    backend = SimpleNamespace(name="m", folders=(tmp_path,))
    first = identify(backend)
    assert len(first.revision) == 32
    assert [Path(stamp.path).name for stamp in first.files] == ["model.bin", "tomtat.json"]
    first.check_unchanged()
    (tmp_path / "model.bin").write_bytes(b"two")
    os.utime(tmp_path / "model.bin", ns=(1, 1))
    with pytest.raises(ModelError, match=r"model\.bin was replaced"):
        first.check_unchanged()
    with pytest.raises(ModelError, match="replaced"):
        first.check_same(identify(backend))
    (tmp_path / "model.bin").unlink()
    with pytest.raises(ModelError, match="replaced"):
        first.check_unchanged()


def test_a_model_without_files_has_no_revision() -> None:
    assert identify(SimpleNamespace(name="extractive", folders=())) == Model("extractive", "", ())


def test_versions_name_the_program_and_its_engine() -> None:
    assert {"tomtat", "python", "ctranslate2"} <= set(versions())
