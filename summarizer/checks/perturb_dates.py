"""Planting other dates."""

from __future__ import annotations

import re
from random import Random

from summarizer.checks import perturb_words as w
from summarizer.checks.perturb_base import Planted, Source, replaced


def dates(source: Source) -> list[re.Match[str]]:
    """Every date of a summary."""
    return list(w.DATE[source.lang].finditer(source.summary))


def other_date(source: Source, random: Random) -> Planted | None:
    """Another day, month, year or weekday."""
    places = dates(source)
    random.shuffle(places)
    for match in places:
        parts = list(re.finditer(r"\d+|[A-Z][a-z]+", match.group()))
        random.shuffle(parts)
        for part in parts:
            new = _other_part(part.group(), random)
            text = match.group()[: part.start()] + new + match.group()[part.end() :]
            if new != part.group() and not _dated(text, source):
                return replaced(source, "date", match.start(), match.end(), text)
    return None


def _dated(text: str, source: Source) -> bool:
    """Whether the article gives this date, in the forms of either language."""
    figures = [int(f) for f in re.findall(r"\d+", text)]
    month = next((n for n, name in enumerate(w.MONTHS, start=1) if name in text), 0)
    if month:
        figures.insert(1 if figures and figures[0] < 32 else 0, month)
    if len(figures) == 1 and figures[0] < 32:
        name = w.MONTHS[figures[0] - 1] if figures[0] < 13 else "-"
        return bool(re.search(rf"tháng {figures[0]}(?!\d)|/{figures[0]}(?!\d)|{name}", source.article))
    if len(figures) == 1:
        return str(figures[0]) in source.article
    day, second = figures[0], figures[1]
    if second > 31:  # month and year
        return bool(
            re.search(rf"{day}/{second}|tháng {day} năm {second}|{w.MONTHS[day % 13 - 1]} {second}", source.article)
        )
    name = w.MONTHS[second - 1] if second < 13 else "-"
    spelled = (
        rf"(?<!\d){day}[/-]{second}(?!\d)|(?<!\d){day} tháng {second}(?!\d)|{name} {day}(?!\d)|(?<!\d){day} {name}"
    )
    return bool(re.search(spelled, source.article))


def moved_date(source: Source, random: Random) -> Planted | None:
    """A date the article gives, but of something else."""
    places = dates(source)
    here = {m.group() for m in places}
    elsewhere = sorted({m.group() for m in w.DATE[source.article_lang].finditer(source.article)} - here)
    random.shuffle(places)
    for match in places:
        alike = [d for d in elsewhere if re.sub(r"\d+", "0", d) == re.sub(r"\d+", "0", match.group())]
        if alike and source.lang == source.article_lang:
            kind = "date of something else"
            return replaced(source, kind, match.start(), match.end(), random.choice(alike))
    return None


def _other_part(part: str, random: Random) -> str:
    if not part.isdecimal():
        return random.choice([m for m in w.MONTHS if m != part]) if part in w.MONTHS else part
    value = int(part)
    if value > 31:
        return str(value + random.choice((-1, 1, -2, 2)))
    return str(max(1, (value + random.choice((1, 2, 3, -1))) % 28 or 5)) if value > 12 else str(value % 9 + 1)
