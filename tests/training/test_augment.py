import random
from dataclasses import replace

from summarizer.training.augment import ORIGIN, augmented, renumbered
from summarizer.training.sources import Example

PAIR = Example("translate", "vi", "en", "Có 72 nước ký ngày 25/10.", "There were 72 signatories on October 25.", "news")


def test_a_number_both_sides_have_once_changes_on_both() -> None:
    for seed in range(20):
        source, target = renumbered(PAIR.source, PAIR.target, random.Random(seed))
        (number,) = {w for w in source.split() if w.isdigit()}
        assert len(number) == 2
        assert source == f"Có {number} nước ký ngày 25/10."
        assert target == f"There were {number} signatories on October 25."


def test_what_is_ambiguous_or_on_one_side_only_stays() -> None:
    for source, target in (
        ("3 người, 3 xe", "3 people, 3 cars"),
        ("tăng 3,5% năm 2024", "up 3.5%"),
        ("1.500 người", "1,500 people"),
        ("lúc 08 giờ", "at 08"),
    ):
        assert renumbered(source, target, random.Random(1)) == (source, target)


def test_days_and_years_stay_possible() -> None:
    for seed in range(50):
        source, _ = renumbered("Năm 2019 có 12 vụ", "In 2019 there were 12 cases", random.Random(seed))
        year, cases = (int(w) for w in source.split() if w.isdigit())
        assert 1950 <= year <= 2035
        assert 1 <= cases <= 28


def test_copies_are_added_to_vietnamese_sentences_alone() -> None:
    other = replace(PAIR, source_lang="en", target_lang="vi")
    word = replace(PAIR, origin="lexicon")
    found = list(augmented([PAIR, other, word] * 200, 0.5, seed=1))
    assert [e for e in found if e.origin != ORIGIN] == [PAIR, other, word] * 200
    copies = [e for e in found if e.origin == ORIGIN]
    assert 70 < len(copies) < 130
    assert {e.kind for e in copies} == {"translate.vi.en"}
    sources = {e.source for e in copies}
    assert "Co 72 nuoc ky ngay 25/10." in sources
    assert "CÓ 72 NƯỚC KÝ NGÀY 25/10." in sources
    assert any("nước ký" in s and "72" not in s for s in sources)
    assert list(augmented([PAIR] * 9, 0.0, seed=1)) == [PAIR] * 9
