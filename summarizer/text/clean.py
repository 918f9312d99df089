"""The story of a news page, without what page extractors leave around and inside it.

Three passes over the paragraphs: lines that are boilerplate by themselves, lines that are boilerplate where they stand
(related links, captions without a credit, bylines), then pieces inside what is left. A doubtful piece stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from summarizer.errors import InputError
from summarizer.text.clean_captions import caption_reason, is_bare_caption
from summarizer.text.clean_inline import inline_pieces
from summarizer.text.clean_lines import RELATED_HEADER, line_reason
from summarizer.text.clean_patterns import UPPER
from summarizer.text.language import detect
from summarizer.text.normalize import collapse, compare_form
from summarizer.text.paragraphs import paragraph_spans
from summarizer.text.sentences import split_spans
from summarizer.types import Article, CleanArticle, Removal, Span

_ENDS_SENTENCE = re.compile(r"[.!?…][”\"’')\]]*(?:/\.)?$|[”\"]$")
_ALPHANUMERIC = re.compile(r"[^\W_]")
_OTHER_SPACE = re.compile(r"[^\S ]")  # white space that is no plain space
_STORY_WORDS = 30  # a line this long is a paragraph of the story however it ends
_MAX_LINK = 28  # words of a headline in a box of related links
_TOP = 6  # lines among which the headline is looked for
_SECTION_WORDS = 4
_WINDOW = 200  # characters at the end of the story in which a name is looked for
_MAX_NAMES = 8  # words of a byline
_MAX_BYLINES = 3  # more lines of names below the story are a list that belongs to it
_SOURCE = re.compile(r"[Tt]heo (?:\w+ ){0,4}\w+")
_FULL_STOP = re.compile(r"(?<!PV)(?<=\w\w)\.$")  # of a sentence, not of initials
_NAMES = re.compile(
    rf"(?:Theo )?[{UPPER}][\w.]*(?:(?: ?[-–,&/] ?| và | and | )[{UPPER}][\w.]*)*"
    r"(?: (?:ghi|thực hiện|lược ghi|lược dịch|dịch|tổng hợp))?"
    r"(?: ?\((?:thực hiện|ghi|dịch|tổng hợp|lược dịch|biên dịch|[Tt] ?/ ?[Hh]|theo [^()]{2,30}|[A-ZĐ][^()]{1,30})\))?"
)


_Piece = tuple[int, int, str]  # start, end, reason


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str
    gap: bool  # a blank line stands before it
    whole: bool  # it reads like a paragraph: it ends as a sentence does, is long, or holds more than one
    reason: str = ""

    @property
    def story(self) -> bool:
        """Whether it is sure to belong to the story: no reason against it, and whole."""
        return self.whole and not self.reason


def clean(article: Article) -> CleanArticle:
    """Mark the boilerplate of ``article`` (reasons: ``reasons.REASONS``) and tell the language of what is left.

    Raises:
        InputError: nothing is left to summarise.
        LanguageError: the story is in a language other than Vietnamese and English.
    """
    lines = _own_reasons(_lines(article.text), article.title)
    lines = _context_reasons(_related(lines), bool(article.title))
    paragraphs: list[tuple[Span, ...]] = []
    removed: list[Removal] = []
    story = [number for number, line in enumerate(lines) if line.story] or [0]
    for number, line in enumerate(lines):
        pieces = _pieces(article.text, line, head=number <= story[0])
        if number == story[-1] and not line.reason:
            pieces = sorted(pieces + _signature(article.text, line.span, pieces))
        removed += [Removal(start, end, article.text[start:end], reason) for start, end, reason in pieces]
        kept = _kept(article.text, line.span, pieces)
        if kept:
            paragraphs.append(kept)
    if not paragraphs:
        raise _nothing_left(bool(removed))
    draft = CleanArticle(article, tuple(paragraphs), tuple(removed))
    return replace(draft, language=detect(draft.text))


def _nothing_left(removed: bool) -> InputError:
    if removed:
        return InputError(
            "The document holds no story: everything in it is page furniture (links, captions, buttons).",
            "Run  tomtat clean FILE  to see what was removed and why.",
        )
    return InputError("The document holds no text to summarise.", "Check that the file is the one you meant.")


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    before = 0
    for span in paragraph_spans(text):
        gap = text.count("\n", before, span.start) > 1
        line = collapse(text[span.start : span.end])
        if line:
            lines.append(_Line(span, line, gap, _is_whole(line)))
        before = span.end
    return lines


def _is_whole(line: str) -> bool:
    if _ENDS_SENTENCE.search(line) or len(line.split()) > _STORY_WORDS:
        return True
    return len(split_spans(line)) > 1


def _own_reasons(lines: list[_Line], title: str) -> list[_Line]:
    headline = compare_form(title)
    heads = [n for n, line in enumerate(lines[:_TOP]) if headline and compare_form(line.text) == headline]
    result: list[_Line] = []
    for number, line in enumerate(lines):
        reason = "title" if number in heads else line_reason(line.text) or caption_reason(line.text)
        if not reason and heads and number < heads[-1] and len(line.text.split()) <= _SECTION_WORDS:
            reason = "navigation"  # the section's name above the headline
        result.append(replace(line, reason=reason))
    return result


def _related(lines: list[_Line]) -> list[_Line]:
    """Mark the headers of link boxes and the headlines under them."""
    result: list[_Line] = []
    in_box = tight = False
    for number, line in enumerate(lines):
        header = not line.reason and RELATED_HEADER.fullmatch(line.text)
        if header:
            tight = number + 1 < len(lines) and not lines[number + 1].gap
            in_box = True
        elif in_box and (line.reason or not _is_link(line) or (tight and line.gap)):
            in_box = False
        result.append(replace(line, reason="related") if in_box else line)
    return result


def _is_link(line: _Line) -> bool:
    return len(line.text.split()) <= _MAX_LINK and not re.search(r"[.…:;,][”\"’')\]]*$", line.text)


def _context_reasons(lines: list[_Line], titled: bool) -> list[_Line]:
    """Mark captions without a credit, and names above the first and below the last paragraph of the story."""
    story = [number for number, line in enumerate(lines) if line.story]
    if not story:  # one paragraph with a credit at its end is the story
        return [replace(line, reason="") if line.reason == "caption" else line for line in lines]
    names = sum(not line.reason and _is_names(line) for line in lines[story[-1] + 1 :])
    result: list[_Line] = []
    for number, line in enumerate(lines):
        edge = number > story[-1] or (titled and number < story[0])
        reason = line.reason
        if not reason and not line.story:
            credited = number + 1 < len(lines) and lines[number + 1].reason == "credit"
            if edge and names <= _MAX_BYLINES and _is_names(line):
                reason = "source" if line.text.startswith("Theo ") else "byline"
            elif edge and _SOURCE.fullmatch(line.text):
                reason = "source"
            elif (titled or number) and is_bare_caption(line.text, credited):
                reason = "caption"
        result.append(replace(line, reason=reason))
    return result


def _is_names(line: _Line) -> bool:
    return len(line.text.split()) <= _MAX_NAMES and bool(_NAMES.fullmatch(line.text))


def _pieces(text: str, line: _Line, head: bool) -> list[_Piece]:
    """What to remove from a line, in offsets of the article."""
    start, end = line.span.start, line.span.end
    if line.reason:
        return [(start, end, line.reason)]
    flat = _OTHER_SPACE.sub(" ", text[start:end])  # same length, so the offsets hold
    return [(start + begin, start + stop, reason) for begin, stop, reason in inline_pieces(flat, head)]


def _signature(text: str, span: Span, pieces: list[_Piece]) -> list[_Piece]:
    """Who wrote the story, where the line break before the name was lost: "… trong năm nay. Thu Hà"."""
    start, end = span.start, span.end
    for begin, stop, _ in pieces:  # look before a piece that ends the line, after any other
        start, end = (start, begin) if stop >= end else (stop, end)
    start = max(start, end - _WINDOW)
    window = text[start:end].rstrip()
    first = ([0, *(begin for begin, _ in split_spans(window))])[-1]
    name = window[first:]
    signed = _NAMES.fullmatch(name) or _SOURCE.fullmatch(name)
    if first == 0 or not signed or len(name.split()) > _MAX_NAMES or _FULL_STOP.search(name):
        return []
    return [(start + first, start + len(window), "source" if name.lower().startswith("theo ") else "byline")]


def _kept(text: str, span: Span, pieces: list[_Piece]) -> tuple[Span, ...]:
    """The parts of ``span`` outside ``pieces``, white space at their ends and lone signs before a word left out."""
    kept: list[Span] = []
    start = span.start
    for begin, end in [*((piece[0], piece[1]) for piece in pieces), (span.end, span.end)]:
        part = text[start:begin]
        if _ALPHANUMERIC.search(part) or (kept and part.strip()):
            kept.append(Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip())))
        start = end
    return tuple(kept)
