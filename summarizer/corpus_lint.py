"""What has to be true of the project's corpus before anything is measured on it."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from summarizer.checks import check
from summarizer.datasets.base import Example
from summarizer.datasets.build import build
from summarizer.datasets.corpus import read
from summarizer.metrics.tokenize import syllables
from summarizer.systems.base import Story, prepare
from summarizer.types import LANGS, Lang

ARTICLE_WORDS = (150, 900)
SUMMARY_WORDS: Mapping[Lang, tuple[int, int]] = {"vi": (25, 90), "en": (20, 70)}
HEADLINE_WORDS: Mapping[Lang, tuple[int, int]] = {"vi": (5, 25), "en": (4, 20)}
REFERENCES = 2
FEWEST_FACTS = 3
MOST_ALIKE = 0.75  # share of words two independent references may have in common

_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
_FIELDS = {"topic": str, "date": datetime.date, "fictional": bool, "messy": bool}


def lint(root: Path) -> list[str]:
    """Everything wrong with the corpus in ``root``, one line each, [] when nothing is.

    Lengths, languages, fields, two different references in each language, listed key facts that the article has,
    clean text for messy pages only, no stray files, and no number or date in a reference that its article lacks.
    """
    found = build("corpus", read(root), skip_bad=True)
    problems = [*found.skipped, *_strays(root)]
    for example in found.examples:
        story = prepare(example)
        fields = tomllib.loads((root / "references" / f"{example.id}.toml").read_text(encoding="utf-8"))
        checks = (_fields(fields, example), _lengths(story), _references(example), _key_facts(story), _facts(story))
        problems += [f"{example.id}: {problem}" for group in checks for problem in group]
    return problems


def _strays(root: Path) -> Iterator[str]:
    articles = {path.stem for path in (root / "articles").glob("*.txt")}
    for folder, suffix in (("references", "toml"), ("clean", "txt")):
        for path in sorted((root / folder).glob(f"*.{suffix}")):
            if path.stem not in articles:
                yield f"{folder}/{path.name} belongs to no article"


def _fields(fields: Mapping[str, Any], example: Example) -> Iterator[str]:
    for name, kind in _FIELDS.items():
        if not isinstance(fields.get(name), kind):
            yield f"{name} is missing or no {kind.__name__}"
    if bool(fields.get("messy")) != bool(example.gold):
        yield "a messy page, and only that, has its clean text in clean/"


def _lengths(story: Story) -> Iterator[str]:
    example = story.example
    clean = f"{example.article.title}\n{example.gold or example.article.text}"
    yield from _within("the article", clean, ARTICLE_WORDS)
    for lang in LANGS:
        for number, text in enumerate(example.references(lang), start=1):
            yield from _within(f"{lang} summary {number}", text, SUMMARY_WORDS[lang])
        for text in example.references(lang, "headline"):
            yield from _within(f"{lang} headline", text, HEADLINE_WORDS[lang])


def _within(what: str, text: str, bounds: tuple[int, int]) -> Iterator[str]:
    count = len(text.split())
    if not bounds[0] <= count <= bounds[1]:
        yield f"{what} has {count} words, not {bounds[0]} to {bounds[1]}"


def _references(example: Example) -> Iterator[str]:
    for lang in LANGS:
        texts = example.references(lang)
        headlines = len(example.references(lang, "headline"))
        if len(texts) != REFERENCES or headlines != 1:
            yield f"{len(texts)} {lang} summaries and {headlines} headlines, not {REFERENCES} and 1"
        elif _alike(*texts) > MOST_ALIKE:
            yield f"the two {lang} summaries share {_alike(*texts):.0%} of their words"


def _alike(one: str, other: str) -> float:
    first, second = set(syllables(one)), set(syllables(other))
    return len(first & second) / max(1, min(len(first), len(second)))


def _key_facts(story: Story) -> Iterator[str]:
    facts = story.example.key_facts
    if len(facts) < FEWEST_FACTS:
        yield f"{len(facts)} key facts, not {FEWEST_FACTS} or more"
    for number, fact in enumerate(facts, start=1):
        missing = [lang for lang in LANGS if not fact.get(lang)]
        if missing:
            yield f"key fact {number} has no wording in {', '.join(missing)}"


def _facts(story: Story) -> Iterator[str]:
    """Figures that neither the checks find nor stand in the article.

    The second look is for what the checks read otherwise than a person ("the under-12 title", "the 1822 bell").
    """
    written = {_digits(figures) for figures in _FIGURES.findall(f"{story.example.article.title}\n{story.clean.text}")}
    for lang in LANGS:
        for text in (*story.example.references(lang), *story.example.references(lang, "headline")):
            for finding in check(story.clean, text, lang):
                own = {_digits(figures) for figures in _FIGURES.findall(finding.text)}
                if finding.kind in ("number", "date") and finding.verdict != "supported" and own - written:
                    yield f'a {lang} reference says "{finding.text}", which the article does not'


def _digits(figures: str) -> str:
    return re.sub(r"\D", "", figures)
