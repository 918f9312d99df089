"""What kind of place a name is: "hồ Nậm Pho", "Thuong Giang province", and people who are no place at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from summarizer.checks.article import ArticleFacts
from summarizer.checks.name_words import HONORIFICS
from summarizer.checks.names import Run, runs
from summarizer.checks.tokens import KEPT, Tokens, bare, key_at, token_at, tokenize
from summarizer.types import Finding, Lang, Span

# Kind of place, the Vietnamese words before its name, the English words after (or before) it.
_TABLE: tuple[tuple[str, str, str], ...] = (
    ("province", "tỉnh", "province"),
    ("city", "thành phố|tp", "city"),
    ("district", "huyện|quận|thị xã", "district"),
    ("commune", "xã", "commune"),
    ("ward", "phường", "ward"),
    ("village", "thôn|làng|bản|ấp", "village|hamlet"),
    ("lake", "hồ", "lake|reservoir"),
    ("river", "sông", "river"),
    ("stream", "suối|khe", "stream|creek"),
    ("mountain", "núi", "mountain"),
    ("island", "đảo|hòn", "island"),
    ("bridge", "cầu", "bridge"),
    ("market", "chợ", "market"),
    ("street", "phố|đường", "street|road"),
)
_KINDS: dict[Lang, dict[str, str]] = {
    "vi": {word: kind for kind, vi, _ in _TABLE for word in vi.split("|")},
    "en": {word: kind for kind, _, en in _TABLE for word in en.split("|")},
}
_INTO: dict[Lang, frozenset[str]] = {"vi": frozenset({"tại", "ở"}), "en": frozenset({"in"})}


def check_places(article: ArticleFacts, summary: str, lang: Lang) -> tuple[Finding, ...]:
    """A finding for every name of ``summary`` that is another kind of place in the article, or a person there."""
    source: Lang = "en" if article.language == "en" else "vi"
    tokens = tokenize(summary)
    known = _kinds(article.text, source)
    people = _people(article.names.runs)
    return tuple(_findings(article, summary, lang, tokens, (known, people)))


def _findings(
    article: ArticleFacts,
    summary: str,
    lang: Lang,
    tokens: Tokens,
    known: tuple[dict[str, dict[str, Span]], dict[str, Span]],
) -> Iterator[Finding]:
    kinds, people = known
    for run in runs(summary, lang):
        name, kind = _name(run), _kind(tokens, run, lang)
        held = kinds.get(name, {})
        elsewhere = any(kind in other for key, other in kinds.items() if key != name)
        before = key_at(tokens, token_at(tokens, run.start) - 1)
        span = None
        if kind and held and kind not in held and elsewhere:
            span, message = next(iter(held.values())), "The article speaks of another kind of place."
        elif name in people and before in _INTO[lang] and name not in kinds and " " in name:
            span, message = people[name], "In the article this is a person."
        if span is not None:
            place, quoted = article.span(span.start, span.end), article.text[span.start : span.end]
            said = summary[run.start : run.end]
            yield Finding("name", "contradicted", lang, said, run.start, run.end, place, quoted, message)


def _name(run: Run) -> str:
    return " ".join(bare(t.text) for t in run.tokens if t.word)


def _kind(tokens: Tokens, run: Run, lang: Lang) -> str:
    """The kind of place the words around a name say it is, "" when they do not."""
    at = token_at(tokens, run.start) - 1 if lang == "vi" else token_at(tokens, run.end)
    return _KINDS[lang].get(key_at(tokens, at), "")


@lru_cache(maxsize=KEPT)
def _kinds(text: str, lang: Lang) -> dict[str, dict[str, Span]]:
    """For each name of the article the kinds of place it is called, with one mention of each."""
    tokens = tokenize(text)
    kinds: defaultdict[str, dict[str, Span]] = defaultdict(dict)
    for run in runs(text, lang):
        kind = _kind(tokens, run, lang)
        if kind:
            kinds[_name(run)].setdefault(kind, Span(run.start, run.end))
    return dict(kinds)


def _people(found: tuple[Run, ...]) -> dict[str, Span]:
    """The names that the article calls "ông", "Mr" and the like."""
    return {_name(run): Span(run.start, run.end) for run in found if HONORIFICS.get(run.honorific)}
