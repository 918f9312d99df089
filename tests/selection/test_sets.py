import numpy as np
import pytest

from summarizer.selection.fit import facts_kept, fit_sets
from summarizer.selection.select import rank, weights
from summarizer.selection.sets import SET_FEATURES, best_set, candidate_sets, set_features, set_weights
from summarizer.types import Sentence


def story(*texts: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(i, 0, len(text), text, i) for i, text in enumerate(texts))


STORY = story(
    "Sáng 5/3, mưa lớn gây ngập nhiều tuyến đường ở thành phố Hải Lâm khiến giao thông tê liệt.",
    "Nước dâng nhanh",
    "Mưa lớn kéo dài 6 giờ khiến 12 tuyến đường ở Hải Lâm ngập sâu, giao thông tê liệt.",
    "Ông cho biết nước rút chậm vì triều cường dâng cao hơn mọi năm ở hạ lưu.",
    "Ông Trần Văn Bình, Chủ tịch thành phố Hải Lâm, yêu cầu sơ tán 300 hộ dân trước 18h.",
    "Một quán cà phê gần đó vẫn mở cửa phục vụ khách đi đường.",
)
TITLE = "Mưa lớn gây ngập 12 tuyến đường ở Hải Lâm"
LENGTHS = [len(s.text.split()) for s in STORY]


def sets(limit: int, most: int = 3) -> list[tuple[int, ...]]:
    return candidate_sets(STORY, rank(STORY, TITLE), LENGTHS, limit, most)


def test_sets_stay_within_the_limits() -> None:
    for limit in (20, 40, 70):
        for most in (1, 2, 3):
            for chosen in sets(limit, most):
                assert len(chosen) <= most
                assert sum(LENGTHS[i] for i in chosen) <= limit
                assert list(chosen) == sorted(chosen)


def test_a_sentence_that_leans_comes_only_after_its_neighbour() -> None:
    found = [chosen for chosen in sets(70) if 3 in chosen]
    assert found
    assert all(2 in chosen for chosen in found)


def test_headings_are_never_used_and_repetitions_never_together() -> None:
    assert not any(1 in chosen for chosen in sets(70))
    twice = story(STORY[2].text, STORY[4].text, STORY[2].text)
    lengths = [len(s.text.split()) for s in twice]
    found = candidate_sets(twice, rank(twice), lengths, 70, 3)
    assert (0, 1) in found
    assert not any({0, 2} <= set(chosen) for chosen in found)


def test_one_sentence_alone_has_to_say_enough_unless_there_is_no_other_way() -> None:
    assert all(len(chosen) > 1 for chosen in sets(70))
    assert sets(20) == [(0,), (2,), (4,), (5,)]
    assert sets(5) == []


def test_features_have_a_row_a_set_and_a_column_a_name() -> None:
    x = set_features([(0,), (2, 4)], STORY, rank(STORY, TITLE), TITLE)
    assert x.shape == (2, len(SET_FEATURES))
    named = dict(zip(SET_FEATURES, x.T, strict=True))
    assert named["single"].tolist() == [1, 0]
    assert named["length"].tolist() == pytest.approx([20 / 35, 38 / 35])
    assert named["title"].tolist() == pytest.approx([named["title"][0], named["title"][1]])
    assert 0 < named["title"][1] <= 1
    assert named["lead"][0] > named["lead"][1]


def test_without_a_title_the_title_says_nothing() -> None:
    x = set_features([(0,), (2, 4)], STORY, rank(STORY), "")
    named = dict(zip(SET_FEATURES, x.T, strict=True))
    assert named["title"].tolist() == named["on_title"].tolist() == [0, 0]
    fitted = dict(zip(SET_FEATURES, set_weights(titled=False), strict=True))
    assert fitted["title"] == fitted["on_title"] == 0


def test_the_best_set_tells_the_news_and_is_found_again() -> None:
    scores = rank(STORY, TITLE)
    chosen = best_set(STORY, scores, 70, 3, TITLE)
    assert chosen == best_set(STORY, scores, 70, 3, TITLE)
    assert {0, 2} & set(chosen)
    assert len(chosen) == 2
    assert best_set(STORY, scores, 5, 3, TITLE) == []


