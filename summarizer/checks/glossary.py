"""Bilingual names and terms: the shipped glossary, a user's own, and putting their forms into a summary.

The file format is the same for both: tables ``[[group]]`` with ``kind``, ``source`` and ``terms``. A term is
``{ vi = ["Bộ Công an"], en = "Ministry of Public Security" }``; the first Vietnamese form is the preferred one.
Optional keys: ``en_other`` (also right), ``en_wrong`` and ``vi_wrong`` (put right when met), ``adjective``
("Dutch" for Hà Lan), ``source`` (where the group's does not hold).
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from summarizer.checks.tokens import KEPT, Tokens, standing, tokenize
from summarizer.errors import SummarizerError
from summarizer.registry import near_names
from summarizer.types import LANGS, Lang, Repair, other_lang

SHIPPED = Path(__file__).with_name("glossary.toml")
KEPT_TERMS = Path(__file__).with_name("kept_terms.txt")
KINDS = ("country", "place", "person", "body", "treaty", "law", "title", "rank", "term")
_LISTS = ("vi", "en_other", "en_wrong", "vi_wrong", "adjective")
_KEYS = (*_LISTS, "en", "source")
_SURE = ("country", "place")  # kinds whose wrong forms are wrong whatever the article speaks of
_VOWEL = re.compile(r"[aeiouAEIOU]")
_FORM = '[[group]] kind = "body", source = "…", terms = [ { vi = ["Bộ Công an"], en = "Ministry of Public Security" } ]'


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """One thing and what it is called; ``vi[0]`` and ``en`` are the preferred forms.

    Terms are told apart by identity: they are keys of many tables, and comparing all their forms would take long.
    """

    vi: tuple[str, ...]
    en: str
    kind: str
    source: str
    en_other: tuple[str, ...] = ()
    en_wrong: tuple[str, ...] = ()
    vi_wrong: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()
    kept: bool = False  # an English translation of a sentence that holds it is expected to hold it too

    def forms(self, lang: Lang) -> tuple[str, ...]:
        """The right forms in one language, the preferred first."""
        peoples = tuple(f"{a}s" for a in self.adjective if a.endswith(("n", "i", "o")))
        return self.vi if lang == "vi" else (self.en, *self.en_other, *self.adjective, *peoples)

    def wrong(self, lang: Lang) -> tuple[str, ...]:
        """The wrong forms in one language."""
        return self.vi_wrong if lang == "vi" else self.en_wrong


class Mention(NamedTuple):
    """A form of a term at ``[start, end)`` of a text."""

    term: Term
    start: int
    end: int
    right: bool


Form = tuple[tuple[str, ...], str, Term, bool]  # its words, as it is written, what it names, whether it is right
# By their first word, then by how many words they have, the longest first, then by their words.
Index = Mapping[str, Mapping[int, Mapping[tuple[str, ...], Sequence[Form]]]]


@dataclass(frozen=True, eq=False)
class Glossary:
    """The terms, and an index of their forms by first word; ``countries`` finds those of places by English name."""

    terms: tuple[Term, ...]
    countries: Mapping[str, Term] = field(repr=False, compare=False)
    _index: Mapping[Lang, Index] = field(repr=False, compare=False)

    @classmethod
    def of(cls, terms: tuple[Term, ...]) -> Glossary:
        """A glossary of ``terms``; a later one wins where two share a form."""
        countries = {t.en: t for t in terms if t.kind in ("country", "place", "body")}
        return cls(terms, countries, {"vi": _indexed(terms, "vi"), "en": _indexed(terms, "en")})

    def find(self, text: str, lang: Lang) -> tuple[Mention, ...]:
        """Every mention of a term in ``text``, the longest form at each place, in order and without overlap."""
        return _find(self, text, lang)

    def index(self, lang: Lang) -> Index:
        """The forms of one language."""
        return self._index[lang]


@lru_cache(maxsize=1024)  # several checks ask for the terms of the same few texts
def _find(glossary: Glossary, text: str, lang: Lang) -> tuple[Mention, ...]:
    tokens = tokenize(text)
    index = glossary.index(lang)
    keys = [t.key for t in tokens]
    found: list[Mention] = []
    free = 0  # first token that belongs to no mention yet
    for at in standing(text, index.keys()):
        if at < free:
            continue
        for size, forms in index[keys[at]].items():
            fitting = forms.get(tuple(keys[at : at + size]))
            if fitting and (mention := _mention(text, tokens, at, fitting)):
                found.append(mention)
                free = at + size
                break
    return tuple(found)


def _mention(text: str, tokens: Tokens, at: int, forms: Sequence[Form]) -> Mention | None:
    """The first of the forms, all of which are the words from token ``at``, that their capitals allow."""
    for words, form, term, right in forms:
        start, end = tokens[at].start, tokens[at + len(words) - 1].end
        if _cased(form, text[start:end], term):
            return Mention(term, start, end, right)
    return None


def _indexed(terms: tuple[Term, ...], lang: Lang) -> Index:
    forms: defaultdict[tuple[str, ...], list[Form]] = defaultdict(list)
    for term in reversed(terms):
        for form, right in [(f, True) for f in term.forms(lang)] + [(f, False) for f in term.wrong(lang)]:
            words = tuple(t.key for t in tokenize(form))
            forms[words].append((words, form, term, right))
    index: defaultdict[str, dict[int, dict[tuple[str, ...], list[Form]]]] = defaultdict(dict)
    for words in sorted(forms, key=len, reverse=True):
        index[words[0]].setdefault(len(words), {})[words] = forms[words]
    return dict(index)


def _cased(form: str, seen: str, term: Term) -> bool:
    """Whether the capitals allow it: "Áo" is a country and "áo" is not, "US" is one and "us" is not."""
    if form.isupper() and len(form) <= 5:
        return seen.isupper()
    last = " " in form and seen.rsplit(maxsplit=1)[-1][0].isupper()  # "biển Đông"
    return not form[0].isupper() or seen[0].isupper() or last or term.kind in ("title", "rank", "term", "law")


def load_glossary(extra: Path | None = None) -> Glossary:
    """The shipped glossary, with a user's file on top when one is given.

    Raises:
        SummarizerError: the user's file cannot be read, or is not in the documented form; names the term.
    """
    if extra is None:
        return _shipped()
    return Glossary.of((*_shipped().terms, *(replace(term, kept=True) for term in _read(extra))))


@lru_cache(maxsize=1)
def _shipped() -> Glossary:
    kept = frozenset(KEPT_TERMS.read_text(encoding="utf-8").splitlines())
    return Glossary.of(tuple(replace(term, kept=term.vi[0] in kept) for term in _read(SHIPPED)))


def _read(path: Path) -> list[Term]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SummarizerError(f"The glossary {path} cannot be read: {error.strerror}.", "Check the path.") from error
    except UnicodeDecodeError as error:
        raise SummarizerError(f"The glossary {path} is not UTF-8.", "Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise SummarizerError(
            f"The glossary {path} is not TOML: {error}.", f"A glossary looks like  {_FORM}"
        ) from error
    groups = data.get("group")
    if not isinstance(groups, list) or not groups or set(data) != {"group"}:
        raise SummarizerError(f"The glossary {path} holds no [[group]] tables, or other keys.", f"Write  {_FORM}")
    return [term for number, group in enumerate(groups, start=1) for term in _group(path, number, group)]


def _group(path: Path, number: int, group: Any) -> Iterator[Term]:
    where = f"group {number} of {path}"
    if not isinstance(group, dict) or not isinstance(group.get("terms"), list):
        raise SummarizerError(f"In {where}, terms is missing or no list.", f"Write  {_FORM}")
    kind = group.get("kind", "term")
    if kind not in KINDS:
        raise SummarizerError(f"In {where}, {kind!r} is no kind of term.", f"Use one of {', '.join(KINDS)}.")
    for place, raw in enumerate(group["terms"], start=1):
        yield _term(f"term {place} in {where}", raw, kind, group.get("source", "user glossary"))


def _term(where: str, raw: Any, kind: str, source: str) -> Term:
    if not isinstance(raw, dict):
        raise SummarizerError(f"The {where} is no table.", 'Write  { vi = ["…"], en = "…" }')
    unknown = [key for key in raw if key not in _KEYS]
    if unknown:
        raise SummarizerError(f"The {where} has an unknown key {unknown[0]!r}.", near_names(unknown[0], list(_KEYS)))
    lists = {key: _strings(where, key, raw.get(key, [])) for key in _LISTS}
    if not lists["vi"] or not isinstance(raw.get("en"), str) or not raw["en"].strip():
        raise SummarizerError(f"The {where} needs a Vietnamese and an English form.", 'Give it  vi = ["…"], en = "…"')
    vi, en_other, en_wrong, vi_wrong, adjective = (lists[key] for key in _LISTS)
    return Term(vi, raw["en"], kind, raw.get("source", source), en_other, en_wrong, vi_wrong, adjective)


def _strings(where: str, key: str, value: Any) -> tuple[str, ...]:
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(v, str) and tokenize(v) for v in values):
        raise SummarizerError(f"In the {where}, {key} is no string or list of strings.", f'Write  {key} = ["…"]')
    return tuple(values)


def enforce(article: str, summary: str, lang: Lang, glossary: Glossary) -> str:
    """``summary`` with the glossary's form of every term the article speaks of; see :func:`term_changes`."""
    return term_changes(article, summary, lang, glossary)[0]


