import numpy as np
import pytest

from summarizer.selection.extract import extract
from summarizer.selection.fit import fit_sets
from summarizer.selection.opening import opening_of, opens_with
from summarizer.selection.select import rank, weights
from summarizer.selection.sets import OPENING, SET_FEATURES, best_set, candidate_sets, set_features
from summarizer.settings import LENGTHS
from summarizer.types import Sentence


def story(*texts: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(i, 0, len(text), text, i) for i, text in enumerate(texts))


STORY = story(
    "Ảnh vệ tinh chụp khu vực Nam Lộc cho thấy nhiều mái nhà bị lật và cây đổ la liệt trên quốc lộ.",
    "Lực lượng biên phòng huy động 40 chiến sĩ giúp dân dọn dẹp trường học và trạm y tế của xã.",
    "Bí thư huyện ủy yêu cầu các xã kiểm đếm thiệt hại và báo cáo trước cuối tuần này.",
)
TITLE = "Lốc xoáy làm 300 hộ dân ở Nam Lộc mất nhà trong đêm"
LENGTHS_OF = [len(s.text.split()) for s in STORY]


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        (TITLE, f"{TITLE}."),
        (f"  {TITLE}!\n", f"{TITLE}!"),
        ("Ông lão 80 tuổi hiến đất làm đường", "Ông lão 80 tuổi hiến đất làm đường."),
        ("Bộ trưởng: 'Không bao giờ để dân đói'", "Bộ trưởng: 'Không bao giờ để dân đói'."),
        ("LỐC XOÁY Ở NAM LỘC LÀM ĐỔ CÂY TRÊN QUỐC LỘ", "Lốc xoáy ở Nam Lộc làm đổ cây trên quốc lộ."),
    ],
)
def test_a_title_that_tells_is_a_sentence(title: str, sentence: str) -> None:
    parts = (*STORY, *story("Người dân Nam Lộc cho biết lốc xoáy đến rất nhanh."))
    assert opening_of(title, parts) == sentence


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Mưa lớn",  # a heading
        "Vì sao lốc xoáy xảy ra nhiều ở Nam Lộc",
        "Lốc xoáy ở Nam Lộc, lãnh đạo huyện nói gì",
        "Lốc xoáy hay vòi rồng? Chuyên gia khí tượng trả lời",
        "Sau cơn lốc xoáy ở Nam Lộc, điều bất ngờ là…",
        "Video: Lốc xoáy cuốn bay mái nhà ở Nam Lộc",
        "Toàn văn phát biểu của Chủ tịch huyện Nam Lộc",
        "Tornado leaves 300 families in Nam Loc homeless",  # a telegram
        "Nhiều mái nhà bị lật và cây đổ la liệt trên quốc lộ",  # a sentence of the story says so
        'Chủ tịch huyện: "Không để dân đói',  # half a quotation
    ],
)
def test_a_title_that_asks_teases_or_labels_is_none(title: str) -> None:
    assert opening_of(title, STORY) == ""


def test_a_set_may_begin_with_the_title_but_is_never_the_title_alone() -> None:
    sets = candidate_sets(STORY, rank(STORY, TITLE), LENGTHS_OF, 70, 3, f"{TITLE}.")
    opened = [chosen for chosen in sets if OPENING in chosen]
    assert opened
    assert all(chosen[0] == OPENING and len(chosen) > 1 for chosen in opened)
    assert not any(OPENING in c for c in candidate_sets(STORY, rank(STORY, TITLE), LENGTHS_OF, 70, 3))


def test_a_title_with_a_few_words_after_it_is_too_short_while_there_is_more() -> None:
    parts = (*STORY, *story("Nước rút rất nhanh sau đó."))
    sets = candidate_sets(parts, rank(parts, TITLE), [*LENGTHS_OF, 6], 70, 3, f"{TITLE}.")
    assert (OPENING, 3) not in sets
    assert (OPENING, 1, 3) in sets


def test_a_title_that_a_sentence_repeats_does_not_stand_beside_it() -> None:
    parts = story(f"Rạng sáng nay, {TITLE.lower()}, theo báo cáo của huyện.", STORY[1].text, STORY[2].text)
    lengths = [len(s.text.split()) for s in parts]
    sets = candidate_sets(parts, rank(parts, TITLE), lengths, 70, 3, f"{TITLE}.")
    assert (OPENING, 1) in sets
    assert not any({OPENING, 0} <= set(chosen) for chosen in sets)


def test_the_features_of_an_opened_set_count_its_title() -> None:
    x = set_features([(OPENING, 1), (0, 1)], STORY, rank(STORY, TITLE), TITLE, f"{TITLE}.")
    named = dict(zip(SET_FEATURES, x.T, strict=True))
    assert named["opened"].tolist() == [1, 0]
    assert named["title"][0] == pytest.approx(1)
    assert named["title"][1] < 1
    assert named["length"].tolist() == pytest.approx([(12 + 22) / 35, (22 + 22) / 35])


@pytest.mark.parametrize(
    ("summary", "opened"), [(f"{TITLE}. {STORY[1].text}", True), (f"{STORY[0].text} {STORY[2].text}", False)]
)
def test_the_fit_learns_to_open_where_summaries_say_what_only_the_title_says(summary: str, opened: bool) -> None:
    found = fit_sets([(STORY, TITLE, summary)] * 3, weights(titled=True), ridge=1e-3)
    scores = rank(STORY, TITLE)
    sets = candidate_sets(STORY, scores, LENGTHS_OF, 70, 3, f"{TITLE}.")
    best = sets[int(np.argmax(set_features(sets, STORY, scores, TITLE, f"{TITLE}.") @ found))]
    assert (OPENING in best) == opened


@pytest.mark.parametrize("length", ["short", "medium"])
def test_an_extract_opens_with_the_title_where_no_sentence_says_it(length: str) -> None:
    rule = LENGTHS[length]
    draft = extract(STORY, rank(STORY, TITLE), "vi", rule, TITLE)
    assert draft.text.startswith(f"{TITLE}. ")
    assert draft.sources
    assert all(STORY[i].text in draft.text for i in draft.sources)
    assert len(draft.text.split()) <= rule.units["vi"]
    untitled = extract(STORY, rank(STORY, ""), "vi", rule, "")
    assert all(s in {p.text for p in STORY} for s in [STORY[i].text for i in untitled.sources])
    assert TITLE not in untitled.text


@pytest.mark.parametrize("length", ["short", "medium"])
def test_an_extract_does_not_say_the_title_twice(length: str) -> None:
    parts = story(f"Rạng sáng nay, {TITLE.lower()}, theo báo cáo của huyện.", STORY[1].text, STORY[2].text)
    draft = extract(parts, rank(parts, TITLE), "vi", LENGTHS[length], TITLE)
    assert 0 in draft.sources
    assert not draft.text.startswith(TITLE)


def test_the_best_set_has_the_title_first() -> None:
    chosen = best_set(STORY, rank(STORY, TITLE), 70, 3, TITLE, f"{TITLE}.")
    assert chosen[0] == OPENING
    assert chosen == sorted(chosen)


def test_what_opens_with_a_title_is_told_by_its_first_sentence() -> None:
    assert opens_with([f"{TITLE}.", STORY[0].text], TITLE)
    assert opens_with(["Lốc xoáy đổ bộ."], "LỐC XOÁY  ĐỔ BỘ")
    assert not opens_with([STORY[0].text, f"{TITLE}."], TITLE)
    assert not opens_with([], TITLE)
    assert not opens_with([STORY[0].text], "")
