from __future__ import annotations

import os

import pytest

from summarizer.batch.job import Machine
from summarizer.batch.sizing import sized
from summarizer.lanes import lanes
from summarizer.settings import Settings


@pytest.fixture
def cores(monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(16)))
    return 16


def test_without_a_model_every_core_gets_a_process(cores: int) -> None:
    machine = sized(Machine(), Settings(model="extractive"))
    assert (machine.workers, machine.threads) == (cores, 1)


@pytest.mark.parametrize(
    ("workers", "threads", "expected"),
    [(0, 0, (4, 4)), (2, 0, (2, 8)), (0, 8, (2, 8)), (3, 1, (3, 1)), (0, 32, (1, 32))],
)
def test_with_a_model_workers_share_the_cores(
    cores: int, workers: int, threads: int, expected: tuple[int, int]
) -> None:
    machine = sized(Machine(device="cpu", workers=workers, threads=threads), Settings())
    assert (machine.workers, machine.threads) == expected


def test_what_was_asked_for_stays() -> None:
    asked = Machine(device="cpu", workers=5, threads=6, window=7)
    assert sized(asked, Settings()) == asked


def test_a_cluster_counts_its_own_workers() -> None:
    machine = sized(Machine(engine="ray"), Settings())
    assert (machine.workers, machine.threads) == (0, 1)


def test_a_second_window_is_in_a_worker_only_where_the_first_can_wait_for_an_engine() -> None:
    assert lanes(Settings(model="extractive")) == 1
    assert lanes(Settings()) == 2
