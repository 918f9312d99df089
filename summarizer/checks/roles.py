"""Who holds which office: titles beside names, compared between a summary and its article.

In the article a title is tied loosely, to every name of its sentence it could belong to, so that only a title the
article gives to somebody else, and never to this person, is held against a summary. In the summary it must stand right
beside the name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from summarizer.checks.article import ArticleFacts
from summarizer.checks.glossary import load_glossary
from summarizer.checks.name_words import HEADS, HONORIFICS, syllable
from summarizer.checks.names import Run, ordinary, runs
from summarizer.checks.role_words import (
    DEPUTIES,
    DEPUTY_WORDS,
    FAMILIES,
    LINKS,
    NOT_PRONOUNS,
    PRONOUNS,
    ROLES,
    same_role,
)
from summarizer.checks.tokens import KEPT, Token, Tokens, bare, key_at, standing, token_at, tokenize
from summarizer.types import Finding, Lang, Span

_FAR = 16  # words between a title and a name of the article that may belong together
_FULL_NAME = 3  # words from which a name that starts like a body's is a person's: Cao Thị Ngọc
_OFTEN = 2  # pronouns of one kind from which their article is taken to speak of no other
_NEAR = 6  # and of a summary


def check_roles(article: ArticleFacts, summary: str, lang: Lang) -> tuple[Finding, ...]:
    """A finding for every title or form of address of ``summary`` that the article contradicts."""
    people = [run for run in runs(summary, lang) if not run.opens or len(run.tokens) > 1]
    found = [
        *_titles(article, summary, lang, people),
        *_address(article, summary, lang, people),
        *_pronouns(article, summary, lang),
    ]
    return tuple(sorted(found, key=lambda f: f.start))


def _titles(article: ArticleFacts, summary: str, lang: Lang, people: list[Run]) -> Iterator[Finding]:
    tokens = tokenize(summary)
    said = list(titles(summary, lang))
    if not said or not people:
        return
    known = _known(article.text, article.sentences, "en" if article.language == "en" else "vi")
    people = _persons(summary, lang, people, known)
    places = {t.start: i for i, t in enumerate(tokens)}
    across = article.language not in (lang, "mixed")
    for role, first, stop in said:
        run = _beside(tokens, first, stop, people, places)
        held = known.get(_key(run), {}) if run else {}
        rivals = {r: span for r, span in held.items() if FAMILIES[r] == FAMILIES[role]}
        if run and rivals and not any(same_role(role, r, across=across) for r in rivals):
            start, end = tokens[first].start, tokens[stop - 1].end
            span = next(iter(rivals.values()))
            quoted = article.text[span.start : span.end]
            message = f"The article gives {run.tokens[-1].text} another title."
            place = article.span(span.start, span.end)
            yield Finding("name", "contradicted", lang, summary[start:end], start, end, place, quoted, message)


def _persons(summary: str, lang: Lang, found: list[Run], known: dict[str, dict[str, Span]]) -> list[Run]:
    """The names that may be people's: no bodies, no places, and where the article gives titles, only who has one."""
    taken = [m for m in load_glossary().find(summary, lang) if m.term.kind in ("country", "place", "body")]
    return [
        run
        for run in found
        if not is_body(run)
        and (_key(run) in known or not known)
        and not any(m.start <= run.start and run.end <= m.end for m in taken)
    ]


def titles(text: str, lang: Lang) -> Iterator[tuple[str, int, int]]:
    """Every title in ``text``: its role, first token and the token after it; the longest at each place."""
    index, tokens = ROLES[lang], tokenize(text)
    free = 0  # first token that belongs to no title yet
    for at in standing(text, index.keys()):
        if at < free:
            continue
        for form, role in index[tokens[at].key]:
            if tuple([t.key for t in tokens[at : at + len(form)]]) == form:
                deputy = {key_at(tokens, at - 1), key_at(tokens, at - 2)} & DEPUTY_WORDS
                yield DEPUTIES.get(role, role) if deputy else role, at, at + len(form)
                free = at + len(form)
                break


def _beside(tokens: Tokens, first: int, stop: int, people: list[Run], places: dict[int, int]) -> Run | None:
    """The name a summary's title belongs to: the next one with only the office's own words between, or the last."""
    for run in people:
        at = places[run.start]
        last = places[run.tokens[-1].start]
        if at <= first and stop <= last:  # an English title is a part of the run
            return run
        if stop <= at <= stop + _NEAR and all(_links(tokens, i) for i in range(stop, at)):
            return run
        end = places[run.tokens[-1].start] + 1
        comma = end < len(tokens) and tokens[end].key == ","
        if comma and end + 1 <= first <= end + 3 and not any(t.capital for t in tokens[end + 1 : first]):
            return run
    return None


