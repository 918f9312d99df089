from __future__ import annotations

from generated_texts import case, cases

from summarizer import __version__
from summarizer.metrics import METRICS, Settings, measure
from summarizer.metrics.signature import comparable, signature


def test_it_says_how_rouge_was_made():
    given = cases("vi", 20)
    column = measure(given, ["rouge"])[0]
    expected = f"rouge1|lang:vi|tok:syllable|norm:nfc+tone|stem:no|refs:2|n:20|v:{__version__}"
    assert signature(column, given) == expected


def test_every_metric_has_one():
    given = [case("Hà Nội có mưa lớn vào sáng nay", "Hà Nội mưa lớn", key_facts=(("mưa",),), read=1.0)]
    for column in measure(given, METRICS):
        text = signature(column, given)
        assert text.startswith(f"{column.name}|lang:vi|")
        assert text.endswith(f"|v:{__version__}")
        assert ("refs:" in text) == column.with_references


def test_a_range_of_references_and_the_source_language_show():
    given = [case("a", "b", lang="en"), case("a", "b", "c", lang="en")]
    assert "|refs:1-2|" in signature(measure(given, ["rouge"])[0], given)


def test_scales_are_told_apart():
    given = cases("vi", 3)
    one = signature(measure(given, ["rouge"])[0], given)
    other = signature(measure(given, ["rouge"], Settings(tokens="ascii"))[0], given)
    assert not comparable(one, other)
    assert comparable(one, one.replace("n:3", "n:900"))
