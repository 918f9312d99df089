"""Precision and recall of the news cleaner on the pages in tests/data/pages, by kind of boilerplate.

    python eval/cleaner.py [--list] [PREFIX]

Boilerplate is marked in the pages as ⟦reason|text⟧. A marked piece is found when at least 90% of its letters and
digits were removed; a removed piece is right when at least 90% of its own lie inside marked pieces. A sentence of the
story is lost when any of its letters or digits was removed. PREFIX takes some pages only: a were written before the
rules, b and c after them.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from summarizer.text.clean import clean
from summarizer.text.normalize import nfc
from summarizer.text.paragraphs import paragraph_spans
from summarizer.text.sentences import split_spans
from summarizer.types import Article

PAGES = Path(__file__).resolve().parents[1] / "tests" / "data" / "pages"
ENOUGH = 0.9
_PIECE = re.compile(r"⟦(\w+)\|(.*?)⟧", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """A page without its marks, and the marked pieces (start, end, reason)."""

    article: Article
    gold: list[tuple[int, int, str]]
    tempting: bool


@dataclass
class Counts:
    """What was found and lost on some pages; the counters are by reason."""

    marked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    characters: Counter[str] = field(default_factory=Counter)  # marked, removed, both
    sentences: int = 0
    problems: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def rates(self) -> dict[str, float]:
        """Precision and recall by piece and by character."""
        both = self.characters["both"]
        return {
            "precision": self.right.total() / max(1, self.removed.total()),
            "recall": self.found.total() / max(1, self.marked.total()),
            "character precision": both / max(1, self.characters["removed"]),
            "character recall": both / max(1, self.characters["marked"]),
        }


def load(path: Path) -> Page:
    """A page from its marked file; lines that begin with "#:" are about the page."""
    lines = nfc(path.read_text(encoding="utf-8")).splitlines(keepends=True)
    head = [line for line in lines if line.startswith("#:")]
    title = next((line.split("=", 1)[1].strip() for line in head if "title =" in line), "")
    text, gold, position = "", [], 0
    marked = "".join(line for line in lines if not line.startswith("#:"))
    for piece in _PIECE.finditer(marked):
        text += marked[position : piece.start()]
        gold.append((len(text), len(text) + len(piece[2]), piece[1]))
        text += piece[2]
        position = piece.end()
    text += marked[position:]
    return Page(Article(path.stem, text, title=title), gold, any("tempting" in line for line in head))


def measure(pages: Iterable[Page]) -> Counts:
    """Clean every page and compare with its marks."""
    counts = Counts()
    for page in pages:
        text = page.article.text
        removed = [(r.start, r.end, r.reason) for r in clean(page.article).removed]
        gold_at, removed_at = _positions(text, page.gold), _positions(text, removed)
        counts.characters.update(marked=len(gold_at), removed=len(removed_at), both=len(gold_at & removed_at))
        for pieces, others, seen, good, word in (
            (page.gold, removed_at, counts.marked, counts.found, "left"),
            (removed, gold_at, counts.removed, counts.right, "wrong"),
        ):
            for piece in pieces:
                own = _positions(text, [piece])
                seen[piece[2]] += 1
                if len(own & others) >= ENOUGH * len(own):
                    good[piece[2]] += 1
                else:
                    counts.problems.append(f"{page.article.id} {word} {piece[2]}: {text[piece[0] : piece[1]]!r}")
        for start, end in _story(text, page.gold):
            counts.sentences += 1
            if _positions(text, [(start, end, "")]) & (removed_at - gold_at):
                counts.lost.append(f"{page.article.id} lost: {text[start:end]!r}")
    return counts


def _positions(text: str, pieces: Iterable[tuple[int, int, str]]) -> set[int]:
    return {i for start, end, _ in pieces for i in range(start, end) if text[i].isalnum()}


def _story(text: str, gold: list[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """Spans of the story's sentences: what is not marked."""
    bare = list(text)
    for start, end, _ in gold:
        bare[start:end] = " " * (end - start)
    story = "".join(bare)
    return [(p.start + a, p.start + b) for p in paragraph_spans(story) for a, b in split_spans(story[p.start : p.end])]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("prefix", nargs="?", default="", help="only pages whose name begins so")
    parser.add_argument("--list", action="store_true", help="list what was left, wrongly removed or lost")
    options = parser.parse_args()
    pages = [load(path) for path in sorted(PAGES.glob(f"{options.prefix}*.txt"))]
    counts = measure(pages)
    print(f"{'reason':12} marked found recall   removed right precision")
    for reason in sorted(counts.marked | counts.removed):
        marked, found = counts.marked[reason], counts.found[reason]
        removed, right = counts.removed[reason], counts.right[reason]
        recall, precision = found / marked if marked else 1.0, right / removed if removed else 1.0
        print(f"{reason:12} {marked:6} {found:5} {recall:6.3f} {removed:9} {right:5} {precision:9.3f}")
    print(f"pages {len(pages)}, of them with tempting sentences {sum(page.tempting for page in pages)}")
    print("  ".join(f"{name} {value:.4f}" for name, value in counts.rates().items()))
    print(f"story sentences {counts.sentences}, lost {len(counts.lost)}")
    if options.list:
        print(*counts.problems, *counts.lost, sep="\n")


if __name__ == "__main__":
    main()
