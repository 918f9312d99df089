"""What the checks change: unsupported facts and ROUGE of the same drafts before and after they are put right.

    python eval/repair.py vietnews.valid.jsonl --limit 1000 --model tomtat --out eval/results/repair

Reads JSON lines with id, title, article and summary (and summary_en, where there is an English reference). Every
article is summarised twice: as the likeliest draft comes out of the model, with nothing chosen, repaired or left out by
the checks, and as a user gets it. Writes OUT.json and OUT.md; neither holds any text of the articles.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tqdm import tqdm

from summarizer.backends.base import Hypothesis
from summarizer.checks.glossary import load_glossary
from summarizer.choosing import Candidate, likely
from summarizer.errors import SummarizerError
from summarizer.finishing import FELL_BACK, LEFT_OUT, Desk, Finished
from summarizer.metrics import bootstrap, rouge
from summarizer.metrics.base import Case, Settings
from summarizer.pipeline import Summarizer
from summarizer.settings import Settings as Options
from summarizer.text.clean import clean
from summarizer.types import LANGS, Article, Draft, Finding, Lang, Selection, Summary, SummaryText

KINDS = ("number", "date", "name")
FORMS = ("language", "length", "repetition", "word")
WINDOW = 16


class Unchecked(Desk):
    """A desk that hands on what the model thinks likeliest."""

    def own(self, hypotheses: Sequence[Hypothesis], extracted: Draft, floor: float, selection: Selection) -> Candidate:
        """The first hypothesis, or the extract where the model is not sure of it or writes none."""
        written = self.written(hypotheses, self.source, selection)
        return written if written and likely(written.draft, floor) else Candidate(extracted, ())

    def written(self, hypotheses: Sequence[Hypothesis], lang: Lang, selection: Selection) -> Candidate | None:
        """The first hypothesis."""
        first = next(iter(hypotheses), None)
        return Candidate(Draft(lang, first.text, "abstractive", first.score), ()) if first else None

    def sentence(self, sentence: str, hypotheses: Sequence[Hypothesis], lang: Lang) -> Candidate:
        """The first hypothesis."""
        return Candidate(Draft(lang, hypotheses[0].text, "translated", hypotheses[0].score), ())

    def finish(self, candidate: Candidate, floor: float, hints: Sequence[tuple[int, ...]] = ()) -> Finished:
        """The text as it is."""
        draft = candidate.draft
        return Finished(SummaryText(draft.lang, draft.text, draft.method, score=draft.score), (), ())


@dataclass(frozen=True, slots=True)
class Pair:
    """One summary before and after, with what the checks say of both."""

    case: Case  # the finished one
    before: str
    wrong_before: tuple[Finding, ...]
    wrong_after: tuple[Finding, ...]
    told: tuple[Finding, ...]  # the findings that travel with the finished summary
    repairs: int


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="JSON lines: id, title, article, summary, summary_en")
    parser.add_argument("--limit", type=int, default=0, help="articles to read (default: all)")
    parser.add_argument("--model", default="tomtat")
    parser.add_argument("--threads", type=int, default=0, help="0: as many as the machine has")
    parser.add_argument("--out", type=Path, default=Path("eval/results/repair"))
    return parser.parse_args()


def rows(path: Path, limit: int) -> list[dict[str, Any]]:
    """The first articles of the file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line, _ in zip(lines, range(limit or sys.maxsize), strict=False)]


def pairs(tool: Summarizer, chosen: Sequence[dict[str, Any]]) -> Iterator[Pair]:
    """Both runs of every article, a window at a time."""
    with tqdm(total=len(chosen), unit=" articles", file=sys.stderr) as bar:
        for start in range(0, len(chosen), WINDOW):
            part = chosen[start : start + WINDOW]
            articles = [Article(r["id"], r["article"], r.get("title", "")) for r in part]
            after = list(tool.summarize_many(articles))
            with patch("summarizer.pipeline.Desk", Unchecked):
                before = list(tool.summarize_many(articles))
            for row, one, two in zip(part, before, after, strict=True):
                if isinstance(one, Summary) and isinstance(two, Summary):
                    yield from compared(row, one, two)
            bar.update(len(part))


def compared(row: dict[str, Any], before: Summary, after: Summary) -> Iterator[Pair]:
    """The two runs of one article, language by language."""
    story = clean(after.article)
    desk = Desk.of(story, (), "vi", Options(length=after.length), load_glossary())
    references = {"vi": row.get("summary", ""), "en": row.get("summary_en", "")}

    def wrong(text: str, lang: Lang) -> tuple[Finding, ...]:
        return tuple(f for f in desk.check(text, lang) if f.verdict != "supported")

    for lang in LANGS:
        one, two = before.text(lang), after.text(lang)
        if one is None or two is None:
            continue
        reference = (references[lang],) if references[lang] else ()
        case = Case(row["id"], lang, two.text, reference, story)
        told = tuple(f for f in after.findings if f.lang == lang and f.verdict != "supported")
        count = sum(r.lang == lang for r in after.repairs)
        yield Pair(case, one.text, wrong(one.text, lang), wrong(two.text, lang), told, count)


