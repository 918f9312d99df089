"""From raw rows to a checked set: nothing wrong gets in unnoticed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence

from summarizer.datasets.base import Dataset, Example, Raw, Texts
from summarizer.datasets.languages import language_problem, seen_language
from summarizer.errors import DataError
from summarizer.text.normalize import nfc
from summarizer.types import LANGS, Article, Lang

_SHOWN = 5


def build(name: str, rows: Iterable[Raw], *, limit: int = 0, skip_bad: bool = False) -> Dataset:
    """The set made of ``rows``, or of ``limit`` of them (fewer where some of those are left out).

    Raises:
        DataError: there are no rows, or one is unreadable, repeats an id, has no text or no reference, or is in
            another language than it says; the first few are named.
    """
    examples: list[Example] = []
    problems: list[str] = []
    seen: dict[str, str] = {}
    for row in spread(list(rows), limit) if limit else rows:
        checked = _example(row, seen)
        if isinstance(checked, Example):
            examples.append(checked)
        else:
            problems.append(checked)
    if problems and not skip_bad:
        raise DataError(_summary(name, problems), "Correct the rows, or leave them out with  --skip-bad-rows .")
    if not examples:
        raise DataError(f"The evaluation set {name} holds no usable row.", "See docs/evaluation.md for its form.")
    return Dataset(name, tuple(examples), fingerprint(examples), tuple(problems))


def spread(rows: Sequence[Raw], count: int) -> list[Raw]:
    """``count`` rows at even distances: the beginning of a sorted set is seldom like the rest of it."""
    if count >= len(rows):
        return list(rows)
    return [rows[i * len(rows) // count] for i in range(count)]


def fingerprint(examples: Iterable[Example]) -> str:
    """SHA-256 over ids, titles, texts, references and key facts, in order."""
    digest = hashlib.sha256()
    for example in examples:
        texts = [dict(example.summaries), dict(example.headlines), [dict(fact) for fact in example.key_facts]]
        row = [example.id, example.article.title, example.article.text, example.gold, *texts]
        digest.update(json.dumps(row, ensure_ascii=False, sort_keys=True).encode())
    return digest.hexdigest()


def _example(row: Raw, seen: dict[str, str]) -> Example | str:
    """The example, or what is wrong with the row; ``seen`` holds the places of the ids so far."""
    problem = row.problem or _gap(row) or _repeated(row, seen)
    language = row.language or seen_language(row.text)
    if not problem and language is None:
        problem = f"the article of {row.id} seems to be in neither Vietnamese nor English"
    if language is None or problem:
        return f"{row.where}: {problem}"
    problem = language_problem(row.id, row.text, language, (row.summaries, row.headlines))
    return f"{row.where}: {problem}" if problem else _make(row, language)


def _make(row: Raw, language: Lang) -> Example:
    article = Article(nfc(row.id), nfc(row.text).strip(), nfc(row.title).strip(), row.date, row.where)
    facts = tuple(_tidy(fact) for fact in row.key_facts)
    texts = (_tidy(row.summaries), _tidy(row.headlines))
    return Example(article.id, article, language, *texts, facts, row.topic, nfc(row.gold).strip())


def _gap(row: Raw) -> str:
    if not row.id.strip():
        return "it has no id"
    if not row.text.strip():
        return f"{row.id} has no article text"
    if not any(_tidy(row.summaries).values()) and not any(_tidy(row.headlines).values()):
        return f"{row.id} has no reference summary"
    return ""


def _repeated(row: Raw, seen: dict[str, str]) -> str:
    first = seen.setdefault(nfc(row.id), row.where)
    return f"the id {row.id} was used before, in {first}" if first != row.where else ""


def _tidy(texts: Texts) -> Texts:
    return {
        lang: tuple(nfc(text).strip() for text in texts[lang] if text.strip())
        for lang in LANGS
        if any(texts.get(lang, ()))
    }


def _summary(name: str, problems: list[str]) -> str:
    count = "1 row is" if len(problems) == 1 else f"{len(problems)} rows are"
    more = [f"  … and {len(problems) - _SHOWN} more"] if len(problems) > _SHOWN else []
    return "\n".join([f"{count} wrong in the evaluation set {name}:", *(f"  {p}" for p in problems[:_SHOWN]), *more])
