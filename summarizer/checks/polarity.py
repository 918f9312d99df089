"""Statements denied, and denials dropped.

A denial needs one in the sentences it rests on. A statement may not be one that the article only ever denies ("chưa phê
chuẩn"): within a language told by its words, across languages by a table of verbs that news lives on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from summarizer.checks.article import ArticleFacts
from summarizer.checks.marks import STOP, closest, touching
from summarizer.checks.polarity_words import AUXILIARIES, BREAKS, COMPOUNDS, DENIALS, DENIES, IDIOMS, NEGATORS, VERBS
from summarizer.checks.tokens import Tokens, tokenize
from summarizer.text.sentences import split_spans
from summarizer.types import Finding, Lang, Span

_CLAUSE_END = re.compile(r"[;:]|, (?=and|but|while|nhưng|song|còn|trong khi)|, ")
_TOGETHER = 2  # words after a negation that the article must state together
_REACH = 4  # words before a verb in which a negation reaches it


@dataclass(frozen=True, slots=True)
class Claim:
    """Two words that begin a statement, where they stand, and whether they are denied."""

    words: tuple[str, ...]
    start: int
    end: int
    denied: bool


def check_polarity(article: ArticleFacts, summary: str, lang: Lang) -> tuple[Finding, ...]:
    """A finding for every denial the article does not make, and every statement it only ever denies."""
    same = article.language in (lang, "mixed")
    findings: list[Finding] = []
    for start, end in split_spans(summary):
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
    """Denials of words that the article states together, and that none of its own denials comes near."""
    said = tokenize(sentence)
    for at in range(len(said)):
        if not _negator(said, at, lang):
            continue
        after = _content(said, at + 1, lang)
        if len(after) < _TOGETHER or after & _denied_words(article.text, lang):
            continue
        found = _stated(article, after)
        if found is not None:
            yield Claim((), said[at].start, said[at].end, True), found


def _content(tokens: Tokens, at: int, lang: Lang) -> frozenset[str]:
    """The next words that say something, up to the end of the clause."""
    found: list[str] = []
    while at < len(tokens) and tokens[at].key not in BREAKS[lang] and len(found) < _TOGETHER + 1:
        if tokens[at].key not in AUXILIARIES[lang] and (tokens[at].word or tokens[at].digits):
            found.append(tokens[at].key)
        at += 1
    return frozenset(found)


@lru_cache(maxsize=8)
def _denied_words(text: str, lang: Lang) -> frozenset[str]:
    """Every word that stands near one of the article's negations."""
    tokens = tokenize(text)
    return frozenset(
        t.key
        for at in range(len(tokens))
        if tokens[at].key in NEGATORS[lang] or DENIALS.fullmatch(tokens[at].key)
        for t in tokens[max(0, at - 6) : at + 12]
        if t.key not in AUXILIARIES[lang] and t.key not in STOP
    )


def _stated(article: ArticleFacts, words: frozenset[str]) -> Claim | None:
    """A sentence of the article that holds all of ``words`` and denies nothing."""
    for span in article.sentences:
        text = article.text[span.start : span.end]
        if words <= {t.key for t in tokenize(text)} and not DENIALS.search(text):
            return Claim((), span.start, span.end, False)
    return None


def _moved(claim: Claim, offset: int) -> Claim:
    return replace(claim, start=claim.start + offset, end=claim.end + offset)


def _in_best(article: ArticleFacts, sentence: str, lang: Lang, claims: list[Claim]) -> list[Claim]:
    """Those of the article's claims that stand in the sentence nearest to ``sentence``."""
    near = closest(article, sentence, lang, most=1)
    return [c for c in claims if near and near[0][1].start <= c.start < near[0][1].end]


def _quoted(summary: str, position: int) -> bool:
    before = summary[:position]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _denied(tokens: Tokens, at: int, lang: Lang) -> bool:
    """Whether a negation shortly before token ``at`` reaches it."""
    for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
        key = tokens[back].key
        if key in BREAKS[lang]:
            return False
        if _negator(tokens, back, lang):
            return True
        if key not in AUXILIARIES[lang] and back < at - 2:
            return False
    return False


