"""The summarizer: the only file that orders the steps.

article → clean → sentences → selection → drafts → checks → choice → repair → Summary. Articles go through in windows,
so that the engine gets full batches; an article's summary does not depend on its neighbours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from summarizer.asking import generated, sentence_parts, writing
from summarizer.backends import open_system
from summarizer.backends.base import Backend, Hypothesis, Request, Task
from summarizer.checks import check_agreement
from summarizer.checks.glossary import load_glossary
from summarizer.choosing import Candidate, unstopped
from summarizer.errors import SummarizerError
from summarizer.finishing import FELL_BACK, Desk, Finished
from summarizer.formats.document import Failure
from summarizer.lanes import in_order, lanes
from summarizer.preparing import Prepared, article_of, prepare
from summarizer.selection.opening import opens_with
from summarizer.selection.select import better_half
from summarizer.settings import Settings
from summarizer.telling import Asked, Teller
from summarizer.types import (
    LANGS,
    Article,
    Lang,
    Summary,
    SummaryText,
    other_lang,
)

WINDOW = 16  # articles whose requests go to the engine together
NAMES: dict[Lang, str] = {"vi": "Vietnamese", "en": "English"}
# A translated title stands alone: no second sentence sets its reader right, so a model may have a floor for it.
_OF_A_TITLE: tuple[Task, ...] = ("translate", "headline")
Watch = Callable[[Summary], None]  # gets each summary once its article's own language is finished, the other still None


@dataclass(frozen=True, slots=True)
class Drafts:
    """What the model wrote for one article; a list is empty where nothing was asked or the model cannot."""

    own: list[Hypothesis]  # a summary in the article's language
    other: list[Hypothesis]  # a summary in the other language, straight from the article


@dataclass(frozen=True, slots=True)
class Told:
    """An article in the other language, as far as it was asked for and could be written."""

    text: Candidate | None
    title: Candidate | None = None


class Summarizer:
    """Articles in, checked Vietnamese and English summaries out.

    >>> from summarizer import Summarizer
    >>> summary = Summarizer().summarize(text)
    >>> print(summary.vi, summary.en)

    Args:
        settings: what to write; keyword arguments of ``Settings`` can be given instead or on top.
        device: "auto", "cpu" or "cuda".
        threads: CPU threads, 0 for as many as the machine has.
        offline: never touch the network, not even for a model.
        glossary: a TOML file of terms to use besides the shipped ones.

    Raises:
        SummarizerError: a setting is wrong, or the model cannot be loaded.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        device: str = "auto",
        threads: int = 0,
        offline: bool = False,
        glossary: Path | None = None,
        **options: Any,
    ) -> None:
        self.settings = replace(settings or Settings(), **options)
        self.glossary = load_glossary(glossary)
        self.backend: Backend = open_system(self.settings.model, device=device, threads=threads, offline=offline)
        self._teller = Teller(self.backend, self.settings, self.glossary)

    def summarize(self, text: str | Article, watch: Watch | None = None) -> Summary:
        """Summarise one article; a string may begin with its title on a line of its own, then a blank line.

        Raises:
            InputError: there is nothing to summarise (LanguageError: it is in a third language).
        """
        return self.finish_window([self.prepare(text if isinstance(text, Article) else article_of(text))], watch)[0]

    def summarize_many(
        self, articles: Iterable[Article | Failure], window: int = WINDOW, watch: Watch | None = None
    ) -> Iterator[Summary | Failure]:
        """Summarise a stream in constant memory; what fails comes back as a ``Failure`` in its place.

        Two windows are on their way at a time, each in a thread of its own, from which ``watch`` is called too.
        """
        stream, count = iter(articles), lanes(self.settings)
        windows = iter(lambda: list(islice(stream, window)), [])
        threads = ThreadPoolExecutor(count)
        try:
            for _, results in in_order(lambda rows: threads.submit(self.try_window, rows, watch), windows, ahead=count):
                yield from results
        finally:  # whoever wants no more waits for no window that has not begun
            threads.shutdown(cancel_futures=True)

    def try_window(self, rows: Sequence[Article | Failure], watch: Watch | None = None) -> list[Summary | Failure]:
        """Summarise a window of articles together, with what is wrong with one of them as a value in its place."""
        ready = [row if isinstance(row, Failure) else self.try_prepare(row) for row in rows]
        done = iter(self.finish_window([p for p in ready if isinstance(p, Prepared)], watch))
        return [p if isinstance(p, Failure) else next(done) for p in ready]

    def prepare(self, article: Article) -> Prepared:
        """Clean, split, rank and select: everything that needs of the model only its token counter."""
        return prepare(article, self.backend, self.settings.rule)

    def try_prepare(self, article: Article) -> Prepared | Failure:
        """``prepare``, with what is wrong with the article as a value."""
        try:
            return self.prepare(article)
        except SummarizerError as error:
            return Failure.of(error, article.source, article_id=article.id)

    def finish_window(self, window: Sequence[Prepared], watch: Watch | None = None) -> list[Summary]:
        """Write, check and choose for several articles at once; ``watch`` changes nothing in what is returned."""
        desks = [Desk.of(p.story, p.sentences, p.source, self.settings, self.glossary) for p in window]
        drafts = self._draft(window)
        own = [self._own(p, d.own, desk) for p, d, desk in zip(window, drafts, desks, strict=True)]
        window, own = self._from_fewer(window, own, desks)
        done = [desk.finish(mine, self._floor(p, mine)) for p, desk, mine in zip(window, desks, own, strict=True)]
        ready = list(zip(window, desks, own, done, strict=True))
        if watch:
            for p, desk, mine, first in (r for r in ready if r[0].source in self.settings.to):
                watch(replace(self._assemble(p, desk, first, mine, Told(None)), warnings=p.story.article.warnings))
        other = self._other(window, drafts, own, desks)
        return [
            self._assemble(p, desk, first, mine, told)
            for (p, desk, mine, first), told in zip(ready, other, strict=True)
        ]

    def _own(self, p: Prepared, written: list[Hypothesis], desk: Desk) -> Candidate:
        return desk.own(written, p.extract, self.backend.floor(self._task, p.source, p.source), p.selection)

    def _from_fewer(
        self, window: Sequence[Prepared], own: list[Candidate], desks: Sequence[Desk]
    ) -> tuple[list[Prepared], list[Candidate]]:
        """A second try from half of the sentences, where the article does not bear out what was written from all."""
        doubtful = [i for i, mine in enumerate(own) if any(f.message == FELL_BACK for f in mine.findings)]
        fewer = {i: replace(window[i], selection=better_half(window[i].selection)) for i in doubtful}
        written = self._generated([self._writing(p, p.source) for p in fewer.values()])
        again = {i: self._own(p, texts, desks[i]) for (i, p), texts in zip(fewer.items(), written, strict=True)}
        held = {i for i, candidate in again.items() if candidate.draft.method != "extractive"}
        return (
            [fewer[i] if i in held else p for i, p in enumerate(window)],
            [again[i] if i in held else mine for i, mine in enumerate(own)],
        )

    @property
    def _task(self) -> Task:
        return "headline" if self.settings.length == "headline" else "summarize"

    def _is_direct(self, source: Lang) -> bool:
        """Whether the other language is written straight from the article."""
        possible = self.backend.supports(self._task, source, other_lang(source))
        if self.settings.route == "auto":
            translates = self.backend.supports("translate", source, other_lang(source))
            return possible and (self.backend.route == "direct" or not translates)
        return possible and self.settings.route == "direct"

    def _wants_other(self, p: Prepared) -> bool:
        return other_lang(p.source) in self.settings.to

    def _writing(self, p: Prepared, target: Lang) -> Request | None:
        return writing(self.backend, self._task, p.selection, p.source, target, self.settings.rule)

    def _draft(self, window: Sequence[Prepared]) -> list[Drafts]:
        wanted: list[Request | None] = []
        for p in window:
            direct = self._wants_other(p) and self._is_direct(p.source)
            wanted += [
                self._writing(p, p.source),
                self._writing(p, other_lang(p.source)) if direct else None,
            ]
        written = self._generated(wanted)
        return [Drafts(*written[i : i + 2]) for i in range(0, len(written), 2)]

    def _generated(self, wanted: Sequence[Request | None]) -> list[list[Hypothesis]]:
        return generated(self.backend, self.settings, wanted)

    def _other(
        self, window: Sequence[Prepared], drafts: Sequence[Drafts], own: Sequence[Candidate], desks: Sequence[Desk]
    ) -> list[Told]:
        """The other language: a direct draft, or the chosen summary translated by sentences; and the title."""
        pieces = [self._parts(p, mine) for p, mine in zip(window, own, strict=True)]
        titles = [self._title(p, parts) for p, parts in zip(window, pieces, strict=True)]
        told = iter(
            self._teller.told(
                [
                    Asked(p, desk, text)
                    for p, desk, parts, title in zip(window, desks, pieces, titles, strict=True)
                    for text in (*parts, *title)
                ]
            )
        )
        return [
            self._told(p, mine, desk, d, ([next(told) for _ in parts], [next(told) for _ in title]))
            for p, d, mine, desk, parts, title in zip(window, drafts, own, desks, pieces, titles, strict=True)
        ]

    def _told(
        self,
        p: Prepared,
        own: Candidate,
        desk: Desk,
        drafts: Drafts,
        told: tuple[list[Candidate | None], list[Candidate | None]],
    ) -> Told:
        """An article's texts in the other language, from what was told of its summary's sentences and of its title."""
        parts, title = told
        target = other_lang(p.source)
        if not parts:
            return Told(desk.written(drafts.other, target, p.selection), *title)
        # with no title asked for, the first sentence is the title, or there is none
        return Told(desk.translated(parts, target, own.draft.sources), *(title or [unstopped(parts[0])]))

    def _title(self, p: Prepared, parts: Sequence[str]) -> list[str]:
        """The title, where it is to be translated and the summary does not begin with it anyway."""
        title = p.story.article.title
        return [title] if self._wants_other(p) and not opens_with(parts, title) else []

    def _parts(self, p: Prepared, own: Candidate) -> list[str]:
        """What of the article's own summary is to be translated."""
        translates = self._wants_other(p) and not self._is_direct(p.source)
        return sentence_parts(self.backend, own.draft.text) if translates else []

    def _assemble(self, p: Prepared, desk: Desk, own: Finished, mine: Candidate, told: Told) -> Summary:
        theirs = told.text
        finished = {p.source: own} if p.source in self.settings.to else {}
        if theirs is not None:
            hints = [s.sources for s in own.text.sentences] if theirs.draft.method == "translated" else []
            finished[theirs.draft.lang] = desk.finish(theirs, self._floor(p, theirs), hints)
        titled = {lang: self._headed(p, desk, told.title, done.text) for lang, done in finished.items()}
        agreement = check_agreement(titled["vi"].text, titled["en"].text) if len(titled) == len(LANGS) else ()
        used = {i for text in titled.values() for sentence in text.sentences for i in sentence.sources}
        article = p.story.article
        return Summary(
            article=article,
            language=p.story.language,
            vi=titled.get("vi"),
            en=titled.get("en"),
            sources=tuple(s for s in p.sentences if s.index in used),
            findings=(*(f for done in finished.values() for f in done.findings), *agreement),
            coverage=replace(p.coverage(c.draft for c in (mine, theirs) if c), used=len(used)),
            model=self.backend.name,
            length=self.settings.length,
            repairs=tuple(r for done in finished.values() for r in done.repairs),
            warnings=(*article.warnings, *self._missing(finished), *self._rerouted(p)),
            removed=p.story.removed,
        )

    def _floor(self, p: Prepared, candidate: Candidate) -> float:
        task: Task = "translate" if candidate.draft.method == "translated" else self._task
        return self.backend.floor(task, p.source, candidate.draft.lang)

    def _headed(self, p: Prepared, desk: Desk, title: Candidate | None, text: SummaryText) -> SummaryText:
        """``text`` with the article's title, or its translation when the checks have nothing against it."""
        if text.lang == p.source:
            return replace(text, headline=p.story.article.title)
        floors = [self.backend.floor(task, p.source, text.lang) for task in _OF_A_TITLE]
        return replace(text, headline=desk.title(title, max(floors)))

    def _rerouted(self, p: Prepared) -> tuple[str, ...]:
        """What to say where the other language was asked for straight from the article and the model cannot."""
        if self.settings.route != "direct" or not self._wants_other(p) or self._is_direct(p.source):
            return ()
        return (f"{self.backend.name} writes {NAMES[other_lang(p.source)]} only by translating the summary.",)

    def _missing(self, finished: dict[Lang, Finished]) -> tuple[str, ...]:
        return tuple(
            f"{self.backend.name} cannot write {NAMES[lang]} from this article; choose another --model."
            for lang in self.settings.to
            if lang not in finished
        )
