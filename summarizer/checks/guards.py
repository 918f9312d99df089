"""What is wrong with a summary whatever the article says: language, loops, cut-off, length, open quotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from operator import eq

from summarizer.checks.tokens import Tokens, sentence_spans, tokenize, tongue
from summarizer.settings import LENGTHS
from summarizer.text.normalize import compare_form
from summarizer.text.wordlist import words
from summarizer.types import Finding, FindingKind, Lang, Length

# How far over the promised length a summary may go before it is a fault and not a matter of counting.
TOLERANCE = 1.2
SHORT_SENTENCE = 8  # words below which a sentence may be all names, and is not asked for its language
_LOOP = 3  # times a word or a phrase stands in a row
LONG_PHRASE = 12  # words that a summary has no reason to say twice; the names of offices and roads are shorter
# Words a sentence does not end with.
_DANGLING: dict[Lang, frozenset[str]] = {
    "vi": words("và của với để tại từ các những khi thì bởi hoặc nhưng đã sẽ đang theo rằng là trong"),
    "en": words("and of to at by for from with the a an or but that which who whose than his her their its as into"),
}
# Words of two syllables whose second dangles only by itself.
_COMPLETE = frozenset({"hiện tại", "tồn tại", "thực tại", "bên trong", "phía trong", "đôi khi", "có khi"})
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))


def check_form(summary: str, lang: Lang, length: Length = "short") -> tuple[Finding, ...]:
    """The faults of ``summary`` as a text in ``lang`` of the given length, in order; none is empty."""
    if not summary.strip():
        return (_fault("length", lang, summary, 0, len(summary), "The summary is empty."),)
    tokens = tokenize(summary)
    return (
        *_language(summary, lang),
        *_repetition(summary, lang, tokens),
        *_ending(summary, lang, tokens, length),
        *_open_quotes(summary, lang),
        *_length(summary, lang, tokens, length),
    )


def check_repetition(summary: str, lang: Lang) -> tuple[Finding, ...]:
    """Of the faults that ``check_form`` finds, what is said over and over."""
    return tuple(_repetition(summary, lang, tokenize(summary)))


def _fault(kind: FindingKind, lang: Lang, text: str, start: int, end: int, message: str) -> Finding:
    return Finding(kind, "contradicted", lang, text[start:end], start, end, message=message)


def _language(summary: str, lang: Lang) -> Iterator[Finding]:
    wanted = "Vietnamese" if lang == "vi" else "English"
    for start, end in sentence_spans(summary):
        short = len(summary[start:end].split()) < SHORT_SENTENCE
        if not short and tongue(summary[start:end]) not in (lang, "unknown"):
            yield _fault("language", lang, summary, start, end, f"This sentence is not in {wanted}.")


def _repetition(summary: str, lang: Lang, tokens: Tokens) -> Iterator[Finding]:
    seen: set[str] = set()
    for start, end in sentence_spans(summary):
        form = compare_form(summary[start:end]).strip(" .!?…")
        if form in seen:
            yield _fault("repetition", lang, summary, start, end, "This sentence stands twice.")
            return
        seen.add(form)
    spoken = [t for t in tokens if t.word or t.digits]
    loop = _loop([t.key for t in spoken])
    if loop:
        first, last = loop
        start, end = spoken[first].start, spoken[last - 1].end
        yield _fault("repetition", lang, summary, start, end, "The same words are repeated over and over.")
        return
    twice = _said_twice([t.key for t in spoken])
    if twice:
        first, last = twice
        start, end = spoken[first].start, spoken[last - 1].end
        yield _fault("repetition", lang, summary, start, end, "The summary says the same thing twice.")


def _loop(keys: list[str]) -> tuple[int, int] | None:
    """A phrase of one to six words that stands ``_LOOP`` times in a row, as a range of words."""
    for size in range(1, 7):
        run = 0
        same = list(map(eq, keys, keys[size:]))
        for at in range(len(same)) if same.count(True) >= size * (_LOOP - 1) else ():
            run = run + 1 if same[at] else 0
            if run == size * (_LOOP - 1):
                return at + size - run - size + 1, at + size + 1
    return None


def _said_twice(keys: list[str]) -> tuple[int, int] | None:
    """The second place of a long phrase that stands twice."""
    first: dict[tuple[str, ...], int] = {}
    for at in range(len(keys) - LONG_PHRASE + 1):
        phrase = tuple(keys[at : at + LONG_PHRASE])
        if phrase in first and at - first[phrase] >= LONG_PHRASE:
            return at, at + LONG_PHRASE
        first.setdefault(phrase, at)
    return None


def _ending(summary: str, lang: Lang, tokens: Tokens, length: Length) -> Iterator[Finding]:
    text = summary.rstrip()
    spoken = [t for t in tokens if t.word or t.digits]
    if not spoken:
        yield _fault("length", lang, summary, 0, len(summary), "The summary holds no words.")
        return
    last = spoken[-1]
    pair = " ".join(t.key for t in spoken[-2:])
    if last.key in _DANGLING[lang] and pair not in _COMPLETE:
        yield _fault("length", lang, summary, last.start, last.end, "The summary breaks off in the middle.")
    elif length != "headline" and text.rstrip("\"”’'»)]")[-1:] not in tuple(".!?…"):
        yield _fault("length", lang, summary, last.start, last.end, "The summary does not end with its sentence.")


def _open_quotes(summary: str, lang: Lang) -> Iterator[Finding]:
    counts = Counter(summary)
    for left, right in _PAIRS:
        if counts[left] != counts[right]:
            at = max(summary.rfind(left), summary.rfind(right))
            yield _fault("quote", lang, summary, at, len(summary), f"{left} and {right} do not pair up.")
    if counts['"'] % 2:
        at = summary.rfind('"')
        yield _fault("quote", lang, summary, at, len(summary), "A quotation mark has no partner.")


def _length(summary: str, lang: Lang, tokens: Tokens, length: Length) -> Iterator[Finding]:
    rule = LENGTHS[length]
    sentences = len(sentence_spans(summary))
    size = len(summary.split())
    if size > rule.units[lang] * TOLERANCE:
        unit = "syllables" if lang == "vi" else "words"
        message = f"{size} {unit}, where {length} means at most {rule.units[lang]}."
        yield _fault("length", lang, summary, 0, len(summary), message)
    elif sentences > rule.sentences:
        message = f"{sentences} sentences, where {length} means at most {rule.sentences}."
        yield _fault("length", lang, summary, 0, len(summary), message)