def term_changes(article: str, summary: str, lang: Lang, glossary: Glossary) -> tuple[str, tuple[Repair, ...]]:
    """Replace wrong forms of the article's terms, and forms left in the other language, by the preferred form.

    Right forms stay as they are, and so does everything the article itself does not name in either language:
    a name in a summary that the article lacks is for the checks to judge, not for the glossary to polish.
    """
    own = glossary.find(summary, lang)
    wrong = [m for m in own if not m.right and (m.term.kind in _SURE or m.term in _named(article, glossary))]
    foreign = [m for m in glossary.find(summary, other_lang(lang)) if _is_foreign(summary, m, lang)]
    foreign = [m for m in foreign if m.term in _named(article, glossary)]
    taken = [(m.start, m.end) for m in own if m.right]
    repairs: list[Repair] = []
    text = summary
    chosen: list[Mention] = []
    for mention in sorted([*wrong, *foreign], key=lambda m: m.start - m.end):  # the longest first
        if not any(start < mention.end and mention.start < end for start, end in taken):
            taken.append((mention.start, mention.end))
            chosen.append(mention)
    for mention in sorted(chosen, key=lambda m: -m.start):
        before = summary[mention.start : mention.end]
        after = _shaped(mention.term, lang, before, summary, mention.start)
        text = _placed(text, mention, after)
        repairs.append(Repair(lang, before, after))
    return text, tuple(reversed(repairs))


