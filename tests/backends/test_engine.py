from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from summarizer.backends import engine as module
from summarizer.backends.engine import Decoding, Engine, Job, Output, companies
from summarizer.hub.convert import convert
from summarizer.hub.store import folder_hashes

LENGTHS = [9] * 12 + [23] * 6 + [40] * 2 + [5, 31]


# The layout of the project's own models is int8 only.
KINDS = [("t5", "int8"), ("marian", "int8"), ("shipped", "int8"), ("t5", "float32"), ("marian", "float32")]


@pytest.fixture(scope="module", params=KINDS, ids="-".join)
def kind(request: pytest.FixtureRequest) -> tuple[str, str]:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def converted(request: pytest.FixtureRequest, kind: tuple[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    name, quantization = kind
    folder: Path = request.getfixturevalue(name)
    if name == "shipped":
        return folder
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TOMTAT_CACHE", str(tmp_path_factory.mktemp("cache")))
        return convert(folder, folder_hashes(folder), "tiny", None, quantization)


def jobs(folder: Path) -> list[Job]:
    """Random sources of few lengths, which end at different times."""
    vocabulary = json.loads((folder / "shared_vocabulary.json").read_text(encoding="utf-8"))
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    pieces = [piece for piece in vocabulary[10:] if not piece.startswith("<")]
    rng = random.Random(3)
    prefix = (pieces[0],) if config["decoder_start_token"] is None else ()
    return [
        Job((*rng.choices(pieces, k=length - 1), config["eos_token"]), prefix, min_tokens=1 + n % 2, max_tokens=24)
        for n, length in enumerate(LENGTHS)
    ]


def alone(engine: Engine, asked: list[Job]) -> list[list[Output]]:
    return [engine.run([job], nbest=4)[0] for job in asked]


def test_a_request_has_the_same_tokens_and_score_in_any_batch(converted: Path) -> None:
    asked = jobs(converted)
    one = Engine(converted, device="cpu", threads=1)
    expected = alone(one, asked)
    order = random.Random(4).sample(range(len(asked)), len(asked))
    for engine in (one, Engine(converted, device="cpu", threads=2), Engine(converted, threads=2, together=True)):
        assert engine.run(asked, nbest=4) == expected
        mixed = engine.run([asked[i] for i in order], nbest=4)
        assert mixed == [expected[i] for i in order]


@pytest.mark.parametrize(
    "decoding",
    [Decoding(length_penalty=0.6, no_repeat_ngram_size=2), Decoding(coverage_penalty=0.2, repetition_penalty=1.3)],
)
def test_penalties_do_not_make_a_batch_matter(decoding: Decoding, converted: Path) -> None:
    asked = [replace(job, decoding=decoding) for job in jobs(converted)]
    engine = Engine(converted, device="cpu", threads=1)
    assert engine.run(asked, nbest=4) == alone(engine, asked)


def test_forbidden_pieces_do_not_make_a_batch_matter(converted: Path) -> None:
    engine = Engine(converted, device="cpu", threads=1)
    asked = jobs(converted)
    written = engine.run(asked)[0][0].tokens
    asked = [replace(job, banned=written[-1:], unsaid=(written[:2],)) for job in asked]
    assert engine.run(asked, nbest=4) == alone(engine, asked)


def test_only_integers_share_batches(converted: Path, kind: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Engine(converted, device="cpu", threads=2)
    sizes = []
    start = engine._start

    def watched(part: list[Job], size: int, beams: int, nbest: int) -> list[object]:
        sizes.append(size)
        assert size == 1 or len({len(job.source) for job in part}) == 1
        return start(part, size, beams, nbest)

    monkeypatch.setattr(engine, "_start", watched)
    engine.run(jobs(converted), beams=1)
    assert (max(sizes) > 1) == (kind[1] == "int8")


def test_companies_are_of_equal_length_and_leave_nobody_out() -> None:
    found = list(companies([7, 9, 7, 8, 9, 7], 4))
    assert found == [([0, 2, 5], 4), ([1, 4], 4), ([3], 1)]
    assert list(companies([7, 7], 1)) == [([0, 1], 1)]
    assert list(companies([], 4)) == []
    assert list(companies([7, 8], 0)) == [([0, 1], 0)]


def test_long_sources_share_smaller_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_CPU_BATCH_TOKENS", 100)
    assert list(companies([40] * 3 + [60] * 2, 16)) == [([0, 1, 2], 2), ([3, 4], 1)]


@pytest.mark.parametrize(("threads", "most"), [(1, 16), (2, 16), (8, 4)])
def test_every_worker_gets_a_share(threads: int, most: int, shipped: Path) -> None:
    assert Engine(shipped, device="cpu", threads=threads)._most(Decoding(), 32) == most
