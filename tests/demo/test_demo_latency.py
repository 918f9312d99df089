from __future__ import annotations

import importlib.util
import re
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import httpx
import pytest
from demo_fakes import SLOW
from demo_helpers import ARTICLE, Served, serve
from playwright.sync_api import Browser

from summarizer.demo.config import Config, Limits

AT_ONCE = 20
SOON = 0.2  # seconds
TRIES = 15
SCRIPT = Path(__file__).parents[2] / "eval" / "demo_latency.py"
LONG = f"{ARTICLE}\n\n{SLOW}"


@pytest.fixture(scope="module")
def latency() -> ModuleType:
    """The script eval/demo_latency.py, whose visitors speak HTTP as the page's own script does."""
    spec = importlib.util.spec_from_file_location("eval_demo_latency", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def slow() -> Iterator[Served]:
    """A page whose model takes a while for every article, with the limits of a real one."""
    up = serve(Config(limits=Limits(per_minute=0)), delay=0.1)
    yield up
    up.page.close(verbose=False)


def best(measure: Callable[[], float], enough: float) -> float:
    """The best of several: on a busy machine any one of them may have to wait for a processor."""
    found = measure()
    for _ in range(TRIES - 1):
        if found < enough:
            break
        found = min(found, measure())
    return found


@contextmanager
def long_job(latency: ModuleType, url: str) -> Iterator[None]:
    """Somebody whose articles take the model three seconds each."""
    visitors = [latency.Visitor(url) for _ in range(12)]
    threads = [threading.Thread(target=lambda v=v: list(v.summarize(LONG))) for v in visitors]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for visitor in visitors:
            visitor.stop()
        for thread in threads:
            thread.join()


def test_a_click_is_answered_by_the_server_while_a_long_job_runs(latency: ModuleType, slow: Served) -> None:
    with long_job(latency, slow.url):
        assert best(lambda: latency.click(slow.url, ARTICLE)[0], SOON) < SOON
        assert best(lambda: latency.click(slow.url, ARTICLE)[1], 2 * SOON) < 2 * SOON  # the place, after reading
    # who gave up a place does not take one; what the model had begun is finished
    assert httpx.get(f"{slow.url}health").json()["waiting"] <= 1


def test_a_click_is_answered_in_the_browser_while_a_long_job_runs(
    latency: ModuleType, slow: Served, browser: Browser
) -> None:
    context = browser.new_context(locale="en-US")
    page = context.new_page()
    with long_job(latency, slow.url):
        page.goto(slow.url)
        moved = best(lambda: latency.clicks(page, ARTICLE, 1)[0]["moved"], SOON)
        answered = best(lambda: latency.clicks(page, ARTICLE, 1)[0]["answered"], 2 * SOON)
    context.close()
    assert moved < SOON  # the page's own script
    assert answered < 2 * SOON  # the server's words, drawn


def test_twenty_visitors_at_once_get_their_own_and_see_the_line(latency: ModuleType, slow: Served) -> None:
    texts = [ARTICLE.replace("412 m", f"{1000 + n} m") for n in range(AT_ONCE)]
    told = latency.crowd(slow.url, texts)
    for number, one in enumerate(told):
        found = set(re.findall(r"\b1\d{3} m\b", one.last.data))
        assert found == {f"{1000 + number} m"}
        assert "tt-problem" not in one.last.data
        assert "tt-pending" not in one.last.data
    assert max(one.ahead for one in told) >= AT_ONCE // 2
    assert sum(one.ahead > 0 for one in told) >= AT_ONCE // 2


def test_more_visitors_than_the_line_is_long_are_told_so(latency: ModuleType) -> None:
    up = serve(Config(limits=Limits(per_minute=0, waiting=3)), delay=0.5)
    try:
        told = latency.crowd(up.url, [ARTICLE] * 8)
    finally:
        up.page.close(verbose=False)
    refused = [one for one in told if "3 requests are waiting already" in one.last.data]
    written = [one for one in told if "tt-summary" in one.last.data]
    assert refused
    assert len(refused) + len(written) == len(told)


def test_the_script_says_how_everybody_fared(latency: ModuleType) -> None:
    heard = [latency.Heard(1.0, "process_generating", f'"<h3>{n} &quot;bài&quot;</h3>"') for n in range(3)]
    told = [latency.Told(one, n, 2.0) for n, one in enumerate(heard)]
    said = latency.told_of(told, [f'{n} "bài"\n\nThân bài.' for n in range(3)])
    assert said.startswith("3 visitors at once: 3 got the summary of their article, 0 that of another; 2 were told")
    assert latency.row("a", [0.1, 0.3, 0.2]) == "| a | 200 | 300 |"
    assert latency.Heard(0.0, "x", "Waiting your turn, 12 ahead of you…").ahead == 12
