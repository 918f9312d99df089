from __future__ import annotations

import json
import subprocess
import sys

import pytest
from generated_texts import case, cases

from summarizer.metrics import measure
from summarizer.text.normalize import compare_form


def command_line(folder, given, form):
    """What ``sacrebleu`` prints for the same texts, with its defaults."""
    (folder / "hyp").write_text("".join(form(one.summary) + "\n" for one in given), encoding="utf-8")
    for k in range(2):
        (folder / f"ref{k}").write_text("".join(form(one.references[k]) + "\n" for one in given), encoding="utf-8")
    files = [str(folder / "ref0"), str(folder / "ref1"), "-i", str(folder / "hyp")]
    line = [sys.executable, "-m", "sacrebleu", *files, "-m", "bleu", "chrf", "--width", "10"]
    done = subprocess.run(line, capture_output=True, text=True, check=True, encoding="utf-8")
    return {found["name"]: found["score"] for found in json.loads(done.stdout)}


@pytest.mark.parametrize(("lang", "form"), [("vi", compare_form), ("en", str)])
def test_equals_the_command_line(tmp_path, lang, form):
    given = cases(lang)
    expected = command_line(tmp_path, given, form)
    chrf, bleu = measure(given, ["chrf", "bleu"])
    assert round(chrf.value(), 10) == expected["chrF2"]
    assert round(bleu.value(), 10) == expected["BLEU"]
    assert 10 < bleu.value() < 95


def test_identical_text_scores_a_hundred():
    chrf, bleu = measure([case("Chủ tịch nước gặp đoàn đại biểu", "Chủ tịch nước gặp đoàn đại biểu")], ["chrf", "bleu"])
    assert chrf.value() == pytest.approx(100)
    assert bleu.value() == pytest.approx(100)


def test_statistics_of_cases_add_up_to_the_corpus_score():
    from sacrebleu import CHRF

    given = cases("en", 30)
    references = [[one.references[k] for one in given] for k in range(2)]
    expected = CHRF().corpus_score([one.summary for one in given], references).score
    assert measure(given, ["chrf"])[0].value() == pytest.approx(expected, abs=1e-12)


def test_cases_may_have_different_numbers_of_references():
    one, two = case("a b c d", "a b c d", lang="en"), case("a b c d", "x", "a b c e", lang="en")
    column = measure([one, two], ["chrf"])[0]
    assert column.per_case()[0] == pytest.approx(100)
    assert 0 < column.per_case()[1] < 100
