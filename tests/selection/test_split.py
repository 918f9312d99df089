import pytest

from summarizer.selection.split import clauses, fitting_parts, halves


def count(text: str) -> int:
    return len(text.split())


def test_a_sentence_that_fits_stays_whole() -> None:
    assert fitting_parts("Mưa lớn, gió mạnh.", count, 10) == ["Mưa lớn, gió mạnh."]


def test_a_long_one_is_cut_at_clauses() -> None:
    text = "Mưa lớn kéo dài nhiều giờ, nước sông dâng nhanh; người dân phải sơ tán trong đêm."
    assert fitting_parts(text, count, 8) == [
        "Mưa lớn kéo dài nhiều giờ,",
        "nước sông dâng nhanh;",
        "người dân phải sơ tán trong đêm.",
    ]


@pytest.mark.parametrize("budget", [1, 2, 3, 7])
def test_nothing_is_lost_and_every_part_fits(budget: int) -> None:
    text = "một hai ba bốn năm sáu, bảy tám (chín mười) mười một – mười hai"
    parts = fitting_parts(text, count, budget)
    assert " ".join(parts) == text
    assert all(count(part) <= budget for part in parts)


def test_halves_meet_at_the_clause_next_to_the_middle() -> None:
    assert halves("Sáng nay, mưa lớn gây ngập, nước rút chậm") == ("Sáng nay, mưa lớn gây ngập,", "nước rút chậm")
    assert halves("Mưa lớn gây ngập nhiều nơi (theo báo cáo)") == ("Mưa lớn gây ngập nhiều nơi", "(theo báo cáo)")
    assert halves("Mưa lớn gây ngập 12,5 km đường") == ()


def test_clauses_are_halved_until_they_are_short_or_single() -> None:
    text = "Sáng nay, mưa lớn gây ngập, nước rút chậm, xe chết máy hàng loạt"
    assert clauses(text, count, 20) == [text]
    assert clauses(text, count, 10) == ["Sáng nay, mưa lớn gây ngập,", "nước rút chậm, xe chết máy hàng loạt"]
    assert clauses(text, count, 5) == ["Sáng nay,", "mưa lớn gây ngập,", "nước rút chậm,", "xe chết máy hàng loạt"]
    assert clauses("mưa lớn gây ngập nhiều nơi", count, 2) == ["mưa lớn gây ngập nhiều nơi"]
