"""One planted error in a true summary, to measure what the checks find.

Nothing here uses the grammars of the checks: places are found with plain patterns of their own, so that a figure or a
name the checks cannot read is planted upon like any other and counts against them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from summarizer.checks import perturb_words as w
from summarizer.checks.perturb_base import Planted, Source, replaced
from summarizer.checks.perturb_dates import dates, moved_date, other_date
from summarizer.text.normalize import strip_diacritics
from summarizer.types import Lang

__all__ = ["PLANTS", "Planted", "Source", "plant"]

Plant = Callable[[Source, Random], "Planted | None"]


def plant(source: Source, kind: str, random: Random) -> Planted | None:
    """``source`` with one error of ``kind`` (a key of ``PLANTS``), None where it offers no place for it."""
    return PLANTS[kind](source, random)


def _absent(figures: str, source: Source) -> bool:
    """Whether these figures stand nowhere in the article or the summary, so that planting them makes an error."""
    pattern = re.escape(figures).replace(",", "[.,]").replace(r"\.", "[.,]")
    return not re.search(rf"(?<![\d.,]){pattern}(?![\d]|[.,]\d)", f"{source.article} {source.summary}")


def _figures(source: Source) -> list[re.Match[str]]:
    taken = {i for m in dates(source) for i in range(m.start(), m.end())}
    return [m for m in w.FIGURES.finditer(source.summary) if m.start() not in taken]


def _number(source: Source, random: Random) -> Planted | None:
    """Another figure, another size word, another number word, or a bound lost or turned round."""
    ways = [_other_figures, _other_figures, _other_figures, _other_size, _other_word, _other_bound]
    random.shuffle(ways)
    for way in ways:
        planted = way(source, random)
        if planted is not None:
            return planted
    return None


def _other_figures(source: Source, random: Random) -> Planted | None:
    places = _figures(source)
    random.shuffle(places)
    for match in places:
        for _ in range(8):
            new = _slip(match.group(), random)
            if _absent(new, source):
                return replaced(source, "number", match.start(), match.end(), new)
    return None


def _slip(figures: str, random: Random) -> str:
    """A slip of the pen: one figure changed, two exchanged, or one more nought."""
    digits = [i for i, c in enumerate(figures) if c.isdecimal()]
    way = random.choice(("change", "change", "exchange", "nought"))
    if way == "exchange" and len(digits) > 1:
        i = random.randrange(len(digits) - 1)
        a, b = digits[i], digits[i + 1]
        return figures[:a] + figures[b] + figures[a + 1 : b] + figures[a] + figures[b + 1 :]
    if way == "nought" and "." not in figures and "," not in figures:
        return figures + "0"
    at = random.choice(digits)
    new = str((int(figures[at]) + random.choice((1, 2, 3, -1))) % 10)
    if new == "0" and at == digits[0]:
        new = "4"
    return figures[:at] + new + figures[at + 1 :]


def _swap_word(
    source: Source, kind: str, table: dict[str, Sequence[str]], random: Random, before: str = ""
) -> Planted | None:
    """One of the table's words replaced by another of its row; ``before`` is a pattern that must follow it."""
    forms = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{forms})(?!\w){before}")
    places = list(pattern.finditer(source.summary))
    if not places:
        return None
    match = random.choice(places)
    return replaced(source, kind, match.start(), match.end(), random.choice(list(table[match.group()])))


def _other_size(source: Source, random: Random) -> Planted | None:
    return _swap_word(source, "number", w.SIZES[source.lang], random)


def _other_bound(source: Source, random: Random) -> Planted | None:
    return _swap_word(source, "number", w.BOUNDS[source.lang], random, before=r"(?= [$€A-Z]{0,3}\d)")


def _other_word(source: Source, random: Random) -> Planted | None:
    planted = _swap_word(source, "number", w.NUMBER_WORDS[source.lang], random)
    if planted is None:
        return None
    value = w.NUMBER_VALUES[planted.text[planted.start : planted.end]]
    spellings = "|".join([str(value), *(word for word, v in w.NUMBER_VALUES.items() if v == value)])
    return None if re.search(rf"(?<!\w)(?:{spellings})(?!\w)", source.article, re.IGNORECASE) else planted


def _moved(source: Source, random: Random) -> Planted | None:
    """A number the article gives, but of something else."""
    known = {m.group().replace(",", ".") for m in _figures(source)}
    elsewhere = {f for m in w.FIGURES.finditer(source.article) if (f := m.group()).replace(",", ".") not in known}
    places = [m for m in _figures(source) if len(m.group()) > 1]
    random.shuffle(places)
    for match in places:
        alike = sorted(f for f in elsewhere if len(f) == len(match.group()) and f != match.group())
        if alike:
            return replaced(source, "number of something else", match.start(), match.end(), random.choice(alike))
    return None


