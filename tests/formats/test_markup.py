from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer.formats.markup import escape, write_markdown
from summarizer.formats.write import WriteOptions
from summarizer.types import Summary

EXPECTED = """\
# Cầu Rạch Sâu thông xe sớm

## Tiếng Việt

*trích nguyên văn từ bài*

Cầu thông xe ngày 18/10/2025. \\[1\\] Cầu dài 412 m. \\[1\\]\\[2\\]

## English

*low confidence — check against the article*

**Bridge opens early**

The bridge opened on 18 October 2025. \\[1\\] It is 421 m long. \\[2\\]

- Differs from the article: “421” — the article says: “412”

## Sources · Nguồn

1. Sáng 18/10/2025, cầu Rạch Sâu thông xe.
2. Cầu dài 412 m, tổng vốn 385,6 tỷ đồng.

---

*tomtat-small · read 12 of 18 sentences (64 %) · decoded from TCVN3*
"""


def test_the_whole_page(summary: Summary) -> None:
    assert write_markdown(summary, WriteOptions()) == EXPECTED


def test_without_sources(summary: Summary) -> None:
    text = write_markdown(summary, WriteOptions(sources=False))
    assert "Nguồn" not in text
    assert "\\[1\\]" not in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
        ("[a](javascript:x)", "\\[a\\](javascript:x)"),
        ("25. Tháng Mười", "25\\. Tháng Mười"),
        ("1) một", "1\\) một"),
        ("- gạch", "\\- gạch"),
        ("# đầu *đề* `x` a_b ~~c~~ &amp;", "\\# đầu \\*đề\\* \\`x\\` a\\_b \\~\\~c\\~\\~ \\&amp;"),
        ("hai\ndòng\x1b", "hai dòng"),
        ("2,5 tỷ - 1.500 m", "2,5 tỷ - 1.500 m"),
    ],
)
def test_nothing_of_the_article_is_markup(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_html_in_an_article_stays_text(summary: Summary) -> None:
    evil = replace(summary, article=replace(summary.article, title="<img src=x onerror=alert(1)>"))
    assert "<img" not in write_markdown(evil, WriteOptions()).replace("\\<", "")
