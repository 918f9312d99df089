"""Statements denied, and denials dropped.

A denial needs one in the sentences it rests on. A statement may not be one that the article only ever denies ("chưa phê
chuẩn"): within a language told by its words, across languages by a table of verbs that news lives on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from summarizer.checks.article import ArticleFacts
from summarizer.checks.company import company, nearness
from summarizer.checks.denial import Claim, all_verbs, first_of, is_denied, negators, supposes, verbs
from summarizer.checks.marks import closest, of_sentences, touching
from summarizer.checks.polarity_words import (
    AUXILIARIES,
    BREAKS,
    DEMANDS,
    DENIALS,
    DENIES,
    NEGATORS,
    UNDONE,
)
from summarizer.checks.tokens import KEPT, Tokens, sentence_spans, standing, tokenize
from summarizer.types import Finding, Lang, Span, other_lang

_CLAUSE_END = re.compile(r"[;:]|, (?=and|but|while|nhưng|song|còn|trong khi)|, ")
_TOGETHER = 2  # words after a negation that the article must state together
_NEAR = 0.5  # share of its company that a sentence of the article must hold to say the same
_LESS_NEAR = 0.3  # the same, where the article says so with one sign only
_NEARER = 0.15  # by which it must hold more of it than one that says so with the same sign
_SUPPOSED = 5  # words before a negation in which "nếu" makes it a condition
_DEMANDED = 24  # characters before a statement in which "phải" makes it a demand


def check_polarity(article: ArticleFacts, summary: str, lang: Lang) -> tuple[Finding, ...]:
    """A finding for every denial the article does not make, and every statement it only ever denies."""
    same = article.language in (lang, "mixed")
    findings: list[Finding] = []
    for start, end in sentence_spans(summary):
        sentence = summary[start:end]
        if same:
            pairs = [*_flipped(article, sentence, lang), *_denials(article, sentence, lang)]
        else:
            pairs = [*_across(article, sentence, lang), *_unbacked(article, sentence, lang)]
        findings += [
            _finding(article, summary, lang, _moved(said, start), found)
            for said, found in pairs
            if not _quoted(sentence, said.start)
        ]
    return tuple(sorted(findings, key=lambda f: f.start))


def _denials(article: ArticleFacts, sentence: str, lang: Lang) -> Iterator[tuple[Claim, Claim]]:
    """Denials of words that sentences of the article state together, in the same company and denying nothing."""
    said = tokenize(sentence)
    for at in negators(sentence, lang):
        if _supposed(said, at, lang):
            continue
        after = _content(said, at + 1, lang)
        holders = [i for i, found in enumerate(of_sentences(article, lang, across=False)) if after <= found]
        if len(after) < _TOGETHER or not holders or any(_denying(article, i, after) for i in holders):
            continue
        around = company(said, at, at, lang) - after
        near, best = max((nearness(article, around, i, lang), i) for i in holders)
        if near >= (_LESS_NEAR if len(after) > _TOGETHER else _NEAR):
            span = article.sentences[best]
            yield Claim((), said[at].start, said[at].end, True), Claim((), span.start, span.end, False)


def _supposed(tokens: Tokens, at: int, lang: Lang) -> bool:
    """Whether a negation stands in a condition or a contrast, and denies nothing by itself."""
    return any(supposes(tokens, i, lang) for i in (0, *range(max(0, at - _SUPPOSED), at)))


def _denying(article: ArticleFacts, at: int, words: frozenset[str]) -> bool:
    """Whether a sentence denies or undoes anything, unless by ``words`` themselves: "sẽ không mất ưu đãi"."""
    return any(match.group().lower() not in words for match in UNDONE.finditer(_text(article, at)))


def _text(article: ArticleFacts, at: int) -> str:
    span = article.sentences[at]
    return article.text[span.start : span.end]


def _content(tokens: Tokens, at: int, lang: Lang) -> frozenset[str]:
    """The next words that say something, up to the end of the clause."""
    found: list[str] = []
    while at < len(tokens) and tokens[at].key not in BREAKS[lang] and len(found) < _TOGETHER + 1:
        if tokens[at].key not in AUXILIARIES[lang] and (tokens[at].word or tokens[at].digits):
            found.append(tokens[at].key)
        at += 1
    return frozenset(found)


def _moved(claim: Claim, offset: int) -> Claim:
    return replace(claim, start=claim.start + offset, end=claim.end + offset)


def _in_best(article: ArticleFacts, sentence: str, lang: Lang, claims: list[Claim]) -> list[Claim]:
    """Those of the article's claims that stand in the sentence nearest to ``sentence``."""
    near = closest(article, sentence, lang, most=1)
    return [c for c in claims if near and near[0][1].start <= c.start < near[0][1].end]


def _quoted(summary: str, position: int) -> bool:
    before = summary[:position]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _claims(tokens: Tokens, lang: Lang, heads: frozenset[tuple[str, str]]) -> list[Claim]:
    """Every place of the pairs ``heads``, with its sign."""
    return [
        Claim((a.key, b.key), tokens[first_of(tokens, at, lang)].start, b.end, is_denied(tokens, at, lang))
        for at, (a, b) in enumerate(pairwise(tokens))
        if (a.key, b.key) in heads
    ]


