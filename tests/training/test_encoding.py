from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from sentencepiece import SentencePieceProcessor

from summarizer.training.recipe import Recipe
from summarizer.training.run import prepare
from summarizer.training.sources import Example
from summarizer.training.tokens import TokenSet, encode

EXAMPLE = Example("translate", "vi", "en", "Hội nghị khai mạc tại Hà Nội.", "The conference opened in Hanoi.", "test")


@pytest.fixture
def pieces(data: Path, recipe: Recipe, tmp_path: Path) -> SentencePieceProcessor:
    return prepare(recipe, data, tmp_path / "run")[0]


def sources(tokens: TokenSet) -> list[list[int]]:
    return [tokens.source[a:b].tolist() for a, b in pairwise(tokens.source_offsets)]


def test_drawn_pieces_differ_say_the_same_and_are_the_same_for_every_run(
    pieces: SentencePieceProcessor, recipe: Recipe
) -> None:
    limits = replace(recipe.data, sampled=1.0)
    drawn, again = (encode([EXAMPLE] * 20, pieces, limits) for _ in range(2))
    assert len({tuple(s) for s in sources(drawn)}) > 5
    assert {pieces.decode(s[2:-1]) for s in sources(drawn)} == {EXAMPLE.source}
    assert sources(drawn) == sources(again)
    assert drawn.target.tolist() == encode([EXAMPLE] * 20, pieces, recipe.data).target.tolist()


def test_about_the_share_asked_for_is_drawn(pieces: SentencePieceProcessor, recipe: Recipe) -> None:
    (usual,) = sources(encode([EXAMPLE], pieces, recipe.data))
    found = sources(encode([EXAMPLE] * 200, pieces, replace(recipe.data, sampled=0.5)))
    assert 60 < sum(s == usual for s in found) < 140
