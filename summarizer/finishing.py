"""From hypotheses to the summary a user gets: checked, chosen, repaired, linked to its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.backends.base import Hypothesis
from summarizer.checks import ArticleFacts, article_facts, check, check_form
from summarizer.checks.glossary import Glossary, enforce, term_changes
from summarizer.checks.provenance import link
from summarizer.checks.rank import fault_weight
from summarizer.checks.repair import repair
from summarizer.choosing import Candidate, better, joined, rerank
from summarizer.settings import Settings
from summarizer.types import (
    Article,
    CleanArticle,
    Draft,
    Finding,
    Lang,
    Repair,
    Selection,
    Sentence,
    Span,
    SummarySentence,
    SummaryText,
)

UNTOLD = "The sentence this translates does not say so."


@dataclass(frozen=True, slots=True)
class Finished:
    """One language of a summary with everything known about it."""

    text: SummaryText
    findings: tuple[Finding, ...]
    repairs: tuple[Repair, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """The checking desk of one article: its facts are read once and every draft is held against them."""

    story: CleanArticle
    sentences: tuple[Sentence, ...]
    source: Lang
    settings: Settings
    facts: ArticleFacts
    glossary: Glossary

    @classmethod
    def of(
        cls, story: CleanArticle, sentences: tuple[Sentence, ...], source: Lang, settings: Settings, glossary: Glossary
    ) -> Desk:
        """A desk for ``story``; ``sentences`` are all of its sentences."""
        return cls(story, sentences, source, settings, article_facts(story), glossary)

    def check(self, text: str, lang: Lang) -> tuple[Finding, ...]:
        """What is wrong or unsupported in ``text`` as a summary in ``lang``."""
        return (*check(self.facts, text, lang), *check_form(text, lang, self.settings.length))

    def own(self, hypotheses: Sequence[Hypothesis], extracted: Draft, floor: float, selection: Selection) -> Candidate:
        """The summary in the article's language: the best hypothesis, or the extract when that is safer."""
        baseline = Candidate(extracted, self.check(extracted.text, self.source))
        written = self.written(hypotheses, self.source, selection)
        return better(written, baseline, floor) if written else baseline

    def written(self, hypotheses: Sequence[Hypothesis], lang: Lang, selection: Selection) -> Candidate | None:
        """The best of the hypotheses a model wrote from the selection, None when it wrote none."""
        if not hypotheses:
            return None
        best, findings = rerank(hypotheses, lambda text: self.check(text, lang))
        sources = tuple(s.index for s in selection.sentences)
        return Candidate(Draft(lang, best.text, "abstractive", best.score, sources), findings)

    def translated(
        self, sentences: Sequence[tuple[str, list[Hypothesis]]], lang: Lang, sources: tuple[int, ...]
    ) -> Candidate | None:
        """A summary translated sentence by sentence, from (sentence, hypotheses) pairs; None when none could be."""
        parts = [self._sentence(sentence, found, lang, sources) for sentence, found in sentences if found]
        if not parts:
            return None
        whole = joined(parts)
        if len(parts) == len(sentences):
            return whole
        lost = Finding("length", "not_found", lang, "", 0, 0, message="A sentence was too long to be translated.")
        return replace(whole, findings=(*whole.findings, lost))

    def _sentence(
        self, sentence: str, hypotheses: Sequence[Hypothesis], lang: Lang, sources: tuple[int, ...]
    ) -> Candidate:
        """The translation that says neither more nor less than ``sentence``, its figures set right by it."""
        told = self._facts_of(sentence, self.source)

        def fault(hypothesis: Hypothesis) -> float:
            added = fault_weight(check(told, hypothesis.text, lang))
            # the same check the other way round: what the sentence says and the translation leaves out
            lost = fault_weight(check(self._facts_of(hypothesis.text, lang), sentence, self.source))
            return added + lost / 2

        best = min(hypotheses, key=fault)
        text, repairs = repair(best.text, check(told, best.text, lang), told, lang)
        draft = Draft(lang, text, "translated", best.score, sources)
        # offsets of these repairs are the sentence's own: where the fact stands in the article, its finding tells
        untold = (replace(f, source=None, message=UNTOLD) for f in check(told, text, lang) if f.verdict != "supported")
        return Candidate(draft, tuple(untold), tuple(replace(r, source=None) for r in repairs))

    def _facts_of(self, text: str, lang: Lang) -> ArticleFacts:
        article = Article("", text, date=self.story.article.date)
        return article_facts(CleanArticle(article, ((Span(0, len(text)),),), language=lang))

    def title(self, hypotheses: Sequence[Hypothesis], lang: Lang) -> str:
        """A translated title the checks have nothing against, else ""."""
        if not hypotheses:
            return ""
        best, findings = rerank(hypotheses, lambda text: check(self.facts, text, lang))
        return "" if fault_weight(findings) else enforce(self.facts.text, best.text, lang, self.glossary)

    def finish(self, candidate: Candidate, floor: float, hints: Sequence[tuple[int, ...]] = ()) -> Finished:
        """Repair, unify terms, link every sentence to the article, and decide whether to vouch for it.

        ``hints`` are the article sentences behind each sentence, where they are known beforehand.
        """
        draft = candidate.draft
        text, repairs = draft.text, candidate.repairs
        if draft.method != "extractive":
            text, more = repair(text, candidate.findings, self.facts, draft.lang)
            text, terms = term_changes(self.facts.text, text, draft.lang, self.glossary)
            repairs = (*repairs, *more, *terms)
        findings = self.check(text, draft.lang)
        findings = (
            *findings,
            *_still_there(candidate.findings, text, {f.start for f in findings if f.verdict != "supported"}),
        )
        checked = Candidate(draft, findings)
        likely = draft.score is None or draft.score >= floor
        return Finished(
            SummaryText(
                draft.lang,
                text,
                draft.method,
                trusted=likely and checked.fault == 0,
                score=draft.score,
                sentences=self._linked(text, draft.lang, hints),
            ),
            findings,
            repairs,
        )

    def _linked(self, text: str, lang: Lang, hints: Sequence[tuple[int, ...]]) -> tuple[SummarySentence, ...]:
        linked = link(text, self.sentences, lang, self.source, hints)
        if len(linked) != len(hints):
            return linked
        return tuple(replace(s, sources=known or s.sources) for s, known in zip(linked, hints, strict=True))


def _still_there(findings: Sequence[Finding], text: str, flagged: set[int]) -> Iterator[Finding]:
    """What the translation of a single sentence got wrong, found again in the finished ``text`` and not yet flagged.

    The article as a whole may well hold such a fact, so that the checks against it would let it pass.
    """
    for finding in findings:
        if not finding.text:
            yield finding
        elif finding.message == UNTOLD and (start := text.find(finding.text)) >= 0 and start not in flagged:
            yield replace(finding, start=start, end=start + len(finding.text))
