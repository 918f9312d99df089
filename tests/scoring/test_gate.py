from __future__ import annotations

import copy
from dataclasses import replace

import pytest

from summarizer.errors import SummarizerError
from summarizer.scoring.gate import baseline_of, check_lowering, failures, lowered
from summarizer.scoring.values import Direction, Report, SystemScore, Value


def value(metric, found, better="higher", version="0.1.0"):
    return Value(metric, found, found - 0.02, found + 0.02, 45, f"{metric}|lang:vi|n:45|v:{version}", better=better)


def report(*values, sha="a" * 64):
    system = SystemScore("ours", values)
    return Report("corpus", sha, "summary", "ours", (Direction("vi", "vi", 45, (system,)),), "0.1.0", 100, 1)


GOOD = report(value("rouge1", 0.45), value("wrong-language", 0.0, "lower"), value("novelty", 0.3))


@pytest.fixture
def baseline():
    return baseline_of(GOOD, ("ours",))


def test_floors_leave_a_little_room_and_hold(baseline):
    floors = baseline["systems"]["ours"]["vi-vi"]
    assert floors["rouge1"]["floor"] == pytest.approx(0.43)
    assert floors["wrong-language"]["floor"] == pytest.approx(0.05)
    assert "novelty" not in floors
    assert failures(baseline, GOOD) == []


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ((value("rouge1", 0.42), value("wrong-language", 0.0, "lower")), "ours vi-vi rouge1 is 0.4200, past its floor"),
        ((value("rouge1", 0.46), value("wrong-language", 0.06, "lower")), "wrong-language is 0.0600"),
        ((value("rouge1", 0.46),), "wrong-language was not measured"),
        ((value("rouge1", 0.46, version="0.2.0"), value("wrong-language", 0.0, "lower")), "made another way"),
    ],
)
def test_what_falls_under_is_told(baseline, values, says):
    assert any(says in text for text in failures(baseline, report(*values)))


def test_a_patch_release_is_no_other_way(baseline):
    values = value("rouge1", 0.46, version="0.1.7"), value("wrong-language", 0.0, "lower")
    assert failures(baseline, report(*values)) == []


def test_floors_of_few_articles_leave_more_room():
    few = replace(value("rouge1", 0.45), low=0.3)
    assert baseline_of(report(few), ("ours",))["systems"]["ours"]["vi-vi"]["rouge1"]["floor"] == pytest.approx(0.375)


def test_floors_are_for_one_corpus(baseline):
    assert "--update" in failures(baseline, replace(GOOD, data_sha256="b" * 64))[0]


def test_raising_is_free_and_lowering_is_told(baseline):
    better = baseline_of(report(value("rouge1", 0.5), value("wrong-language", 0.0, "lower")), ("ours",))
    assert lowered(baseline, better) == []
    assert lowered(better, baseline) == ["gate floor lowered: ours vi-vi rouge1 0.48 to 0.43"]


def test_dropping_a_floor_is_lowering_it(baseline):
    less = copy.deepcopy(baseline)
    del less["systems"]["ours"]["vi-vi"]["rouge1"]
    assert lowered(baseline, less) == ["gate floor dropped: ours vi-vi rouge1"]


def test_lowering_needs_a_flag_and_a_line_in_the_changelog():
    lines = ["gate floor lowered: ours vi-vi rouge1 0.48 to 0.43"]
    check_lowering([], allowed=False, changelog="")
    with pytest.raises(SummarizerError, match="--allow-lower"):
        check_lowering(lines, allowed=False, changelog=f"- {lines[0]}")
    with pytest.raises(SummarizerError, match=r"CHANGELOG.md does not say"):
        check_lowering(lines, allowed=True, changelog="nothing")
    check_lowering(lines, allowed=True, changelog=f"- {lines[0]}, because the corpus grew")
