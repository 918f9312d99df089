from __future__ import annotations

import pytest

from summarizer.datasets.base import Example
from summarizer.errors import SummarizerError
from summarizer.systems import Job, make_system, prepare
from summarizer.systems.greedy import best_sentences
from summarizer.types import Article

NONE = frozenset()


def story(name, *sentences, lang="vi", reference="Không có gì", title=""):
    article = Article(name, "\n".join(sentences), title)
    return prepare(Example(name, article, lang, {lang: (reference,)}, {lang: ("Tiêu đề của bài",)}))


FLOOD = story(
    "flood",
    "Sáng 5/11, TP. Huế có mưa rất to.",
    "Nhiều trường học phải cho học sinh nghỉ.",
    "Thủy điện Bình Điền xả lũ 1.500 m3 mỗi giây.",
    "Chưa có thiệt hại về người.",
    reference="Thủy điện Bình Điền xả lũ 1.500 m3/giây; học sinh nghỉ học.",
)
RICE = story("rice", "Giá gạo xuất khẩu tăng trở lại trong tuần qua.", "Doanh nghiệp ký thêm hợp đồng mới.")
ENGLISH = story(
    "ship", "The ship left the port on Monday.", "It carries rice to Manila.", lang="en", reference="A ship left"
)


def texts(spec, *stories, target="summary", langs=("vi", "en"), skip=NONE, seed=1):
    job = Job(langs, target, seed)
    return {o.id: dict(o.texts) for o in make_system(spec, target).outputs(stories, job, skip)}


def test_lead_takes_the_first_sentences_as_our_splitter_sees_them():
    assert texts("lead-1", FLOOD)["flood"] == {"vi": "Sáng 5/11, TP. Huế có mưa rất to."}
    assert texts("lead-2", FLOOD)["flood"]["vi"].endswith("cho học sinh nghỉ.")


def test_lead_of_a_short_article_is_all_of_it():
    assert texts("lead-5", RICE)["rice"]["vi"].count(".") == 2


def test_without_a_number_a_summary_has_two_sentences_and_a_headline_one():
    assert make_system("lead").name == "lead-2"
    assert make_system("lead", "headline").name == "lead-1"
    assert make_system("oracle").name == "oracle-3"


def test_an_extract_is_in_the_language_of_its_article():
    assert texts("lead-1", FLOOD, ENGLISH, langs=("en",)) == {
        "flood": {},
        "ship": {"en": "The ship left the port on Monday."},
    }


def test_the_oracle_takes_what_the_reference_is_about_in_document_order():
    assert texts("oracle-2", FLOOD)["flood"]["vi"] == (
        "Nhiều trường học phải cho học sinh nghỉ. Thủy điện Bình Điền xả lũ 1.500 m3 mỗi giây."
    )


def test_the_oracle_stops_where_more_would_cost():
    sentences = FLOOD.sentences
    assert best_sentences(sentences, ["Thủy điện Bình Điền xả lũ 1.500 m3 mỗi giây."], 3) == [2]
    assert len(best_sentences(sentences, ["hoàn toàn không liên quan"], 3)) == 1


def test_the_oracle_is_no_worse_than_any_single_sentence():
    from summarizer.systems.greedy import _grams, _score

    wanted = [_grams(FLOOD.example.summaries["vi"][0])]
    empty = _grams("")
    best = best_sentences(FLOOD.sentences, FLOOD.example.summaries["vi"], 1)[0]
    scores = [_score(empty, _grams(s.text), wanted) for s in FLOOD.sentences]
    assert scores[best] == max(scores)


def test_random_takes_another_article_in_the_same_language():
    found = texts("random-1", FLOOD, RICE, ENGLISH)
    assert found["flood"]["vi"] == "Giá gạo xuất khẩu tăng trở lại trong tuần qua."
    assert found["rice"]["vi"] == "Sáng 5/11, TP. Huế có mưa rất to."


def test_titled_is_the_title_and_the_first_sentences():
    titled = story("flood", *(s.text for s in FLOOD.sentences), title="Lũ lên nhanh")
    assert texts("titled", titled)["flood"]["vi"] == f"Lũ lên nhanh. {FLOOD.sentences[0].text}"
    assert texts("titled-2", FLOOD) == texts("lead-2", FLOOD)


def test_random_falls_back_on_references_where_no_other_article_is_in_the_language():
    assert texts("random-1", FLOOD, RICE, ENGLISH)["flood"]["en"] == "A ship left"
    assert "en" not in texts("random-1", FLOOD, RICE, ENGLISH)["ship"]


def test_random_depends_on_the_seed_and_the_id_only():
    many = [story(f"s{i}", f"Câu số {i} của bài này.", "Câu thứ hai của bài.") for i in range(12)]
    one, same, other = (
        texts("random-1", *many),
        texts("random-1", *many[:6], *many[6:]),
        texts("random-1", *many, seed=2),
    )
    assert one == same != other
    assert texts("random-1", *many, skip=frozenset(["s3"])) == {k: v for k, v in one.items() if k != "s3"}


@pytest.mark.parametrize("spec", ["lexrank-2", "textrank-2", "lsa-2", "luhn-2"])
def test_peers_extract_whole_sentences_in_order(spec):
    found = texts(spec, FLOOD, RICE, ENGLISH)
    sentences = [s.text for s in FLOOD.sentences]
    chosen = [s for s in sentences if s in found["flood"]["vi"]]
    assert " ".join(chosen) == found["flood"]["vi"]
    assert len(chosen) == 2
    assert found["rice"]["vi"] == RICE.extract(range(2))
    assert set(found["ship"]) == {"en"}


def test_peers_see_vietnamese_words():
    from summarizer.systems.peers import _Tokenizer

    assert _Tokenizer().to_words("TP. Huế có 1.500 hộ dân") == ("tp", "huế", "có", "hộ", "dân")


@pytest.mark.parametrize(
    ("spec", "says"),
    [
        ("leed-2", "Did you mean lead"),
        ("lead-x", "'x' is no number of sentences"),
        ("lead-0", "no number of sentences"),
        ("ours:tomtat:long", "Unknown length 'long'"),
        ("ours:tomtat:short:back", "Unknown route 'back'"),
        ("ours:a:short:direct:x", "too many parts"),
        ("file:nowhere.jsonl", "no file"),
    ],
)
def test_a_wrong_spec_is_told(spec, says):
    with pytest.raises(SummarizerError, match=says):
        make_system(spec)


def test_where_headlines_are_wanted_nobody_sees_the_title():
    one = Example(
        "a", Article("a", "Mưa lớn kéo dài. Dân đi sơ tán.", "Mưa lớn"), "vi", {}, {"vi": ("Mưa lớn ở miền Trung",)}
    )
    assert prepare(one).example.article.title == "Mưa lớn"
    hidden = prepare(one, "headline")
    assert hidden.example.article.title == hidden.clean.article.title == ""


def test_ours_has_a_full_name():
    assert make_system("ours").name == "ours:tomtat:short:auto"
    assert make_system("ours:org/model", "headline").name == "ours:org/model:headline:auto"
    assert make_system("ours:tomtat:medium:cascade").name == "ours:tomtat:medium:cascade"


def test_ours_runs_the_pipeline():
    found = texts("ours:extractive:short", FLOOD, RICE)
    assert found["flood"]["vi"]
    outputs = list(make_system("ours:extractive").outputs([FLOOD], Job(("vi",)), NONE))
    assert outputs[0].read is not None
    assert 0 < outputs[0].read <= 1
    assert set(outputs[0].texts) == {"vi"}
