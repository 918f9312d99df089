"""Numbers, dates and times of a summary against those of the article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from summarizer.checks.article import ArticleFacts, Quantities, quantities
from summarizer.checks.clocks import same_time
from summarizer.checks.dates import whole
from summarizer.checks.match import agrees, near_miss, nearest, one_slip, same_unit, same_value, shared_parts, supports
from summarizer.checks.nouns import akin
from summarizer.checks.tokens import key_at, tokenize
from summarizer.checks.units import HARD
from summarizer.checks.values import Clock, Moment, Number
from summarizer.text.wordlist import words
from summarizer.types import Finding, FindingKind, Lang, Verdict

# "both sides", "hai nước": two of these are spoken of without the article ever counting them.
_DATES = 6  # of one sentence that are compared with each other
_APART = 4  # days; a date nearer to the article's own is the day it speaks of
_PAIRS = words(
    "bên nước phía nhà đội người đầu tay bố vợ mẹ cha anh chị ông bà em con sides countries leaders teams parties "
    "nations houses halves"
)


@lru_cache(maxsize=128)  # hypotheses come again where more are asked for; each entry keeps all facts of its article
def check_quantities(article: ArticleFacts, summary: str, lang: Lang) -> tuple[Finding, ...]:
    """A finding for every number, date and time of ``summary``, in order."""
    said = quantities(summary, lang, article.today)
    check = _Check(article, summary, lang, said)
    return tuple(sorted(check.findings(), key=lambda f: f.start))


class _Check:
    """One summary against one story."""

    def __init__(self, article: ArticleFacts, summary: str, lang: Lang, said: Quantities) -> None:
        self.article = article
        self.summary = summary
        self.lang = lang
        self.said = said

    def findings(self) -> Iterator[Finding]:
        for number in self.said.numbers:
            if not _idle(number):
                yield self.number(number)
        for moment in self.said.moments:
            if moment.relative not in ("year+0", "month+0", "day+0"):
                yield self.moment(moment)
        for clock in self.said.clocks:
            if not clock.bare:
                yield self.clock(clock)

    def number(self, said: Number) -> Finding:
        passing = [n for n in self.article.numbers if supports(said, n)]
        other = self._mislabelled(said) or self._miscounted(said, passing)
        if other is not None:
            return self._finding("number", "contradicted", said.outer, other.outer, _reason(said, other))
        if passing:
            found = passing[0]
            if passing[1:]:
                close = self._closeness(said.start)
                found = max(passing, key=lambda n: (n.unit == said.unit, close(n.start)))
            return self._finding("number", "supported", said.outer, found.outer)
        if self._derived(said):
            return self._finding("number", "supported", said.outer, None)
        other = nearest(said, self.article.numbers)
        if other is None:
            return self._finding("number", "not_found", said.outer, None, "The article does not give this number.")
        return self._finding("number", "contradicted", said.outer, other.outer, _reason(said, other))

    def _miscounted(self, said: Number, passing: Sequence[Number]) -> Number | None:
        """The article's "72 quốc gia" for a summary's "71 quốc gia", when its only 71 are "71 điều"."""
        wanted = said.thing
        if not wanted or said.ordinal or not passing or any(akin(n.thing, wanted) or n.ordinal for n in passing):
            return None
        counted = [n for n in self.article.numbers if n.thing == wanted and not n.ordinal]
        slips = [n for n in counted if one_slip(said, n)]
        counted = slips or [n for n in counted if near_miss(said, n) or _alike(said, n)]
        return counted[0] if len({n.value for n in counted}) == 1 else None

    def _mislabelled(self, said: Number) -> Number | None:
        """The article's "SEA Games 33" for a summary's "SEA Games 20"."""
        labelled = [n for n in self.article.numbers if n.label == said.label] if said.label else []
        return None if any(n.raw == said.raw for n in labelled) else next(iter(labelled), None)

    def _derived(self, said: Number) -> bool:
        """Whether a number that stands nowhere in the article is still no claim of its own."""
        if said.unit == "hour" and any(c.parts[0] == said.value for c in self.article.clocks):
            return True
        if said.spelled and said.unit == "times":
            return True
        if any(m.year == said.raw for m in self.article.moments) or self._coded(said):
            return True
        if said.ordinal and not said.spelled and any(m.day == said.raw for m in self.article.moments):
            return True  # "on the evening of the 28th"
        if said.value == 2 and said.spelled and key_at(tokenize(self.summary[said.end : said.end + 24]), 0) in _PAIRS:
            return True
        return said.unit == "day" and self._spanned(said.value)

    def _coded(self, said: Number) -> bool:
        """Whether the number is part of a code of the article: the 12 of U12."""
        figures = f"{said.raw:g}"
        return (
            figures.isdecimal()
            and re.search(rf"(?<![^\W\d])[A-ZĐ]{{1,3}}-?{figures}(?!\d)", self.article.text) is not None
        )

    def _spanned(self, days: float) -> bool:
        """Whether a sentence names two dates that lie so many days apart, counted either way."""
        known = [(m, day) for m in self.article.moments if (day := whole(m))]
        return any(
            (later - earlier).days in (days, days - 1)
            and one.start < two.start < self.article.sentence_at(one.start).end
            for at, (one, earlier) in enumerate(known)
            for two, later in known[at + 1 : at + _DATES]
        )

    def moment(self, said: Moment) -> Finding:
        place = (said.start, said.end)
        passing = [m for m in self.article.moments if agrees(said, m)]
        if passing:
            found = passing[0]
            if passing[1:]:
                close = self._closeness(said.start)
                found = max(passing, key=lambda m: (len(m.given), close(m.start)))
            return self._finding("date", "supported", place, (found.start, found.end))
        if self._published(said) or self._is_fraction(said) or self._is_count(said):
            return self._finding("date", "supported", place, None)
        near = [m for m in self.article.moments if shared_parts(said, m) or set(said.given) == set(m.given)]
        if not near:
            return self._finding("date", "not_found", place, None, "The article does not give this date.")
        other = max(near, key=lambda m: (shared_parts(said, m), set(said.given) == set(m.given)))
        return self._finding("date", "contradicted", place, (other.start, other.end), "The article gives another date.")

    def _published(self, said: Moment) -> bool:
        """Whether it is the day the article came out, which a text that names no day close to it leaves unsaid."""
        today = self.article.today
        if today is None or not said.given & {"day", "weekday"}:
            return False
        known = Moment(0, 0, today.year, today.month, today.day)
        near = (abs((day - today).days) for m in self.article.moments if m.given >= {"day"} and (day := whole(m)))
        return agrees(said, known) and min(near, default=_APART) >= _APART

    def _is_count(self, said: Moment) -> bool:
        """Whether what reads as a year is a number of the article: "at 1600 Pennsylvania Avenue"."""
        return set(said.given) == {"year"} and any(n.raw == said.year for n in self.article.numbers)

    def _is_fraction(self, said: Moment) -> bool:
        figures = self.summary[said.start : said.end].split("/")
        if len(figures) != 2 or not all(f.isdecimal() for f in figures) or not int(figures[0]) < int(figures[1]) <= 10:
            return False
        value = int(figures[0]) / int(figures[1])
        share = Number(said.start, said.end, value, value)
        return any(supports(share, n) for n in self.article.numbers)

    def clock(self, said: Clock) -> Finding:
        place = (said.start, said.end)
        for found in self.article.clocks:
            if same_time(said, found):
                return self._finding("date", "supported", place, (found.start, found.end))
        if (
            any(n.unit in ("hour", "") and n.value == said.parts[0] % 24 for n in self.article.numbers)
            and len([p for p in said.parts if p]) == 1
        ):
            return self._finding("date", "supported", place, None)
        if not self.article.clocks:
            return self._finding("date", "not_found", place, None, "The article does not give this time.")
        other = min(self.article.clocks, key=lambda c: abs(c.parts[0] - said.parts[0]))
        return self._finding("date", "contradicted", place, (other.start, other.end), "The article gives another time.")

    def _closeness(self, said: int) -> Callable[[int], float]:
        """How many words around a place of the summary stand around a place of the article too."""
        here = set(self.summary[max(0, said - 40) : said + 40].lower().split())
        text = self.article.text

        def close(found: int) -> float:
            return len(here.intersection(text[max(0, found - 60) : found + 60].lower().split())) / (1 + len(here))

        return close

    def _finding(
        self,
        kind: FindingKind,
        verdict: Verdict,
        place: tuple[int, int],
        source: tuple[int, int] | None,
        message: str = "",
    ) -> Finding:
        span = self.article.span(*source) if source else None
        quoted = self.article.text[source[0] : source[1]] if source else ""
        start, end = place
        return Finding(kind, verdict, self.lang, self.summary[start:end], start, end, span, quoted, message)


def _alike(said: Number, found: Number) -> bool:
    """Whether two numbers in figures are equally long."""
    return not (said.spelled or found.spelled) and len(f"{said.raw:.0f}") == len(f"{found.raw:.0f}")


def _idle(number: Number) -> bool:
    """Whether a number claims nothing: a spelled "one", or a bare nought."""
    return (number.spelled and number.value == 1) or number.value == 0


def _reason(said: Number, found: Number) -> str:
    if said.thing and said.thing == found.thing and not same_value(said, found):
        return "The article gives another number of these."
    if same_value(said, found):
        if not same_unit(said, found) and said.unit in HARD | {"count"}:
            return "The article gives this number of something else."
        return "The article gives this number with another bound (more than, nearly, about)."
    return "The article gives another number."
