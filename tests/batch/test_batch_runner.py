from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from batch_files import comparable, ids, make_rows, records

from summarizer.batch.job import Job, Machine, Shard
from summarizer.batch.lock import locked
from summarizer.batch.runner import run
from summarizer.errors import SummarizerError
from summarizer.settings import Settings

Write = Callable[..., Path]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.jsonl"


def counts(report: object) -> tuple[int, ...]:
    return tuple(getattr(report, name) for name in ("written", "failed", "kept", "kept_failed"))


def test_a_finished_batch_is_left_as_it_is(write_input: Write, out: Path, stub_machine: Machine) -> None:
    job = Job((str(write_input([*make_rows(9, {3: "UNREADABLE"}), "no json"])),), str(out))
    report = run(job, stub_machine, quiet=True)
    assert counts(report) == (8, 2, 0, 0)
    assert ids(out) == [f"a{n}" for n in range(9)] + [""]
    assert report.errors is not None
    assert [row["row"] for row in records(report.errors)] == [None, 10]
    before = out.read_bytes()
    assert counts(run(job, stub_machine, quiet=True)) == (0, 0, 8, 2)
    assert out.read_bytes() == before
    assert sorted(p.name for p in out.parent.iterdir()) == ["in.jsonl", "out.errors.jsonl", "out.jsonl"]


def test_failed_rows_are_tried_again_when_asked(write_input: Write, out: Path, stub_machine: Machine) -> None:
    job = Job((str(write_input([*make_rows(4, {1: "BUG"}), "no json"])),), str(out))
    assert counts(run(job, stub_machine, quiet=True)) == (3, 2, 0, 0)
    write_input([*make_rows(4, {1: "BUG"}), make_rows(5)[4]])
    assert counts(run(job, stub_machine, quiet=True)) == (1, 0, 3, 1)
    report = run(replace(job, retry_failed=True), stub_machine, quiet=True)
    assert counts(report) == (0, 1, 4, 0)
    assert sorted(ids(out)) == ["a0", "a1", "a2", "a3", "a4"]


def test_only_what_changed_is_done_again(write_input: Write, out: Path, stub_machine: Machine) -> None:
    rows = make_rows(6)
    job = Job((str(write_input(rows)),), str(out))
    run(replace(job, limit=3), stub_machine, quiet=True)
    medium = replace(job, settings=Settings(length="medium"))
    report = run(medium, stub_machine, quiet=True)
    assert counts(report) == (6, 0, 0, 0)
    assert report.redone == 3
    assert len({row["batch"]["config_hash"] for row in records(out)}) == 1
    assert sorted(ids(out)) == [row["id"] for row in rows]
    rows[2]["text"] += " Có cập nhật."
    write_input(rows)
    changed = run(medium, stub_machine, quiet=True)
    assert counts(changed) == (1, 0, 5, 0)
    assert sorted(ids(out)) == [row["id"] for row in rows]


def test_a_mixed_output_is_redone_only_where_it_differs(write_input: Write, out: Path, stub_machine: Machine) -> None:
    job = Job((str(write_input(make_rows(8))),), str(out))
    medium = Settings(length="medium")
    run(replace(job, limit=4), stub_machine, quiet=True)
    run(replace(job, shard=Shard(1, 2), settings=medium), stub_machine, quiet=True)
    done = sum("(medium)" in row["vi"]["text"] for row in records(out))
    assert 0 < done < 8
    assert counts(run(replace(job, settings=medium), stub_machine, quiet=True)) == (8 - done, 0, done, 0)
    assert all("(medium)" in row["vi"]["text"] for row in records(out))


def test_rows_with_the_same_id_are_all_done(write_input: Write, out: Path, stub_machine: Machine) -> None:
    one, two = make_rows(2)
    job = Job((str(write_input([one, {**two, "id": "a0"}, one])),), str(out))
    run(job, stub_machine, quiet=True)
    assert ids(out) == ["a0", "a0-2", "a0-3"]
    assert counts(run(job, stub_machine, quiet=True)) == (0, 0, 3, 0)


def test_two_runs_do_not_share_an_output(write_input: Write, out: Path, stub_machine: Machine) -> None:
    job = Job((str(write_input(make_rows(2))),), str(out))
    with locked(out), pytest.raises(SummarizerError, match="Another run"):
        run(job, stub_machine, quiet=True)


def test_a_corrupt_last_line_and_one_in_the_middle_are_done_again(
    write_input: Write, out: Path, stub_machine: Machine
) -> None:
    job = Job((str(write_input(make_rows(6))),), str(out))
    run(job, stub_machine, quiet=True)
    whole = comparable(out)
    lines = out.read_bytes().splitlines(keepends=True)
    lines[2] = lines[2][:60] + b"\xff\xfe\n"
    lines[5] = lines[5][:-30]
    out.write_bytes(b"".join(lines))
    assert counts(run(job, stub_machine, quiet=True)) == (2, 0, 4, 0)
    assert comparable(out) == whole


def test_ten_thousand_bad_rows_are_each_reported(write_input: Write, out: Path, stub_machine: Machine) -> None:
    job = Job((str(write_input([*make_rows(3), *["{bad"] * 10_000])),), str(out))
    report = run(job, replace(stub_machine, window=64), quiet=True)
    assert counts(report) == (3, 10_000, 0, 0)
    assert report.errors is not None
    assert [row["row"] for row in records(report.errors)] == list(range(4, 10_004))
    assert "10,000 failed" in report.sentence()


def test_workers_windows_and_order_do_not_change_a_record(
    write_input: Write, tmp_path: Path, stub_machine: Machine
) -> None:
    rows = make_rows(23, {4: "UNREADABLE"})
    source = write_input(rows)
    outputs = []
    for n, (window, workers) in enumerate([(1, 1), (7, 2), (64, 1)]):
        outputs.append(tmp_path / f"{n}.jsonl")
        machine = replace(stub_machine, window=window, workers=workers)
        run(Job((str(source),), str(outputs[-1])), machine, quiet=True)
    write_input(rows[::-1])
    outputs.append(tmp_path / "back.jsonl")
    run(Job((str(source),), str(outputs[-1])), stub_machine, quiet=True)
    first = comparable(outputs[0])
    assert len(first) == 23
    assert all(comparable(path) == first for path in outputs[1:])


def test_an_empty_input_is_one_failed_document(write_input: Write, out: Path, stub_machine: Machine) -> None:
    report = run(Job((str(write_input([])),), str(out)), stub_machine, quiet=True)
    assert counts(report) == (0, 1, 0, 0)
    assert "in.jsonl" in records(out)[0]["problem"]
