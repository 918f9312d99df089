"""What the report calls things, and the one sentence that explains each number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.scoring.values import Direction, Value
from summarizer.types import Lang

Kind = Literal["floor", "lead", "ceiling", "peer", "ours", "other"]

LANGUAGES: dict[Lang, str] = {"vi": "Vietnamese", "en": "English"}


@dataclass(frozen=True, slots=True)
class MetricWords:
    """A metric's name in tables, the group of columns it stands in, and what it tells."""

    label: str
    group: str
    tells: str


METRIC_WORDS: dict[str, MetricWords] = {
    "rouge1": MetricWords("ROUGE-1", "Like the reference", "Words shared with the closest reference (F-measure)."),
    "rouge2": MetricWords("ROUGE-2", "Like the reference", "Pairs of words shared with the closest reference."),
    "rougeL": MetricWords("ROUGE-L", "Like the reference", "Longest common run of words, gaps allowed."),
    "chrf": MetricWords("chrF", "Like the reference", "Runs of characters shared with the reference."),
    "bleu": MetricWords("BLEU", "Like the reference", "Runs of words shared, as translation counts them."),
    "keyfacts": MetricWords("Key facts", "Carries the news", "Listed key facts that the summary states."),
    "number-precision": MetricWords("Numbers", "True to the article", "Numbers in the summary the article supports."),
    "date-precision": MetricWords("Dates", "True to the article", "Dates in the summary the article supports."),
    "name-precision": MetricWords("Names", "True to the article", "Names in the summary the article supports."),
    "wrong-language": MetricWords("Wrong language", "True to the article", "Summaries not in the language asked for."),
    "novelty": MetricWords("Novelty", "How it is written", "Pairs of words that the article does not have."),
    "coverage": MetricWords("Copied", "How it is written", "Words that are part of a run copied from the article."),
    "repetition": MetricWords("Repetition", "How it is written", "Runs of three words that repeat an earlier one."),
    "words": MetricWords("Words", "How it is written", "Mean length; Vietnamese counts syllables."),
    "compression": MetricWords("Compression", "How it is written", "Article words for each summary word."),
    "read": MetricWords("Read", "How it is written", "Share of the article the system read."),
}


def metric_words(name: str) -> MetricWords:
    """Words for a metric; the ASCII scale keeps its warning in its label."""
    if name.startswith("ascii-"):
        plain = METRIC_WORDS[name.removeprefix("ascii-")]
        return MetricWords(f"{plain.label} (ASCII scale)", plain.group, f"{plain.tells} Drops every accented letter.")
    return METRIC_WORDS.get(name, MetricWords(name, "Other", ""))


def kind(system: str) -> Kind:
    """What part a system plays, told from its name."""
    word = system.partition(":")[0].partition("-")[0]
    parts: dict[str, Kind] = {"random": "floor", "lead": "lead", "titled": "other", "oracle": "ceiling", "ours": "ours"}
    return parts.get(word, "other" if word == "file" else "peer")


def system_label(system: str) -> str:
    """A system's name for people."""
    word, _, rest = system.partition(":")
    if word == "ours":
        model, length, route = (*rest.split(":"), "", "", "")[:3]
        return ", ".join(part for part in (model, length, "" if route == "auto" else route) if part)
    if word == "file":
        return rest
    method, _, count = system.partition("-")
    names = {
        "random": "Random article",
        "lead": "LEAD",
        "titled": "Title and LEAD",
        "oracle": "Oracle extract",
        "lexrank": "LexRank",
        "textrank": "TextRank",
        "lsa": "LSA",
        "luhn": "Luhn",
    }
    return f"{names.get(method, method)}{f' ({count})' if count else ''}"


def direction_label(direction: Direction, target: str) -> str:
    """For example "English summaries of Vietnamese articles"."""
    what = "headlines" if target == "headline" else "summaries"
    return f"{LANGUAGES[direction.lang]} {what} of {LANGUAGES[direction.source]} articles"


def number(value: Value, which: Literal["value", "low", "high"] = "value") -> str:
    """A value, or a bound of its interval, as tables show it: shares times 100, seconds and words as they are."""
    found = getattr(value, which)
    if found is None:
        return "–"
    return f"{found * 100:.1f}" if value.unit == "share" else f"{found:.1f}"


def chance(p: float | None) -> str:
    """A p value for people."""
    if p is None:
        return ""
    return "p < 0.001" if p < 0.001 else f"p = {p:.3f}"
