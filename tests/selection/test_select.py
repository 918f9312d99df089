import numpy as np
import pytest

from summarizer.selection.extract import extract
from summarizer.selection.features import FEATURES, feature_matrix, is_heading, is_quoted_whole, leans
from summarizer.selection.fit import fit, gain
from summarizer.selection.select import better_half, pick, rank, select, stands_alone, weights
from summarizer.settings import LENGTHS
from summarizer.types import Sentence


def story(*texts: str) -> tuple[Sentence, ...]:
    found, start = [], 0
    for i, text in enumerate(texts):
        found.append(Sentence(i, start, start + len(text), text, i))
        start += len(text) + 1
    return tuple(found)


STORY = story(
    "Sáng 5/3, mưa lớn gây ngập nhiều tuyến đường ở thành phố Hải Lâm.",
    "Nước dâng nhanh",
    "Mưa lớn kéo dài 6 giờ khiến 12 tuyến đường ở Hải Lâm ngập sâu, giao thông tê liệt.",
    "Ông cho biết nước rút chậm vì triều cường.",
    "Ông Trần Văn Bình, Chủ tịch thành phố Hải Lâm, yêu cầu sơ tán 300 hộ dân trước 18h.",
    "Một quán cà phê gần đó vẫn mở cửa.",
)
TITLE = "Mưa lớn gây ngập 12 tuyến đường ở Hải Lâm"


def count(text: str) -> int:
    return len(text.split())


def test_features_have_a_row_a_sentence_and_a_column_a_name() -> None:
    x = feature_matrix(STORY, TITLE)
    assert x.shape == (len(STORY), len(FEATURES))
    named = dict(zip(FEATURES, x.T, strict=True))
    assert named["title"].tolist() == pytest.approx([0.9, 0, 0.9, 0, 0.2, 0])
    assert named["heading"].tolist() == [0, 1, 0, 0, 0, 0]
    assert named["leaning"].tolist() == [0, 0, 0, 1, 0, 0]
    assert named["position"][0] == 1


def test_features_do_not_depend_on_tone_placement_or_normal_form() -> None:
    one, other = story("Hoà bình và thuỷ sản là hai chủ đề."), story("Hòa bình và thủy sản là hai chủ đề.")
    assert np.array_equal(feature_matrix(one, "Hoà bình"), feature_matrix(other, "Hòa bình"))


@pytest.mark.parametrize(
    ("text", "leaning"),
    [
        ("Ông cho biết.", True),
        ("Ông Trần Văn Bình nói.", False),
        ("Ông đã nói.", True),
        ("Ông Đặng Văn Bình nói.", False),
        ("Tuy nhiên, giá giảm.", True),
        ("Hiệp hội này yêu cầu dừng thí điểm.", True),
        ("Lúc đó, nước đã rút.", True),
        ("Hiệp hội Taxi Hà Nội yêu cầu dừng việc này.", False),
        ("He added that.", True),
        ("Henry added that.", False),
    ],
)
def test_sentences_that_lean_on_the_one_before(text: str, leaning: bool) -> None:
    assert leans(text) is leaning


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Nước dâng nhanh", True),
        ("Nước dâng nhanh.", False),
        ("“Nước dâng nhanh!”", False),
        ("Nước dâng nhanh…", False),
    ],
)
def test_headings_do_not_end_like_sentences(text: str, heading: bool) -> None:
    assert is_heading(text) is heading


def test_the_shipped_weights_like_the_title_and_the_beginning() -> None:
    assert rank(STORY, TITLE).argmax() in (0, 2)
    assert weights(titled=True)[FEATURES.index("title")] > 0.1
    assert rank((), TITLE).shape == (0,)


def test_picking_leaves_out_headings_leaning_and_repeated_sentences() -> None:
    twice = story(*[s.text for s in STORY], STORY[2].text)
    chosen = pick(twice, rank(twice, TITLE), lambda s: count(s.text), 200, 6)
    assert 1 not in chosen
    assert not {2, 6} <= set(chosen)
    assert chosen == sorted(chosen)
    assert 3 not in chosen or 2 in chosen


