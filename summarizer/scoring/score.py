"""From systems' outputs to a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import metadata

from summarizer import __version__
from summarizer.datasets.base import Dataset, Target
from summarizer.metrics import METRICS, Case, Column, Settings, measure
from summarizer.metrics.base import Floats
from summarizer.metrics.bootstrap import SAMPLES, SEED, contrast, interval, resample
from summarizer.metrics.signature import signature
from summarizer.metrics.tokenize import tokenizer
from summarizer.scoring.breakdown import by_length, by_position, lengths, positions
from summarizer.scoring.values import Contrast, Direction, Item, Report, SystemScore, Value, known
from summarizer.systems.base import Output, Story
from summarizer.systems.runner import Run
from summarizer.types import LANGS, Lang

SHOWN_ITEMS = 5


@dataclass(frozen=True, slots=True)
class Options:
    """How to score.

    ``texts`` puts article and summary texts of the best and worst items into the report, which is not wanted where
    the articles belong to somebody else and the report is published.
    """

    metrics: tuple[str, ...] = tuple(METRICS)
    settings: Settings = field(default_factory=Settings)
    target: Target = "summary"
    langs: tuple[Lang, ...] = LANGS
    samples: int = SAMPLES
    seed: int = SEED
    texts: bool = True

    @property
    def main_metric(self) -> str:
        """The metric of pictures and of best and worst items."""
        return "ascii-rouge1" if self.settings.tokens == "ascii" else "rouge1"


@dataclass(frozen=True, slots=True)
class Measured:
    """One system in one direction: what was scored, and for each column its resampled values."""

    run: Run
    cases: Sequence[Case]
    columns: Mapping[str, tuple[Column, Floats]]


def score(dataset: Dataset, stories: Sequence[Story], runs: Sequence[Run], options: Options | None = None) -> Report:
    """The report on ``runs``, all over ``stories``; the first run is the main one.

    Articles and summaries are grouped by their two languages. In each direction all systems that write it are over
    the same articles; an article a system wrote nothing for counts as an empty summary.
    """
    chosen = options or Options()
    directions = [_direction(stories, runs, chosen, source, lang) for source in LANGS for lang in chosen.langs]
    return Report(
        data=dataset.name,
        data_sha256=dataset.sha256,
        target=chosen.target,
        main=runs[0].name,
        directions=tuple(d for d in directions if d is not None),
        version=__version__,
        samples=chosen.samples,
        seed=chosen.seed,
        skipped=dataset.skipped,
        notes=tuple(_notes(chosen)),
        made_with={name: metadata.version(name) for name in ("rouge-score", "sacrebleu", "numpy")},
    )


def cases(stories: Sequence[Story], outputs: Mapping[str, Output], lang: Lang, target: Target) -> list[Case]:
    """What is scored: one case a story, an empty summary where there is none."""
    return [
        Case(
            id=story.id,
            lang=lang,
            summary=outputs[story.id].texts.get(lang, ""),
            references=story.example.references(lang, target),
            article=story.clean,
            key_facts=story.example.facts(lang),
            read=outputs[story.id].read,
        )
        for story in stories
    ]


def _direction(
    stories: Sequence[Story], runs: Sequence[Run], options: Options, source: Lang, lang: Lang
) -> Direction | None:
    own = [s for s in stories if s.language == source and s.example.references(lang, options.target)]
    measured = [m for run in runs if (m := _measure(run, own, lang, options)) is not None]
    if not measured:
        return None
    main = next((one for one in measured if one.run is runs[0]), None)
    words, places = lengths(own), positions(own)
    scores = tuple(_score(one, main, (words, places), options) for one in measured)
    worst, best = _items(main, options) if main else ((), ())
    return Direction(source, lang, len(own), scores, best, worst)


def _measure(run: Run, stories: Sequence[Story], lang: Lang, options: Options) -> Measured | None:
    """None when the system writes nothing in this direction."""
    outputs = {output.id: output for output in run.outputs}
    if not any(outputs[story.id].texts.get(lang) for story in stories):
        return None
    of_run = cases(stories, outputs, lang, options.target)
    columns = measure(of_run, options.metrics, options.settings)
    drawn = resample(columns, options.samples, options.seed)
    return Measured(run, of_run, {c.name: (c, d) for c, d in zip(columns, drawn, strict=True)})


def _score(one: Measured, main: Measured | None, places: tuple[Floats, Floats], options: Options) -> SystemScore:
    picture = one.columns.get(options.main_metric)
    return SystemScore(
        name=one.run.name,
        values=tuple(_value(column, drawn, one.cases) for column, drawn in one.columns.values()),
        contrasts=() if main is None or one is main else tuple(_contrasts(main, one)),
        by_length=by_length(picture[0], places[0], options.samples) if picture else (),
        by_position=by_position(picture[0], places[1], options.samples) if picture else (),
        missing=sum(not case.summary.strip() for case in one.cases),
        seconds=one.run.seconds,
        peak_mb=one.run.peak_mb,
    )


def _value(column: Column, drawn: Floats, of_run: Sequence[Case]) -> Value:
    low, high = interval(drawn)
    return Value(
        metric=column.name,
        value=known(column.value()),
        low=known(low),
        high=known(high),
        n=int(column.applies.sum()),
        signature=signature(column, of_run),
        unit=column.unit,
        better=column.better,
    )


def _contrasts(main: Measured, other: Measured) -> Iterator[Contrast]:
    for name, (column, drawn) in other.columns.items():
        if column.better != "neither" and name in main.columns:
            first, first_drawn = main.columns[name]
            found = contrast(first.value() - column.value(), first_drawn - drawn)
            yield Contrast(name, known(found.delta), known(found.low), known(found.high), known(found.p))


def _items(one: Measured, options: Options) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Worst and best cases of one system, without a case in both."""
    shown = {name: column.per_case() for name, (column, _) in one.columns.items()}
    if options.main_metric not in shown:
        return (), ()
    by = shown[options.main_metric]
    order = sorted(range(len(one.cases)), key=lambda i: (by[i], one.cases[i].id))
    count = min(SHOWN_ITEMS, len(order) // 2)
    made = {
        i: _item(one.run.name, one.cases[i], {name: known(float(of[i])) for name, of in shown.items()}, options)
        for i in (*order[:count], *order[len(order) - count :])
    }
    return tuple(made[i] for i in order[:count]), tuple(made[i] for i in order[::-1][:count])


def _item(system: str, case: Case, values: Mapping[str, float | None], options: Options) -> Item:
    if not options.texts:
        return Item(case.id, system, values)
    cut = tokenizer(case.lang, options.settings.tokens)[0]
    scored = tuple(" ".join(cut(text)) for text in (case.summary, *case.references))
    article = case.article
    return Item(case.id, system, values, article.article.title, case.summary, case.references, article.text, scored)


def _notes(options: Options) -> Iterator[str]:
    if options.settings.tokens == "ascii":
        yield (
            "ROUGE here is on the ASCII scale, which drops every accented letter. It gives unrelated Vietnamese "
            "articles more than 40 points and is only for reading papers that used it."
        )
