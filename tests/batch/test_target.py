from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from batch_files import comparable, make_rows, records
from pyarrow import parquet

from summarizer.batch.job import Job, Machine
from summarizer.batch.runner import run
from summarizer.batch.target import Target
from summarizer.errors import SummarizerError

Write = Callable[..., Path]


def test_a_local_jsonl_is_its_own_journal(tmp_path: Path) -> None:
    target = Target.of(str(tmp_path / "out.jsonl"))
    assert target.direct
    assert target.journal == tmp_path / "out.jsonl"
    assert target.errors == tmp_path / "out.errors.jsonl"


def test_tables_and_remote_outputs_have_a_journal_beside_or_here(tmp_path: Path) -> None:
    table = Target.of(str(tmp_path / "out.parquet"))
    remote = Target.of("memory://bucket/deep/out.jsonl")
    assert not table.direct
    assert table.journal == tmp_path / "out.parquet.journal.jsonl"
    assert table.errors == tmp_path / "out.errors.jsonl"
    assert not remote.direct
    assert remote.journal == Path("out.jsonl.journal.jsonl")
    assert remote.errors == Path("out.errors.jsonl")


def test_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SummarizerError, match="is a folder"):
        Target.of(str(tmp_path))
    with pytest.raises(SummarizerError, match="does not exist"):
        Target.of(str(tmp_path / "no" / "out.jsonl"))


def test_a_table_holds_the_records_and_is_resumed(write_input: Write, tmp_path: Path, stub_machine: Machine) -> None:
    rows = [*make_rows(5, {2: "UNREADABLE"}), "no json"]
    lines, table = str(tmp_path / "out.jsonl"), str(tmp_path / "out.parquet")
    run(Job((str(write_input(rows)),), lines), stub_machine, quiet=True)
    first = run(Job((str(write_input(rows)),), table), stub_machine, quiet=True)
    assert (first.written, first.failed, first.kept) == (4, 2, 0)
    read = parquet.read_table(table).to_pylist()
    whole = [json.loads(row["record"]) for row in read]
    (tmp_path / "back.jsonl").write_text("".join(f"{row['record']}\n" for row in read), encoding="utf-8")
    assert comparable(tmp_path / "back.jsonl") == comparable(Path(lines))
    assert [row["id"] for row in read] == [row["id"] for row in whole]
    assert read[0]["vi"] == whole[0]["vi"]["text"]
    assert read[0]["vi_method"] == "extractive"
    assert read[2]["vi"] is None
    assert "third language" in read[2]["problem"]
    assert read[5]["row"] == 6
    assert not (tmp_path / "out.parquet.journal.jsonl").exists()
    again = run(Job((str(write_input([*rows, make_rows(9)[8]])),), table), stub_machine, quiet=True)
    assert (again.written, again.failed, again.kept, again.kept_failed) == (1, 0, 4, 2)
    assert parquet.read_metadata(table).num_rows == 7


def test_a_table_of_somebody_else_is_left_alone(write_input: Write, tmp_path: Path, stub_machine: Machine) -> None:
    import pyarrow

    table = tmp_path / "out.parquet"
    parquet.write_table(pyarrow.table({"mine": [1]}), table)
    before = table.read_bytes()
    with pytest.raises(SummarizerError, match="not written by tomtat batch"):
        run(Job((str(write_input(make_rows(2))),), str(table)), stub_machine, quiet=True)
    assert table.read_bytes() == before


def test_a_remote_output_is_published_and_resumed(
    write_input: Write, tmp_path: Path, stub_machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fsspec

    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    job = Job((str(write_input(make_rows(3))),), "memory://bucket/out.jsonl")
    run(job, stub_machine, quiet=True)
    with fsspec.open("memory://bucket/out.jsonl", "rb") as file:
        (tmp_path / "copy.jsonl").write_bytes(file.read())
    assert len(records(tmp_path / "copy.jsonl")) == 3
    assert run(job, stub_machine, quiet=True).kept == 3
    assert list((tmp_path / "work").iterdir()) == []


def test_the_error_file_goes_when_there_are_no_errors(tmp_path: Path) -> None:
    target = Target.of(str(tmp_path / "out.jsonl"))
    target.errors.write_text("old", encoding="utf-8")
    target.journal.write_bytes(b'{"schema": "tomtat/summary/1"}\n')
    assert target.write_errors() is None
    assert not target.errors.exists()