def test_a_leaning_sentence_may_follow_its_neighbour() -> None:
    parts = story("Ông Trần Văn Bình đến hiện trường sáng nay.", "Ông yêu cầu sơ tán ngay 300 hộ dân.")
    assert pick(parts, np.array([2.0, 1.0]), lambda s: 1, 10, 3) == [0, 1]
    assert pick(parts, np.array([1.0, 2.0]), lambda s: 1, 1, 3) == [0]


def test_selection_fills_the_budget_in_document_order_and_reports_what_was_not_read() -> None:
    scores = rank(STORY, TITLE)
    chosen = select(STORY, scores, count, 40)
    assert chosen.tokens <= 40
    assert [s.index for s in chosen.sentences] == sorted(s.index for s in chosen.sentences)
    assert chosen.coverage.sentences == len(STORY)
    assert chosen.coverage.read == len(chosen.sentences) < len(STORY)
    assert 0 < chosen.coverage.share < 1
    assert select(STORY, scores, count, 10_000).coverage.share == 1


def test_a_sentence_over_the_budget_is_left_unread_and_counted() -> None:
    parts = story("dài " * 50 + ".", "Ngắn thôi mà đủ ý.")
    chosen = select(parts, np.array([2.0, 1.0]), count, 20)
    assert [s.index for s in chosen.sentences] == [1]
    assert chosen.coverage.sentences == 2


@pytest.mark.parametrize("length", ["short", "medium"])
def test_an_extract_keeps_the_promise_of_its_length(length: str) -> None:
    rule = LENGTHS[length]
    draft = extract(STORY, rank(STORY, TITLE), "vi", rule, TITLE)
    assert 0 < count(draft.text) <= rule.units["vi"]
    assert 1 <= len(draft.sources) <= rule.sentences
    assert draft.method == "extractive"
    assert all(STORY[i].text in draft.text for i in draft.sources)


def test_a_headline_is_the_title_or_a_cut_sentence() -> None:
    rule = LENGTHS["headline"]
    scores = rank(STORY, "")
    assert extract(STORY, scores, "vi", rule, TITLE).text == TITLE
    long = story("Sáng nay, theo nguồn tin của tòa soạn, " + "mưa lớn ở nhiều nơi, " * 10 + "hết.")
    cut = extract(long, np.array([1.0]), "vi", rule, "").text
    assert cut.endswith("…")
    assert count(cut) <= 20


def test_the_fit_recovers_what_makes_a_sentence_good() -> None:
    data = [(STORY, TITLE, STORY[2].text)] * 3
    found = dict(zip(FEATURES, fit(data, ridge=0.01), strict=True))
    assert found["title"] > 0
    assert gain("Mưa lớn ở Hải Lâm", "mưa lớn ở hải lâm") == 1
    assert gain("Hoà bình", "Hòa bình") == 1
    assert gain("nắng", "mưa") == 0


def test_the_better_half_keeps_the_best_in_document_order() -> None:
    whole = select(STORY, np.array([0.1, 0.0, 0.9, 0.2, 0.5, 0.3]), count, 1000)
    half = better_half(whole)
    assert [s.index for s in half.sentences] == [2, 4, 5]
    assert half.scores == (0.9, 0.5, 0.3)
    assert (half.coverage.read, half.coverage.sentences) == (3, len(STORY))
    assert len(better_half(better_half(half)).sentences) == 1


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("“Chúng tôi sẽ đi”, ông nói.", True),
        ("“Chúng tôi sẽ đi.", False),
        ('Họ nói "đi".', True),
        ('Sẽ đi", họ nói.', False),
        ("Họ đi.", True),
    ],
)
def test_half_a_quotation_is_not_used(text: str, whole: bool) -> None:
    assert is_quoted_whole(text) is whole


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Sau hai ngày, 72 quốc gia đã ký văn kiện.", True),
        ('"Chúng tôi rất mừng khi công ước được ký", ông nói.', True),
        ("đã gửi đơn xin nghỉ việc từ đầu tuần trước.", False),
        ("Sau đây là lịch nghỉ lễ của các trường trong thành phố:", False),
        ("- Phòng họp mới mở cửa từ tháng trước cho mọi người.", False),
        ("Bao giờ thì cây cầu này được sửa xong?", False),
        ('Ông hỏi: "Bao giờ thì con đường này làm xong?"', False),
    ],
)
def test_fragments_questions_and_lines_of_lists_do_not_stand_alone(text: str, *, alone: bool) -> None:
    assert stands_alone(text) is alone
