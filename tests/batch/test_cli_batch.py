"""The command from end to end, with the real pipeline and no model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from batch_files import ids, make_rows, records

from summarizer.cli import main

Write = Callable[..., Path]


def test_a_batch_of_extracts(write_input: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = write_input([*make_rows(6), "no json"]), tmp_path / "out.jsonl"
    command = ["batch", str(source), "-o", str(out), "--model", "extractive", "--to", "vi", "--workers", "1", "--quiet"]
    assert main(command) == 1
    said = capsys.readouterr().err
    assert said.startswith("6 summarised, 1 failed in ")
    assert f"listed in {tmp_path / 'out.errors.jsonl'}" in said
    assert ids(out) == ["a0", "a1", "a2", "a3", "a4", "a5", ""]
    assert "giá gạo" in records(out)[0]["vi"]["text"]
    assert main([*command, "--limit", "6"]) == 0
    assert "6 kept from before" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "out.csv"], ".jsonl"),
        (["-o", "out.jsonl", "--shard", "3/2"], "not a shard"),
        (["-o", "no/such/out.jsonl"], "does not exist"),
        (["-o", "out.jsonl", "--address", "auto"], "--engine ray"),
        (["-o", "out.jsonl", "--limit", "-1"], "below 0"),
    ],
)
def test_a_wrong_request_says_what_is_wrong(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["batch", "in.jsonl", *words, "--model", "extractive"]) == 2
    assert said in capsys.readouterr().err
