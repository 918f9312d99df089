"""From hypotheses to the summary a user gets: checked, chosen, repaired, linked to its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from summarizer.backends.base import Hypothesis
from summarizer.checks import ArticleFacts, article_facts, check, check_form, check_names, check_quantities
from summarizer.checks.dropped import CUT, check_cut, check_dropped
from summarizer.checks.glossary import Glossary, enforce, term_changes
from summarizer.checks.guards import check_repetition
from summarizer.checks.provenance import link
from summarizer.checks.rank import fault_weight
from summarizer.checks.repair import GAP, faulty_sentences, repair, with_gaps, without
from summarizer.checks.stutter import stutters
from summarizer.checks.terms import check_terms
from summarizer.checks.tokens import sentence_spans
from summarizer.checks.wording import check_words
from summarizer.choosing import Candidate, Comparison, better, closest, joined, likely, rerank, usable
from summarizer.settings import Settings
from summarizer.text.changes import changed
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
LEFT_OUT = "A sentence was left out, since the article does not bear out a number or a date in it."
GAPPED = f"{GAP} stands where a number or a date was that the article does not bear out."
FELL_BACK = "The article does not bear out what the model wrote, so that these are sentences of the article."
GUESSED = "A word of the first wording does not exist, and what it was replaced by may be wrong."
_FACTS = frozenset({"number", "date", "name", "negation"})


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
        return (
            *check(self.facts, text, lang),
            *self._strange(text, lang),
            *check_form(text, lang, self.settings.length),
        )

    def own(self, hypotheses: Sequence[Hypothesis], extracted: Draft, floor: float, selection: Selection) -> Candidate:
        """The summary in the article's language: the best hypothesis put right, or the extract when that is safer."""
        sure = [h for h in hypotheses if h.text.strip() and h.score >= floor]
        written = self.written(sure, self.source, selection)
        best = self._repaired(written) if written else None
        if best and usable(best, floor) and not best.fault:  # whatever the checks say of the extract
            return best
        baseline = Candidate(extracted, self.check(extracted.text, self.source))
        if best is None or better(best, baseline, floor) is best:
            return best or baseline
        return replace(baseline, findings=(*baseline.findings, _note(self.source, FELL_BACK)))

    def written(self, hypotheses: Sequence[Hypothesis], lang: Lang, selection: Selection) -> Candidate | None:
        """The best of the hypotheses a model wrote from the selection, None when it wrote none."""
        if not hypotheses:
            return None
        best, findings = rerank(hypotheses, lambda text: self.check(text, lang))
        sources = tuple(s.index for s in selection.sentences)
        return Candidate(Draft(lang, best.text, "abstractive", best.score, sources), findings)

    def sentence(self, sentence: str, hypotheses: Sequence[Hypothesis], lang: Lang) -> Candidate:
        """The translation that says neither more nor less than ``sentence``, nothing twice, figures set right."""
        told = _facts_of(sentence, self.source, self.story.article.date)
        comparisons = self._comparisons(sentence, told, lang)
        best = closest(hypotheses, comparisons)
        twice = list(stutters(best.text, sentence))
        once = changed(best.text, twice)
        said_once = (Repair(lang, best.text[start:end], kept) for start, end, kept in twice)
        added = check(told, once, lang)
        text, repairs = repair(once, added, told, lang)
        left = added if text == once else check(told, text, lang)
        # offsets of these repairs are the sentence's own: where the fact stands in the article, its finding tells
        untold = (replace(f, source=None, message=UNTOLD) for f in left if f.verdict != "supported")
        draft = Draft(lang, text, "translated", best.score)
        return Candidate(
            draft,
            (
                *untold,
                *self._lost(sentence, text, lang),
                *self._strange(text, lang),
            ),
            (*said_once, *(replace(r, source=None) for r in repairs)),
            sum(compare(text) for compare in comparisons),
        )

    def translated(self, parts: Sequence[Candidate | None], lang: Lang, sources: tuple[int, ...]) -> Candidate | None:
        """A summary of the translations of ``sentence``, None for those that none could be made of; None if all are."""
        made = [part for part in parts if part]
        if not made:
            return None
        whole = joined(made)
        whole = replace(whole, draft=replace(whole.draft, sources=sources))
        if len(made) == len(parts):
            return whole
        lost = _note(lang, "A sentence was too long to be translated.")
        return replace(whole, findings=(*whole.findings, lost))

    def _comparisons(self, sentence: str, told: ArticleFacts, lang: Lang) -> tuple[Comparison, ...]:
        """What speaks against a text as the translation of ``sentence``: facts and denials lost or added, loops."""

        def said(text: str) -> ArticleFacts:
            return _facts_of(text, lang, self.story.article.date)

        return (
            lambda text: fault_weight(check_quantities(told, text, lang)),
            lambda text: fault_weight(check_names(told, text, lang)),
            lambda text: fault_weight((*check_repetition(text, lang), *self._strange(text, lang))),
            lambda text: fault_weight(self._lost(sentence, text, lang)),
            # the other way round: what the sentence says and the translation leaves out
            lambda text: fault_weight(check_quantities(said(text), sentence, self.source)) / 2,
            lambda text: fault_weight(check_names(said(text), sentence, self.source)) / 2,
        )

    def _lost(self, sentence: str, text: str, lang: Lang) -> tuple[Finding, ...]:
        """What ``text`` lost of the ``sentence`` it translates, or denies besides, whatever the facts of both are."""
        return (
            *check_dropped(sentence, text, lang),
            *check_cut(sentence, text, lang),
            *check_terms(sentence, text, lang, self.glossary),
        )

    def _strange(self, text: str, lang: Lang) -> tuple[Finding, ...]:
        return check_words(self.facts.text, text, lang)

    def _repaired(self, candidate: Candidate) -> Candidate:
        """``candidate`` with what can be put right by the article put right."""
        draft = candidate.draft
        text, repairs = repair(draft.text, candidate.findings, self.facts, draft.lang)
        if not repairs:
            return candidate
        right = replace(draft, text=text)
        return Candidate(right, self.check(text, draft.lang), (*candidate.repairs, *repairs))

    def title(self, told: Candidate | None, floor: float) -> str:
        """A translated title that is likely and that the checks have nothing against, else ""."""
        if told is None or not usable(told, floor) or told.fault:
            return ""
        return enforce(self.facts.text, told.draft.text, told.draft.lang, self.glossary)

    def finish(self, candidate: Candidate, floor: float, hints: Sequence[tuple[int, ...]] = ()) -> Finished:
        """Repair, unify terms, link every sentence to the article, and decide whether to vouch for it.

        ``hints`` are the article sentences behind each sentence, where they are known beforehand. Of a text that a
        model wrote, a sentence with a wrong number or date is left out while another one is left, and else a gap stands
        for them; what stays wrong after that stays flagged.
        """
        draft = candidate.draft
        text, repairs = draft.text, candidate.repairs
        notes: tuple[Finding, ...] = ()
        if draft.method != "extractive":
            text, more = repair(text, candidate.findings, self.facts, draft.lang)
            text, terms = term_changes(self.facts.text, text, draft.lang, self.glossary)
            repairs = (*repairs, *more, *terms)
        findings = self._found(candidate, text)
        faulty, sentences = faulty_sentences(text, findings), len(sentence_spans(text))
        if draft.method != "extractive" and faulty:
            if len(faulty) < sentences:
                left_out, text, hints = without(faulty, text, hints)
                repairs, note = (*repairs, *(Repair(draft.lang, sentence, "") for sentence in left_out)), LEFT_OUT
            else:
                text, gaps = with_gaps(text, findings, draft.lang)
                repairs, note = (*repairs, *gaps), GAPPED
            findings, notes = self._found(candidate, text), (_note(draft.lang, note),)
        sure = likely(draft, floor) and GAP not in text
        trusted = sure and not fault_weight(f for f in findings if f.message != FELL_BACK)
        linked = self._linked(text, draft.lang, hints)
        whole = SummaryText(draft.lang, text, draft.method, trusted=trusted, score=draft.score, sentences=linked)
        return Finished(whole, (*findings, *notes), repairs)

    def _found(self, candidate: Candidate, text: str) -> tuple[Finding, ...]:
        """What the checks say of ``text``, and what they said of the candidate it was made of and still holds."""
        draft = candidate.draft
        if draft.method != "translated" and text == draft.text:
            return candidate.findings
        findings = self.check(text, draft.lang)
        flagged = {f.start for f in findings if f.verdict != "supported"}
        untold = tuple(_still_there(candidate.findings, text, flagged))
        taken = {(f.kind, f.start) for f in untold}  # a fact is not called wrong and supported at once
        return (*(f for f in findings if (f.kind, f.start) not in taken), *untold)

    def _linked(self, text: str, lang: Lang, hints: Sequence[tuple[int, ...]]) -> tuple[SummarySentence, ...]:
        linked = link(text, self.sentences, lang, self.source, hints, self.facts)
        if len(linked) != len(hints):
            return linked
        return tuple(replace(s, sources=known or s.sources) for s, known in zip(linked, hints, strict=True))


