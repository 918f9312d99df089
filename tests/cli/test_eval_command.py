from __future__ import annotations

import json

import pytest

from summarizer.annotation import Rating
from summarizer.cli import main

ROWS = [
    {
        "id": f"r{i}",
        "text": f"Sáng {i}/11, cơn mưa lớn kéo dài ở xã số {i}.\nNước lên nhanh trong đêm.\nDân đã đi sơ tán an toàn.",
        "title": f"Mưa lớn ở xã số {i}",
        "summary": f"Mưa lớn ở xã số {i}, dân đi sơ tán.",
    }
    for i in range(1, 7)
]


def write(path, rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return str(path)


@pytest.fixture
def data(tmp_path):
    return write(tmp_path / "data.jsonl", ROWS)


@pytest.fixture
def mine(tmp_path):
    return "file:" + write(tmp_path / "mine.jsonl", [{"id": row["id"], "vi": row["summary"]} for row in ROWS])


def test_it_scores_writes_and_prints(data, mine, tmp_path, capsys):
    out = tmp_path / "out"
    assert main(["eval", "--data", data, "--system", mine, "--out", str(out), "--samples", "100"]) == 0
    printed = capsys.readouterr()
    assert "| **mine.jsonl** | 100.0 [100.0, 100.0] |" in printed.out
    for name in ("Random article (2)", "LEAD (2)", "Oracle extract (3)"):
        assert name in printed.out
    assert "written:" in printed.err
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert report["directions"][0]["n"] == 6
    assert (out / "report.html").stat().st_size > 10_000


def test_baselines_asked_for_are_not_added_twice(data, tmp_path, capsys):
    line = ["eval", "--data", data, "--system", "lead-3", "--system", "lead-1", "--metrics", "rouge", "--quiet"]
    assert main([*line, "--out", str(tmp_path / "o")]) == 0
    printed = capsys.readouterr().out
    assert "LEAD (3)" in printed
    assert "LEAD (1)" in printed
    assert "LEAD (2)" not in printed


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--system", "leed"], "Did you mean lead"),
        (["--metrics", "rogue"], "Did you mean rouge"),
        (["--data", "nowhere.jsonl"], "no file or folder nowhere.jsonl"),
        (["--data", "vietnews"], "needs a path"),
        (["--limit", "-1"], "--limit must not be negative"),
        (["--annotate", "--system", "lead-1"], "compares two systems"),
        (["--annotate", "--system", "lead-1", "--system", "lead-2"], "one language at a time"),
        (["--annotate", "--system", "lead-1", "--system", "lead-2", "--lang", "vi"], "--rater"),
    ],
)
def test_a_wrong_request_is_told(data, tmp_path, capsys, options, says):
    given = options if "--data" in options else ["--data", data, *options]
    assert main(["eval", *given, "--out", str(tmp_path / "o")]) == 2
    assert says in capsys.readouterr().err


def test_a_wrong_row_is_told_and_can_be_left_out(tmp_path, capsys):
    data = write(
        tmp_path / "data.jsonl", [*ROWS, {**ROWS[0], "summary": "x"}, {"id": "z", "text": "Không có tóm tắt."}]
    )
    line = ["eval", "--data", data, "--system", "lead-1", "--metrics", "rouge", "--out", str(tmp_path / "o")]
    assert main(line) == 2
    told = capsys.readouterr().err
    assert "data.jsonl, row 7: the id r1 was used before, in data.jsonl, row 1" in told
    assert "data.jsonl, row 8: z has no reference summary" in told
    assert main([*line, "--skip-bad-rows"]) == 0
    assert "Left out on request: 2 rows" in capsys.readouterr().out


def test_other_outputs_are_not_taken_up(data, tmp_path, capsys):
    line = ["eval", "--data", data, "--system", "lead-1", "--metrics", "rouge", "--out", str(tmp_path / "o"), "--quiet"]
    assert main(line) == 0
    assert main([*line, "--lang", "vi"]) == 2
    assert "--fresh" in capsys.readouterr().err
    assert main([*line, "--lang", "vi", "--fresh"]) == 0


def test_without_texts_none_is_left_in_the_folder(data, mine, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("TOMTAT_CACHE", str(tmp_path / "cache"))
    out = tmp_path / "out"
    line = ["eval", "--data", data, "--system", mine, "--out", str(out), "--samples", "100", "--quiet", "--no-texts"]
    assert main(line) == 0
    written = "".join(path.read_text(encoding="utf-8") for path in out.rglob("*") if path.is_file())
    assert "report.json" in {path.name for path in out.iterdir()}
    said = [sentence for row in ROWS for sentence in (row["title"], row["summary"], *row["text"].split("\n"))]
    assert [sentence for sentence in said if sentence in written] == []
    kept = (path.read_text(encoding="utf-8") for path in (tmp_path / "cache").rglob("*.jsonl"))
    assert any(ROWS[0]["summary"] in text for text in kept)
    assert main([*line, "--lang", "vi"]) == 2  # what was kept is taken up again, so it cannot be of another run
    assert "--fresh" in capsys.readouterr().err


def test_headlines(data, tmp_path, capsys):
    rows = [{**row, "headline_vi": row["title"]} for row in ROWS]
    data = write(tmp_path / "h.jsonl", rows)
    line = ["eval", "--data", data, "--target", "headline", "--system", "lead", "--metrics", "rouge"]
    assert main([*line, "--out", str(tmp_path / "o")]) == 0
    printed = capsys.readouterr().out
    assert "Vietnamese headlines of Vietnamese articles" in printed
    assert "LEAD (1)" in printed


def test_agreement(tmp_path, capsys):
    path = tmp_path / "r.jsonl"
    ratings = [
        Rating(f"r{i}", "vi", rater, ("a", "b"), "a", "a", "b", "tie") for i in range(4) for rater in ("lan", "minh")
    ]
    path.write_text("".join(rating.line() for rating in ratings), encoding="utf-8")
    assert main(["eval", "--agreement", str(path)]) == 0
    assert "8 ratings of 4 pairs by 2 raters" in capsys.readouterr().out


def test_agreement_of_a_file_that_is_not_there(capsys):
    assert main(["eval", "--agreement", "nowhere.jsonl"]) == 2
    assert "nowhere.jsonl" in capsys.readouterr().err


def test_help_has_examples(capsys):
    with pytest.raises(SystemExit):
        main(["eval", "--help"])
    assert "tomtat eval --annotate" in capsys.readouterr().out
