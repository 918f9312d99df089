"""Measure a model on development data: sentence translation, and English summaries of Vietnamese articles.

    python eval/dev.py DATA --model tomtat --out eval/results/dev

DATA is a folder as docs/training.md describes. The English summaries are written by both routes and stand beside the
article's first two sentences translated by the same model. Vietnamese summaries: tomtat eval --data vietnews.
"""

from __future__ import annotations

import argparse
import json
import time
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sacrebleu.metrics import BLEU, CHRF

from summarizer.backends.base import Backend, Request
from summarizer.checks.glossary import load_glossary
from summarizer.checks.terms import partly_english
from summarizer.metrics import bootstrap, chrf, rouge
from summarizer.metrics.base import Case, Settings
from summarizer.pipeline import Summarizer
from summarizer.selection.opening import stopped
from summarizer.selection.split import fitting_parts
from summarizer.text.case import truecased
from summarizer.text.normalize import strip_diacritics
from summarizer.training.dev import read_pairs
from summarizer.training.prepare import as_story
from summarizer.training.sources import HELD_OUT_ABSTRACTS, data_file, own_abstracts, read_articles
from summarizer.types import Article, Lang, Summary

SENTENCE_SETS = ("flores200_dev_from_sib200", "vlsp20_news_dev", "iwslt15_tst2012")
NEWS_SETS = SENTENCE_SETS[:2]  # what is nearest to news
LEAD = "lead-2 translated"
TITLED = "the title and the first sentence, translated"  # what it takes to have the title: the cascade may open with it
# both against the Vietnamese abstract
EXTRACT, VI_LEAD = "in Vietnamese: the extract", "in Vietnamese: lead-2"
VI_TITLED = "in Vietnamese: the title and the first sentence"
PARTLY = "names and figures in English"
FORWARD = "the likeliest, its way back not asked"
VARIANTS = ("decomposed (NFD)", "in capitals", "without diacritics")  # of the first set


def translated(backend: Backend, sentences: Sequence[str], nbest: int = 4) -> list[str]:
    """English of Vietnamese sentences, the best of four beams; a sentence over the model's budget goes in parts.

    Of ``nbest`` hypotheses a model that has a way back chooses by it too, as it does in use.
    """
    parts = [fitting_parts(s, backend.count_tokens, backend.budget) for s in sentences]
    requests = [
        Request(part, "translate", "vi", "en", max_tokens=2 * backend.count_tokens(part) + 16)
        for of_one in parts
        for part in of_one
    ]
    written = iter(backend.generate(requests, nbest=nbest))
    return [" ".join(next(written)[0].text for _ in of_one) for of_one in parts]


def dev_pairs(data: Path, name: str, limit: int = 0) -> list[tuple[str, str]]:
    """(vi, en) of a set of ``data``, its first ``limit`` pairs or all."""
    return read_pairs(data_file(data, f"dev/{name}.tsv"))[: limit or None]


def written_in(variant: str, text: str) -> str:
    """``text`` as careless sources write it."""
    if variant == "decomposed (NFD)":
        return unicodedata.normalize("NFD", text)
    if variant == PARTLY:
        return partly_english(text, load_glossary())  # what the pipeline does for a model that takes terms
    if variant == "in capitals":
        return truecased(text.upper(), "")  # what the pipeline does with it
    return strip_diacritics(text) if variant == "without diacritics" else text


