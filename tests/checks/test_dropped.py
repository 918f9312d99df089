"""Denials lost or added in translation."""

from __future__ import annotations

import pytest

from summarizer.checks.dropped import ADDED, CUT, LOST, check_cut, check_dropped
from summarizer.types import Lang

VI = "Chỉ số này rất không tốt cho mọi người."
EN = "The index is not good for anyone."


@pytest.mark.parametrize(
    ("sentence", "translation", "lang", "message"),
    [
        (VI, "The index is very good for everyone.", "en", LOST),
        ("Tỉnh chưa phê duyệt dự án.", "The province has approved the project.", "en", LOST),
        ("Số liệu không bao gồm miền bắc.", "The figures include the north.", "en", LOST),
        (EN, "Chỉ số này rất tốt cho mọi người.", "vi", LOST),
        ("Tỉnh đã phê duyệt dự án.", "The province has not approved the project.", "en", ADDED),
    ],
)
def test_a_denial_on_one_side_only_is_told(sentence: str, translation: str, lang: Lang, message: str) -> None:
    (finding,) = check_dropped(sentence, translation, lang)
    assert (finding.kind, finding.verdict, finding.message) == ("negation", "contradicted", message)
    assert finding.source_text


@pytest.mark.parametrize(
    ("sentence", "translation"),
    [
        (VI, EN),
        (VI, "The index is unhealthy for everyone."),
        (VI, "The index is bad, far from good, for everyone."),
        ("Vùng này không có người ở.", "The region is uninhabited."),
        ("Hai bên sẽ bàn liệu có ký hay không.", "The two sides will discuss signing."),
        ("Ông có đi họp không?", "Does he attend the meeting?"),
        ("Các nước chẳng hạn như Lào đã ký.", "Countries such as Laos have signed."),
        ("Hàng không tăng trưởng 5%.", "Aviation grew by 5%."),
        ("Nạn nhân không qua khỏi.", "The victim died."),
        ("Nếu không ký, dự án dừng.", "The project stops unless it is signed."),
        ("Ông thất bại trong cuộc bầu cử.", "He was not elected."),
    ],
)
def test_a_denial_told_in_other_words_is_none_of_it(sentence: str, translation: str) -> None:
    assert check_dropped(sentence, translation, "en") == ()


LONG = "Công Đảng của thủ tướng Stoltenberg đang bám sát đối thủ của mình trong các cuộc thăm dò ý kiến."


@pytest.mark.parametrize(
    ("sentence", "translation", "cut"),
    [
        (LONG, "Stoltenberg is in polls.", True),
        (LONG, "Stoltenberg's Labour party trails its rival in the polls.", False),
        ("Càng ở xa thì khí này càng loãng.", "It is thin.", False),  # eight syllables may be told so
    ],
)
def test_half_of_a_sentence_is_missed(sentence: str, translation: str, cut: bool) -> None:
    assert [f.message for f in check_cut(sentence, translation, "en")] == [CUT] * cut


def test_the_length_of_a_vietnamese_translation_is_not_judged() -> None:
    assert check_cut("The Labour party of the prime minister trails its rival in polls.", "Đảng này", "vi") == ()
