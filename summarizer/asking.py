"""What a model is asked for: a summary of the selected sentences, or the translation of one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from summarizer.backends.base import Backend, Hypothesis, Request, Task
from summarizer.checks.glossary import Glossary
from summarizer.checks.terms import partly_english
from summarizer.checks.unsaid import unsaid
from summarizer.checks.unsaid_endings import unfinished
from summarizer.selection.split import fitting_parts
from summarizer.settings import LengthRule, Settings
from summarizer.text.case import truecased
from summarizer.text.sentences import split_spans
from summarizer.types import Lang, Selection, other_lang

English = Literal["nothing", "names", "terms"]  # what of a Vietnamese sentence is in English before it is translated


def writing(
    backend: Backend, task: Task, selection: Selection, source: Lang, target: Lang, rule: LengthRule
) -> Request | None:
    """A summary or headline of the selected sentences; None when there are none or the model cannot."""
    if not selection.sentences or not backend.supports(task, source, target):
        return None
    text = " ".join(s.text for s in selection.sentences)
    return Request(text, task, source, target, rule.min_tokens, rule.max_tokens)


def sentence_parts(backend: Backend, text: str) -> list[str]:
    """The sentences of ``text``, those over the model's budget in parts."""
    count, budget = backend.count_tokens, backend.budget
    return [part for a, b in split_spans(text) for part in fitting_parts(text[a:b], count, budget)]


def translation(
    backend: Backend, sentence: str, source: Lang, body: str, glossary: Glossary, english: English = "names"
) -> Request | None:
    """``sentence`` in the other language; None when it is empty, over the model's budget or in no direction it has.

    The model reads a sentence in capitals as the article's ``body`` writes its words, and, where it was taught to
    take them over, with official names and figures in English, with all "terms" and names, or with nothing. It must
    not say figures that the sentence has not.
    """
    target = other_lang(source)
    if not backend.supports("translate", source, target):
        return None
    text = truecased(sentence, body)
    if source == "vi" and backend.takes_terms and english != "nothing":
        text = partly_english(text, glossary, kept=english == "terms")
    length = backend.count_tokens(text)
    if not 0 < length <= backend.budget:
        return None
    return Request(
        text,
        "translate",
        source,
        target,
        max_tokens=2 * length + 16,
        unsaid=unsaid(sentence, source),
        unfinished=unfinished(sentence) if source == "vi" else (),
    )


def generated(
    backend: Backend, settings: Settings, wanted: Sequence[Request | None], times: int = 1
) -> list[list[Hypothesis]]:
    """The hypotheses of each request, ``times`` as many as the settings say; none where nothing is wanted."""
    requests = [r for r in wanted if r is not None]
    beams, nbest = times * settings.beams, times * settings.nbest
    done = iter(backend.generate(requests, beams=beams, nbest=nbest) if requests else [])
    return [[] if r is None else next(done) for r in wanted]
