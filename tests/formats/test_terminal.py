from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

import pytest

from summarizer.formats.terminal import finding_line, status_line, write_text
from summarizer.formats.write import WriteOptions
from summarizer.types import Finding, FindingKind, Lang, Span, Summary, SummaryText, Verdict

EXPECTED = """\
Cầu Rạch Sâu thông xe sớm

Tiếng Việt · trích nguyên văn từ bài
  Cầu thông xe ngày 18/10/2025. [1] Cầu dài 412 m. [1][2]

English · low confidence — check against the article
  Bridge opens early
  The bridge opened on 18 October 2025. [1] It is 421 m long. [2]
  ! Differs from the article: “421” — the article says: “412”

  [1] Sáng 18/10/2025, cầu Rạch Sâu thông xe.
  [2] Cầu dài 412 m, tổng vốn 385,6 tỷ đồng.

tomtat-small · read 12 of 18 sentences (64 %) · decoded from TCVN3
"""


def test_the_whole_page(summary: Summary) -> None:
    assert write_text(summary, WriteOptions()) == EXPECTED


def test_colour_adds_only_escape_codes(summary: Summary) -> None:
    coloured = write_text(summary, WriteOptions(colour=True))
    assert "\x1b[1m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == EXPECTED


def test_without_sources_there_are_no_marks(summary: Summary) -> None:
    text = write_text(summary, WriteOptions(sources=False))
    assert "[1]" not in text
    assert "Cầu thông xe ngày 18/10/2025. Cầu dài 412 m." in text


def test_lines_keep_to_the_width(summary: Summary) -> None:
    for width in (30, 60, 200):
        lines = write_text(summary, WriteOptions(width=width)).split("\n")
        assert max(map(len, lines)) <= min(width, 100)


def test_only_one_language(summary: Summary) -> None:
    text = write_text(replace(summary, en=None), WriteOptions())
    assert "English" not in text
    assert "421" not in text


def test_low_confidence_in_vietnamese(summary: Summary) -> None:
    vi = SummaryText("vi", "Cầu thông xe.", "abstractive", False, -3.0)
    text = write_text(replace(summary, vi=vi), WriteOptions())
    assert "Tiếng Việt · độ tin cậy thấp — hãy đối chiếu với bài gốc\n" in text


def test_a_headline_is_not_repeated(summary: Summary) -> None:
    vi = SummaryText("vi", "Cầu thông xe sớm hai tháng.", "abstractive", headline="Cầu thông xe sớm hai tháng.")
    assert write_text(replace(summary, vi=vi), WriteOptions()).count("sớm hai tháng.") == 1


def test_an_article_cannot_command_the_terminal(summary: Summary) -> None:
    evil = "\x1b]0;x\x07\x1b[2J\x9bH\u202e"
    shown = write_text(
        replace(
            summary,
            article=replace(summary.article, title=f"Đầu{evil} đề"),
            vi=SummaryText("vi", f"Thân{evil} bài", "abstractive", headline=evil),
            warnings=(evil,),
            sources=(replace(summary.sources[0], text=evil),),
            findings=(Finding("name", "not_found", "vi", evil, 0, 1, None, evil, evil),),
        ),
        WriteOptions(),
    )
    assert not set(evil) & set(shown) & set("\x1b\x07\x9b\u202e")


def test_findings_speak_the_language_of_their_summary() -> None:
    missing = Finding("name", "not_found", "vi", "Lê Văn A", 0, 8, message="The article does not name him.")
    remark = Finding("word", "not_found", "vi", "", 0, 0, message="A sentence was too long to be translated.")
    assert finding_line(remark) == "Có câu quá dài nên không dịch được."
    assert finding_line(replace(remark, lang="en")) == remark.message
    assert finding_line(missing) == "Không thấy trong bài gốc: “Lê Văn A”"
    differs = Finding("number", "contradicted", "vi", "421", 0, 3, Span(0, 3), "412")
    assert finding_line(differs) == "Khác với bài gốc: “421” — bài gốc viết: “412”"
    assert finding_line(replace(differs, lang="en")) == "Differs from the article: “421” — the article says: “412”"


def test_faults_of_the_summary_itself_are_not_blamed_on_the_article() -> None:
    twice = Finding("repetition", "contradicted", "vi", "thông xe thông xe", 0, 17, message="Repeated.")
    assert finding_line(twice) == "Nói lặp lại: “thông xe thông xe”"
    agreement = Finding("agreement", "contradicted", "en", "421 m", 0, 5, None, "412 m", "Says otherwise.")
    assert finding_line(agreement) == "The Vietnamese summary says otherwise: “421 m” ≠ “412 m”"
    long = Finding("length", "contradicted", "en", "word " * 100, 0, 500)
    assert finding_line(long).endswith("word…”")
    assert len(finding_line(long)) < 100
    quote = Finding("quote", "contradicted", "vi", "“Tốt", 0, 4, Span(9, 12), "Tốt lắm")
    assert finding_line(quote) == "Khác với bài gốc: ““Tốt” — bài gốc viết: “Tốt lắm”"


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("kind", get_args(FindingKind))
@pytest.mark.parametrize("verdict", ["contradicted", "not_found"])
def test_every_finding_has_words(kind: FindingKind, lang: Lang, verdict: Verdict) -> None:
    assert finding_line(Finding(kind, verdict, lang, "x", 0, 1)).endswith(": “x”")


def test_status_line_without_title_or_warnings(summary: Summary) -> None:
    bare = replace(summary, warnings=(), article=replace(summary.article, title=""))
    assert status_line(bare) == "tomtat-small · read 12 of 18 sentences (64 %)"
    assert write_text(bare, WriteOptions()).startswith("cau\n")
