from __future__ import annotations

import unicodedata

import pytest
from generated_texts import case, cases, text
from rouge_score.rouge_scorer import RougeScorer

from summarizer.datasets import load_dataset
from summarizer.metrics import Settings, measure
from summarizer.metrics.tokenize import syllables
from summarizer.systems import Job, make_system, prepare

TYPES = ["rouge1", "rouge2", "rougeL"]


class WhiteSpace:
    def tokenize(self, joined: str) -> list[str]:
        return joined.split()


def values(*arguments, **fields):
    return [column.value() for column in measure([case(*arguments, **fields)], ["rouge"])]


def test_vietnamese_equals_rouge_score_given_the_same_tokens():
    given = cases("vi")
    columns = measure(given, ["rouge"])
    plain = RougeScorer(TYPES, tokenizer=WhiteSpace())
    for i, one in enumerate(given):
        summary = " ".join(syllables(one.summary))
        expected = [plain.score(" ".join(syllables(reference)), summary) for reference in one.references]
        for column in columns:
            assert column.per_case()[i] == max(scores[column.name].fmeasure for scores in expected)
    assert len(given) == 200
    assert 0.2 < columns[0].value() < 0.95


def test_english_equals_rouge_score_default():
    given = cases("en")
    columns = measure(given, ["rouge"])
    plain = RougeScorer(TYPES)
    for i, one in enumerate(given):
        expected = plain.score_multi(list(one.references), one.summary)
        for column in columns:
            assert column.per_case()[i] == expected[column.name].fmeasure


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_identical_text_scores_one(lang):
    assert values(text(lang, 1), text(lang, 1), lang=lang) == [1, 1, 1]


@pytest.mark.parametrize(
    ("summary", "reference"),
    [
        ("Thủ tướng phát biểu tại Hà Nội", unicodedata.normalize("NFD", "Thủ tướng phát biểu tại Hà Nội")),
        ("Khánh Hoà xây nhà máy thuỷ điện", "Khánh Hòa xây nhà máy thủy điện"),
        ("KHÁNH HÒA Xây Nhà Máy", "khánh hoà xây nhà máy"),
        ("“Hòa bình” – ông nói…", '"Hoà bình", ông nói.'),
    ],
    ids=["nfd", "tone placement", "case", "punctuation"],
)
def test_what_does_not_change_a_score(summary, reference):
    assert values(summary, reference) == [1, 1, 1]


@pytest.mark.parametrize(
    ("summary", "reference"),
    [("má đi chợ", "ma đi chợ"), ("bo mua ban", "bò mua bán"), ("dân đen", "đàn đen"), ("quý báu", "quy báu")],
)
def test_diacritics_change_a_score(summary, reference):
    assert values(summary, reference)[0] < 1


def test_form_and_tone_placement_do_not_change_a_score_on_many_texts():
    given = cases("vi", 50)
    changed = [
        case(unicodedata.normalize("NFD", one.summary.upper().replace("ÒA", "OÀ").replace("ỦY", "UỶ")), *one.references)
        for one in given
    ]
    for one, other in zip(
        measure(given, ["rouge", "chrf", "bleu"]), measure(changed, ["rouge", "chrf", "bleu"]), strict=True
    ):
        assert one.value() == pytest.approx(other.value(), abs=1e-9), one.name


def test_a_random_article_scores_under_a_tenth():
    stories = [prepare(example) for example in load_dataset("corpus").examples if example.language == "vi"]
    outputs = list(make_system("random-2").outputs(stories, Job(("vi",)), frozenset()))
    for number in (0, 1):
        given = [
            case(output.texts["vi"], story.example.summaries["vi"][number])
            for story, output in zip(stories, outputs, strict=True)
        ]
        assert measure(given, ["rouge"])[0].value() < 0.10


def test_the_ascii_scale_is_kept_apart_and_is_what_it_is_said_to_be():
    one = case("Ông Bình họp ở Huế", "Những cánh rừng phòng hộ")
    column = measure([one], ["rouge"], Settings(tokens="ascii"))[0]
    assert column.name == "ascii-rouge1"
    assert ("tok", "ascii-drops-diacritics") in column.settings
    expected = RougeScorer(["rouge1"]).score(one.references[0], one.summary)["rouge1"].fmeasure
    assert column.value() == expected > 0
    assert measure([one], ["rouge"])[0].value() == 0


def test_the_ascii_option_leaves_english_alone():
    column = measure([case("a b", "a c", lang="en")], ["rouge"], Settings(tokens="ascii"))[0]
    assert column.name == "rouge1"


def test_an_empty_summary_scores_nothing():
    assert values("", "Có gì đó") == [0, 0, 0]
