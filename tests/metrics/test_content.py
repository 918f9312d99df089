"""Key facts, and the measures that compare a summary with its article."""

from __future__ import annotations

import numpy as np
import pytest
from generated_texts import case

from summarizer.metrics import measure
from summarizer.metrics.coverage import fragments
from summarizer.metrics.keyfacts import states
from summarizer.types import Article, CleanArticle, Span

STORY = "Sáng 25/10, tại Hà Nội, gần 70 nước ký công ước. Công ước gồm 9 chương, 71 điều."


def value(metric, summary, **fields):
    columns = measure([case(summary, "x", article=STORY, **fields)], [metric])
    return {column.name: column.value() for column in columns}


@pytest.mark.parametrize(
    ("summary", "wording", "found"),
    [
        ("Gần 70 nước ký trong ngày đầu.", "gần 70 nước", True),
        ("gần 70 quốc gia", "gần 70 nước", False),
        ("Ông Lương Cường chủ trì", "lương cường", True),
        ("Ông Lương Cươngg", "lương cường", False),
        ("Khánh Hoà mưa", "Khánh Hòa", True),
        ("ngày 125/10", "25/10", False),
        ("Có 170 người", "70 người", False),
        ("tăng 9,3 % so với", "9,3%", True),
    ],
)
def test_a_fact_is_stated_in_whole_words(summary, wording, found):
    assert states(summary, [wording, "không có trong bài"]) is found


def test_key_fact_recall_is_over_all_facts():
    facts = (("25/10", "25 tháng 10"), ("Hà Nội",), ("71 điều", "71 articles"), ("Lương Cường",))
    assert value("keyfacts", "Công ước 71 điều được ký ngày 25 tháng 10.", key_facts=facts)["keyfacts"] == 0.5


def test_without_listed_facts_there_is_no_recall():
    assert np.isnan(value("keyfacts", "Gì cũng được")["keyfacts"])


def test_an_extract_is_not_novel_and_all_copied():
    own = "Công ước gồm 9 chương, 71 điều."
    assert value("novelty", own)["novelty"] == 0
    assert value("coverage", own)["coverage"] == 1


def test_a_free_text_is_novel():
    assert value("novelty", "Mọi thứ hoàn toàn khác hẳn")["novelty"] == 1
    assert value("coverage", "Mọi thứ hoàn toàn khác hẳn")["coverage"] == 0


def test_tone_placement_is_not_novelty():
    story = "Tỉnh Khánh Hòa phát triển thủy sản."
    columns = measure([case("Khánh Hoà phát triển thuỷ sản", "x", article=story)], ["novelty", "coverage"])
    assert [column.value() for column in columns] == [0, 1]


def test_fragments_are_the_longest_runs():
    article = list("abcdef")
    assert fragments(article, list("abxdef")) == [2, 3]
    assert fragments(article, list("cdea")) == [3, 1]
    assert fragments(article, list("xy")) == []


def test_across_languages_copying_is_not_measured():
    clean = CleanArticle(Article("a", STORY), ((Span(0, len(STORY)),),), language="vi")
    one = case("Nearly 70 countries signed", "x", lang="en")
    crossed = type(one)("a", "en", one.summary, ("x",), clean)
    assert all(np.isnan(column.value()) for column in measure([crossed], ["novelty", "coverage"]))


def test_the_share_read_shows_only_where_systems_tell_it():
    assert "read" not in value("coverage", "Công ước")
    assert value("coverage", "Công ước", read=0.4)["read"] == 0.4


def test_lengths():
    found = value("compression", "Gần 70 nước ký")
    assert found["words"] == 4
    assert found["compression"] == pytest.approx(19 / 4)


def test_repetition_counts_runs_of_three():
    assert value("repetition", "a b c a b c")["repetition"] == pytest.approx(1 / 4)
    assert value("repetition", "mỗi chữ chỉ dùng một lần")["repetition"] == 0
    assert np.isnan(value("repetition", "hai chữ")["repetition"])


def test_wrong_language():
    assert value("language", "The convention was signed by nearly 70 countries in Hanoi.")["wrong-language"] == 1
    assert value("language", "Gần 70 nước đã ký công ước tại Hà Nội.")["wrong-language"] == 0
    assert np.isnan(value("language", " ")["wrong-language"])
