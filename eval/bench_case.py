"""One measurement in a process of its own: reads a case as JSON, prints its numbers as JSON.

Kinds of case:
    generate   random token texts through one engine: {"system", "home", "texts", "source", "target", "beams"}
    requests   what the pipeline asks the shipped model for, through one engine: {"system", "model", "inputs"}
    pipeline   whole articles through the pipeline: {"model", "inputs", "stretch"}
    profile    where the time of whole articles goes: {"model", "inputs"}
    peak       operations a second of an int8 matrix product

The first three are timed "passes" times after one that warms up; each number is the median.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

Case = dict[str, Any]
Ids = list[int]
Text = tuple[Ids, int]  # tokens in, and the most tokens out
_START = time.perf_counter()
_BATCH = 8  # of transformers


def timed(work: Iterator[int]) -> Case:
    """Seconds to the first result, and seconds, results and tokens in all, of what yields tokens a result."""
    start, first, tokens, count = time.perf_counter(), 0.0, 0, 0
    for made in work:
        first = first or time.perf_counter() - start
        tokens += made
        count += 1
    return {"first": first, "seconds": time.perf_counter() - start, "texts": count, "tokens": tokens}


def passes(case: Case, work: Callable[[], Iterator[int]]) -> Case:
    """The medians of several passes."""
    found = [timed(work()) for _ in range(case.get("passes", 1))]
    return {key: statistics.median(one[key] for one in found) for key in found[0]}


def torch_engine(folder: Path, case: Case) -> Callable[[Sequence[Text]], Iterator[int]]:
    """transformers: float32 a text at a time, or bf16 or float32 in batches sorted by length."""
    import torch
    import transformers

    torch.set_num_threads(case["cores"])
    dtype = torch.bfloat16 if case["system"] == "bf16" else torch.float32
    model = transformers.AutoModelForSeq2SeqLM.from_pretrained(folder, dtype=dtype, local_files_only=True).eval()
    size = 1 if case["system"] == "eager" else _BATCH
    limits = {"min_new_tokens": case["target"]} if case.get("fixed") else {}

    def run(texts: Sequence[Text]) -> Iterator[int]:
        order = sorted(texts, key=lambda text: len(text[0])) if size > 1 else list(texts)
        for at in range(0, len(order), size):
            batch = [ids for ids, _ in order[at : at + size]]
            longest = max(map(len, batch))
            ids = torch.tensor([t + [0] * (longest - len(t)) for t in batch])
            mask = torch.tensor([[1] * len(t) + [0] * (longest - len(t)) for t in batch])
            with torch.inference_mode():
                out = model.generate(
                    input_ids=ids,
                    attention_mask=mask,
                    num_beams=case["beams"],
                    max_new_tokens=max(limit for _, limit in order[at : at + size]),
                    do_sample=False,
                    **limits,
                )
            # random weights also write the padding token: where the length is fixed, it is known
            yield from (case["target"] if limits else int((row != 0).sum()) for row in out)

    return run


def our_engine(folder: Path, case: Case) -> Callable[[Sequence[Text]], Iterator[int]]:
    """This project's engine over all texts at once."""
    from summarizer.backends.engine import Engine, Job

    engine = Engine(folder, device="cpu", threads=case["cores"])
    low = case["target"] if case.get("fixed") else 1

    def run(texts: Sequence[Text]) -> Iterator[int]:
        jobs = [
            Job(source=(*(f"t{n}" for n in ids[:-1]), "</s>"), min_tokens=low, max_tokens=limit) for ids, limit in texts
        ]
        for outputs in engine.run(jobs, beams=case["beams"]):
            yield len(outputs[0].tokens)

    return run


def generate(case: Case) -> Case:
    """Random token texts of one length through one engine."""
    import random

    home = Path(case["home"])
    rng = random.Random(0)
    texts = [
        ([rng.randrange(3, 500) for _ in range(case["source"] - 1)] + [1], case["target"]) for _ in range(case["texts"])
    ]
    run = our_engine(home / "ct2", case) if case["system"] == "ours" else torch_engine(home / "hf", case)
    load = time.perf_counter() - _START
    list(run(texts[:1] if case["system"] == "ours" else [(ids[-16:], 4) for ids, _ in texts[:1]]))
    return {"load": load, **passes(case, lambda: run(texts))}


