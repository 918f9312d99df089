import json
import re
from pathlib import Path

import pytest

from summarizer import Summarizer
from summarizer.assets import asset
from summarizer.backends.base import Request
from summarizer.backends.ct2 import Ct2Backend
from summarizer.formats.read import read_many
from summarizer.hub.verify import sha256
from summarizer.text.language import sentence_language
from summarizer.types import Article, Summary

FOLDER = asset("models/tomtat")


@pytest.fixture(scope="module")
def tool() -> Summarizer:
    return Summarizer(threads=2, offline=True)


@pytest.fixture(scope="module")
def summaries(tool: Summarizer) -> list[Summary]:
    articles = [a for a in read_many([str(asset("corpus/articles") / "*.txt")]) if isinstance(a, Article)][::4]
    done = [s for s in tool.summarize_many(articles) if isinstance(s, Summary)]
    assert len(done) == len(articles) == 15
    return done


def test_the_folder_is_complete_and_under_40_megabytes() -> None:
    manifest = json.loads((FOLDER / "tomtat.json").read_text(encoding="utf-8"))
    for name, expected in manifest["sha256"].items():
        assert sha256(FOLDER / name) == expected
    assert sum(f.stat().st_size for f in FOLDER.rglob("*") if f.is_file()) < 40_000_000


def test_a_word_is_forbidden_at_the_start_and_after_a_mark(tool: Summarizer) -> None:
    asked = Request("Nước rất sâu.", "translate", "vi", "en", unsaid=("theck",))
    assert isinstance(tool.backend, Ct2Backend)
    assert {("▁the", "ck"), ("the", "ck")} <= set(tool.backend._job(asked).unsaid)


def test_numbers_marks_and_phrases_are_forbidden_as_they_are_spelt(tool: Summarizer) -> None:
    words = (" 30", "VND30", "$3", "over 8", "p.m")
    asked = Request("Nước rất sâu.", "translate", "vi", "en", unsaid=words)
    assert isinstance(tool.backend, Ct2Backend)
    assert tool.backend._job(asked).unsaid == (
        ("▁", "3", "0"),
        ("▁VND", "3", "0"),
        ("▁$", "3"),
        ("▁over", "▁", "8"),
        ("▁p", ".", "m"),
    )


def test_nearly_all_english_is_made_of_words(summaries: list[Summary]) -> None:
    strange = [
        s.article.id for s in summaries if any(f.kind == "word" and f.text and f.lang == "en" for f in s.findings)
    ]
    assert len(strange) <= 2, strange  # a quarter of them had one before such words were forbidden


def test_provenance_names_recipe_data_machine_and_licences() -> None:
    record = json.loads((FOLDER / "provenance.json").read_text(encoding="utf-8"))
    assert record["recipe"]["stages"]
    assert record["training"]["steps"] > 1000
    assert record["hardware"]["cores"]
    for entry in record["data"]:
        assert re.fullmatch("[0-9a-f]{64}", entry["sha256"])
        assert all(part["source"] and part["licence"] for part in entry["sources"])
    card = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert "none stated" in card
    assert "Licence" in card


def test_every_summary_is_there_in_its_language(summaries: list[Summary]) -> None:
    for summary in summaries:
        for lang in ("vi", "en"):
            text = summary.text(lang)
            assert text is not None
            assert text.text.strip()
            if text.trusted:
                assert sentence_language(text.text) in (lang, "unknown")


def test_no_unsupported_number_or_date_leaves_unflagged(summaries: list[Summary]) -> None:
    for summary in summaries:
        for text in (summary.vi, summary.en):
            assert text is not None
            faults = [
                f
                for f in summary.findings
                if f.lang == text.lang and f.kind in ("number", "date") and f.verdict != "supported"
            ]
            assert not (text.trusted and faults), (summary.article.id, faults)


def test_vietnamese_keeps_the_promise_of_short(summaries: list[Summary]) -> None:
    for summary in summaries:
        assert summary.vi is not None
        assert len(summary.vi.text.split()) <= 75, summary.article.id


def test_sources_are_spans_of_the_article(summaries: list[Summary]) -> None:
    for summary in summaries:
        known = {s.index for s in summary.sources}
        assert known
        for sentence in summary.sources:
            span = summary.article.text[sentence.start : sentence.end]
            assert sentence.text.split()[0] in span
        for text in (summary.vi, summary.en):
            assert text is not None
            assert all(i in known for s in text.sentences for i in s.sources)


def test_the_same_article_gives_the_same_text_in_any_company(tool: Summarizer, summaries: list[Summary]) -> None:
    again = tool.summarize(summaries[3].article)
    assert again.vi == summaries[3].vi
    assert again.en == summaries[3].en


def test_it_translates_a_plain_sentence_and_keeps_its_number(tool: Summarizer) -> None:
    request = Request("Có 72 quốc gia ký công ước tại Hà Nội.", "translate", "vi", "en", max_tokens=40)
    (best,) = tool.backend.generate([request])[0]
    assert "72" in best.text
    assert "Hanoi" in best.text
    assert "countries" in best.text


@pytest.mark.parametrize("length", ["headline", "medium"])
def test_other_lengths(length: str) -> None:
    text = (Path(asset("corpus/articles")) / "hanoi-closing.txt").read_text(encoding="utf-8")
    summary = Summarizer(length=length, threads=2).summarize(text)
    assert summary.vi is not None
    assert summary.en is not None
    count = len(summary.vi.text.split())
    assert count <= 20 if length == "headline" else count > 60
