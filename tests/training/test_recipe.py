from pathlib import Path

import pytest

from summarizer.assets import asset
from summarizer.errors import DataError
from summarizer.training.recipe import Stage, load_recipe


def test_every_shipped_recipe_loads() -> None:
    recipes = sorted(asset("models/recipes").rglob("*.toml"))
    assert {p.stem for p in recipes} >= {"tomtat", "finetune"}
    for path in recipes:
        assert load_recipe(path).stages


def test_unknown_key_is_named_with_the_known_ones(tmp_path: Path) -> None:
    file = tmp_path / "r.toml"
    file.write_text('name="x"\nversion="1"\nseed=1\n[shape]\nwidht=256\n[[stages]]\nname="a"\nsteps=1\nmix={}\n')
    with pytest.raises(DataError, match="widht") as error:
        load_recipe(file)
    assert "width" in error.value.advice


def test_a_stage_has_one_budget() -> None:
    with pytest.raises(DataError, match="either minutes or steps"):
        Stage("a", {}, minutes=1, steps=1)
    with pytest.raises(DataError, match="either minutes or steps"):
        Stage("a", {})


@pytest.mark.parametrize("text", ["name = ", 'name="x"\nversion="1"\nseed=1\n', "[shape]\nwidth = 100"])
def test_broken_recipes_are_refused_by_name(tmp_path: Path, text: str) -> None:
    file = tmp_path / "r.toml"
    file.write_text(text)
    with pytest.raises(DataError):
        load_recipe(file)


def test_a_missing_recipe_says_where_recipes_are(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"nowhere\.toml") as error:
        load_recipe(tmp_path / "nowhere.toml")
    assert "models/recipes" in error.value.advice