def translation_rows(backend: Backend, data: Path, limit: int) -> list[dict[str, Any]]:
    """chrF2 and BLEU on each sentence set, with sacrebleu's intervals and signatures."""
    rows = []
    first, news, _ = SENTENCE_SETS
    variants = (*((news, v) for v in (FORWARD, PARTLY)), *((first, v) for v in VARIANTS))
    for name, variant in (*((name, "") for name in SENTENCE_SETS), *variants):
        pairs = dev_pairs(data, name, limit)
        begin = time.monotonic()
        sources, references = [written_in(variant, vi) for vi, _ in pairs], [[en for _, en in pairs]]
        written = translated(backend, sources, nbest=1 if variant == FORWARD else 4)
        seconds = time.monotonic() - begin
        for metric in (CHRF(), BLEU()):
            score = metric.corpus_score(written, references, n_bootstrap=1000)
            rows.append(
                {
                    "set": f"{name}, {variant}" if variant else name,
                    "metric": score.name,
                    "value": round(float(score.score), 2),
                    "interval": [round(float(score._mean + side * score._ci), 2) for side in (-1, 1)],
                    "signature": str(metric.get_signature()),
                    "n": len(pairs),
                    "seconds": round(seconds, 1),
                }
            )
    return rows


def held_out(data: Path, limit: int) -> list[tuple[Article, dict[Lang, str]]]:
    """Vietnamese articles with their abstract, and the English of it written for this project, kept out of training."""
    abstracts: dict[str, dict[Lang, str]] = {
        row[0]: {"vi": row[3], "en": row[4]} for row in own_abstracts(data)[-HELD_OUT_ABSTRACTS:]
    }
    articles = read_articles(data_file(data, "summarization/vietnews.train.jsonl"))
    found = [(Article(r["id"], r["article"], r["title"]), abstracts[r["id"]]) for r in articles if r["id"] in abstracts]
    return found[: limit or None]


def first_two(tool: Summarizer, articles: Sequence[Article]) -> list[list[str]]:
    """The first two sentences of each article."""
    return [[s.text for s in tool.prepare(a).sentences[:2]] for a in articles]


def title_and_first(tool: Summarizer, articles: Sequence[Article]) -> list[list[str]]:
    """The title of each article, with a full stop where it has none, and its first sentence."""
    return [[stopped(a.title), tool.prepare(a).sentences[0].text] for a in articles]


def in_english(tool: Summarizer, texts: Sequence[Sequence[str]]) -> list[str]:
    """The sentences of each text, translated."""
    written = iter(translated(tool.backend, [s for sentences in texts for s in sentences]))
    return [" ".join(next(written) for _ in sentences) for sentences in texts]


def summary_rows(model: str, data: Path, limit: int) -> list[dict[str, Any]]:
    """ROUGE and chrF of the English summaries by each route the model has, with bootstrap intervals."""
    rows = held_out(data, limit)
    articles = [article for article, _ in rows]
    tool = Summarizer(model=model)
    written: dict[str, list[str]] = {
        LEAD: in_english(tool, first_two(tool, articles)),
        TITLED: in_english(tool, title_and_first(tool, articles)),
    }
    trusted: dict[str, float] = {}
    for route in ("cascade", "direct") if tool.backend.supports("summarize", "vi", "en") else ("cascade",):
        tool = Summarizer(model=model, route=route)
        done = [s for s in tool.summarize_many(articles) if isinstance(s, Summary)]
        written[route] = [str(s.en or "") for s in done]
        trusted[route] = sum(s.en is not None and s.en.trusted for s in done) / len(done)
    return [*_table(rows, "en", written, LEAD, trusted), *vietnamese_rows(rows)]


def vietnamese_rows(rows: Sequence[tuple[Article, dict[Lang, str]]]) -> list[dict[str, Any]]:
    """The same articles in Vietnamese: what choosing sentences is worth before anything is translated."""
    tool = Summarizer(model="extractive", to=("vi",))
    articles = [article for article, _ in rows]
    extracts = [str(s.vi or "") for s in tool.summarize_many(articles) if isinstance(s, Summary)]
    baselines = {VI_LEAD: first_two(tool, articles), VI_TITLED: title_and_first(tool, articles)}
    written = {**{name: [" ".join(two) for two in of] for name, of in baselines.items()}, EXTRACT: extracts}
    return _table(rows, "vi", written, VI_LEAD, {})


