"""What shows that two sentences speak of the same thing."""

from summarizer.checks import ArticleFacts
from summarizer.checks.marks import closest, marks, rarity, touching


def test_within_a_language_words_and_across_what_survives() -> None:
    assert marks("72 nước ký", "vi", across=False) == {"72", "nước", "ký"}
    vi = marks("Ngày 26/10, hơn 2.500 đại biểu dự ở Hà Nội.", "vi", across=True)
    en = marks("More than 2,500 delegates were in Hanoi on October 26.", "en", across=True)
    assert {"n:2500", "n:2500 delegate", "d:10-26", "t:Hanoi"} <= vi & en


def test_a_rare_mark_tells_more() -> None:
    weights = rarity([frozenset({"a", "b"}), frozenset({"a"}), frozenset({"a"})])
    assert weights["b"] > weights["a"] > 0


def test_closest_and_touching(ceremony: ArticleFacts) -> None:
    (score, span) = closest(ceremony, "Văn kiện gồm 9 chương, 71 điều.", "vi", most=1)[0]
    assert score > 0
    assert "71 điều" in ceremony.text[span.start : span.end]
    spans = touching(ceremony, "Ghada Waly thanked Gia Lai.", "en")
    assert ["Gia Lai" in ceremony.text[s.start : s.end] for s in spans] == [True]
    assert closest(ceremony, "Trời mưa.", "vi") == [] or closest(ceremony, "zzz", "vi") == []
