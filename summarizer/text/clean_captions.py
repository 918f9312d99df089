"""Captions and credits of pictures, on their own line or glued into a paragraph.

A credit is sure: "Ảnh:" (or Photo:, Đồ họa:, …) and the name of a holder. A caption without a credit has to look like
one: somebody or something seen, in a place, on a short line that does not end as a sentence.
"""

from __future__ import annotations

import re

from summarizer.text.clean_patterns import (
    AGENCY,
    CAPITALISED,
    ENGLISH_SCENE,
    LABEL,
    LENDER,
    NAMED,
    POSITION,
    PRESENTED,
    ROLE,
    SCENE_VERB,
    UPPER,
    VIEW,
    WEAK_VERB,
)
from summarizer.text.sentences import split_spans

MAX_CAPTION = 45  # words before a credit; more is a paragraph of the story with a credit glued to its end
MAX_BARE_CAPTION = 24  # words of a caption without a credit

_TAIL = 200  # characters in which a credit at the end of a line is looked for
_WINDOW = 400  # characters before a credit in which its caption is looked for
_BY = r"(?: ?: ?| by (?=[A-Z]))"
_INITIALS = rf"(?:[{UPPER}]\. ?){{1,3}}[{UPPER}]\w*"
_HOLDER = rf"(?:{_INITIALS}|(?:[{UPPER}@]|{LENDER})[^.:;()\[\]“”\"|]{{0,60}}(?:\.[A-Z](?=\W|$)){{0,2}})"
_WIRE = r"(?:AP|AFP|EPA|Reuters|REUTERS|Getty) ?(?:Photo)?/[^()]{2,40}"
_TAIL_CREDIT = re.compile(
    rf"(?:^|[\s(\[|–—\-.,]) *"
    rf"(?P<credit>(?:(?:{LABEL}|(?<=[(])ảnh){_BY}(?P<holder>{_HOLDER})|(?<=[(]){_WIRE})[)\].]*)$"
)
_NAMES = rf"{CAPITALISED}(?: {CAPITALISED}){{0,4}}"
_INLINE_CREDIT = re.compile(
    rf"\((?:{LABEL}|ảnh){_BY}{_HOLDER}\)|\({_WIRE}\)"
    r"|\(ảnh(?: trên| dưới| bên(?: trái| phải)?| trái| phải| giữa| nhỏ)?\)"
    rf"|(?<=[.!?…”\"] ){LABEL}{_BY}"
    rf"(?:(?:{CAPITALISED} ){{0,4}}?(?:{CAPITALISED}/)?{AGENCY}\b\.?|{_NAMES}/[{UPPER}]{{2,}}\b\.?"
    rf"|{_NAMES}(?:\.(?= )|$))"
)
_LONE_LABEL = re.compile(r"(?:Ảnh|Hình) (?:minh họa|minh hoạ|tư liệu|cắt từ clip|chụp màn hình)\W*|File photo\W*", re.I)
_BARE = re.compile(
    rf"{PRESENTED}.*|Nghi thức .*|.+{POSITION}.*|{VIEW}\b.*|{ENGLISH_SCENE}"
    rf"|{NAMED}|(?:{ROLE}\b|\w?ổng Thư ký).*\b(?:{SCENE_VERB}|{WEAK_VERB})\b.*"
)
_PLACES = re.compile(POSITION)
# What headings say and captions do not: plans, refusals, reasons, topics.
_HEADING = re.compile(r"\b(?:sẽ|không|chưa|chẳng|xin|bị|phải|muốn|nên|có thể|cần|vì|nhưng|nếu|tiếp tục|will|not)\b|:")
_SENTENCE_END = re.compile(r"[.!?…:;,]\W*$")
# What captions seldom hold and sentences of the story often do.
_REPORTING = re.compile(
    r"\b(?:cho biết|cho rằng|cho hay|nói|kể|khẳng định|nhấn mạnh|giải thích|thừa nhận|nhận định|theo đó|tuy nhiên"
    r"|said|says|told|announced)\b|[“\"](?:\S+ ){5}|[.!?,][”\"]",
    re.IGNORECASE,
)
_CONNECTIVE = re.compile(
    r"(?:Theo|Tuy|Nhưng|Ngoài|Bên cạnh|Do|Vì|Nhờ|Để|Nếu|Đây là|Đến nay|Hiện|Trước đó|Sau đó|Trong khi|However|But"
    r"|According)\b"
)
_NUMBER = re.compile(r"(?<![/\d.])\b\d[\d.,]*(?![/\d])")


