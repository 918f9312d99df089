"""Windows on their way at once: how many, and in which order they come back."""

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from summarizer.formats.document import Failure
from summarizer.lanes import LANES, in_order
from summarizer.pipeline import Summarizer
from summarizer.types import Article, Summary

BODY = "Hội nghị khai mạc sáng 25/10 tại Hà Nội. Đại biểu của 72 nước có mặt. Buổi lễ kéo dài hai giờ."


def test_results_come_in_order_and_no_more_than_asked_for_is_read_ahead() -> None:
    read = []

    def items() -> Iterator[int]:
        for n in range(6):
            read.append(n)
            yield n

    with ThreadPoolExecutor(2) as threads:
        results = in_order(lambda n: threads.submit(pow, n, 2), items(), ahead=2)
        assert next(results) == (0, 0)
        assert read == [0, 1, 2]
        assert list(results) == [(1, 1), (2, 4), (3, 9), (4, 16), (5, 25)]


def test_one_window_is_cleaned_while_another_is_in_the_engine() -> None:
    meeting = threading.Barrier(LANES, timeout=20)  # breaks unless all lanes are in the engine at once

    class Meeting(Summarizer):
        def finish_window(self, *args: object, **options: object) -> list[Summary]:
            meeting.wait()
            return super().finish_window(*args, **options)  # type: ignore[arg-type]

    tool = Meeting(to=("vi",), offline=True)
    done = list(tool.summarize_many([Article(str(n), BODY) for n in range(4)], window=1))
    assert [s.article.id for s in done if isinstance(s, Summary)] == ["0", "1", "2", "3"]


def test_nobody_waits_for_windows_that_are_not_wanted_any_more() -> None:
    begun = []

    class Counting(Summarizer):
        def finish_window(self, window: Sequence[object], *args: object) -> list[Summary]:  # type: ignore[override]
            begun.append(len(window))
            return super().finish_window(window, *args)  # type: ignore[arg-type]

    tool = Counting(model="extractive", to=("vi",), offline=True)
    results = tool.summarize_many((Article(str(n), BODY) for n in range(1000)), window=1)
    assert not isinstance(next(results), Failure)
    results.close()  # type: ignore[attr-defined]
    assert len(begun) <= LANES + 2
