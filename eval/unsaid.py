"""What a translation must not say, counted: in people's translations, and in the model's with and without it.

    python eval/unsaid.py DATA [--write docs/evaluation.md]

DATA is a folder as docs/training.md describes. For each development set: how many of people's translations, and of the
model's when nothing is kept from it, hold figures, beginnings of numbers, words, bounds or currencies that nothing in a
sentence asks for (summarizer/checks/unsaid.py), figures before a unit, a scale or a sign that are not theirs, numbers
that end too early (summarizer/checks/unsaid_endings.py); and chrF2 of the sentences that come out otherwise
without all this.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from dev import SENTENCE_SETS, dev_pairs
from sacrebleu import corpus_chrf

from summarizer.backends.base import Backend, Request
from summarizer.checks.unsaid import (
    unsaid,
    unsaid_beginnings,
    unsaid_bounds,
    unsaid_currencies,
    unsaid_figures,
    unsaid_words,
)
from summarizer.checks.unsaid_endings import unfinished, unsaid_joints
from summarizer.pipeline import Summarizer
from summarizer.report.blocks import replace_block
from summarizer.training.sources import HELD_OUT_ABSTRACTS, own_abstracts

Pairs = Sequence[tuple[str, str]]
KINDS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "figures": lambda vi: unsaid_figures(vi, "vi"),
    "beginnings": unsaid_beginnings,
    "words": unsaid_words,
    "bounds": unsaid_bounds,
    "currencies": unsaid_currencies,
    "joints": unsaid_joints,
}
_NUMBER = re.compile(r"( ?)([0-9][0-9.,]*)(?![0-9.,]| (?:thousand|[mbtr]+illion))")


def holds(text: str, strings: Iterable[str]) -> bool:
    """Whether ``text`` has one of the strings: words as whole words, digits and signs anywhere."""
    for string in strings:
        word = string.strip()
        before = r"(?<!\S)" if string[0] == " " else r"\b" if word[0].isalpha() else ""
        after = r"\b" if word[-1].isalpha() and not word.endswith(" VND") else ""
        if re.search(rf"{before}{re.escape(word)}{after}", text):
            return True
    return False


def ends_early(text: str, sentence: str) -> bool:
    """Whether a number of ``text`` ends with figures that no number of the Vietnamese ``sentence`` ends with."""
    numbers = (f"{space}{figures.rstrip('.,')}" for space, figures in _NUMBER.findall(text))
    return any(number.endswith(unfinished(sentence)) for number in numbers)


def written(backend: Backend, sentences: Sequence[str], *, kept_out: bool) -> list[str]:
    """English of the sentences, the best of four hypotheses."""
    plain = [Request(s, "translate", "vi", "en", max_tokens=2 * backend.count_tokens(s) + 16) for s in sentences]
    asked = [replace(r, unsaid=unsaid(r.text, "vi"), unfinished=unfinished(r.text)) for r in plain]
    return [found[0].text for found in backend.generate(asked if kept_out else plain, nbest=4)]


def sets(data: Path, limit: int) -> dict[str, Pairs]:
    """(vi, en) pairs by the name of their set."""
    found: dict[str, Pairs] = {name: dev_pairs(data, name) for name in SENTENCE_SETS}
    found["abstracts kept out"] = [(row[3], row[4]) for row in own_abstracts(data)[-HELD_OUT_ABSTRACTS:]]
    return {name: pairs[: limit or None] for name, pairs in found.items()}


def table(backend: Backend, data: Path, limit: int) -> list[str]:
    """Markdown: a row a set."""
    kinds = " | ".join(f"{kind}: people | model" for kind in (*KINDS, "ends"))
    rows = [f"| set | n | {kinds} | changed | chrF2 free | kept out |", "|---" * (2 * len(KINDS) + 7) + "|"]
    for name, pairs in sets(data, limit).items():
        fitting = [p for p in pairs if backend.count_tokens(p[0]) <= backend.budget]
        sources = [vi for vi, _ in fitting]
        free, held = (written(backend, sources, kept_out=kept_out) for kept_out in (False, True))
        counts = [
            sum(holds(text, kind(vi)) for vi, text in zip(sources, texts, strict=True))
            for kind in KINDS.values()
            for texts in ([en for _, en in fitting], free)
        ] + [
            sum(ends_early(text, vi) for vi, text in zip(sources, texts, strict=True))
            for texts in ([en for _, en in fitting], free)
        ]
        new = [i for i, (a, b) in enumerate(zip(free, held, strict=True)) if a != b]
        references = [[fitting[i][1] for i in new]]
        scores = [
            f"{corpus_chrf([texts[i] for i in new], references).score:.1f}" if new else "–" for texts in (free, held)
        ]
        rows.append(f"| {' | '.join(map(str, (name, len(fitting), *counts, len(new), *scores)))} |")
    return rows


def main() -> None:
    """Count, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", default="tomtat")
    parser.add_argument("--limit", type=int, default=0, help="sentences of each set (default: all)")
    parser.add_argument("--write", type=Path, help="put the table into this document, between its unsaid marks")
    args = parser.parse_args()
    lines = [f"`python eval/unsaid.py DATA --model {args.model}`:", ""]
    lines += table(Summarizer(model=args.model).backend, args.data, args.limit)
    print(*lines, sep="\n")
    if args.write:
        replace_block(args.write, "unsaid", lines)


if __name__ == "__main__":
    main()
