"""A summary for reading in a terminal: title, both languages, what is not supported, where it comes from."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from summarizer.formats.phrases import vietnamese
from summarizer.formats.write import WriteOptions
from summarizer.types import Finding, Lang, Summary, SummaryText

MAX_WIDTH = 100
"""Lines longer than this are tiring to read, however wide the window."""

LANGUAGE_NAMES: dict[Lang, str] = {"vi": "Tiếng Việt", "en": "English"}
LOW_CONFIDENCE: dict[Lang, str] = {
    "vi": "độ tin cậy thấp — hãy đối chiếu với bài gốc",
    "en": "low confidence — check against the article",
}
EXTRACT: dict[Lang, str] = {"vi": "trích nguyên văn từ bài", "en": "extract: sentences taken from the article"}
UNSUPPORTED: dict[Lang, dict[str, str]] = {
    "vi": {"not_found": "Không thấy trong bài gốc", "contradicted": "Khác với bài gốc"},
    "en": {"not_found": "Not found in the article", "contradicted": "Differs from the article"},
}
ARTICLE_SAYS: dict[Lang, str] = {"vi": "bài gốc viết", "en": "the article says"}
FAULTS: dict[Lang, dict[str, str]] = {
    "vi": {
        "language": "Câu không phải tiếng Việt",
        "word": "Không có từ này trong tiếng Việt",
        "repetition": "Nói lặp lại",
        "length": "Quá dài, hoặc bị ngắt giữa chừng",
        "quote": "Dấu ngoặc không khép lại",
        "agreement": "Bản tiếng Anh ghi khác",
    },
    "en": {
        "language": "This is not in English",
        "word": "There is no such word in English",
        "repetition": "Said twice",
        "length": "Too long, or broken off",
        "quote": "Quotation marks or brackets do not pair up",
        "agreement": "The Vietnamese summary says otherwise",
    },
}
"""What is wrong with a summary in itself, whatever the article says."""

_QUOTED = 70  # characters of a summary repeated in a finding

# Escape sequences and direction overrides in an article must not reach the terminal.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_BOLD, _DIM, _YELLOW, _RED = "1", "2", "33", "31"


def write_text(summary: Summary, options: WriteOptions) -> str:
    """The summary as lines for a person, each at most ``options.width`` columns unless a word is longer."""
    blocks = [_title(summary, options)]
    blocks += [_language(summary, text, options) for text in (summary.vi, summary.en) if text is not None]
    if options.sources and summary.sources:
        blocks.append(_footnotes(summary, options))
    blocks.append(_status(summary, options))
    return "\n\n".join(block for block in blocks if block) + "\n"


def plain(text: str) -> str:
    """``text`` without control characters, which could rewrite what a terminal shows."""
    return _CONTROL.sub("", text)


def status_line(summary: Summary) -> str:
    """Model, how much of the article was read, and the warnings, on one line."""
    coverage = summary.coverage
    read = f"read {coverage.read} of {coverage.sentences} sentences ({coverage.share:.0%})".replace("%", " %")
    return plain(" · ".join([summary.model, read, *summary.warnings]))


def marked(text: SummaryText, numbers: dict[int, int]) -> str:
    """The summary's text with ``[1][2]`` after each sentence for the article sentences it rests on."""
    pieces, done = [], 0
    for sentence in text.sentences:
        marks = "".join(f"[{n}]" for n in sorted(numbers[i] for i in sentence.sources if i in numbers))
        pieces.append(text.text[done : sentence.end] + (f" {marks}" if marks else ""))
        done = sentence.end
    return "".join(pieces) + text.text[done:]


def numbering(summary: Summary) -> dict[int, int]:
    """The footnote number of each source sentence, by its index."""
    return {sentence.index: number for number, sentence in enumerate(summary.sources, 1)}


def finding_line(finding: Finding) -> str:
    """What is wrong, in the language of the summary, with what the article says instead where that is known."""
    lang = finding.lang
    if not finding.text:  # a remark on the summary as a whole
        return finding.message if lang == "en" else vietnamese(finding.message)
    own_fault = finding.source is None and finding.verdict == "contradicted"  # against nothing in the article
    label = FAULTS[lang].get(finding.kind, "") if own_fault else ""
    line = label or UNSUPPORTED[lang].get(finding.verdict, "")
    if finding.text:
        line += f": “{_short(finding.text)}”"
    if not finding.source_text:
        return line
    says = "≠" if label else f"— {ARTICLE_SAYS[lang]}:"
    return f"{line} {says} “{_short(finding.source_text)}”"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else line[: _QUOTED - 1].rstrip() + "…"


def unsupported(summary: Summary, lang: Lang) -> list[Finding]:
    """The findings of one language that a reader must know of."""
    return [f for f in summary.findings if f.lang == lang and f.verdict != "supported"]


def notes(text: SummaryText) -> list[str]:
    """What is said beside the language's name: an extract, low confidence."""
    extract = [EXTRACT[text.lang]] if text.method == "extractive" else []
    return extract if text.trusted else [*extract, LOW_CONFIDENCE[text.lang]]


def _title(summary: Summary, options: WriteOptions) -> str:
    title = summary.article.title or summary.article.id
    return _paint(_wrap(title, options), _BOLD, options)


def _language(summary: Summary, text: SummaryText, options: WriteOptions) -> str:
    return "\n".join(_language_lines(summary, text, options))


def _language_lines(summary: Summary, text: SummaryText, options: WriteOptions) -> Iterator[str]:
    yield from _head(text, options)
    if text.heading:
        yield _paint(_wrap(text.heading, options, "  "), _BOLD, options)
    body = marked(text, numbering(summary)) if options.sources else text.text
    yield _wrap(body, options, "  ")
    for finding in unsupported(summary, text.lang):
        colour = _RED if finding.verdict == "contradicted" else _YELLOW
        yield _paint(_wrap(finding_line(finding), options, "  ! ", "    "), colour, options)


def _head(text: SummaryText, options: WriteOptions) -> Iterator[str]:
    """The language and what is said beside it, on one line if the window is wide enough."""
    name = LANGUAGE_NAMES[text.lang]
    fits = len(" · ".join([name, *notes(text)])) <= options.width
    bold, said = _paint(name, _BOLD, options), [_paint(note, _YELLOW, options) for note in notes(text)]
    if fits:
        yield " · ".join([bold, *said])
    else:
        yield bold
        yield from (_paint(_wrap(note, options, "  "), _YELLOW, options) for note in notes(text))


def _footnotes(summary: Summary, options: WriteOptions) -> str:
    width = len(str(len(summary.sources))) + 5
    lines = [
        _wrap(sentence.text, options, f"  [{number}]".ljust(width), " " * width)
        for number, sentence in enumerate(summary.sources, 1)
    ]
    return _paint("\n".join(lines), _DIM, options)


def _status(summary: Summary, options: WriteOptions) -> str:
    return _paint(_wrap(status_line(summary), options), _DIM, options)


def _wrap(text: str, options: WriteOptions, first: str = "", rest: str | None = None) -> str:
    return textwrap.fill(
        plain(" ".join(text.split())),
        width=min(options.width, MAX_WIDTH),
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _paint(text: str, code: str, options: WriteOptions) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if options.colour and text else text
