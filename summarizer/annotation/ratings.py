"""Ratings as JSON Lines, and what they say taken together."""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from summarizer.annotation.agreement import cohen_kappa, krippendorff_alpha
from summarizer.errors import DataError

CRITERIA = ("faithfulness", "coverage", "fluency")
TIE = "tie"
Units = dict[tuple[str, str], dict[str, str]]


@dataclass(frozen=True, slots=True)
class Rating:
    """One rater's judgement of one pair; each criterion holds the name of the better system, or ``tie``."""

    item: str
    lang: str
    rater: str
    systems: tuple[str, str]  # in alphabetical order
    left: str
    faithfulness: str
    coverage: str
    fluency: str
    note: str = ""
    seconds: float = 0.0

    def line(self) -> str:
        """Its JSON line."""
        return json.dumps(asdict(self), ensure_ascii=False) + "\n"


def read_ratings(files: Iterable[Path]) -> list[Rating]:
    """All ratings of some files; of a pair a rater judged twice the last counts.

    Raises:
        DataError: a file is missing, a line is wrong, or the files compare different systems.
    """
    found: dict[tuple[str, str, str], Rating] = {}
    for file in files:
        if not file.is_file():
            raise DataError(f"There is no file {file} of ratings.", "Give files that  tomtat eval --annotate  wrote.")
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            rating = _rating(line, f"{file.name}, row {number}")
            found[rating.rater, rating.lang, rating.item] = rating
    pairs = {rating.systems for rating in found.values()}
    if len(pairs) > 1:
        raise DataError("The ratings compare different pairs of systems.", "Give files of one comparison at a time.")
    return list(found.values())


def summary_table(ratings: Sequence[Rating]) -> str:
    """Markdown: for each criterion who was preferred how often, the sign test, and how far raters agree.

    Raises:
        DataError: there are no ratings.
    """
    if not ratings:
        raise DataError("There are no ratings yet.", "Rate some pairs with  tomtat eval --annotate .")
    one, other = ratings[0].systems
    raters = sorted({rating.rater for rating in ratings})
    items = len({(rating.lang, rating.item) for rating in ratings})
    lines = [
        f"{len(ratings)} ratings of {items} pairs by {len(raters)} raters: {', '.join(raters)}",
        "",
        f"| | {one} better | tie | {other} better | sign test | Cohen's kappa | Krippendorff's alpha |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for criterion in CRITERIA:
        counts = Counter(getattr(rating, criterion) for rating in ratings)
        units = _units(ratings, criterion)
        cells = [counts[one], counts[TIE], counts[other], f"p = {sign_test(counts[one], counts[other]):.3f}"]
        cells += [_shown(_mean_kappa(units, raters)), _shown(krippendorff_alpha([*map(_values, units.values())]))]
        lines.append(f"| {criterion} | {' | '.join(map(str, cells))} |")
    lines += ["", "Kappa is the mean over pairs of raters; both are chance-corrected, 1 is full agreement."]
    return "\n".join(lines) + "\n"


def sign_test(wins: int, losses: int) -> float:
    """Two-sided exact sign test, ties left out."""
    n, most = wins + losses, max(wins, losses)
    tail: float = sum(math.comb(n, k) for k in range(most, n + 1)) / 2**n
    return min(1.0, 2 * tail)


def _units(ratings: Sequence[Rating], criterion: str) -> Units:
    units: Units = defaultdict(dict)
    for rating in ratings:
        units[rating.lang, rating.item][rating.rater] = getattr(rating, criterion)
    return units


def _values(by_rater: Mapping[str, str]) -> list[str]:
    return list(by_rater.values())


def _mean_kappa(units: Units, raters: Sequence[str]) -> float:
    found = []
    for one, other in combinations(raters, 2):
        both = [(of[one], of[other]) for of in units.values() if one in of and other in of]
        kappa = cohen_kappa(both)
        found += [] if math.isnan(kappa) else [kappa]
    return sum(found) / len(found) if found else float("nan")


def _shown(number: float) -> str:
    return "–" if math.isnan(number) else f"{number:.2f}"


def _rating(line: str, where: str) -> Rating:
    try:
        fields: dict[str, Any] = json.loads(line)
        rating = Rating(**{**fields, "systems": tuple(fields["systems"])})
    except (json.JSONDecodeError, TypeError, KeyError) as error:
        raise DataError(f"{where}: it is not a rating ({error}).", "Give files that --annotate wrote.") from error
    return rating