def read_articles(case: Case) -> list[Any]:
    """The articles of the case; with ``stretch`` each has the texts of the next ones in it too."""
    from dataclasses import replace

    from summarizer.formats.read import read_many
    from summarizer.types import Article

    found = [row for row in read_many(case["inputs"]) if isinstance(row, Article)]
    stretch = case.get("stretch", 1)
    texts = ["\n\n".join(found[(n + k) % len(found)].text for k in range(stretch)) for n in range(len(found))]
    joined = [replace(a, text=text) for a, text in zip(found, texts, strict=True)]
    return joined[: case.get("limit") or None]


def pipeline(case: Case) -> Case:
    """Whole articles through the pipeline, how long something was in the engine, and what the rest cost."""
    from summarizer import garbage
    from summarizer.formats.document import Failure
    from summarizer.pipeline import Summarizer

    summarizer = Summarizer(model=case["model"], device="cpu", threads=case["cores"])
    articles = read_articles(case)
    load = time.perf_counter() - _START
    spans, python = [], [0.0]  # when something was in the engine; processor seconds of everything else
    generate, finish = summarizer.backend.generate, summarizer.try_window

    def in_the_engine(*args: Any, **options: Any) -> Any:
        start, own = time.perf_counter(), time.thread_time()
        result = generate(*args, **options)
        spans.append((start, time.perf_counter()))
        python[0] -= time.thread_time() - own
        return result

    def a_window(*args: Any) -> Any:
        own = time.thread_time()
        result = finish(*args)
        python[0] += time.thread_time() - own
        return result

    summarizer.backend.generate = in_the_engine  # type: ignore[method-assign]
    summarizer.try_window = a_window  # type: ignore[assignment, method-assign]

    def work() -> Iterator[int]:
        results = summarizer.summarize_many(articles, case.get("window", 16))
        return (1 for result in results if not isinstance(result, Failure))

    list(summarizer.summarize_many(articles[:1]))
    spans.clear()
    python[0] = 0.0
    processor = time.process_time()
    with garbage.seldom_sought():  # as in the processes of `tomtat summarize` and `tomtat batch`
        numbers = passes(case, work)
    processor = time.process_time() - processor
    engine = covered(spans) / case.get("passes", 1)
    whole = sum(len(a.text) for a in articles)
    return {"load": load, **numbers, "engine": engine, "python": python[0] / processor, "characters": whole}


def covered(spans: Sequence[tuple[float, float]]) -> float:
    """Seconds that lie in at least one of the spans; those of windows on their way together overlap."""
    whole, end = 0.0, 0.0
    for start, stop in sorted(spans):
        whole += max(0.0, stop - max(start, end))
        end = max(end, stop)
    return whole


def requests(case: Case) -> Case:
    """The texts the pipeline hands the shipped model, through transformers on the same weights."""
    import transformers

    from summarizer.assets import asset
    from summarizer.hub.verify import read_manifest
    from summarizer.pipeline import Summarizer

    folder = asset(f"models/{case['model']}")
    manifest = read_manifest(folder, "")
    summarizer = Summarizer(model=case["model"], device="cpu")
    asked: list[Any] = []
    real = summarizer.backend.generate

    def record(given: Any, **options: Any) -> Any:
        asked.extend(given)
        return real(given, **options)

    summarizer.backend.generate = record  # type: ignore[assignment, method-assign]
    articles = read_articles(case)
    list(summarizer.summarize_many(articles))
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder / "hf", local_files_only=True)
    texts = [
        (tokenizer(f"{manifest['prefix'][r.task]}{manifest['to'][r.target]} {r.text}")["input_ids"], r.max_tokens)
        for r in asked
    ]
    start = time.perf_counter()
    run = torch_engine(folder / "hf", case)
    load = time.perf_counter() - start
    list(run(texts[:1]))
    return {"load": load, **passes(case, lambda: run(texts)), "texts": len(articles), "requests": len(texts)}


def profile(case: Case) -> Case:
    """Milliseconds an article by step."""
    from profile_article import steps

    return {"steps": steps(case["model"], read_articles(case), case["cores"])}


def peak(case: Case) -> Case:
    """The measured int8 peak."""
    import torch
    from bench_shapes import int8_peak

    torch.set_num_threads(case["cores"])
    return {"operations": int8_peak()}


if __name__ == "__main__":
    asked_for: Case = json.loads(sys.argv[1])
    print(json.dumps(globals()[asked_for["what"]](asked_for)))
