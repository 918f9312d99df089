from __future__ import annotations

import numpy as np
from generated_texts import case

from summarizer.metrics import measure

STORY = (
    "Sáng 25/10/2025, tại Hà Nội, gần 70 nước ký công ước. Công ước gồm 9 chương, 71 điều. "
    "Chủ tịch nước Lương Cường chủ trì lễ ký."
)


def precision(summary, lang="vi"):
    columns = measure([case(summary, "x", article=STORY, lang=lang)], ["facts"])
    return {column.name: column.value() for column in columns}


def test_what_the_article_says_counts():
    found = precision("Gần 70 nước ký công ước 71 điều ngày 25/10 tại Hà Nội, ông Lương Cường chủ trì.")
    assert found == {"number-precision": 1, "date-precision": 1, "name-precision": 1}


def test_what_it_does_not_say_costs():
    found = precision("Gần 70 nước ký công ước 72 điều ngày 26/10, ông Trần Văn Giàu chủ trì.")
    assert found["number-precision"] == 0.5
    assert found["date-precision"] == 0
    assert found["name-precision"] == 0


def test_a_summary_without_facts_is_left_out():
    assert all(np.isnan(found) for found in precision("nhiều nước cùng ký công ước này").values())


def test_facts_are_pooled_over_summaries():
    given = [case(text, "x", article=STORY) for text in ("Công ước có 71 điều, 9 chương.", "Công ước có 99 điều.")]
    column = measure(given, ["facts"])[0]
    assert column.value() == 2 / 3
    assert column.applies.tolist() == [True, True]


def test_many_cases_are_shared_out_and_counted_the_same(monkeypatch):
    from summarizer.metrics import facts

    texts = ("Công ước có 71 điều.", "Công ước có 99 điều, 9 chương.", "Ông Lương Cường ký ngày 25/10.")
    given = [case(texts[i % 3], "x", article=f"{STORY} Đây là bài số {i}.") for i in range(120)]
    alone = [column.rows.tolist() for column in measure(given, ["facts"])]
    monkeypatch.setattr(facts, "MANY", 100)
    assert [column.rows.tolist() for column in measure(given, ["facts"])] == alone
