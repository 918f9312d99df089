from __future__ import annotations

import pytest

from summarizer.batch.identity import article_name
from summarizer.batch.job import Job, Machine, Shard
from summarizer.errors import SummarizerError


def test_every_row_is_in_exactly_one_shard() -> None:
    shards = [Shard.read(f"{i}/3") for i in (1, 2, 3)]
    names = [article_name(f"bài-{n}") for n in range(300)]
    parts = [[name for name in names if shard.holds(name)] for shard in shards]
    assert sorted(name for part in parts for name in part) == sorted(names)
    assert min(map(len, parts)) > 60


@pytest.mark.parametrize("text", ["", "3", "0/2", "3/2", "1/0", "a/b", "-1/2", "1/2/3", "²/3"])
def test_a_bad_shard_is_refused(text: str) -> None:
    with pytest.raises(SummarizerError, match="not a shard"):
        Shard.read(text)


@pytest.mark.parametrize("output", ["out.csv", "out", "-"])
def test_an_output_of_another_kind_is_refused(output: str) -> None:
    with pytest.raises(SummarizerError, match=r"\.jsonl"):
        Job(("in.jsonl",), output)


def test_wrong_numbers_and_engines_are_refused() -> None:
    with pytest.raises(SummarizerError, match="below 0"):
        Job(("in.jsonl",), "out.jsonl", limit=-1)
    with pytest.raises(SummarizerError, match="Unknown engine 'spark'"):
        Machine(engine="spark")
    with pytest.raises(SummarizerError, match="Ray cluster"):
        Machine(address="auto")
    with pytest.raises(SummarizerError, match="too small"):
        Machine(workers=-1)
