from collections import Counter
from pathlib import Path

import pytest

from summarizer.errors import DataError
from summarizer.training.sources import plausible_pair, read_articles, summary_examples, tidy, translation_examples


def test_both_directions_of_every_pair(data: Path) -> None:
    kinds = Counter(e.kind for e in translation_examples(data))
    assert kinds["translate.vi.en"] == kinds["translate.en.vi"] == 180 + 1 + 2 * 2 + 1


def test_held_out_abstracts_are_in_no_example(data: Path) -> None:
    ids = [e.origin for e in translation_examples(data)]
    assert ids.count("own_abstracts") == 2 * 2 * 2  # two of 302 rows, headline and abstract, both directions
    summaries = list(summary_examples(data))
    # 304 articles: 300 held out, 2 with English, 2 without
    assert Counter(e.kind for e in summaries) == {
        "summarize.vi.vi": 4,
        "headline.vi.vi": 4,
        "summarize.vi.en": 2,
        "headline.vi.en": 2,
    }


def test_machine_made_vietnamese_is_read_but_never_written(data: Path) -> None:
    (data / "parallel/human.tsv").write_text("bbc_googlemt\tCon mèo ngủ.\tThe cat sleeps.\n", encoding="utf-8")
    found = [e.kind for e in translation_examples(data) if e.origin == "bbc_googlemt"]
    assert found == ["translate.vi.en"]


@pytest.mark.parametrize(
    ("vi", "en", "good"),
    [
        ("Hội nghị khai mạc tại Hà Nội.", "The conference opened in Hanoi.", True),
        ("Hội nghị", "", False),
        ("one two three four five", "one two three four five", False),
        ("một hai ba bốn năm sáu bảy tám chín mười " * 2, "one two three four", False),
        ("Hà Nội", "Hanoi", True),
    ],
)
def test_plausible_pairs(vi: str, en: str, good: bool) -> None:
    assert plausible_pair(vi, en) is good


def test_tidy_makes_one_form_of_a_vietnamese_word() -> None:
    assert tidy("hoá  học\u00a0thuỷ", "vi") == "hóa học thủy"


@pytest.mark.parametrize(
    ("line", "word"), [("{", "not JSON"), ('{"article": "a"}', "summary"), ('{"summary": "a"}', "article")]
)
def test_bad_rows_are_named(tmp_path: Path, line: str, word: str) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text('{"article": "a", "summary": "b"}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=rf"line 2.*{word}"):
        list(read_articles(file))


def test_a_missing_file_names_the_page_that_describes_the_folder(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"parallel/human\.tsv") as error:
        list(translation_examples(tmp_path))
    assert "docs/training.md" in error.value.advice
