from __future__ import annotations

import json

import pytest

from summarizer.datasets import load_dataset
from summarizer.errors import DataError
from summarizer.systems import Job, make_system, prepare
from summarizer.systems.base import Output
from summarizer.systems.runner import Source, file_name, peak_mb, predict, read_outputs, run_system

ROWS = [
    {
        "id": f"r{i}",
        "text": f"Cơn mưa thứ {i} kéo dài. Nước lên nhanh. Dân đi sơ tán.",
        "summary": f"Mưa thứ {i} kéo dài",
    }
    for i in range(6)
]
JOB = Job(("vi",))


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "data.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS), encoding="utf-8")
    return Source(str(path))


@pytest.fixture
def stories(source):
    return [prepare(example) for example in source.load().examples]


class Counting:
    """A system that says what it was asked for, and may be stopped."""

    name = "counting"
    own_process = False

    def __init__(self, stop_after=99, stamp="1"):
        self.asked, self._stop, self._stamp = [], stop_after, stamp

    def stamp(self, job):
        return self._stamp

    def outputs(self, stories, job, skip):
        for story in stories:
            if story.id not in skip:
                if len(self.asked) == self._stop:
                    raise KeyboardInterrupt
                self.asked.append(story.id)
                yield Output(story.id, {"vi": story.sentences[0].text})


def test_a_stopped_run_goes_on_where_it_was(stories, tmp_path):
    with pytest.raises(KeyboardInterrupt):
        predict(Counting(stop_after=4), stories, JOB, tmp_path / "p")
    second = Counting()
    predict(second, stories, JOB, tmp_path / "p")
    assert second.asked == ["r4", "r5"]
    saved = list(read_outputs(tmp_path / "p" / "counting.jsonl"))
    assert [output.id for output in saved] == [story.id for story in stories]


def test_a_line_cut_off_by_a_kill_is_made_again(stories, tmp_path):
    predict(Counting(), stories, JOB, tmp_path)
    file = tmp_path / "counting.jsonl"
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole[:-20], encoding="utf-8")
    again = Counting()
    predict(again, stories, JOB, tmp_path)
    assert again.asked == ["r5"]
    assert [o.texts for o in read_outputs(file)] == [{"vi": s.sentences[0].text} for s in stories]


def test_outputs_of_something_else_are_not_mixed_in(stories, tmp_path):
    predict(Counting(), stories, JOB, tmp_path)
    with pytest.raises(DataError, match="made with another stamp"):
        predict(Counting(stamp="2"), stories, JOB, tmp_path)
    with pytest.raises(DataError, match="made with another data"):
        predict(Counting(), stories[:3], JOB, tmp_path)
    with pytest.raises(DataError, match="another langs"):
        predict(Counting(), stories, Job(("vi", "en")), tmp_path)


def test_fresh_makes_everything_again(stories, tmp_path):
    predict(Counting(), stories, JOB, tmp_path)
    again = Counting(stamp="2")
    predict(again, stories, JOB, tmp_path, fresh=True)
    assert len(again.asked) == 6


def test_a_finished_run_asks_for_nothing(stories, tmp_path):
    predict(Counting(), stories, JOB, tmp_path)
    again = Counting()
    predict(again, stories, JOB, tmp_path)
    assert again.asked == []


def test_a_system_in_a_process_of_its_own_has_time_and_memory(source, stories, tmp_path):
    run = run_system("luhn-1", source, stories, JOB, tmp_path)
    assert run.name == "luhn-1"
    assert [o.id for o in run.outputs] == [s.id for s in stories]
    assert run.seconds > 0
    assert run.peak_mb > 20


def test_a_baseline_has_neither(source, stories, tmp_path):
    run = run_system("lead-1", source, stories, JOB, tmp_path)
    assert (run.seconds, run.peak_mb) == (None, None)
    assert run.outputs[2].texts == {"vi": "Cơn mưa thứ 2 kéo dài."}


def test_an_error_in_the_other_process_keeps_its_advice(source, stories, tmp_path):
    with pytest.raises(DataError) as found:
        run_system("luhn-1", Source("gone.jsonl"), stories, JOB, tmp_path)
    assert found.value.problem == "There is no file or folder gone.jsonl."
    assert found.value.advice


def test_this_process_holds_some_memory():
    assert 10 < peak_mb() < 100_000


def test_names_become_file_names():
    assert file_name("ours:org/model:short:direct") == "ours-org-model-short-direct"


def test_saved_summaries_are_a_system(source, stories, tmp_path):
    path = tmp_path / "mine.jsonl"
    rows = [
        {"id": s.id, "vi": {"text": "Mưa lớn"} if i % 2 else "Mưa lớn", "en": "Rain"} for i, s in enumerate(stories)
    ]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    run = run_system(f"file:{path}", source, stories, JOB, tmp_path / "p")
    assert {o.texts["vi"] for o in run.outputs} == {"Mưa lớn"}
    assert all("en" not in o.texts for o in run.outputs)


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([{"id": "r0", "vi": "a"}], "has no summary for r1"),
        ([{"id": "r0", "vi": "a"}, {"id": "r0", "vi": "b"}], "row 2: the id r0 was used before"),
        ([{"vi": "a"}], "row 1: it has no id"),
        (["x"], "row 1: it is not a JSON object"),
    ],
)
def test_saved_summaries_that_are_wrong_are_named(stories, tmp_path, rows, says):
    path = tmp_path / "mine.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with pytest.raises(DataError, match=says):
        list(make_system(f"file:{path}").outputs(stories, JOB, frozenset()))


def test_the_same_set_is_found_again(source):
    assert load_dataset(source.spec).sha256 == source.load().sha256
