from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from summarizer.finishing import Desk

EVAL = Path(__file__).resolve().parents[1] / "eval"


@pytest.mark.parametrize("script", ["profile_article", "check_cost"])
def test_every_timed_step_is_there(script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(EVAL))
    for owner, name, _ in importlib.import_module(script).STEPS:
        assert callable(getattr(owner, name, None)), f"{owner.__name__}.{name} is timed by {script}.py and is gone"


def test_all_that_the_desk_does_is_counted_as_checking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(EVAL))
    timed = {name for owner, name, _ in importlib.import_module("check_cost").STEPS if owner is Desk}
    public = {name for name in vars(Desk) if not name.startswith("_") and callable(getattr(Desk, name))}
    assert public - {"check"} == timed  # the others call it


def test_a_step_inside_another_one_is_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(EVAL))
    now = iter(range(100)).__next__
    clock = importlib.import_module("profile_article").Clock(now)
    inner = clock.timed("inner", now)  # 1 to 3, and a second in it
    clock.timed("outer", inner)()  # 0 to 4
    assert clock.seconds == {"inner": 2, "outer": 2}
