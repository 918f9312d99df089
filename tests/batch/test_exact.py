"""The real pipeline with a tiny random model: an article's record does not depend on its company."""

from __future__ import annotations

import json
import random
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "data" / "tiny"))

from tiny_fixtures import m2m, pieces, shipped
from tiny_models import SENTENCES

from summarizer.batch.identity import config_hash, versions
from summarizer.batch.record import Stamp
from summarizer.batch.worker import WorkerSpec, Writer
from summarizer.settings import Settings
from summarizer.types import Article

__all__ = ["m2m", "pieces", "shipped"]


def articles(count: int) -> list[Article]:
    """Stories of different lengths in both languages."""
    rng = random.Random(5)
    found = []
    for n in range(count):
        pool = SENTENCES[:6] if n % 3 else SENTENCES[6:]
        text = " ".join(rng.choices(pool, k=3 + n % 9))
        found.append(Article(f"a{n}", f"{text}\n{rng.choice(pool)}", rng.choice(pool), source="in.jsonl"))
    return found


def lines(writer: Writer, rows: list[Article], window: int) -> dict[str, Any]:
    stamp = Stamp(config_hash(Settings(), None, writer.model), writer.model, versions())
    written = [row for i in range(0, len(rows), window) for row in writer.write(rows[i : i + window], stamp)]
    found = {}
    for row in written:
        record = json.loads(row.line)
        record["batch"].pop("timings")
        found[record["id"]] = record
    return found


@pytest.fixture(scope="module")
def spec(shipped: Path) -> WorkerSpec:
    settings = Settings(model=str(shipped), beams=2, nbest=2)
    return WorkerSpec("summarizer.pipeline:Summarizer", settings, None, "cpu", 1, True)


def test_windows_order_and_threads_do_not_change_a_byte(spec: WorkerSpec) -> None:
    rows = articles(18)
    one, two = Writer(spec), Writer(replace(spec, threads=2))
    alone = lines(one, rows, 1)
    assert len(alone) == 18
    assert all("problem" not in record for record in alone.values())
    assert lines(one, rows, 5) == alone
    assert lines(one, rows[::-1], 16) == alone
    assert lines(two, rows, 18) == alone


def test_the_model_of_a_record_is_the_one_on_the_disk(spec: WorkerSpec, shipped: Path) -> None:
    model = Writer(spec).model
    assert len(model.revision) == 32
    assert {Path(stamp.path).name for stamp in model.files} >= {"model.bin", "tomtat.json"}
    model.check_unchanged()
