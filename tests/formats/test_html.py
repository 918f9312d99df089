from __future__ import annotations

import pytest

from summarizer.errors import InputError, MissingExtraError

PAGE = (
    '<!doctype html><html lang="vi"><head><title>Cầu - Báo Mẫu</title></head><body><nav><a href="/">Trang chủ</a></nav>'
    "<article><h1>Cầu</h1>{}</article></body></html>"
)
PARAGRAPH = "<p>Sáng 18/10, UBND TP. Cần Thơ tổ chức lễ thông xe cầu Rạch Sâu sau hai năm thi công.</p>"


def test_the_article_without_menu_and_heading(read) -> None:
    (article,) = read(PAGE.format(PARAGRAPH * 3), ".html")
    assert article.text.startswith("Sáng 18/10")
    assert "Trang chủ" not in article.text


def test_a_date_is_not_guessed_from_the_footer(read) -> None:
    page = PAGE.format(PARAGRAPH * 3).replace("</body>", "<footer>© 2010-2019, 12/03/2019</footer></body>")
    (article,) = read(page, ".html")
    assert article.date == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(read, encoding: str) -> None:
    (article,) = read(PAGE.format(PARAGRAPH * 3).encode(encoding), ".html")
    assert "lễ thông xe cầu Rạch Sâu" in article.text


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<div id=app></div><script>var x = 1;</script>",
        "<ul>" + "".join(f'<li><a href="/{n}">Chuyên mục {n}</a></li>' for n in range(40)) + "</ul>",
        "<p>Bạn cần đăng nhập để đọc</p>",
    ],
)
def test_a_page_without_article_is_refused(read, body: str) -> None:
    with pytest.raises(InputError, match="no article in it") as error:
        read(f"<!doctype html><html><body>{body}</body></html>", ".html")
    assert "txt" in error.value.advice


def test_control_characters_do_not_lose_the_article(read) -> None:
    (article,) = read(PAGE.format(PARAGRAPH * 3).replace("thông", "th\x01ông"), ".html")
    assert "lễ thông xe" in article.text


def test_a_page_over_the_limit_is_refused(read) -> None:
    with pytest.raises(InputError, match="limit of 10 MB"):
        read(PAGE.format(PARAGRAPH) + " " * 10_000_000, ".html")


def test_without_trafilatura_the_error_is_the_pip_line(read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    with pytest.raises(MissingExtraError, match=r"tomtat\[web\]"):
        read(PAGE.format(PARAGRAPH), ".html")
