from __future__ import annotations

from pathlib import Path

from summarizer.batch.pool import Done
from summarizer.batch.progress import Bar, Report
from summarizer.batch.reading import Window
from summarizer.batch.record import Row


def done(lines: str, kept: int = 0, kept_failed: int = 0) -> Done:
    return Done(tuple(Row(b"", mark == "f") for mark in lines), Window((), kept, kept_failed))


def test_a_report_adds_up_windows() -> None:
    report = Report()
    for window in (done("..f"), done("", kept=1000), done(".f", kept_failed=2)):
        report.add(window)
    assert (report.written, report.failed, report.kept, report.kept_failed) == (3, 2, 1000, 2)
    assert report.all_failed == 4


def test_the_sentence_at_the_end() -> None:
    report = Report(written=98_412, failed=1_588, seconds=723.4)
    assert report.sentence() == "98,412 summarised, 1,588 failed in 12 min 3 s, 138.2 a second."
    report.errors = Path("out.errors.jsonl")
    report.kept, report.kept_failed = 5, 1
    report.interrupted = True
    said = report.sentence()
    assert said.startswith("Interrupted. ")
    assert "5 kept from before and 1 that had failed." in said
    assert said.endswith("listed in out.errors.jsonl; to try them again add --retry-failed.")
    assert Report(kept=3, seconds=0.25).sentence() == "0 summarised, 0 failed in 0.2 s; 3 kept from before."
    assert "in 2 h 5 min" in Report(written=1, seconds=7500).sentence()


def test_kept_rows_move_the_bar_without_counting_as_speed() -> None:
    with Bar(2000, quiet=False) as bar:
        bar.move(done("", kept=1000))
        bar.move(done("...."))
        state = bar._bar.format_dict
        assert state["n"] == 1004
        assert state["initial"] == 1000
