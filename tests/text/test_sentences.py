from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from summarizer.text.sentences import MAX_QUOTE, sentences, split_spans
from summarizer.types import Article, CleanArticle, Span

CASES = [
    line
    for line in (Path(__file__).parents[1] / "data/sentence_cases.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in split_spans(text)]


def test_there_are_at_least_sixty_cases() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES)
def test_case(case: str) -> None:
    gold = [piece.strip() for piece in case.split("¦")]
    assert pieces(case.replace("¦", "")) == gold


def test_offsets_are_of_the_text_itself() -> None:
    text = "  Câu một.\n\n Câu hai! “Câu ba”.  "
    assert [text[a:b] for a, b in split_spans(text)] == ["Câu một.", "Câu hai!", "“Câu ba”."]


def test_signs_alone_are_no_sentence() -> None:
    assert pieces("***\n---\n…") == []
    assert pieces("Hết. ***") == ["Hết. ***"]
    assert pieces("") == []


def test_every_letter_is_in_exactly_one_span() -> None:
    text = " ".join(case.replace("¦", "") for case in CASES)
    spans = split_spans(text)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    inside = {i for start, end in spans for i in range(start, end)}
    assert all(i in inside for i, c in enumerate(text) if c.isalnum())


def test_a_long_quotation_is_cut() -> None:
    speech = "“" + "Chúng ta đã làm được nhiều việc. " * (MAX_QUOTE // 30 + 2) + "Cảm ơn”, ông nói."
    assert len(pieces(speech)) > 5
    assert len(pieces("“Chúng ta làm được. Cảm ơn”, ông nói.")) == 1


def test_an_unclosed_quotation_does_not_swallow_the_text() -> None:
    assert len(pieces('"Tôi sẽ về. Mai tôi đi. Không ai biết.')) == 3


def clean_article(text: str, *paragraphs: tuple[str, ...]) -> CleanArticle:
    """An article whose paragraphs keep the given pieces of ``text``."""
    spans = tuple(tuple(Span(text.index(p), text.index(p) + len(p)) for p in kept) for kept in paragraphs)
    return CleanArticle(Article("a", text), spans)


def test_sentences_of_paragraphs() -> None:
    text = "Mở đầu.\n\nCâu hai. Câu\nba xuống dòng."
    found = sentences(clean_article(text, ("Mở đầu.",), ("Câu hai. Câu\nba xuống dòng.",)))
    assert [(s.index, s.paragraph, s.text) for s in found] == [
        (0, 0, "Mở đầu."),
        (1, 1, "Câu hai."),
        (2, 1, "Câu ba xuống dòng."),
    ]
    assert text[found[2].start : found[2].end] == "Câu\nba xuống dòng."


def test_a_removed_piece_inside_a_sentence_is_left_out_of_its_text() -> None:
    text = "Ông Sửu (ảnh), 67 tuổi, về hưu. Ảnh: TTXVN Ông vui."
    found = sentences(clean_article(text, ("Ông Sửu", ", 67 tuổi, về hưu.", "Ông vui.")))
    assert [s.text for s in found] == ["Ông Sửu, 67 tuổi, về hưu.", "Ông vui."]
    assert text[found[0].start : found[0].end] == "Ông Sửu (ảnh), 67 tuổi, về hưu."
    assert text[found[1].start : found[1].end] == "Ông vui."