def test_fitting_finds_what_makes_a_set_good() -> None:
    triples = []
    for n in range(40):
        texts = [
            f"Câu số {i} nói về chuyện thứ {i * 7 + n} ở phường {i * 3 + n} và nhiều chuyện khác." for i in range(6)
        ]
        title = " ".join(texts[n % 6].split()[5:10])
        triples.append((story(*texts), title, texts[n % 6]))
    found = dict(zip(SET_FEATURES, fit_sets(triples, weights(titled=True), ridge=1e-3), strict=True))
    assert found["title"] + found["on_title"] > 0
    assert np.isfinite(list(found.values())).all()


def test_fitting_values_the_facts_of_the_summary() -> None:
    """Two sentences share the same words with the summary; one of them has its figures too."""
    triples = []
    for n in range(40):
        plain = (
            f"Hội nghị về chuyện thứ nhất ở phường này khai mạc hôm nay với nhiều đại biểu {'nữ' if n % 2 else 'nam'}."
        )
        told = f"Hội nghị về chuyện thứ nhất ở phường này khai mạc hôm nay với {n + 10} đại biểu của {n + 30} đoàn."
        other = "Trời mưa to từ sáng sớm, nhiều người đi làm muộn vì tắc đường ở cửa ngõ thành phố."
        texts = [plain, told, other] if n % 2 else [told, plain, other]
        triples.append((story(*texts), "", f"Khai mạc hội nghị với {n + 10} đại biểu của {n + 30} đoàn ở phường này."))
    found = dict(zip(SET_FEATURES, fit_sets(triples, weights(titled=False), ridge=1e-3), strict=True))
    assert found["figures"] + found["known_figures"] > 0


def test_facts_kept_counts_what_the_article_has() -> None:
    summary = "Sáng nay 72 nước và 9 tổ chức gặp ông Lương Cường."
    article = "Có 72 nước dự. Khách gặp ông Lương Cường."
    assert facts_kept("Ông Lương Cường gặp 72 nước.", summary, article) == 2  # the 9 is not in the article
    assert facts_kept("Ông Cường gặp 9 tổ chức.", summary, article) == 1 / 2
    assert facts_kept("Không ai đến.", summary, article) == 0
    assert facts_kept("Có 5 người.", "Không có số nào.", article) == 0


def test_a_caption_that_names_whom_the_next_sentence_names_is_not_chosen_with_it() -> None:
    told = "Theo Giám đốc Sở Xây dựng Trần Văn Bình, kè sông Lam Hà sẽ được gia cố xong trước mùa mưa bão năm nay."
    parts = story("Giám đốc Sở Xây dựng Trần Văn Bình.", told, "Người dân hai bên bờ sông vẫn chờ ngày khởi công.")
    found = candidate_sets(parts, rank(parts, ""), [len(s.text.split()) for s in parts], 60, 3)
    assert found
    assert not any({0, 1} <= set(chosen) for chosen in found)


def test_sentences_with_a_long_phrase_in_common_do_not_stand_together() -> None:
    phrase = "cảnh sát điều tra tội phạm về kinh tế và ma tuý công an huyện"
    texts = (
        f"Sáng 5/3, đội {phrase} bắt hai người đang chở gỗ lậu trên quốc lộ qua xã Hải Lâm cùng một xe tải.",
        f"Theo đội {phrase}, ông Bình khai mua số gỗ này của ba người lạ ở rừng giáp ranh với giá 40 triệu đồng.",
        "Tang vật được đưa về trụ sở chờ giám định, hai người bị tạm giữ.",
    )
    same = story(*texts)
    found = candidate_sets(same, rank(same, ""), [len(t.split()) for t in texts], 80, 3)
    assert any(1 in chosen for chosen in found)
    assert not any({0, 1} <= set(chosen) for chosen in found)
