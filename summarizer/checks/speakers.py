"""Who says something in a text, by the fixed patterns of news: "X cho biết", "theo X", "X said", "according to X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile

from summarizer.checks.glossary import Term, load_glossary
from summarizer.checks.name_words import SURNAMES, syllable
from summarizer.checks.names import Run, ordinary, runs
from summarizer.checks.roles import is_body
from summarizer.checks.speaker_words import ACCORDING, ADVERBS, BEFORE, SAYING, Phrase
from summarizer.checks.tokens import Tokens, bare, token_at, tokenize
from summarizer.types import Lang

_BETWEEN = 3  # words that may stand between a speaker and the verb
_FULL_NAME = 3  # words from which a Vietnamese name is no place's
_FOREIGN = 2  # and a foreign one is more than a city
_OPENING = 5  # words within which a sentence that goes on with "Ông nói" does so


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person's name, or a body of the glossary, at ``[start, end)``; ``names`` are its words without their marks.

    ``last`` is the word a person is called by further on: the given name of a Vietnamese, the family name of others.
    """

    start: int
    end: int
    names: frozenset[str]
    last: str
    body: Term | None = None


def statements(text: str, lang: Lang, *, loosely: bool = False) -> Iterator[Speaker]:
    """The speakers in ``text`` that stand right beside the words that make them one.

    ``loosely``: the verb may follow anywhere in ``text``, a single sentence, as after "X, the team's leader, said".
    """
    tokens = tokenize(text)
    reach = len(tokens) if loosely else 0
    for speaker in _speakers(text, lang):
        first, after = token_at(tokens, speaker.start), token_at(tokens, speaker.end)
        if _verb_after(tokens, after, lang, reach) or _verb_before(tokens, first, lang):
            yield speaker


def people(text: str, lang: Lang) -> list[Speaker]:
    """The persons a text names."""
    return [s for s in _speakers(text, lang) if s.body is None]


def goes_on(text: str, lang: Lang) -> bool:
    """Whether a sentence that names nobody begins with a word for a speaker and a verb: "Ông nói", "She added"."""
    tokens = tokenize(text)
    verb = next((i for i in range(min(_OPENING, len(tokens))) if phrase(tokens, i, SAYING[lang])), 0)
    return verb > 0 and not people(text, lang)


def is_called(word: str, last: str) -> bool:
    """Whether a word is what a speaker is called by; marks count where both are written with them."""
    return word == last or ((word.isascii() or last.isascii()) and bare(word) == bare(last))


def phrase(tokens: Tokens, at: int, index: dict[str, list[Phrase]]) -> int:
    """How many tokens from ``at`` are one of the phrases, 0 for none."""
    for words in index.get(tokens[at].key, ()):
        if tuple(t.key for t in tokens[at : at + len(words)]) == words:
            return len(words)
    return 0


def _speakers(text: str, lang: Lang) -> Iterator[Speaker]:
    terms = load_glossary().find(text, lang)
    taken = [(m.start, m.end) for m in terms]
    for run in runs(text, lang):
        words = _person(run, taken)
        if words:
            yield Speaker(words[0].start, words[-1].end, frozenset(bare(t.text) for t in words), words[-1].key)
    for mention in terms:
        if mention.term.kind == "body" and mention.right:
            names = frozenset(bare(t.text) for t in tokenize(text[mention.start : mention.end]))
            yield Speaker(mention.start, mention.end, names, mention.term.en, mention.term)


def _person(run: Run, taken: list[tuple[int, int]]) -> Tokens:
    """The words of a name that is surely a person's, without an English title before it; empty for any other."""
    words = tuple(dropwhile(lambda t: ordinary(t.text) and not syllable(t.text), (t for t in run.tokens if t.word)))
    if run.placed or not words or is_body(run):
        return ()
    if run.honorific:
        return words
    if all(syllable(t.text) for t in words):
        return words if len(words) >= _FULL_NAME and bare(words[0].text) in SURNAMES else ()
    known = any(start < run.end and run.start < end for start, end in taken)
    return () if known or len(words) < _FOREIGN or any(ordinary(t.text) for t in words) else words


def _verb_after(tokens: Tokens, at: int, lang: Lang, reach: int) -> bool:
    for step in range(at, min(at + max(reach, _BETWEEN), len(tokens))):
        if phrase(tokens, step, SAYING[lang]):
            return True
        if not reach and tokens[step].key not in ADVERBS[lang]:
            return False
    return False


def _verb_before(tokens: Tokens, at: int, lang: Lang) -> bool:
    while at and tokens[at - 1].key in BEFORE[lang]:
        at -= 1
    return any(at >= size and phrase(tokens, at - size, ACCORDING[lang]) == size for size in (4, 3, 2, 1))
