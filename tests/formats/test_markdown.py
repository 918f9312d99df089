from __future__ import annotations

import time

import pytest

from summarizer.formats.markdown import strip_markup

BODY = "Sáng nay, cầu mới thông xe."


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Đoạn **đậm**, *nghiêng*, ***cả hai***, _gạch_ và `mã`.", "Đoạn đậm, nghiêng, cả hai, gạch và mã."),
        ("[báo](http://x.vn/a_(b).html) và [báo][1]\n\n[1]: http://x.vn", "báo và báo"),
        ("![Ảnh](a.png)\n\nĐoạn có ảnh ![b](c.png).", "Đoạn có ảnh ."),
        ("[![Ảnh](a.png)](http://x.vn)", ""),
        ("> Trích dẫn\n> hai dòng", "Trích dẫn hai dòng"),
        ("- một\n- hai\n+ ba", "một\n\nhai\n\nba"),
        ("1. Điều một\n2. Điều hai", "1. Điều một\n\n2. Điều hai"),
        ("## Phụ đề ##\nĐoạn văn", "Phụ đề\n\nĐoạn văn"),
        ("Trên\n\n* * *\n\nDưới", "Trên\n\nDưới"),
        ("| a | b |\n|---|:-:|\n| c | d |", "a | b\n\nc | d"),
        ("Chú thích[^1]\n\n[^1]: Nguồn", "Chú thích"),
        ("<!-- ẩn -->Hiện<br>ra", "Hiệnra"),
        ("2 * 3 * 4, 5*6*7, ten_bien_dai, 5 < 6 > 4", "2 * 3 * 4, 5*6*7, ten_bien_dai, 5 < 6 > 4"),
        (r"\*không nghiêng\* và \#1", "*không nghiêng* và #1"),
        ("Dòng bị\nngắt mềm", "Dòng bị ngắt mềm"),
    ],
)
def test_markup_is_stripped_and_text_kept(markdown: str, text: str) -> None:
    assert strip_markup(markdown) == text


def test_front_matter_gives_title_and_date(read) -> None:
    (article,) = read(f'---\ntitle: "Cầu: thông xe"\ndate: 2025-10-18\ntags: [a]\n---\n\n{BODY}\n', ".md")
    assert (article.title, article.date, article.text) == ("Cầu: thông xe", "2025-10-18", BODY)


def test_heading_is_the_title_without_front_matter(read) -> None:
    for heading in ("# Cầu **mới** #\n", "Cầu mới\n===\n"):
        (article,) = read(f"{heading}{BODY}", ".md")
        assert (article.title, article.text) == ("Cầu mới", BODY)


def test_a_heading_other_than_the_front_matters_title_stays_in_the_text(read) -> None:
    (article,) = read(f"---\ntitle: Cầu\n---\n# Toàn cảnh\n\n{BODY}", ".md")
    assert (article.title, article.text) == ("Cầu", f"Toàn cảnh\n\n{BODY}")


def test_code_blocks_are_left_out_and_an_unclosed_fence_takes_nothing(read) -> None:
    (article,) = read(f"{BODY}\n\n```python\nx = 1\n```\n\nCuối bài.\n", ".md")
    assert article.text == f"{BODY}\n\nCuối bài."
    (article,) = read(f"{BODY}\n\n```\nCuối bài.\n", ".md")
    assert "Cuối bài." in article.text


def test_windows_line_ends(read) -> None:
    (article,) = read(f"---\r\ntitle: Cầu\r\n---\r\n{BODY}\r\n\r\nHết.", ".md")
    assert (article.title, article.text) == ("Cầu", f"{BODY}\n\nHết.")


@pytest.mark.parametrize("unit", ["<!--", "![", "[a](", "[a]((", "<http:a", "a`", "*a ", "```\n", "# a   b", "-", " "])
def test_hostile_markup_takes_linear_time(unit: str) -> None:
    start = time.process_time()
    strip_markup(unit * 20_000 + "x")
    assert time.process_time() - start < 2