def is_body(run: Run) -> bool:
    """Whether a run is the head of a body's name, "Bộ Công" of "Bộ Công an"."""
    if all(ordinary(t.text) for t in run.tokens if t.word) and not all(syllable(t.text) for t in run.tokens if t.word):
        return True  # "Prime Minister"
    return run.tokens[0].key in HEADS and len(run.tokens) < _FULL_NAME


def _links(tokens: Tokens, at: int) -> bool:
    """Whether a word may stand between a title and its holder: "Bộ trưởng Bộ Công an Lương Tam Quang"."""
    token = tokens[at]
    return token.capital or token.key in LINKS or token.key in HONORIFICS


def _key(run: Run) -> str:
    """What a person is known by throughout: the given name of a Vietnamese, the family name of others."""
    return bare(run.tokens[-1].text)


@lru_cache(maxsize=KEPT)
def _known(text: str, sentences: tuple[Span, ...], lang: Lang) -> dict[str, dict[str, Span]]:
    """For each person's key the roles the article may give them, with the place of one mention."""
    tokens = tokenize(text)
    starts = [span.start for span in sentences]
    found: defaultdict[int, list[tuple[str, int, int]]] = defaultdict(list)
    for role, left, right in titles(text, lang):
        found[bisect_right(starts, tokens[left].start)].append((role, left, right))
    known: defaultdict[str, dict[str, Span]] = defaultdict(dict)
    for run in runs(text, lang) if found else ():
        first, last = token_at(tokens, run.start), token_at(tokens, run.tokens[-1].start)
        for role, left, right in found[bisect_right(starts, run.start)]:
            if 0 <= first - right <= _FAR or 0 <= left - last <= _FAR or first <= left <= last:
                low, high = min(first, left), max(last + 1, right)
                known[_key(run)].setdefault(role, Span(tokens[low].start, tokens[high - 1].end))
    return dict(known)


def _address(article: ArticleFacts, summary: str, lang: Lang, people: list[Run]) -> Iterator[Finding]:
    """Forms of address: "ông" for somebody the article calls "bà"."""
    called: defaultdict[str, set[str]] = defaultdict(set)
    place: dict[str, Run] = {}
    for run in article.names.runs:
        if HONORIFICS.get(run.honorific):
            called[_key(run)].add(HONORIFICS[run.honorific])
            place.setdefault(_key(run), run)
    for run in people:
        said, there = HONORIFICS.get(run.honorific, ""), called.get(_key(run), set())
        if said and there and said not in there:
            start = summary.lower().rfind(run.honorific, 0, run.start)
            other = place[_key(run)]
            left = max(0, other.start - len(other.honorific) - 1)
            span = article.span(left, other.end)
            quoted = article.text[left : other.end]
            message = "The article uses another form of address."
            yield Finding("name", "contradicted", lang, summary[start : run.end], start, run.end, span, quoted, message)


def _pronouns(article: ArticleFacts, summary: str, lang: Lang) -> Iterator[Finding]:
    """A pronoun for a woman where the article speaks of men only, or the other way round."""
    if article.language not in (lang, "mixed"):  # a translation leaves such words out, or puts them in
        return
    spoken = _genders(article.text, lang)
    if len(set(spoken)) != 1 or len(spoken) < _OFTEN:
        return
    for token, gender in _gendered(summary, lang):
        if gender not in spoken:
            message = "The article speaks of nobody this word fits."
            yield Finding("name", "contradicted", lang, token.text, token.start, token.end, message=message)


@lru_cache(maxsize=KEPT)
def _genders(text: str, lang: Lang) -> tuple[str, ...]:
    return tuple(gender for _, gender in _gendered(text, lang))


def _gendered(text: str, lang: Lang) -> Iterator[tuple[Token, str]]:
    tokens = tokenize(text)
    for at in standing(text, PRONOUNS[lang].keys()):
        token = tokens[at]
        if (token.key == "anh" and token.capital) or key_at(tokens, at - 1) == "đàn":  # the country; "đàn ông"
            continue
        if (token.key, key_at(tokens, at + 1)) not in NOT_PRONOUNS:
            yield token, PRONOUNS[lang][token.key]
