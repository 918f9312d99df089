from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO

import pytest
from demo_fakes import make_summary
from demo_helpers import ARTICLE
from docx import Document

from summarizer.demo.config import Config
from summarizer.demo.reading import read_text
from summarizer.demo.texts import Pair
from summarizer.demo.view.article import Page, article_html
from summarizer.demo.view.card import cards_html
from summarizer.demo.view.compare import Side, compare_html
from summarizer.demo.view.facts import coverage_html, facts_html
from summarizer.demo.view.marks import Mark, cut, names
from summarizer.demo.view.result import problem_html, reading_html, result_html
from summarizer.demo.view.word import write_docx
from summarizer.settings import Settings
from summarizer.types import Article, Removal, Sentence, Summary

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> ${x} {{x}} &amp; "


@pytest.fixture
def summary() -> Summary:
    return make_summary(read_text(ARTICLE, Config()), Settings())


class Checker(HTMLParser):
    """Every tag closed where it should be; which tags and attributes there are."""

    void = frozenset({"img", "input", "br", "rect", "meta"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.handlers: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        if tag not in self.void:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def check(html: str) -> Checker:
    checker = Checker()
    checker.feed(html)
    checker.close()
    assert checker.open == []
    assert checker.handlers == []
    assert not {"script", "img", "iframe", "object", "style"} & checker.tags
    return checker


def test_pieces_between_marks_that_overlap() -> None:
    marks = [Mark(0, 5, "sentence", "0"), Mark(3, 8, "fact", "f"), Mark(9, 9, "removed", "x")]
    found = [(text, names(on, "sentence"), names(on, "fact")) for text, on in cut("0123456789", 0, 10, marks)]
    assert found == [("012", ["0"], []), ("34", ["0"], ["f"]), ("567", [], ["f"]), ("89", [], [])]


def test_the_result_is_sound_html(summary: Summary) -> None:
    checker = check(result_html(summary))
    assert "Cần Thơ" in checker.text


def test_nothing_from_outside_becomes_markup(summary: Summary) -> None:
    article = replace(summary.article, id=EVIL, title=EVIL, source=f"http://x/{EVIL}", text=EVIL + summary.article.text)
    vi = replace(summary.vi, text=EVIL, headline=EVIL, sentences=())  # type: ignore[type-var]
    findings = tuple(replace(f, text=EVIL, source_text=EVIL, message=EVIL) for f in summary.findings)
    evil = replace(summary, article=article, vi=vi, findings=findings, model=EVIL, warnings=(EVIL,))
    told: Pair = (EVIL, EVIL)
    for html in (result_html(evil), reading_html(Page.of(evil)), problem_html(told), facts_html(evil)):
        assert EVIL.split(maxsplit=1)[0] in check(html).text
    check(compare_html([Side("side_a", evil, 1.0)]))


def test_a_source_that_is_no_web_address_is_no_link(summary: Summary) -> None:
    html = article_html(Page.of(replace(summary, article=replace(summary.article, source="javascript:alert(1)"))))
    assert "href" not in html


def test_article_keeps_every_character_and_numbers_its_sources(summary: Summary) -> None:
    html = article_html(Page.of(summary))
    shown = check(html).text.replace(" ", "")
    for line in summary.article.text.split("\n"):
        assert line.replace(" ", "") in shown.replace("1Sáng", "Sáng").replace("2Cầu", "Cầu")
    assert html.count("tt-number") == 2


def test_marks_may_overlap_and_cross_lines() -> None:
    article = Article("a", "Một hai ba\nbốn năm sáu", source="text")
    page = Page(
        article,
        "vi",
        (Removal(4, 14, "hai ba\nbốn", "caption"),),
        (Sentence(0, 0, 22, "…", 0), Sentence(1, 8, 22, "", 0)),
    )
    html = article_html(page)
    assert html.count("<del") == 3  # cut where a sentence begins and at the end of a line
    assert html.count("tt-why") == 1
    assert 'data-s="0"' in html
    assert 'data-s="0 1"' in html
    assert 'class="tt-gone"' not in html


def test_missing_language_and_empty_findings(summary: Summary) -> None:
    bare = replace(summary, en=None, findings=(), repairs=(), sources=(), removed=())
    html = cards_html(bare, "one")
    assert "cannot write this language" in html
    assert "tt-sentence" not in html
    assert "no facts to check" in facts_html(bare)
    assert "Nothing was removed" in article_html(Page.of(bare))


def test_coverage_counts(summary: Summary) -> None:
    html = coverage_html(summary)
    assert f"{summary.coverage.sentences} câu (100% nội dung)" in html
    assert html.count('class="tt-strip-used"') == len(summary.sources)


def test_word_document_says_its_languages(summary: Summary) -> None:
    strange = replace(summary, article=replace(summary.article, title="Tiêu đề\x0b có ký tự lạ"))
    document = Document(BytesIO(write_docx(strange)))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert text.startswith("Tiêu đề có ký tự lạ")
    assert "In short:" in text
    xml = document.element.xml
    assert 'w:val="vi-VN"' in xml
    assert 'w:val="en-US"' in xml