def _negator(tokens: Tokens, at: int, lang: Lang) -> bool:
    token = tokens[at]
    if token.key not in NEGATORS[lang]:
        return False
    before = tokens[at - 1] if at else None
    if token.key == "t" and not (before and before.text in "'’"):  # "t" ends "didn't", and abbreviates names
        return False
    if before and (before.key, token.key) in COMPOUNDS:
        return False
    if token.capital and before and before.word:  # Thot Not district
        return False
    pair = (tokens[at].key, tokens[at + 1].key if at + 1 < len(tokens) else "")
    return pair not in IDIOMS[lang]


def _first(tokens: Tokens, at: int, lang: Lang) -> int:
    """Index of the first of the auxiliaries and negations right before token ``at``."""
    while at and (tokens[at - 1].key in AUXILIARIES[lang] or tokens[at - 1].key in NEGATORS[lang]):
        at -= 1
    return at


def _claims(tokens: Tokens, lang: Lang, heads: frozenset[tuple[str, str]]) -> list[Claim]:
    """Every place of the pairs ``heads``, with its sign."""
    return [
        Claim((a.key, b.key), tokens[_first(tokens, at, lang)].start, b.end, _denied(tokens, at, lang))
        for at, (a, b) in enumerate(pairwise(tokens))
        if (a.key, b.key) in heads
    ]


@lru_cache(maxsize=8)
def _heads(text: str, lang: Lang) -> frozenset[tuple[str, str]]:
    """The pairs of words that follow a negation of ``text`` directly, auxiliaries skipped."""
    tokens = tokenize(text)
    heads: set[tuple[str, str]] = set()
    for at in range(len(tokens)):
        if not _negator(tokens, at, lang):
            continue
        first = at + 1
        while first < len(tokens) and tokens[first].key in AUXILIARIES[lang]:
            first += 1
        pair = tokens[first : first + 2]
        if len(pair) == 2 and all(t.word for t in pair):
            heads.add((pair[0].key, pair[1].key))
    return frozenset(heads)


def _flipped(article: ArticleFacts, sentence: str, lang: Lang) -> Iterator[tuple[Claim, Claim]]:
    """Statements of ``sentence`` that the article makes in the same words, but denied throughout."""
    if DENIALS.search(sentence):
        return
    heads = _heads(article.text, lang)
    said = _claims(tokenize(sentence), lang, heads)
    known = _claims(article.names.tokens, lang, heads) if said else []
    yield from _opposite(article, sentence, lang, said, known)


def _across(article: ArticleFacts, sentence: str, lang: Lang) -> Iterator[tuple[Claim, Claim]]:
    """Verbs of ``sentence`` whose every counterpart in the article has the other sign."""
    said = _verbs(sentence, lang, frozenset(VERBS[lang]))
    known = _verbs(article.text, "en" if lang == "vi" else "vi", frozenset(c.words[0] for c in said))
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
    for start, end in _clauses(sentence):
        tokens = tokenize(sentence[start:end])
        denied = [t for i, t in enumerate(tokens) if _negator(tokens, i, lang)]
        near = touching(article, sentence[start:end], lang) if denied else []
        if not near or any(DENIES.search(_around(article, span)) for span in near):
            continue
        first = denied[0]
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


@lru_cache(maxsize=16)
def _verbs(text: str, lang: Lang, wanted: frozenset[str]) -> tuple[Claim, ...]:
    """Those of the table's verbs in ``text`` that are ``wanted``, with their signs."""
    tokens = tokenize(text)
    at_offset = {t.start: i for i, t in enumerate(tokens)}
    claims = []
    for name in sorted(wanted):
        for match in VERBS[lang][name].finditer(text):
            at = at_offset.get(match.start())
            if at is not None:
                start = tokens[_first(tokens, at, lang)].start
                claims.append(Claim((name,), start, match.end(), _denied(tokens, at, lang)))
    return tuple(claims)


def _finding(article: ArticleFacts, summary: str, lang: Lang, claim: Claim, found: Claim) -> Finding:
    message = "The article states this." if claim.denied else "The article denies this."
    sentence = article.sentence_at(found.start)
    start, end = max(sentence.start, found.start - 30), min(sentence.end, found.end + 10)
    cut = re.sub(r"\s+", " ", article.text[start:end]).strip()
    span = article.span(found.start, found.end)
    said = summary[claim.start : claim.end]
    return Finding("negation", "contradicted", lang, said, claim.start, claim.end, span, cut, message)
