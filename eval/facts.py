"""Plants errors in the corpus's reference summaries and prints how many of them the checks find.

    python eval/facts.py [--split dev|held|all] [--seed 5] [--size 600]
                          [--show false|missed] [--write docs/evaluation.md]
    python eval/facts.py --abstracts vietnews.valid.jsonl --size 600 [--write docs/evaluation.md]

The second form counts what the checks hold against abstracts that people wrote (JSON lines with id, title, article and
summary). Not every such finding is wrong, but a kind with many of them cries wolf.

Every fourth article in alphabetical order of ids ("held") was kept aside while the checks were written; what they got
wrong there was looked at once, at the end, and put right. The set is the same for the same seed and corpus.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tqdm import tqdm

from summarizer.checks import ArticleFacts, article_facts, check
from summarizer.checks.detection import Outcome, build, judge_all, precision_table, recall_table
from summarizer.checks.perturb import Planted, Source
from summarizer.checks.perturb_words import QUOTE
from summarizer.datasets.base import Raw
from summarizer.datasets.corpus import read
from summarizer.report.blocks import replace_block
from summarizer.text.clean import clean
from summarizer.types import LANGS, Article, Lang, other_lang

CORPUS = Path(__file__).resolve().parent.parent / "corpus"


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--split", choices=("dev", "held", "all"), default="all")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--size", type=int, default=600)
    parser.add_argument("--show", choices=("false", "missed"), help="list wrong findings, or errors not found")
    parser.add_argument("--write", type=Path, help="put the tables into this document, between its facts marks")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--abstracts", type=Path, help="count findings on these abstracts instead")
    return parser.parse_args()


def sources(raw: Raw) -> Iterator[Source]:
    """Every reference summary and headline of an article; one in its language also with a quotation added."""
    language: Lang = raw.language or "vi"
    for lang in LANGS:
        other = other_lang(lang)
        texts = [*raw.summaries.get(lang, ()), *raw.headlines.get(lang, ())]
        for text in texts:
            yield Source(raw.id, raw.text, language, text, lang, " ".join(raw.summaries.get(other, ())))
        if lang == language and texts:
            for match in QUOTE.finditer(raw.text):
                if len(match.group().split()) >= 8:
                    text = f"{texts[0]} {match.group()}."
                    yield Source(raw.id, raw.text, language, text, lang, quoted=True)


def facts_of(raw: Raw) -> ArticleFacts:
    """The article's facts, read as the pipeline reads them."""
    return article_facts(clean(Article(raw.id, raw.text, raw.title, raw.date)))


def shown(outcomes: list[Outcome], what: str) -> Iterator[str]:
    """Lines for a person to read."""
    for o in outcomes:
        if what == "missed" and o.planted.kind and not o.found:
            before = o.planted.source.summary
            yield f"{o.planted.kind} | {o.planted.source.article_id} | {o.planted.text} | was: {before}"
        for f in o.false if what == "false" else ():
            where = f"{o.planted.source.article_id} | {o.planted.text}"
            yield f"{f.kind} {f.verdict} {f.text!r} <- {f.source_text!r} {f.message} | {where}"


def untouched(given: list[Source], facts: dict[str, ArticleFacts]) -> str:
    """How many findings the references as they are give rise to; each of them is a false alarm."""
    whole = [s for s in given if not s.quoted]
    found = [f for o in judge_all([Planted(s, "", s.summary) for s in whole], facts) for f in o.false]
    return f"All {len(whole)} reference summaries and headlines, untouched: {len(found)} findings."


def abstracts(path: Path, size: int) -> list[str]:
    """Markdown: findings on the first abstracts of a file, by kind."""
    counts: Counter[str] = Counter()
    with path.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line, _ in zip(file, range(size), strict=False)]
    for row in tqdm(rows, unit=" articles", file=sys.stderr):
        facts = article_facts(clean(Article(row["id"], row["article"], row["title"])))
        counts.update({f.kind for f in check(facts, row["summary"], "vi") if f.verdict != "supported"})
    lines = [f"`python eval/facts.py --abstracts {path.name} --size {size}`: {len(rows)} abstracts.", ""]
    lines += ["| finding | abstracts with one | share |", "| --- | ---: | ---: |"]
    return lines + [f"| {kind} | {counts[kind]} | {counts[kind] / len(rows):.1%} |" for kind in sorted(counts)]


def main() -> int:
    """Build the set, check it, print the tables."""
    args = arguments()
    if args.abstracts:
        lines = abstracts(args.abstracts, args.size)
        print(*lines, sep="\n")
        if args.write:
            replace_block(args.write, "abstracts", lines)
        return 0
    rows = [raw for raw in read(args.corpus) if not raw.problem]
    parts = {"dev": [r for i, r in enumerate(rows) if i % 4 != 3], "held": rows[3::4], "all": rows}
    chosen = parts[args.split]
    facts = {raw.id: facts_of(raw) for raw in chosen}
    given = [s for raw in chosen for s in sources(raw)]
    items = build(given, args.size, Random(args.seed))
    outcomes = judge_all(items, facts)
    title = f"`python eval/facts.py --split {args.split} --seed {args.seed}`: {len(outcomes)} summaries of"
    lines = [f"{title} {len(chosen)} articles.", "", recall_table(outcomes), "", precision_table(outcomes)]
    lines += ["", untouched(given, facts)]
    print(*lines, sep="\n")
    if args.write:
        replace_block(args.write, "facts", lines)
    if args.show:
        print(*shown(outcomes, args.show), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
