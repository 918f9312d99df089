"""How well the checks find planted errors: recall by what was planted, precision by what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from summarizer.checks import ArticleFacts, check, check_form
from summarizer.checks.perturb import Planted, Source, plant
from summarizer.types import Finding, FindingKind

# Share of each kind among the planted summaries. The figures a newsroom fears most are planted most.
QUOTAS: dict[str, float] = {
    "number": 0.20,
    "date": 0.17,
    "name": 0.17,
    "title": 0.07,
    "negation": 0.10,
    "swapped entity": 0.06,
    "wrong language": 0.05,
    "truncated quote": 0.05,
    "number of something else": 0.05,
    "date of something else": 0.03,
    "attribution": 0.05,
}
# Which findings count as having seen an error of a kind; one inside a quotation is also seen as a wrong quotation.
SEEN_AS: dict[str, frozenset[FindingKind]] = {
    "number": frozenset({"number", "date", "quote"}),
    "date": frozenset({"date", "number", "quote"}),
    "name": frozenset({"name", "quote"}),
    "title": frozenset({"name", "quote"}),
    "negation": frozenset({"negation", "quote"}),
    "swapped entity": frozenset({"name", "quote"}),
    "wrong language": frozenset({"language"}),
    "truncated quote": frozenset({"quote"}),
    "number of something else": frozenset({"number", "quote"}),
    "date of something else": frozenset({"date", "number", "quote"}),
    "attribution": frozenset({"attribution", "name", "quote"}),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One checked summary: whether its planted error was found, and what else was flagged."""

    planted: Planted
    found: bool
    false: tuple[Finding, ...]
    true: tuple[Finding, ...]


def build(sources: Sequence[Source], size: int, random: Random) -> list[Planted]:
    """``size`` summaries, half of them with one planted error each; as many as the sources allow of each kind."""
    wanted = size // 2
    planted: list[Planted] = []
    for kind, share in QUOTAS.items():
        order = random.sample(list(sources), len(sources)) * 3
        made = (plant(source, kind, random) for source in order if source.quoted <= (kind == "truncated quote"))
        seen: set[str] = set()
        quota = round(wanted * share)
        for item in made:
            if quota and item is not None and item.text not in seen:
                seen.add(item.text)
                planted.append(item)
                quota -= 1
    rest = [s for s in sources if s.summary]
    clean = [random.choice(rest) for _ in range(max(0, wanted - len(rest)))] + random.sample(
        rest, min(wanted, len(rest))
    )
    return planted + [Planted(source, "", source.summary) for source in clean]


def judge(planted: Planted, facts: ArticleFacts) -> Outcome:
    """Check one summary and sort its findings into the planted error's and the others."""
    lang = planted.source.lang
    findings = [*check(facts, planted.text, lang), *check_form(planted.text, lang, "medium")]
    wrong = [f for f in findings if f.verdict != "supported" and f.kind != "length"]
    true = tuple(f for f in wrong if planted.kind and _sees(f, planted))
    return Outcome(planted, bool(true), tuple(f for f in wrong if f not in true), true)


def _sees(finding: Finding, planted: Planted) -> bool:
    touches = finding.start < planted.end + 2 and planted.start - 2 < finding.end
    return touches and finding.kind in SEEN_AS[planted.kind]


def judge_all(items: Sequence[Planted], facts: Mapping[str, ArticleFacts]) -> list[Outcome]:
    """Check every summary against its article's facts."""
    return [judge(item, facts[item.source.article_id]) for item in items]


def recall_table(outcomes: Sequence[Outcome]) -> str:
    """Markdown: how many planted errors of each kind were found."""
    rows = ["| planted | errors | found | recall |", "|---|---|---|---|"]
    for kind in QUOTAS:
        of_kind = [o for o in outcomes if o.planted.kind == kind]
        found = sum(o.found for o in of_kind)
        share = f"{found / len(of_kind):.3f}" if of_kind else "–"
        rows.append(f"| {kind} | {len(of_kind)} | {found} | {share} |")
    return "\n".join(rows)


def precision_table(outcomes: Sequence[Outcome]) -> str:
    """Markdown: how many findings of each kind point at a planted error; untouched summaries count too."""
    true = Counter(f.kind for o in outcomes for f in o.true)
    false = Counter(f.kind for o in outcomes for f in o.false)
    rows = ["| finding | right | wrong | precision |", "|---|---|---|---|"]
    for kind in sorted(set(true) | set(false)):
        rows.append(f"| {kind} | {true[kind]} | {false[kind]} | {true[kind] / (true[kind] + false[kind]):.3f} |")
    return "\n".join(rows)