def _table(
    rows: Sequence[tuple[Article, dict[Lang, str]]],
    lang: Lang,
    written: dict[str, list[str]],
    base: str,
    trusted: dict[str, float],
) -> list[dict[str, Any]]:
    """Every system's metrics, and those of all but ``base`` less its own."""
    tables = {name: columns_of(rows, texts, lang) for name, texts in written.items()}
    return [
        {**row, "system": name, **({"trusted": round(trusted[name], 3)} if name in trusted else {})}
        for name, table in tables.items()
        for row in (*(values(*part, lang) for part in table), *_less(name, base, tables, lang))
    ]


def _less(name: str, base: str, tables: dict[str, Any], lang: Lang) -> Iterator[dict[str, Any]]:
    if name != base:
        yield from less(tables[name], tables[base], lang)


def columns_of(
    rows: Sequence[tuple[Article, dict[Lang, str]]], texts: Sequence[str], lang: Lang
) -> list[tuple[Any, Any]]:
    """Each metric with its resampled values; the same articles are drawn for every system."""
    cases = [
        Case(article.id, lang, text, (references[lang],), as_story(article.text))
        for (article, references), text in zip(rows, texts, strict=True)
    ]
    columns = [*rouge.rouge(cases, Settings()), *chrf.chrf(cases, Settings())]
    return list(zip(columns, bootstrap.resample(columns), strict=True))


def values(column: Any, drawn: Any, lang: Lang) -> dict[str, Any]:
    """One row: a metric with its interval and signature."""
    scale, n = (100 if column.unit == "share" else 1), len(column.rows)
    return {
        "metric": column.name,
        "value": round(column.value() * scale, 2),
        "interval": [round(v * scale, 2) for v in bootstrap.interval(drawn)],
        "signature": "|".join(f"{k}:{v}" for k, v in (("lang", lang), *column.settings, ("n", str(n)))),
        "n": n,
    }


def less(table: Sequence[tuple[Any, Any]], lead: Sequence[tuple[Any, Any]], lang: Lang) -> Iterator[dict[str, Any]]:
    """One row a metric: the difference to the lead, paired by article."""
    for (column, drawn), (other, other_drawn) in zip(table, lead, strict=True):
        scale = 100 if column.unit == "share" else 1
        yield {
            **values(column, drawn, lang),
            "metric": f"{column.name} less that of the lead",
            "value": round((column.value() - other.value()) * scale, 2),
            "interval": [round(v * scale, 2) for v in bootstrap.interval(drawn - other_drawn)],
        }


def markdown(model: str, translation: Sequence[dict[str, Any]], summaries: Sequence[dict[str, Any]]) -> str:
    """Both tables."""
    lines = [f"# {model} on development data", "", "Written by `python eval/dev.py`.", ""]
    lines += ["| set | metric | value | 95 % interval | signature |", "|---|---|---|---|---|"]
    for r in translation:
        lines.append(f"| {r['set']} | {r['metric']} | {r['value']} | {r['interval']} | `{r['signature']}` |")
    lines += [
        "",
        "Summaries of Vietnamese articles (own_abstracts, last 300 rows), in English unless it says otherwise:",
        "",
    ]
    lines += ["| system | metric | value | 95 % interval | vouched for | signature |", "|---|---|---|---|---|---|"]
    for r in summaries:
        share = f"{r['trusted']:.0%}" if "trusted" in r else ""
        lines.append(
            f"| {r['system']} | {r['metric']} | {r['value']} | {r['interval']} | {share} | `{r['signature']}` |"
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    """Run, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", default="tomtat")
    parser.add_argument("--limit", type=int, default=0, help="rows of each set (default: all)")
    parser.add_argument("--out", type=Path, help="writes OUT.json and OUT.md")
    args = parser.parse_args()
    translation = translation_rows(Summarizer(model=args.model).backend, args.data, args.limit)
    summaries = summary_rows(args.model, args.data, args.limit)
    page = markdown(args.model, translation, summaries)
    print(page)
    if args.out:
        args.out.parent.mkdir(parents=True, exist_ok=True)
        record = {"model": args.model, "translation": translation, "summaries": summaries}
        args.out.with_suffix(".json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
        args.out.with_suffix(".md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