@lru_cache(maxsize=KEPT)
def _named(article: str, glossary: Glossary) -> frozenset[Term]:
    """The terms an article speaks of, in either language; asked for by every draft and title of it."""
    return frozenset(m.term for source in LANGS for m in glossary.find(article, source))


def _is_foreign(summary: str, mention: Mention, lang: Lang) -> bool:
    """Whether a form of the other language stands in the summary as a word of its own."""
    seen = summary[mention.start : mention.end]
    if seen in mention.term.forms(lang) or (lang == "en" and seen.isascii()):
        return False
    if lang == "vi" and (" " not in seen or mention.term.kind in ("title", "rank", "term")):
        return False
    around = summary[mention.start - 2 : mention.start].strip(), summary[mention.end : mention.end + 2].strip()
    return not (around[0][-1:].isupper() or around[1][:1].isupper())  # part of a longer name


def _shaped(term: Term, lang: Lang, before: str, summary: str, start: int) -> str:
    """The preferred form with the plural and the first letter of what it replaces."""
    form = term.vi[0] if lang == "vi" else term.en
    if lang == "en" and before.endswith("s") and not form.endswith("s") and term.kind in ("title", "rank", "term"):
        form += "s" if any(w == before[:-1] for w in term.en_wrong) else ""
    opens = not summary[:start].strip() or summary[:start].rstrip()[-1] in ".!?…"
    return form[0].upper() + form[1:] if opens and form[0].islower() else form


def _placed(text: str, mention: Mention, form: str) -> str:
    """``text`` with ``form`` in place, and "a" or "an" before it as its sound asks."""
    head, tail = text[: mention.start], text[mention.end :]
    article = re.search(r"\b([Aa])n?( )$", head)
    if article:
        head = head[: article.start()] + article[1] + ("n" if _VOWEL.match(form) else "") + " "
    return head + form + tail
