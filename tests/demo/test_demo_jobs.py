from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from demo_fakes import CRASH, SLOW, FakeWriter
from demo_helpers import ARTICLE

from summarizer.demo.config import Config, Limits
from summarizer.demo.engine import Engine
from summarizer.demo.guard import History
from summarizer.demo.jobs import BatchJob, Jobs
from summarizer.demo.problems import Problem
from summarizer.demo.view.batch import batch_html, csv_lines
from summarizer.errors import ModelError
from summarizer.settings import Settings

BODY = ARTICLE.partition("\n\n")[2]


def make(tmp_path: Path, **limits: int) -> Jobs:
    config = Config(limits=Limits(**limits), history=tmp_path / "history.jsonl")
    return Jobs(config, Engine(FakeWriter), History(config.history))


def files(tmp_path: Path, *texts: str) -> list[tuple[Path, str]]:
    made = []
    for number, text in enumerate(texts):
        path = tmp_path / f"{number}.txt"
        path.write_text(text, encoding="utf-8")
        made.append((path, f"bài {number}.txt"))
    return made


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def ended(job: BatchJob) -> BatchJob:
    until(lambda: job.ended is not None)
    return job


def test_bad_documents_keep_their_place(tmp_path: Path) -> None:
    jobs = make(tmp_path)
    job = ended(jobs.start(files(tmp_path, ARTICLE, "", ARTICLE, "Ngắn quá."), Settings()))
    lines = [json.loads(line) for line in job.results.read_text(encoding="utf-8").splitlines()]
    assert [line["schema"].split("/")[1] for line in lines] == ["summary", "error", "summary", "error"]
    assert [failure.source for failure in job.failures] == ["bài 1.txt", "bài 3.txt"]  # never the server's path
    assert (job.done, job.total, job.cut) == (4, 4, False)
    assert jobs.find(job.id) is job
    assert len((tmp_path / "history.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    shown = batch_html(job)
    assert "Xong 2 bài, 2 bài lỗi." in shown
    assert str(tmp_path) not in shown


def test_what_is_over_the_limit_is_said(tmp_path: Path) -> None:
    job = ended(make(tmp_path, batch_articles=2).start(files(tmp_path, *[ARTICLE] * 3), Settings()))
    assert (job.done, job.cut) == (2, True)
    assert "Chỉ 2 bài đầu" in batch_html(job)


def test_a_crash_costs_its_window_only(tmp_path: Path) -> None:
    job = ended(make(tmp_path).start(files(tmp_path, f"{ARTICLE}\n\n{CRASH}", *[ARTICLE] * 4), Settings()))
    assert [failure.source for failure in job.failures] == [f"bài {n}.txt" for n in range(4)]
    assert job.done == 5
    assert CRASH not in batch_html(job)


def test_a_model_that_does_not_open_ends_it(tmp_path: Path) -> None:
    def broken(name: str) -> FakeWriter:
        raise ModelError("The model is damaged.", "Download it again.")

    jobs = Jobs(Config(), Engine(broken), History(None))
    job = ended(jobs.start(files(tmp_path, ARTICLE), Settings()))
    assert job.error is not None
    assert "The model is damaged." in batch_html(job)


def test_stopping_keeps_what_is_done(tmp_path: Path) -> None:
    jobs = make(tmp_path)
    job = jobs.start(files(tmp_path, *[ARTICLE] * 4, f"{ARTICLE}\n\n{SLOW}"), Settings())
    until(lambda: job.done == 4)
    jobs.stop(job.id)
    ended(job)
    assert job.done == 4
    assert len(job.results.read_text(encoding="utf-8").splitlines()) == 4
    jobs.stop("no such job")


def test_limits_of_number_and_age(tmp_path: Path) -> None:
    jobs = make(tmp_path, batch_jobs=1, keep_minutes=0)
    job = jobs.start(files(tmp_path, f"{ARTICLE}\n\n{SLOW}"), Settings())
    with pytest.raises(Problem):
        jobs.start(files(tmp_path, ARTICLE), Settings())
    jobs.stop(job.id)
    ended(job)
    until(lambda: jobs.find(job.id) is None)
    assert not job.results.exists()


def test_csv_cells_are_no_formulas(tmp_path: Path) -> None:
    evil = tmp_path / "e.jsonl"
    evil.write_text(json.dumps({"id": "=1+1", "title": "@x", "text": BODY}) + "\n", encoding="utf-8")
    jobs = make(tmp_path)  # its folder goes with it
    job = ended(jobs.start([(evil, "e.jsonl")], Settings()))
    table = "".join(csv_lines(job.results))
    assert table.startswith("\ufeffid,title")
    assert "\n'=1+1,'@x," in table.replace("\r", "")
