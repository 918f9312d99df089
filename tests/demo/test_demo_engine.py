from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import aclosing

import pytest
from demo_fakes import CRASH, FakeWriter
from demo_helpers import ARTICLE, run_async

from summarizer.demo.engine import Engine, Outcome, Place
from summarizer.demo.problems import Problem
from summarizer.errors import ModelError
from summarizer.settings import Settings
from summarizer.types import Article, Summary


def article(name: str, text: str = ARTICLE) -> Article:
    return Article(name, text.partition("\n\n")[2], source=name)


class Gate(FakeWriter):
    """A writer that waits until the test opens the gate, and notes the order in which it was asked."""

    def __init__(self, model: str) -> None:
        super().__init__(model)
        self.open = threading.Event()
        self.order: list[str] = []

    def summarize_many(
        self, articles: Iterable[Article], *, watch: Callable[[Summary], None] | None = None
    ) -> Iterator[Outcome]:
        for one in articles:
            self.order.append(one.id)
            self.open.wait(10)
            yield from super().summarize_many([one], watch=watch)


@pytest.fixture
def gate() -> Iterator[tuple[Engine, Gate]]:
    writer = Gate("tomtat")
    yield Engine(lambda model: writer, waiting=3), writer
    writer.open.set()


def test_first_come_first_served_and_a_place_in_the_line(gate: tuple[Engine, Gate]) -> None:
    engine, writer = gate
    tickets = [engine.submit(Settings(), [article(name)]) for name in "abc"]
    assert [engine.ahead(ticket) for ticket in tickets] == [0, 1, 2]
    writer.open.set()
    assert [ticket.future.result(10)[0].article.id for ticket in tickets] == ["a", "b", "c"]  # type: ignore[union-attr]
    assert writer.order == ["a", "b", "c"]


def test_a_full_line_is_a_problem_in_both_languages(gate: tuple[Engine, Gate]) -> None:
    engine, _ = gate
    for name in "abcd":
        engine.submit(Settings(), [article(name)])
    with pytest.raises(Problem) as caught:
        engine.submit(Settings(), [article("e")])
    assert "3 yêu cầu chờ" in caught.value.pair[0]
    assert "3 requests" in caught.value.pair[1]


def test_giving_up_a_place_lets_the_next_one_in(gate: tuple[Engine, Gate]) -> None:
    engine, writer = gate
    engine.submit(Settings(), [article("a")], owner="x")
    second = engine.submit(Settings(), [article("b")], owner="y")
    third = engine.submit(Settings(), [article("c")], owner="z")
    engine.stop("y")
    writer.open.set()
    third.future.result(10)
    assert second.future.cancelled()
    assert writer.order == ["a", "c"]


def test_watching_tells_the_place_and_closing_gives_it_up(gate: tuple[Engine, Gate]) -> None:
    engine, writer = gate

    async def main() -> list[Place]:
        engine.submit(Settings(), [article("a")])
        mine = engine.submit(Settings(), [article("b")])
        async with aclosing(engine.watch(mine)) as places:
            seen = [await anext(places)]
        assert mine.stopped.is_set()
        with pytest.raises(CancelledError):
            await engine.result(mine)
        return seen

    assert run_async(main()) == [Place(1)]
    assert writer.order == ["a"]


def test_who_gave_up_is_not_counted_and_everybody_hears_of_it(gate: tuple[Engine, Gate]) -> None:
    engine, writer = gate

    async def main() -> list[Place]:
        engine.submit(Settings(), [article("a")])
        for name in "bc":
            engine.submit(Settings(), [article(name)], owner="y")
        mine = engine.submit(Settings(), [article("d")])
        seen = []
        async with aclosing(engine.watch(mine)) as places:
            async for place in places:
                seen.append(place)
                if len(seen) == 1:
                    engine.stop("y")
                else:
                    writer.open.set()
        return seen

    seen = run_async(main())
    assert seen[:2] == [Place(3), Place(1)]
    engine.submit(Settings(), [article("e")]).future.result(10)
    assert writer.order == ["a", "d", "e"]
    assert engine.length <= 1


def test_the_first_language_is_told_before_the_other_is_written() -> None:
    english = threading.Event()
    engine = Engine(lambda model: FakeWriter(model, english=english))

    async def main() -> list[Place]:
        ticket = engine.submit(Settings(), [article("a")])
        seen = []
        async with aclosing(engine.watch(ticket)) as places:
            async for place in places:
                seen.append(place)
                if place.first:
                    english.set()
        assert isinstance(ticket.future.result(0)[0], Summary)
        return seen

    first = run_async(main())[-1].first
    assert first is not None
    assert (first.vi is None, first.en is None) == (False, True)


def test_a_stop_counts_only_for_what_was_begun_before(gate: tuple[Engine, Gate]) -> None:
    engine, _ = gate
    before = time.monotonic()
    engine.stop("x")
    with pytest.raises(CancelledError):
        engine.check_wanted("x", before)
    engine.check_wanted("x", time.monotonic() + 1)
    engine.check_wanted("somebody else", before)


def test_an_error_reaches_its_owner_and_nobody_else() -> None:
    engine = Engine(FakeWriter)
    bad = engine.submit(Settings(), [article("bad", f"T\n\n{CRASH}")])
    good = engine.submit(Settings(), [article("good")])
    with pytest.raises(RuntimeError):
        bad.future.result(10)
    assert isinstance(good.future.result(10)[0], Summary)


def test_models_are_opened_once_and_the_oldest_goes() -> None:
    opened: list[str] = []

    def open_model(name: str) -> FakeWriter:
        opened.append(name)
        if name == "broken":
            raise ModelError("The model is damaged.", "Download it again.")
        return FakeWriter(name)

    engine = Engine(open_model)
    for model, length in (("a", "short"), ("a", "medium"), ("b", "short"), ("c", "short"), ("b", "headline")):
        ticket = engine.submit(Settings(model=model, length=length), [article("x")])  # type: ignore[arg-type]
        outcome = ticket.future.result(10)[0]
        assert isinstance(outcome, Summary)
        assert (outcome.model, outcome.length) == (model, length)
    assert opened == ["a", "b", "c"]
    assert set(engine.loaded) == {"b", "c"}
    with pytest.raises(ModelError):
        engine.submit(Settings(model="broken"), [article("x")]).future.result(10)


def test_twenty_at_once_get_their_own() -> None:
    engine = Engine(lambda model: FakeWriter(model, delay=0.01))

    def ask(number: int) -> bool:
        text = ARTICLE.replace("412 m", f"{1000 + number} m")
        outcome = engine.submit(Settings(), [article(str(number), text)]).future.result(30)[0]
        assert isinstance(outcome, Summary)
        return outcome.article.id == str(number) and f"{1000 + number} m" in str(outcome.vi)

    with ThreadPoolExecutor(20) as pool:
        assert all(pool.map(ask, range(20)))
