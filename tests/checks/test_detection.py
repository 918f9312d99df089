"""Planting errors and counting what is found."""

from random import Random

import pytest

from summarizer.checks import ArticleFacts
from summarizer.checks.detection import QUOTAS, build, judge, precision_table, recall_table
from summarizer.checks.perturb import PLANTS, Planted, Source, plant

ARTICLE = (
    "Lễ mở ký bế mạc ngày 26/10 với 72 quốc gia ký, hơn 2.500 đại biểu của 110 nước dự, trong đó có Nguyễn Minh Vũ. "
    "Bộ trưởng Lương Tam Quang và bà Ghada Waly nói: “Chúng tôi mong các nước sớm phê chuẩn để công ước được thi hành”."
)
SUMMARY = (
    "Lễ mở ký Công ước Hà Nội bế mạc ngày 26/10 với 72 quốc gia ký, hơn 2.500 đại biểu dự. "
    "Bộ trưởng Lương Tam Quang và bà Ghada Waly đã phát biểu: "
    "“Chúng tôi mong các nước sớm phê chuẩn để công ước được thi hành”."
)
OTHER = "The signing ceremony closed on October 26 with 72 countries having signed the convention."
SOURCE = Source("a", ARTICLE, "vi", SUMMARY, "vi", OTHER)


@pytest.mark.parametrize("kind", [k for k in PLANTS if "something else" not in k])
def test_every_kind_changes_the_summary_in_one_place(kind: str) -> None:
    planted = plant(SOURCE, kind, Random(1))
    assert planted is not None
    assert planted.kind == kind
    assert planted.text != SUMMARY
    assert 0 <= planted.start < planted.end <= len(planted.text) + 1


def test_the_same_seed_gives_the_same_set() -> None:
    one, two = build([SOURCE], 20, Random(3)), build([SOURCE], 20, Random(3))
    assert [p.text for p in one] == [p.text for p in two]
    assert [p.text for p in one if not p.kind] == [SUMMARY] * 10


def test_an_error_counts_as_found_where_it_stands(ceremony: ArticleFacts) -> None:
    text = SUMMARY.replace("72", "73")
    at = text.index("73")
    found = judge(Planted(SOURCE, "number", text, at, at + 2), ceremony)
    assert found.found
    assert found.false == ()
    elsewhere = judge(Planted(SOURCE, "number", text, 0, 2), ceremony)
    assert not elsewhere.found
    assert [f.text for f in elsewhere.false] == ["73"]


def test_an_untouched_summary_has_nothing_against_it(ceremony: ArticleFacts) -> None:
    assert judge(Planted(SOURCE, "", SUMMARY), ceremony).false == ()


def test_tables(ceremony: ArticleFacts) -> None:
    text = SUMMARY.replace("72", "73")
    at = text.index("73")
    outcomes = [judge(Planted(SOURCE, "number", text, at, at + 2), ceremony)]
    assert "| number | 1 | 1 | 1.000 |" in recall_table(outcomes)
    assert recall_table(outcomes).count("\n") == len(QUOTAS) + 1
    assert precision_table(outcomes).splitlines()[-1] == "| number | 1 | 0 | 1.000 |"
