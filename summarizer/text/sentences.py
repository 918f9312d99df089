"""Where the sentences of a Vietnamese or English news story begin and end.

A sign of the end (. ! ? …) ends a sentence unless one of the rules below says otherwise; the tables they use are in
``sentence_words``. A quotation of up to ``MAX_QUOTE`` characters is not cut, so that it stays with its speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from summarizer.text.normalize import collapse
from summarizer.text.sentence_words import BEFORE_NUMBER, LETTERED, NEVER_LAST, SELDOM_LAST, STARTERS, WEAK_STARTERS
from summarizer.types import CleanArticle, Sentence, Span

MAX_QUOTE = 300  # characters; a longer quotation is a speech, and is cut into its sentences

_END = re.compile(r"(?:\.(?!\d)|[!?…])(?:[.!?…])*[\"”’'»)\]]*")
_NEWLINES = re.compile(r"[\r\n\v\f\u0085\u2028\u2029]+")
_WORD = re.compile(r"[^\W_]+(?:[.'’/&-][^\W_]+)*", re.UNICODE)
_ALPHANUMERIC = re.compile(r"[^\W_]")
_SPLIT = re.compile(r"[\s\"“”«»()\[\]]+")
_INITIALS = re.compile(r"(?:^|[.\-/])[^\W\d_]$")  # J  U.S  N.T.H  p.m  v.v
_ENUMERATOR = re.compile(r"(?:\d{1,3}|[IVX]{1,5}|[a-zđA-ZĐ])$")
# A quotation may open with one kind of sign and close with another ("…”).
_QUOTE_CLOSES = {
    "“": re.compile('[”"]'),
    '"': re.compile('["”]'),
    "«": re.compile("»"),
    "(": re.compile(r"\)"),
    "[": re.compile(r"\]"),
}
_QUOTE_OPENS = re.compile(r"[“\"«(\[]")
_AHEAD = 80  # characters after a sign that are looked at
_BEHIND = 60  # characters before it
_OPENING = " \t\u00a0\"“‘'«([-–—*•"


def split_spans(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of ``text``, white space at their ends left out.

    A line break always ends a sentence. Spans are in order, do not overlap, and cover every letter and digit.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for line in _NEWLINES.finditer(text):
        spans += _line_spans(text, start, line.start())
        start = line.end()
    return spans + _line_spans(text, start, len(text))


def sentences(clean: CleanArticle) -> tuple[Sentence, ...]:
    """The sentences of the story, offsets counting characters of ``clean.article.text``.

    A piece the cleaner removed inside a sentence lies between its offsets and is left out of its text.
    """
    found: list[Sentence] = []
    for number, spans in enumerate(clean.paragraphs):
        view, starts = _view(clean.article.text, spans)
        for begin, end in split_spans(view):
            first, last = _origin(begin, spans, starts), _origin(end - 1, spans, starts) + 1
            found.append(Sentence(len(found), first, last, collapse(view[begin:end]), number))
    return tuple(found)


def _view(source: str, spans: tuple[Span, ...]) -> tuple[str, list[int]]:
    """The kept text of one paragraph on one line, and where each span begins in it."""
    starts: list[int] = []
    view = ""
    for span in spans:
        view += " " if view and source[span.start] not in ",.;:!?…)”" else ""
        starts.append(len(view))
        view += _NEWLINES.sub(lambda match: " " * len(match[0]), source[span.start : span.end])
    return view, starts


def _origin(position: int, spans: tuple[Span, ...], starts: list[int]) -> int:
    """The offset in the article of a character of the view."""
    number = bisect_right(starts, position) - 1
    return spans[number].start + position - starts[number]


def _line_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    line = text[start:end]
    quotes = _short_quotes(line)
    spans: list[tuple[int, int]] = []
    begin = 0
    for stop in (*_ends(line, quotes), len(line)):
        piece = line[begin:stop]
        if not _ALPHANUMERIC.search(piece):
            if spans and piece.strip():  # signs alone belong to what stands before them
                spans[-1] = (spans[-1][0], start + begin + len(piece.rstrip()))
        else:
            lead = len(piece) - len(piece.lstrip())
            spans.append((start + begin + lead, start + begin + len(piece.rstrip())))
        begin = stop
    return spans


def _ends(line: str, quotes: list[tuple[int, int]]) -> Iterator[int]:
    begin = 0
    firsts = [first for first, _ in quotes]
    for sign in _END.finditer(line):
        stop = _trim_opening_quote(line, begin, sign)
        number = bisect_left(firsts, stop) - 1
        inside = number >= 0 and stop <= quotes[number][1]
        if not inside and _is_end(line, begin, sign.start(), stop):
            yield stop
            begin = stop


def _trim_opening_quote(line: str, begin: int, sign: re.Match[str]) -> int:
    """Where the sentence ends: a straight quote glued to the next word may open the next sentence."""
    stop = sign.end()
    glued = stop < len(line) and line[stop].isalnum() and line[stop - 1] in "\"'"
    if glued and line.count(line[stop - 1], begin, stop - 1) % 2 == 0:
        return stop - 1
    return stop


def _short_quotes(line: str) -> list[tuple[int, int]]:
    """Spans from an opening quote or bracket to its closing one, at most ``MAX_QUOTE`` long, in order and apart."""
    spans: list[tuple[int, int]] = []
    position = 0
    while opening := _QUOTE_OPENS.search(line, position):
        start = opening.start()
        closing = _QUOTE_CLOSES[opening[0]].search(line, start + 1, start + MAX_QUOTE)
        position = closing.start() + 1 if closing else start + 1
        if closing:
            spans.append((start, closing.start()))
    return spans


def _is_end(line: str, begin: int, sign: int, stop: int) -> bool:
    rest = line[stop : stop + _AHEAD].lstrip(_OPENING)
    if not rest or rest[0] in ",;:":
        return not rest
    if line[stop].isalnum() and not _glued_start(line, sign, rest):
        return False
    several = line[sign + 1 : sign + 2] in {".", "…", "!", "?"}
    if line[sign] != "." or several or (stop > sign + 1 and not _starts_upper(rest)):
        return _starts_upper(rest)  # "(St. Louis, Mo.) filed" goes on
    words = [word for word in _SPLIT.split(line[max(begin, sign - _BEHIND) : sign]) if word]
    token = words[-1] if words else ""
    if len(words) == 1 and sign - begin < _BEHIND and _ENUMERATOR.match(token):
        return False  # "1. Tăng cường": the number of a list item
    return _period_ends(token, words[-2].lower() if len(words) > 1 else "", rest)


def _glued_start(line: str, sign: int, rest: str) -> bool:
    """Whether a missing space hides a new sentence: "tác nghiệp.Sáng 25/10", not "Node.Js" or "vnexpress.net"."""
    before = line[max(0, sign - 2) : sign]
    word = _WORD.match(rest)
    after = rest[: word.end()] if word else ""
    return (
        len(before) == 2
        and (before.isdigit() or (before.isalpha() and before[1].islower()) or not before[1].isalnum())
        and len(after) > 2
        and after[0].isupper()
        and after[1].islower()
    )


def _period_ends(token: str, before: str, rest: str) -> bool:
    """Whether a single full stop after the words ``before token`` ends the sentence that ``rest`` would follow."""
    parts = {token, token.rpartition(".")[2]}  # "PGS.TS" is an abbreviation as its last part is
    if parts & NEVER_LAST or (parts & BEFORE_NUMBER and rest[0].isdigit()):
        return False
    if token.lower().endswith("v.v"):
        return _starts_upper(rest)
    if parts & SELDOM_LAST or _INITIALS.search(token):
        return _opens_sentence(rest) or (_starts_upper(rest) and before in LETTERED)
    if _starts_upper(rest):
        return True
    plain = len(token) > 1 and token.isalpha() and any(c.islower() for c in token)
    return plain and rest[0].isalpha()  # a text typed without capitals


def _opens_sentence(rest: str) -> bool:
    first, _, others = rest.partition(" ")
    return first.rstrip(",") in STARTERS or (first.rstrip(",") in WEAK_STARTERS and not others[:1].isupper())


def _starts_upper(rest: str) -> bool:
    word = _WORD.match(rest)
    if word is None:
        return True
    return not word[0][0].islower() or any(c.isupper() for c in word[0])  # iPhone