@lru_cache(maxsize=KEPT)
def _heads(text: str, lang: Lang) -> frozenset[tuple[str, str]]:
    """The pairs of words that follow a negation of ``text`` directly, auxiliaries skipped."""
    tokens = tokenize(text)
    heads: set[tuple[str, str]] = set()
    for at in negators(text, lang):
        first = at + 1
        while first < len(tokens) and tokens[first].key in AUXILIARIES[lang]:
            first += 1
        pair = tokens[first : first + 2]
        if len(pair) == 2 and all(t.word for t in pair):
            heads.add((pair[0].key, pair[1].key))
    return frozenset(heads)


def _flipped(article: ArticleFacts, sentence: str, lang: Lang) -> Iterator[tuple[Claim, Claim]]:
    """Statements of ``sentence`` that the article makes in the same words and company, but with the other sign."""
    tokens = tokenize(sentence)
    said = _claims(tokens, lang, _heads(article.text, lang))
    known = _claims(article.names.tokens, lang, _heads(article.text, lang)) if said else []
    places = {t.start: i for i, t in enumerate(tokens)}
    for claim in said:
        if _softened(sentence, claim, tokens, lang):
            continue
        around = company(tokens, places[claim.start], places[claim.start], lang) - set(claim.words)
        near: dict[bool, list[tuple[float, Claim]]] = {True: [], False: []}
        for found in known:
            if found.words == claim.words:
                share = nearness(article, around, article.sentence_number(found.start), lang)
                near[found.denied].append((share, found))
        best, other = max(near[not claim.denied], key=lambda pair: pair[0], default=(0.0, claim))
        alike = max((share for share, _ in near[claim.denied]), default=0.0)
        if best >= (_NEAR if near[claim.denied] else _LESS_NEAR) and best >= alike + _NEARER:
            yield claim, other


def _softened(sentence: str, claim: Claim, tokens: Tokens, lang: Lang) -> bool:
    """Whether a statement is denied by other words beside it, or demanded, or a denial is only supposed."""
    start, end = next((a, b) for a, b in _clauses(sentence) if claim.start < b or b == len(sentence))
    before = [i for i, t in enumerate(tokens) if t.start < claim.end and t.end > claim.start - _DEMANDED]
    if claim.denied:
        return any(supposes(tokens, i, lang) for i in before)
    return bool(UNDONE.search(sentence[start:end])) or any(tokens[i].key in DEMANDS[lang] for i in before)


def _across(article: ArticleFacts, sentence: str, lang: Lang) -> Iterator[tuple[Claim, Claim]]:
    """Verbs of ``sentence`` whose every counterpart in the article has the other sign."""
    said = all_verbs(sentence, lang)
    spoken = sorted({claim.words[0] for claim in said})
    known = [claim for name in spoken for claim in verbs(article.text, other_lang(lang), name)]
    for claim, found in _opposite(article, sentence, lang, said, known):
        span = article.sentence_at(found.start)
        plain = sentence if found.denied else article.text[span.start : span.end]
        if not DENIALS.search(plain):
            yield claim, found


def _opposite(
    article: ArticleFacts, sentence: str, lang: Lang, said: Sequence[Claim], known: Sequence[Claim]
) -> Iterator[tuple[Claim, Claim]]:
    """Claims that the article's nearest sentence makes with the other sign."""
    for claim in said:
        there = [c for c in known if c.words == claim.words]
        if any(c.denied != claim.denied for c in there):
            near = _in_best(article, sentence, lang, there)
            if near and all(c.denied != claim.denied for c in near):
                yield claim, near[0]


def _unbacked(article: ArticleFacts, sentence: str, lang: Lang) -> Iterator[tuple[Claim, Claim]]:
    """Denials across languages when no sentence about the same names and figures, nor the next one, denies a thing."""
    for start, end in _clauses(sentence) if standing(sentence, NEGATORS[lang]) else ():
        denied = negators(sentence[start:end], lang)
        near = touching(article, sentence[start:end], lang) if denied else []
        if not near or any(DENIES.search(_around(article, span)) for span in near):
            continue
        first = tokenize(sentence[start:end])[denied[0]]
        said = Claim((), start + first.start, start + first.end, True)
        yield said, Claim((), near[0].start, near[0].end, False)


def _clauses(sentence: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _CLAUSE_END.finditer(sentence):
        yield start, match.start()
        start = match.end()
    yield start, len(sentence)


def _around(article: ArticleFacts, span: Span) -> str:
    """A sentence and the next, which often goes on with "Ông" and a denial."""
    at = article.sentences.index(span)
    near = article.sentences[at : at + 2]
    return article.text[near[0].start : near[-1].end]


def _finding(article: ArticleFacts, summary: str, lang: Lang, claim: Claim, found: Claim) -> Finding:
    message = "The article states this." if claim.denied else "The article denies this."
    sentence = article.sentence_at(found.start)
    start, end = max(sentence.start, found.start - 30), min(sentence.end, found.end + 10)
    cut = re.sub(r"\s+", " ", article.text[start:end]).strip()
    span = article.span(found.start, found.end)
    said = summary[claim.start : claim.end]
    return Finding("negation", "contradicted", lang, said, claim.start, claim.end, span, cut, message)
