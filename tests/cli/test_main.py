import io
import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from summarizer.assets import asset
from summarizer.cli import COMMANDS, command_parser, main

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = asset("corpus/articles")
CEREMONY = str(ARTICLES / "hanoi-ceremony.txt")


def records(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_examples(name: str) -> None:
    page = command_parser(name).format_help()
    assert "examples:" in page
    assert f"tomtat {name}" in page
    assert "130 interrupted" in page


def test_summarize_prints_two_summaries_and_their_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summarize", CEREMONY, "--offline", "--threads", "1"]) == 0
    out = capsys.readouterr().out
    assert "Tiếng Việt" in out
    assert "English" in out
    assert "[1]" in out
    assert "sentences" in out.splitlines()[-1]


def test_jsonl_follows_the_documented_schema(capsys: pytest.CaptureFixture[str]) -> None:
    paths = sorted(str(p) for p in ARTICLES.glob("hanoi-*.txt"))
    assert main(["summarize", *paths, "--format", "jsonl", "--length", "medium", "--quiet"]) == 0
    found = records(capsys.readouterr().out)
    assert len(found) == len(paths) == 5
    schema = json.loads((ROOT / "docs/summary.schema.json").read_text(encoding="utf-8"))
    for record in found:
        jsonschema.validate(record, schema)


def test_one_language_and_an_output_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.jsonl"
    assert main(["summarize", CEREMONY, "--to", "vi", "--format", "jsonl", "-o", str(out)]) == 0
    assert capsys.readouterr().out == ""
    (record,) = records(out.read_text(encoding="utf-8"))
    assert record["vi"]
    assert record["en"] is None


def test_stdin_is_an_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    text = Path(CEREMONY).read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text), encoding="utf-8"))
    assert main(["summarize", "-", "--to", "vi", "--format", "jsonl"]) == 0
    (record,) = records(capsys.readouterr().out)
    assert record["id"] == "stdin"


def test_one_bad_document_is_reported_and_the_rest_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text(" \n", encoding="utf-8")
    assert main(["summarize", str(empty), CEREMONY, "--to", "vi", "--format", "jsonl"]) == 1
    captured = capsys.readouterr()
    assert [r["schema"] for r in records(captured.out)] == ["tomtat/error/1", "tomtat/summary/1"]
    assert "empty.txt" in captured.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["sumarize", "x"], ["Unknown command", "summarize"]),
        (["summarize", CEREMONY, "--model", "tomta"], ["tomta", "tomtat"]),
        (["summarize", CEREMONY, "-o", "/no/such/folder/out.txt"], ["/no/such/folder", "mkdir"]),
        (["summarize", CEREMONY, "-o", str(ARTICLES)], ["is a folder"]),
        (["train", "nowhere.toml"], ["nowhere.toml", "models/recipes"]),
    ],
)
def test_a_wrong_request_exits_2_and_says_what_to_do(
    arguments: list[str], words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    err = capsys.readouterr().err
    assert all(word in err for word in words), err


def test_an_unknown_option_exits_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["summarize", CEREMONY, "--to", "fr"])
    assert stop.value.code == 2
    assert "vi" in capsys.readouterr().err


def test_clean_shows_the_story_and_what_was_removed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    body = Path(CEREMONY).read_text(encoding="utf-8").partition("\n\n")[2]
    page.write_text(f"Lễ mở ký\n\n{body}\n\nẢnh: Minh Quân/TTXVN\n\n>> Xem thêm: Tin khác", encoding="utf-8")
    assert main(["clean", str(page)]) == 0
    captured = capsys.readouterr()
    assert "Ảnh: Minh Quân" not in captured.out
    assert "Ảnh: Minh Quân" in captured.err
    assert main(["clean", str(page), "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert {r["reason"] for r in record["removed"]}
    assert main(["clean", str(tmp_path / "gone.txt")]) == 1


def test_doctor_finds_the_shipped_model(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    assert "shipped model: tomtat" in capsys.readouterr().out


def test_no_arguments_is_help_and_a_wrong_request(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert main(["--help"]) == 0
    assert "summarise articles" in capsys.readouterr().out


def test_a_closed_pipe_is_no_error() -> None:
    command = f"'{sys.executable}' -m summarizer clean '{CEREMONY}' | head -1; echo ${{PIPESTATUS[0]}}"
    run = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] in ("0", "141")
    assert "Traceback" not in run.stderr
