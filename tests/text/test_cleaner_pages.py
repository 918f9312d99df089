"""The cleaner against the marked pages: what docs state about it may not get worse."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from summarizer.text.reasons import REASONS

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def cleaner() -> ModuleType:
    """The script eval/cleaner.py as a module."""
    spec = importlib.util.spec_from_file_location("eval_cleaner", ROOT / "eval/cleaner.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_floors(cleaner: ModuleType) -> None:
    pages = [cleaner.load(path) for path in sorted(cleaner.PAGES.glob("*.txt"))]
    counts = cleaner.measure(pages)
    rates = counts.rates()
    assert len(pages) >= 44
    assert sum(page.tempting for page in pages) >= 15
    assert set(counts.marked) == set(REASONS)
    assert counts.lost == []
    assert rates["precision"] >= 0.99, counts.problems
    assert rates["recall"] >= 0.97, counts.problems
    assert rates["character precision"] >= 0.99
    assert rates["character recall"] >= 0.97


def test_a_page_is_read_without_its_marks(cleaner: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("#: title = Cầu mới\n#: tempting\nMột. ⟦credit|Ảnh: A⟧ Hai.\n", encoding="utf-8")
    page = cleaner.load(path)
    assert page.article.text == "Một. Ảnh: A Hai.\n"
    assert page.article.title == "Cầu mới"
    assert page.gold == [(5, 11, "credit")]
    assert page.tempting