@lru_cache(maxsize=256)  # a sentence is translated more than once where its figures stay wrong
def _facts_of(text: str, lang: Lang, date: str) -> ArticleFacts:
    """The facts of a text by itself, in an article of that ``date``."""
    article = Article("", text, date=date)
    return article_facts(CleanArticle(article, ((Span(0, len(text)),),), language=lang))


def _still_there(findings: Sequence[Finding], text: str, flagged: set[int]) -> Iterator[Finding]:
    """What the translation of a single sentence got wrong, found again in the finished ``text`` and not yet flagged.

    The article as a whole may well hold such a fact, so that the checks against it would let it pass.
    """
    for finding in findings:
        if not finding.text:
            yield finding
            continue
        places = [match.start() for match in re.finditer(re.escape(finding.text), text)]
        # repairs and terms may have moved it a little: another sentence may hold the same figure, and be right
        start = min(places, key=lambda place: abs(place - finding.start), default=-1)
        if finding.message == UNTOLD and start >= 0 and start not in flagged:
            yield replace(finding, start=start, end=start + len(finding.text))


def misstated(candidate: Candidate) -> bool:
    """Whether a number, date, name or denial in it is not borne out, or a denial or half of the sentence is lost."""
    return any(f.verdict != "supported" and (f.kind in _FACTS or f.message == CUT) for f in candidate.findings)


def lost_or_misnamed(candidate: Candidate) -> bool:
    """Whether a term of the sentence it translates stands in it in no form, or a name that the sentence has not."""
    return any(f.kind in ("term", "name") and f.verdict != "supported" for f in candidate.findings)


def strange_words(candidate: Candidate) -> tuple[str, ...]:
    """The words in it that do not exist."""
    return tuple(f.text for f in candidate.findings if f.kind == "word")


def guessed(candidate: Candidate) -> Candidate:
    """``candidate`` with the remark that a word of it was made up at first, unless one still is."""
    if strange_words(candidate):
        return candidate
    note = Finding("word", "not_found", candidate.draft.lang, "", 0, 0, message=GUESSED)
    return replace(candidate, findings=(*candidate.findings, note))


def _note(lang: Lang, message: str) -> Finding:
    """Something to be told of a summary as a whole."""
    return Finding("length", "not_found", lang, "", 0, 0, message=message)