def credit_start(line: str) -> int:
    """Where the credit that ends ``line`` begins, -1 when there is none."""
    match = _TAIL_CREDIT.search(line, max(0, len(line) - _TAIL)) if _may_credit(line[-_TAIL:]) else None
    if match is None or _in_quote(line, match.start("credit")):
        return -1
    if match["holder"] and not _is_holder(match["holder"]):
        return -1
    start = match.start("credit")
    return start - 1 if line[start - 1 : start] in {"(", "["} else start


def _may_credit(text: str) -> bool:
    """Whether it holds the signs without which there is no credit: "Ảnh: ", "Photo by", "(AP/"."""
    return ":" in text or " by " in text or ("/" in text and "(" in text)


def caption_reason(line: str) -> str:
    """Give "caption" or "credit" when the whole line belongs to a picture, which its credit or label tells; else ""."""
    if _LONE_LABEL.fullmatch(line):
        return "caption"
    start = credit_start(line)
    if start < 0:
        return ""
    text = line[:start].rstrip(" (|–—-")
    if not any(c.isalnum() for c in text):
        return "credit"
    return "caption" if _may_be_caption(text) else ""


def is_bare_caption(line: str, credited: bool = False) -> bool:
    """Whether a line without a credit reads like a caption; only to be asked between paragraphs of a story.

    ``credited`` says that a credit follows on a line of its own: then any short open-ended line is one.
    """
    if len(line.split()) > MAX_BARE_CAPTION or _SENTENCE_END.search(line):
        return False
    if _REPORTING.search(line) or len(split_spans(line)) > 1:
        return False
    return credited or (bool(_BARE.fullmatch(line)) and not _HEADING.search(_PLACES.sub("", line)))


def inline_credits(text: str) -> list[tuple[int, int, str]]:
    """Credits inside or at the end of a paragraph of the story, with a caption sentence before them."""
    found: list[tuple[int, int, str]] = []
    for match in _INLINE_CREDIT.finditer(text) if _may_credit(text) or "(ảnh" in text else ():
        if not _in_quote(text, match.start()):
            rest = text[match.end() :].lstrip()
            closes = not rest or rest[0].isupper() or rest[0] in '“"'
            found.append(_with_caption(text, match.start(), match.end(), closes))
    start = credit_start(text)
    if start >= 0 and all(end <= start for _, end, _ in found):
        found.append(_with_caption(text, start, len(text), len(split_spans(text[:start])) > 1))
    return found


def _with_caption(text: str, start: int, end: int, closes: bool) -> tuple[int, int, str]:
    """The credit ``text[start:end]``, with the caption before it when it ``closes`` one."""
    window = max(0, start - _WINDOW)
    before = text[window:start].rstrip(" (|–—-")
    spans = split_spans(before) if closes else []
    if spans and (spans[-1][0] > 0 or window == 0):
        sentence = before[spans[-1][0] :].rstrip(" .")
        if is_bare_caption(sentence, credited=before[-1].isalnum()):
            return window + spans[-1][0], end, "caption"
    return start, end, "credit"


def _is_holder(text: str) -> bool:
    """Whether this names somebody: few words that are no names, unless it is said to be lent ("cung cấp")."""
    common = [word for word in text.split() if word[0].islower()]
    return len(common) <= 3 or text.endswith("cung cấp") or bool(re.match(LENDER, text))


def _may_be_caption(text: str) -> bool:
    if len(text.split()) > MAX_CAPTION or len(split_spans(text)) > 1 or _CONNECTIVE.match(text):
        return False
    ended = text.endswith((".", "…", "!", "?", "”", '"'))
    return not (ended and (_REPORTING.search(text) or _counts(text)))


def _counts(text: str) -> bool:
    """Whether ``text`` holds a number that is no date and no part of a name such as "tàu Sao Biển 36"."""
    for number in _NUMBER.finditer(text):
        words = text[: number.start()].split()
        named = len(words) > 1 and words[-1][0].isupper()
        if not named and (not words or words[-1].lower() not in {"ngày", "tháng", "năm"}):
            return True
    return False


def _in_quote(text: str, position: int) -> bool:
    """Whether a quotation is open at ``position``; straight quotes are counted from the start of a short text only."""
    before = text[max(0, position - _WINDOW) : position]
    straight = position <= _WINDOW and before.count('"') % 2 == 1
    return straight or before.count("“") > before.count("”")
