from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as arrow
from batch_files import make_rows
from pyarrow import parquet

from summarizer.batch.identity import Model, config_hash, content_hash, row_name, row_state
from summarizer.batch.job import Job, Shard
from summarizer.batch.journal import Index, Lines
from summarizer.batch.reading import Source, Window, chosen_rows, estimate_rows, read_rows
from summarizer.formats.document import Failure
from summarizer.types import Article

Write = Callable[..., Path]
MODEL = Model("stub")


def index_of(*known: tuple[int, int, bool]) -> Index:
    return Index(
        Lines(
            np.array([k[0] for k in known], dtype=np.uint64),
            np.array([k[1] for k in known], dtype=np.uint64),
            np.array([k[2] for k in known], dtype=np.bool_),
            np.zeros(len(known), dtype=np.bool_),
        )
    )


def chosen_ids(job: Job) -> list[str]:
    return [row.id for _, row in chosen_rows(job)]


def test_rows_come_in_order_with_an_id_of_their_own(write_input: Write) -> None:
    rows = make_rows(3)
    path = write_input([rows[0], rows[0], "no json", rows[1]])
    read = list(read_rows(Job((str(path),), "out.jsonl")))
    assert [row.id for row in read] == ["a0", "a0-2", "", "a1"]
    assert isinstance(read[2], Failure)


def test_remote_and_local_inputs_share_one_set_of_ids(write_input: Write, tmp_path: Path) -> None:
    local = write_input(make_rows(2))
    for name in ("b1.jsonl", "b2.jsonl"):
        write_input(make_rows(1), name)
    read = list(read_rows(Job((str(local), f"file://{tmp_path}/b*.jsonl"), "out.jsonl")))
    assert [row.id for row in read] == ["a0", "a1", "a0-2", "a0-3"]
    assert isinstance(read[2], Article)
    assert read[2].source.endswith("b1.jsonl")


def test_a_remote_input_that_cannot_be_read_is_a_failure(tmp_path: Path) -> None:
    read = list(read_rows(Job((f"file://{tmp_path}/no.jsonl", "nosuch://x/in.jsonl"), "out.jsonl")))
    assert len(read) == 2
    assert all(isinstance(row, Failure) and "cannot be read" in row.problem for row in read)


def test_limit_sample_and_shard(write_input: Write) -> None:
    job = Job((str(write_input(make_rows(60))),), "out.jsonl")
    everything = chosen_ids(job)
    assert chosen_ids(replace(job, limit=5)) == everything[:5]
    drawn = chosen_ids(replace(job, sample=20))
    assert len(drawn) == 20
    assert drawn == [i for i in everything if i in set(drawn)]
    assert drawn == chosen_ids(replace(job, sample=20))
    assert drawn != chosen_ids(replace(job, sample=20, seed=1))
    assert chosen_ids(replace(job, sample=99)) == everything
    parts = [chosen_ids(replace(job, sample=20, shard=Shard(i, 2))) for i in (1, 2)]
    assert sorted(parts[0] + parts[1]) == sorted(drawn)
    assert chosen_ids(replace(job, sample=20, shard=Shard(2, 2), limit=3)) == parts[1][:3]


def test_a_sample_does_not_depend_on_the_order_of_rows(write_input: Write) -> None:
    rows = make_rows(50)
    forth = Job((str(write_input(rows, "forth.jsonl")),), "out.jsonl", sample=10, seed=3)
    back = replace(forth, inputs=(str(write_input(rows[::-1], "back.jsonl")),))
    assert chosen_ids(forth) == chosen_ids(back)[::-1]


def test_only_rows_that_are_not_done_reach_a_window(write_input: Write) -> None:
    job = Job((str(write_input([*make_rows(6), "no json"])),), "out.jsonl")
    config = config_hash(job.settings, None, MODEL)
    named = list(chosen_rows(job))
    states = [row_state(content_hash(row) if isinstance(row, Article) else None, config) for _, row in named]
    names = [name for name, _ in named]
    index = index_of(
        (names[0], states[0], False),  # done
        (names[1], states[1], True),  # failed
        (names[2], 123, False),  # of other content or settings
        (names[6], states[6], True),  # could not be read
    )
    windows = list(Source(job, index, MODEL, size=3))
    assert [[row.id for row in window.rows] for window in windows] == [["a2", "a3", "a4"], ["a5"]]
    assert [(w.kept, w.kept_failed, w.redone) for w in windows] == [(1, 1, 1), (0, 1, 0)]


def test_many_kept_rows_are_told_without_waiting_for_a_window(write_input: Write) -> None:
    job = Job((str(write_input(make_rows(2100))),), "out.jsonl")
    config = config_hash(job.settings, None, MODEL)
    known = [
        (name, row_state(content_hash(row), config), False)
        for name, row in chosen_rows(job)
        if isinstance(row, Article)
    ]
    assert list(Source(job, index_of(*known), MODEL, size=3)) == [
        Window((), kept=1000),
        Window((), kept=1000),
        Window((), kept=100),
    ]


def test_how_many_rows_to_expect(write_input: Write, tmp_path: Path) -> None:
    lines = str(write_input(make_rows(10)))
    table = tmp_path / "t.csv"
    table.write_text("id,text\na,Một bài.\nb,Hai bài.\n", encoding="utf-8")
    job = Job((lines, str(table), str(tmp_path / "no.txt")), "out.jsonl")
    assert estimate_rows(job) == 10 + 2 + 1
    assert estimate_rows(replace(job, limit=4)) == 4
    assert estimate_rows(replace(job, sample=8, shard=Shard(1, 2))) == 4
    assert estimate_rows(replace(job, inputs=("-",))) is None
    assert estimate_rows(replace(job, inputs=(lines, "s3://bucket/in.jsonl"))) is None


def test_parquet_rows_are_counted_from_its_metadata(tmp_path: Path) -> None:
    parquet.write_table(arrow.table({"text": ["a", "b", "c"]}), tmp_path / "t.parquet")
    assert estimate_rows(Job((str(tmp_path / "t.parquet"),), "out.jsonl")) == 3


def test_names_of_windows_are_names_of_rows(write_input: Write) -> None:
    job = Job((str(write_input(make_rows(2))),), "out.jsonl")
    assert [name for name, _ in chosen_rows(job)] == [row_name(row) for row in read_rows(job)]


def test_a_folder_that_holds_the_output_does_not_feed_it_back(write_input: Write, tmp_path: Path) -> None:
    write_input(make_rows(2))
    for name in ("out.jsonl", "out.errors.jsonl"):
        write_input(['{"schema": "tomtat/error/1"}'], name)
    read = list(read_rows(Job((str(tmp_path),), f"{tmp_path}/../{tmp_path.name}/out.jsonl")))
    assert [row.id for row in read] == ["a0", "a1"]