def facts_table(found: Sequence[Pair]) -> dict[str, Any]:
    """Shares of summaries with an unsupported fact, by kind, and what happened to them."""
    size = len(found)
    table: dict[str, Any] = {"summaries": size}
    for kind in (*KINDS, "any"):
        kinds = KINDS if kind == "any" else (kind,)
        before = sum(any(f.kind in kinds for f in p.wrong_before) for p in found)
        left = [p for p in found if any(f.kind in kinds for f in p.wrong_after)]
        flagged = sum(all(is_told(f, p) for f in p.wrong_after if f.kind in kinds) for p in left)
        table[kind] = {"before": before, "after": len(left), "flagged": flagged}
    for kind in FORMS:
        table[kind] = {
            "before": sum(any(f.kind == kind for f in p.wrong_before) for p in found),
            "after": sum(any(f.kind == kind for f in p.wrong_after) for p in found),
        }
    table["empty"] = {
        "before": sum(not p.before.strip() for p in found),
        "after": sum(not p.case.summary.strip() for p in found),
    }
    table["with repairs"] = sum(p.repairs > 0 for p in found)
    table["with a sentence left out"] = sum(any(f.message == LEFT_OUT for f in p.told) for p in found)
    table["fallen back to the article"] = sum(any(f.message == FELL_BACK for f in p.told) for p in found)
    return table


def is_told(finding: Finding, pair: Pair) -> bool:
    """Whether a wrong fact of a finished summary is among the findings that travel with it."""
    return any(f.kind == finding.kind and f.start == finding.start for f in pair.told)


def rouge_table(found: Sequence[Pair]) -> list[dict[str, Any]]:
    """ROUGE before and after with its intervals, and the difference, times 100."""
    scored = [p for p in found if p.case.references]
    if not scored:
        return []
    after = rouge.rouge([p.case for p in scored], Settings())
    before = rouge.rouge([replace(p.case, summary=p.before) for p in scored], Settings())
    drawn = [bootstrap.resample(columns) for columns in (before, after)]
    return [
        {
            "metric": one.name,
            "n": len(scored),
            "before": times_100(one.value(), bootstrap.interval(drawn[0][i])),
            "after": times_100(two.value(), bootstrap.interval(drawn[1][i])),
            "difference": times_100(two.value() - one.value(), bootstrap.interval(drawn[1][i] - drawn[0][i])),
        }
        for i, (one, two) in enumerate(zip(before, after, strict=True))
    ]


def times_100(value: float, interval: tuple[float, float]) -> list[float]:
    """A value and the ends of its interval."""
    return [round(100 * v, 2) for v in (value, *interval)]


def markdown(report: dict[str, Any]) -> str:
    """Both languages, two tables each."""
    lines = [f"# What the checks change: {report['model']}", "", f"`{report['command']}`", ""]
    for lang, title in (("vi", "Vietnamese"), ("en", "English")):
        table = report[lang]["facts"]
        size = table["summaries"]
        lines += [f"**{title}**: {size} summaries.", ""]
        lines += ["| summaries with | before | after | of these flagged |", "| --- | ---: | ---: | ---: |"]
        for name, row in table.items():
            if isinstance(row, dict):
                cells = " | ".join(f"{row[k]} ({row[k] / max(size, 1):.1%})" for k in ("before", "after"))
                what = f"an unsupported {name}" if name in KINDS else f"fault: {name}"
                lines.append(
                    f"| {'any of the three' if name == 'any' else what} | {cells} | {row.get('flagged', '')} |"
                )
        told = ", ".join(f"{name}: {n}" for name, n in table.items() if isinstance(n, int) and name != "summaries")
        lines += ["", f"Summaries {told}.", ""]
        if report[lang]["rouge"]:
            lines += ["| metric | before | after | difference |", "| --- | ---: | ---: | ---: |"]
            for row in report[lang]["rouge"]:
                shown = " | ".join("{} [{}, {}]".format(*row[k]) for k in ("before", "after", "difference"))
                lines.append(f"| {row['metric']} | {shown} |")
            lines.append("")
    return "\n".join(lines)


def main() -> int:
    """Run, print and write."""
    args = arguments()
    try:
        chosen = rows(args.articles, args.limit)
        found = list(pairs(Summarizer(model=args.model, threads=args.threads), chosen))
    except (OSError, SummarizerError) as error:
        print(error, file=sys.stderr)
        return 1
    by_lang = {lang: [p for p in found if p.case.lang == lang] for lang in LANGS}
    report: dict[str, Any] = {
        "model": args.model,
        "command": f"python eval/repair.py {args.articles.name} --limit {args.limit} --model {args.model}",
        **{lang: {"facts": facts_table(part), "rouge": rouge_table(part)} for lang, part in by_lang.items()},
    }
    args.out.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(report, ensure_ascii=False, indent=1) + "\n"
    args.out.with_suffix(".json").write_text(text, encoding="utf-8")
    args.out.with_suffix(".md").write_text(markdown(report), encoding="utf-8")
    print(markdown(report))
    return 0


if __name__ == "__main__":
    sys.exit(main())
