import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from summarizer.backends.base import Hypothesis, Request
from summarizer.errors import DataError
from summarizer.training.export import Run, export
from summarizer.training.monolingual import (
    BACK,
    DAMAGED,
    back_translated,
    back_translation_examples,
    damaged,
    damaged_examples,
    english_texts,
    sampled_sentences,
    write_back_translations,
)
from summarizer.training.recipe import Recipe, Stage
from summarizer.training.run import BACK_TRANSLATED, TRANSLATOR, prepare, train_recipe

ENGLISH = [
    "The Assembly adopted the convention after five years of talks. Many States spoke for it in the debate.",
    "Short one. We thank the Secretary-General for his report on the work of the Organization.",
    "Peace needs more than words, and 72 countries said so in this hall.",
]


class Translator:
    """A model that is sure of what holds no "Peace", and says everything in Vietnamese the same way."""

    budget = 30

    def __init__(self) -> None:
        self.asked: list[Request] = []

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def generate(self, requests: Sequence[Request], *, beams: int, nbest: int = 1) -> list[list[Hypothesis]]:
        self.asked += requests
        return [[Hypothesis("Đây là câu tiếng Việt của máy.", -2.0 if "Peace" in r.text else -0.2)] for r in requests]


def test_a_run_without_a_start_is_translated_back_by_the_shipped_model(
    with_english: Path, recipe: Recipe, tmp_path: Path
) -> None:
    more = replace(recipe, data=replace(recipe.data, backtranslated=2))
    _, tokens = prepare(more, with_english, tmp_path / "run")
    assert "tomtat" in (tmp_path / "run" / TRANSLATOR).read_text(encoding="utf-8")
    assert BACK in tokens.origins


@pytest.fixture
def with_english(data: Path) -> Path:
    (data / "mono").mkdir()
    (data / "mono/speeches.en.txt").write_text("\n".join(ENGLISH * 3) + "\n", encoding="utf-8")
    return data


def test_sampled_sentences_are_different_long_enough_and_the_same_for_a_seed() -> None:
    found = sampled_sentences(ENGLISH * 3, "en", 10, seed=1)
    assert len(found) == len(set(found)) == 4
    assert "Short one." not in found
    assert found == sampled_sentences(ENGLISH * 3, "en", 10, seed=1)
    assert len(sampled_sentences(ENGLISH * 3, "en", 2, seed=1)) == 2


def test_english_news_is_read_besides_plain_text(with_english: Path) -> None:
    row = {"id": "n", "title": "", "summary": "News.", "article": "The first paragraph.\nThe second paragraph."}
    (with_english / "summarization/news.en.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    found = list(english_texts(with_english))
    assert found[-2:] == ["The first paragraph.", "The second paragraph."]
    assert len(found) == 11


def test_damage_loses_words_and_moves_others_a_little() -> None:
    sentence = " ".join(f"w{i}" for i in range(40))
    left = [int(word[1:]) for word in damaged(sentence, random.Random(3)).split()]
    assert 25 < len(left) < 40
    assert len(set(left)) == len(left)
    assert left != sorted(left)
    places = {number: place for place, number in enumerate(sorted(left))}
    assert max(abs(places[number] - place) for place, number in enumerate(left)) <= 3
    assert damaged("một", random.Random(1)) == "một"


def test_damaged_sentences_of_both_languages_are_to_be_restored(with_english: Path) -> None:
    found = list(damaged_examples(with_english, 3, seed=1))
    assert Counter(e.kind for e in found) == {"translate.vi.vi": 3, "translate.en.en": 3}
    assert {e.origin for e in found} == {DAMAGED}
    assert all(set(e.source.split()) <= set(e.target.split()) for e in found)


def test_only_translations_the_model_is_sure_of_are_kept_and_the_target_is_what_people_wrote() -> None:
    backend = Translator()
    long = " ".join(["word"] * 31)
    kept = list(back_translated(backend, [ENGLISH[2], "Many States spoke for it in 72 debates.", long]))
    assert kept == [("Đây là câu tiếng Việt của máy.", "Many States spoke for it in 72 debates.")]
    assert [r.text for r in backend.asked] == [ENGLISH[2], kept[0][1]]  # the long one is over the budget
    assert all(r.source == "en" and r.target == "vi" and "3" in r.unsaid for r in backend.asked)


def test_back_translations_are_written_whole_and_read_again(with_english: Path, tmp_path: Path) -> None:
    out = tmp_path / "back.tsv"
    write_back_translations(Translator(), with_english, 10, 1, out)
    found = list(back_translation_examples(out))
    assert len(found) == 3
    assert {e.kind for e in found} == {"translate.vi.en"}
    assert {e.origin for e in found} == {BACK}
    assert not list(tmp_path.glob("*.part"))


def test_no_english_text_is_said_so(data: Path) -> None:
    with pytest.raises(DataError, match=r"No mono/\*\.en\.txt"):
        list(damaged_examples(data, 3, seed=1))


def test_a_run_learns_from_both_and_its_papers_name_the_text(
    with_english: Path, recipe: Recipe, tmp_path: Path
) -> None:
    both = {"translate.vi.en": 1.0, "translate.en.vi": 1.0}
    first = replace(recipe, stages=(Stage("all", both, steps=1),))
    train_recipe(first, with_english, tmp_path / "first")
    start = export(Run(first, tmp_path / "first", with_english), tmp_path / "model")
    mix = {**both, "translate.en.en": 1.0, "translate.vi.vi": 1.0}
    more = replace(
        first,
        data=replace(recipe.data, backtranslated=4, damaged=3),
        stages=(Stage("all", mix, steps=1),),
    )
    train_recipe(more, with_english, tmp_path / "more", start=start)
    assert (tmp_path / "more" / BACK_TRANSLATED).exists()
    _, tokens = prepare(more, with_english, tmp_path / "more")
    assert {"translate.en.en", "translate.vi.vi"} <= set(tokens.kinds)
    out = export(Run(more, tmp_path / "more", with_english), tmp_path / "second")
    record = json.loads((out / "provenance.json").read_text(encoding="utf-8"))
    assert record["translated_by"] == "tiny 0"
    files = [entry["file"] for entry in record["data"]]
    assert "mono/ungdc_1990_2024.en.txt" not in files  # this data folder has another
    supports = json.loads((out / "tomtat.json").read_text(encoding="utf-8"))["supports"]
    assert sorted(supports) == [["translate", "en", "vi"], ["translate", "vi", "en"]]
