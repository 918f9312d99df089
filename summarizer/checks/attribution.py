"""Who said it: a statement given to somebody whose words they are not.

A finding needs an article sentence that says the same, that has another speaker, and in whose neighbourhood the
summary's speaker is not named at all; a body must moreover be one that says nothing anywhere in the article.
"""

from __future__ import annotations

from summarizer.checks.article import ArticleFacts
from summarizer.checks.marks import marks, of_sentences, weight, weights_of
from summarizer.checks.speaker_words import ACCORDING, SAYING
from summarizer.checks.speakers import Speaker, goes_on, is_called, people, statements
from summarizer.checks.tokens import bare, sentence_spans, tokenize
from summarizer.types import LANGS, Finding, Lang, Span

ANOTHER_SPEAKER = "In the article somebody else says this."
_SHARE = {False: 0.45, True: 0.5}  # of what a statement says that its sentence must hold, across languages or not
_FEWEST = {False: 4, True: 2}  # marks they must share
_SAYING: dict[Lang, frozenset[str]] = {
    lang: frozenset(
        word for index in (SAYING[lang], ACCORDING[lang]) for found in index.values() for p in found for word in p
    )
    for lang in LANGS
}


def check_attribution(article: ArticleFacts, summary: str, lang: Lang) -> tuple[Finding, ...]:
    """A finding for every statement of ``summary`` that the article gives to somebody else."""
    across = article.language not in (lang, "mixed")
    found = []
    for speaker in statements(summary, lang):
        other = _other(article, summary, lang, speaker, across=across)
        if other is not None:
            start, end = speaker.start, speaker.end
            place, quoted = article.span(other.start, other.end), article.text[other.start : other.end]
            said = summary[start:end]
            found.append(Finding("attribution", "contradicted", lang, said, start, end, place, quoted, ANOTHER_SPEAKER))
    return tuple(found)


def _other(article: ArticleFacts, summary: str, lang: Lang, said: Speaker, *, across: bool) -> Span | None:
    """Where the article names the one who says what the summary has ``said`` say; None when that may be true."""
    source: Lang = ("vi" if lang == "en" else "en") if across else lang
    start, end = next((a, b) for a, b in sentence_spans(summary) if a <= said.start < b)
    at = _sentence(article, _content(summary[start:end], lang, said, across=across), source, across=across)
    if at is None or not _silent(article, at, said, source):
        return None
    span = article.sentences[at]
    text = article.text[span.start : span.end]
    offset = span.start
    found = next((s for s in statements(text, source, loosely=True) if (s.body is None) == (said.body is None)), None)
    if found is None and said.body is None and at and goes_on(text, source):
        before = article.sentences[at - 1]
        named = people(article.text[before.start : before.end], source)
        offset, found = before.start, named[0] if len(named) == 1 else None
    if found is None or _beside(found, summary[start:end]):
        return None
    return Span(offset + found.start, offset + found.end)


def _beside(speaker: Speaker, sentence: str) -> bool:
    """Whether a sentence of the summary names a speaker as well, who may be one of two."""
    return any(t.capital and is_called(t.key, speaker.last) for t in tokenize(sentence))


def _content(sentence: str, lang: Lang, said: Speaker, *, across: bool) -> frozenset[str]:
    """The marks of a statement without those of its speaker and of the saying."""
    own = {mark for mark in marks(sentence, lang, across=across) if bare(mark.removeprefix("w:")) in said.names}
    return marks(sentence, lang, across=across) - own - _SAYING[lang]


def _sentence(article: ArticleFacts, wanted: frozenset[str], source: Lang, *, across: bool) -> int | None:
    """The article's sentence that says the same, None when none holds enough of it."""
    known = of_sentences(article, source, across=across)
    weights = weights_of(article, source, across=across)
    shared = [weight(wanted & found, weights) for found in known]
    best = max(range(len(known)), key=lambda i: shared[i], default=-1)
    whole = weight(wanted & weights.keys(), weights) + 0.5 * len(wanted - weights.keys())
    if best < 0 or shared[best] < _SHARE[across] * whole or len(wanted & known[best]) < _FEWEST[across]:
        return None
    return best


def _silent(article: ArticleFacts, at: int, said: Speaker, source: Lang) -> bool:
    """Whether the article knows the speaker, and names them neither in a sentence nor in those beside it."""
    near = article.sentences[max(0, at - 1) : at + 2]
    start, end = near[0].start, near[-1].end
    if said.body is not None:
        known = said.body in article.names.terms
        forms = said.body.forms(source)
        return known and not _speaks(article, said) and not any(f in article.text[start:end] for f in forms)
    tokens = article.names.tokens
    named = any(t.capital and is_called(t.key, said.last) for t in tokens if start <= t.start < end)
    return said.names <= article.names.capitals and not named


def _speaks(article: ArticleFacts, said: Speaker) -> bool:
    """Whether a body says anything in the article, or stands in a sentence with a quotation."""
    lang: Lang = "en" if article.language == "en" else "vi"
    forms = said.body.forms(lang) if said.body else ()
    texts = (article.text[s.start : s.end] for s in article.sentences)
    return any(
        "“" in text or '"' in text or any(s.last == said.last for s in statements(text, lang, loosely=True))
        for text in texts
        if any(form in text for form in forms)
    )
