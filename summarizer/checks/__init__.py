"""Checks of a summary against its article: every fact gets a verdict and, where there is one, its source."""

from __future__ import annotations

from dataclasses import replace

from summarizer.checks.agreement import check_agreement
from summarizer.checks.article import ArticleFacts, article_facts
from summarizer.checks.attribution import check_attribution
from summarizer.checks.facts import check_quantities
from summarizer.checks.guards import SHORT_SENTENCE, check_form
from summarizer.checks.misplaced import check_misplaced
from summarizer.checks.name_check import check_names
from summarizer.checks.places import check_places
from summarizer.checks.polarity import check_polarity
from summarizer.checks.quotes import check_quotes
from summarizer.checks.roles import check_roles
from summarizer.checks.tokens import sentence_spans, tongue
from summarizer.types import CleanArticle, Finding, Lang, other_lang

__all__ = [
    "CHECKS",
    "ArticleFacts",
    "article_facts",
    "check",
    "check_agreement",
    "check_form",
    "check_names",
    "check_quantities",
]

# Each takes the article's facts, a summary and its language. To add a check: a file, a line, a test.
CHECKS = (
    check_quantities,
    check_names,
    check_roles,
    check_places,
    check_quotes,
    check_polarity,
    check_attribution,
    check_misplaced,
)


def check(article: ArticleFacts | CleanArticle, summary: str, lang: Lang) -> tuple[Finding, ...]:
    """The verdict on every fact of ``summary``, in order of their places in it.

    Args:
        article: the story, or its facts from :func:`article_facts` when several drafts are checked against it.
        summary: the text to check; the text is only compared, so whatever it or the article asks for changes nothing.
        lang: the language the summary should be in.
    """
    facts = article if isinstance(article, ArticleFacts) else article_facts(article)
    parts = _by_language(summary, lang)
    findings = [finding for test in CHECKS for written, text in parts for finding in test(facts, text, written)]
    findings = [replace(f, lang=lang) if f.lang != lang else f for f in findings]
    wrong = {(f.kind, f.start, f.end) for f in findings if f.verdict != "supported"}
    told = (f for f in findings if f.verdict != "supported" or (f.kind, f.start, f.end) not in wrong)
    return tuple(sorted(told, key=lambda f: (f.start, f.end, f.kind)))


def _by_language(summary: str, lang: Lang) -> list[tuple[Lang, str]]:
    """The summary, once for each language it is written in, with the sentences of the other one blanked."""
    other = other_lang(lang)
    foreign = [
        (a, b)
        for a, b in sentence_spans(summary)
        if len(summary[a:b].split()) >= SHORT_SENTENCE and tongue(summary[a:b]) == other
    ]
    if not foreign:
        return [(lang, summary)]
    own, rest = list(summary), [" "] * len(summary)
    for start, end in foreign:
        rest[start:end] = own[start:end]
        own[start:end] = " " * (end - start)
    return [(lang, "".join(own)), (other, "".join(rest))]
