from __future__ import annotations

import shutil

import pytest

from summarizer.assets import asset
from summarizer.corpus_lint import lint
from summarizer.datasets import load_dataset

NAME = "hanoi-ceremony"


@pytest.fixture
def copy(tmp_path):
    """One article of the corpus that can be spoilt."""
    for folder, suffix in (("articles", "txt"), ("references", "toml")):
        (tmp_path / folder).mkdir()
        shutil.copy(asset("corpus") / folder / f"{NAME}.{suffix}", tmp_path / folder)

    def spoil(folder, suffix, old, new):
        path = tmp_path / folder / f"{NAME}.{suffix}"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    spoil.root = tmp_path
    return spoil


def test_the_corpus_has_nothing_to_correct():
    assert lint(asset("corpus")) == []


def test_the_corpus_is_as_large_as_its_card_says():
    examples = load_dataset("corpus").examples
    languages = [example.language for example in examples]
    assert (languages.count("vi"), languages.count("en")) == (45, 15)
    assert sum(bool(example.gold) for example in examples) == 10
    assert sum(example.id.startswith("hanoi-") for example in examples) == 5


def test_a_clean_copy_passes(copy):
    assert lint(copy.root) == []


@pytest.mark.parametrize(
    ("folder", "suffix", "old", "new", "says"),
    [
        ("references", "toml", "71 điều", "72 điều", 'a vi reference says "72"'),
        ("references", "toml", "71-article", "73-article", "en reference says"),
        ("references", "toml", "110 quốc gia", "111 quốc gia", "111"),
        ("references", "toml", "on October 25", "on October 27", "October 27"),
        ("articles", "txt", "71 điều", "77 điều", "which the article does not"),
        ("references", "toml", "messy = false", "messy = true", "clean text in clean/"),
        ("references", "toml", "fictional = false", 'fictional = "no"', "fictional is missing or no bool"),
        ("references", "toml", "date = 2025-10-25\n", "", "date is missing"),
        ("references", "toml", 'en = ["Hanoi", "Ha Noi"]', "en = []", "key fact 2 has no wording in en"),
        ("references", "toml", 'language = "vi"', 'language = "en"', "said to be English"),
    ],
)
def test_what_is_wrong_is_told(copy, folder, suffix, old, new, says):
    copy(folder, suffix, old, new)
    problems = lint(copy.root) if says != "said to be English" else _only_problem(copy.root)
    assert any(says in problem for problem in problems), problems


def _only_problem(root):
    from summarizer.errors import DataError

    with pytest.raises(DataError) as found:
        load_dataset(f"corpus:{root}")
    return [str(found.value)]


def test_references_that_are_no_toml_are_told(copy):
    shutil.copy(asset("corpus") / "articles" / "hanoi-closing.txt", copy.root / "articles")
    assert lint(copy.root) == ["articles/hanoi-closing.txt: there is no references/hanoi-closing.toml"]


def test_a_stray_file_is_told(copy):
    shutil.copy(copy.root / "references" / f"{NAME}.toml", copy.root / "references" / "other.toml")
    assert lint(copy.root) == ["references/other.toml belongs to no article"]


def test_two_references_that_are_one_are_told(copy):
    path = copy.root / "references" / f"{NAME}.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    at = lines.index("summaries_vi = [")
    lines[at + 2] = lines[at + 1]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert any("the two vi summaries share 100%" in problem for problem in lint(copy.root))