def _names(source: Source) -> list[re.Match[str]]:
    return [m for m in w.NAME[source.lang].finditer(source.summary) if m.group() not in w.NO_NAMES]


def _name(source: Source, random: Random) -> Planted | None:
    """Another given name, another place, or a letter changed in a foreign name."""
    places = _names(source)
    random.shuffle(places)
    for match in places:
        words = match.group().split()
        pool = w.SYLLABLES[source.lang]
        way = random.choice(("word", "word", "letter", "whole"))
        if way == "whole":
            new = random.choice(w.PEOPLE[source.lang] if len(words) > 2 else w.PLACES[source.lang])
        elif way == "letter" and len(words[-1]) > 4:
            at = random.randrange(1, len(words[-1]) - 1)
            letter = random.choice("bcdgkmnrst".replace(words[-1][at], ""))
            new = " ".join([*words[:-1], words[-1][:at] + letter + words[-1][at + 1 :]])
        else:
            at = random.randrange(len(words))
            new = " ".join([*words[:at], random.choice([s for s in pool if s != words[at]]), *words[at + 1 :]])
        if new not in source.article and new not in source.summary:
            return replaced(source, "name", match.start(), match.end(), new)
    return None


def _word(kind: str, tables: dict[Lang, dict[str, Sequence[str]]]) -> Plant:
    """A plant that puts one word of a table for another."""
    return lambda source, random: _swap_word(source, kind, tables[source.lang], random)


def _entities(source: Source, random: Random) -> Planted | None:
    """Two names of the summary in each other's place; the span is the first one's."""
    places = _names(source)
    pairs = [
        (a, b)
        for i, a in enumerate(places)
        for b in places[i + 1 :]
        if a.group() != b.group() and (len(a.group().split()) > 2) == (len(b.group().split()) > 2)
    ]
    if not pairs:
        return None
    a, b = random.choice(pairs)
    text = source.summary
    text = text[: a.start()] + b.group() + text[a.end() : b.start()] + a.group() + text[b.end() :]
    return Planted(source, "swapped entity", text, 0, len(text))


def _speaker(source: Source, random: Random) -> Planted | None:
    """A statement given to somebody else of the article."""
    places = list(w.SPEAKER[source.lang].finditer(source.summary))
    people = sorted({m["name"] for m in w.PERSON[source.article_lang].finditer(source.article)})
    if not places or (source.lang, source.article_lang) == ("vi", "en"):
        return None
    match = random.choice(places)
    part = "name" if match["name"] else "named"
    words = set(strip_diacritics(match[part]).split())
    others = [strip_diacritics(p) if source.lang == "en" else p for p in people]
    others = [p for p in others if not words & set(strip_diacritics(p).split())]
    return replaced(source, "attribution", *match.span(part), random.choice(others)) if others else None


def _language(source: Source, random: Random) -> Planted | None:
    """A sentence in the other language, taken from its summary."""
    sentences = re.split(r"(?<=[.!?…])\s+", source.summary)
    foreign = [s for s in re.split(r"(?<=[.!?…])\s+", source.other) if len(s) > 30]
    if len(sentences) < 2 or not foreign:
        return None
    sentences[-1] = random.choice(foreign)
    text = " ".join(sentences)
    return Planted(source, "wrong language", text, len(text) - len(sentences[-1]), len(text))


def _quote(source: Source, random: Random) -> Planted | None:
    """A quotation cut short before its last words, or with words left out of it."""
    places = [m for m in w.QUOTE.finditer(source.summary) if len(m.group().split()) >= 6]
    if not places or source.lang != source.article_lang:
        return None
    match = random.choice(places)
    words = match.group()[1:-1].split()
    if random.random() < 0.5:
        kept = words[: len(words) - random.randint(2, 3)]
    else:
        at = random.randint(1, len(words) - 4)
        kept = words[:at] + words[at + random.randint(1, 2) :]
    return replaced(source, "truncated quote", match.start() + 1, match.end() - 1, " ".join(kept))


PLANTS: dict[str, Plant] = {
    "number": _number,
    "date": other_date,
    "name": _name,
    "title": _word("title", w.TITLES),  # another office or form of address
    "negation": _word("negation", w.NEGATIONS),  # a statement denied, or a denial dropped
    "swapped entity": _entities,
    "wrong language": _language,
    "truncated quote": _quote,
    "number of something else": _moved,
    "date of something else": moved_date,
    "attribution": _speaker,
}
