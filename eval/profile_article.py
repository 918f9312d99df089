"""Where the time of one article goes: every step of the pipeline with its own time, the steps inside it left out.

python eval/profile_article.py [--model tomtat] [FILE ...]

The inputs are corpus/articles by default; articles go through one at a time, so nothing overlaps and the steps add up.
"""

from __future__ import annotations

import argparse
import functools
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from summarizer import finishing, garbage, pipeline, preparing, telling
from summarizer.formats.read import read_many
from summarizer.formats.write import write_jsonl
from summarizer.pipeline import Summarizer
from summarizer.types import Article

ARTICLES = Path(__file__).resolve().parents[1] / "corpus" / "articles"
ENGINE = "generate (the engine)"
Step = tuple[Any, str, str]  # an owner, the name of one of its callables, and what to call it in the table
STEPS: tuple[Step, ...] = (
    (preparing, "clean", "clean"),
    (preparing, "sentences", "split into sentences"),
    (preparing, "rank", "rank"),
    (preparing, "select", "select for the model"),
    (preparing, "extract", "extract"),
    (pipeline, "writing", "ask the model"),
    (pipeline, "sentence_parts", "ask the model"),
    (telling, "translation", "ask the model"),
    (finishing, "article_facts", "read facts of the article and of sentences"),
    (finishing, "check", "check"),
    (finishing, "check_quantities", "check"),
    (finishing, "check_names", "check"),
    (finishing, "check_form", "check"),
    (finishing, "check_repetition", "check"),
    (finishing, "check_dropped", "check"),
    (finishing, "check_cut", "check"),
    (finishing, "check_terms", "check"),
    (finishing, "check_words", "check"),
    (pipeline, "check_agreement", "check"),
    (finishing, "repair", "repair"),
    (finishing, "link", "link to sources"),
)


class Clock:
    """Seconds by step, each without the steps called inside it; ``now`` tells the time."""

    def __init__(self, now: Callable[[], float] = time.perf_counter) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._inside: list[float] = []
        self._now = now

    def timed(self, step: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """``call``, its time going to ``step``."""

        @functools.wraps(call)
        def wrapped(*args: Any, **options: Any) -> Any:
            self._inside.append(0.0)
            start = self._now()
            try:
                return call(*args, **options)
            finally:
                whole = self._now() - start
                self.seconds[step] += whole - self._inside.pop()
                if self._inside:
                    self._inside[-1] += whole

        return wrapped

    @contextmanager
    def watching(self, steps: Sequence[Step]) -> Iterator[None]:
        """Time ``steps`` meanwhile; a name that its owner has no more is an ``AttributeError``."""
        with ExitStack() as patches:
            for owner, name, step in steps:
                patches.enter_context(patch.object(owner, name, self.timed(step, getattr(owner, name))))
            yield


def steps(model: str, articles: Sequence[Article], threads: int) -> list[tuple[str, float]]:
    """(step, milliseconds an article), slowest first."""
    clock = Clock()
    summarizer = Summarizer(model=model, device="cpu", threads=threads)
    summarizer.summarize(articles[0])
    summarizer.backend.generate = clock.timed(ENGINE, summarizer.backend.generate)  # type: ignore[method-assign]
    summarize = clock.timed("the rest: choosing, assembling", summarizer.summarize)
    write = clock.timed("write JSON", write_jsonl)
    with clock.watching(STEPS), garbage.seldom_sought():  # as in the processes of `tomtat summarize` and `tomtat batch`
        for article in articles:
            write(summarize(article))
    shares = sorted(clock.seconds.items(), key=lambda item: -item[1])
    return [(step, 1000 * seconds / len(articles)) for step, seconds in shares]


def table(found: Sequence[tuple[str, float]]) -> str:
    """The steps as a Markdown table with their shares."""
    whole = sum(ms for _, ms in found)
    rows = [f"| {step} | {ms:.2f} | {100 * ms / whole:.1f} % |" for step, ms in found]
    return "\n".join(["| step | ms an article | share |", "|---|---:|---:|", *rows, f"| all | {whole:.2f} | 100 % |"])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*", default=[str(ARTICLES)])
    parser.add_argument("--model", default="tomtat", help="'extractive' shows everything but the engine")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    args = parser.parse_args()
    articles = [row for row in read_many(args.inputs) if isinstance(row, Article)]
    print(table(steps(args.model, articles, args.threads)))
    print(f"\n{len(articles)} articles, {args.threads} threads, load of the machine {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
