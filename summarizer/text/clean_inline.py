"""Boilerplate inside a paragraph of the story: datelines, dates of the page, credits, sources, links."""

from __future__ import annotations

import re

from summarizer.text.clean_captions import inline_credits
from summarizer.text.clean_patterns import UPPER

Piece = tuple[int, int, str]  # start, end, reason

_DATE = r"(?:ngày )?\d{1,2}(?:/\d{1,2}(?:/\d{4})?| tháng \d{1,2}(?: năm \d{4})?)|[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?"
_PLACE = rf"[{UPPER}][\w.]*(?:[ -][{UPPER}(][\w.)]*){{0,4}}"
_DASH = r"\s*[-–—]+\s*"
_NEXT = rf"(?=[{UPPER}0-9“\"])"  # an apposition goes on in lower case: "UNESCO - tổ chức …"
# Newspapers' signs; a pattern would take UNESCO, NATO and WHO for one.
_SIGN = (
    r"(?:TTO|TNO|TPO|NLĐO|NLDO|HNMO|SGGPO|PLO|LĐO|LDO|NDO|NDĐT|VHO|KTĐT|ANTĐ|ANTT|ĐSPL|GDTĐ|GD&TĐ|SKĐS|SK&ĐS|TTVH|DNSG"
    r"|CAND|QĐND|PLVN|ĐCSVN|BVPL|BNEWS|TTXVN|VTV|VOV|VTC|VTC News|VnExpress|VietNamNet|Dân trí|Zing"
    r"|[A-ZĐ]{2,7}(?:\.VN|\.vn| Online| ONLINE))"
)
_HEAD = (
    ("timestamp", re.compile(r"date:? \d{4}-\d\d-\d\d\s+")),
    (
        "dateline",
        re.compile(rf"(?:{_PLACE}(?:, {_PLACE})?,? *(?:{_DATE})?,? *)?\([{UPPER}][^()]{{1,30}}\){_DASH}{_NEXT}"),
    ),
    ("dateline", re.compile(rf"{_SIGN}{_DASH}{_NEXT}")),
    ("dateline", re.compile(rf"{_PLACE}, (?:{_DATE}){_DASH}{_NEXT}")),
    # HANOI — or HANOI, Vietnam -; a bare hyphen after capitals also joins: "ASEAN - Nhật Bản".
    (
        "dateline",
        re.compile(rf"[{UPPER}][{UPPER}. ]{{3,}}(?:, [A-Z][a-z.]+(?: \d{{1,2}})?{_DASH}| *(?:—|--) *)(?=[{UPPER}“\"])"),
    ),
)
# Reason, something that every such piece holds and few paragraphs do, and what it looks like.
_ANYWHERE = (
    ("source", "(", re.compile(r"(?<=[.!?…”\"/]) *\((?:Theo|Nguồn|Source|Tổng hợp|T/h|TTXVN)\b[^()]{0,40}\)\W*$")),
    ("source", ": ", re.compile(rf"(?<=[.!?…”\"/] )(?:Nguồn|Source): [{UPPER}][^.]{{0,40}}$")),
    ("related", ": ", re.compile(r"(?<=[.!?…”\"] )(?:>[> ]*)?(?:Xem|Đọc|Read) (?:thêm|more) ?: [^.]*$")),
    ("related", ">>", re.compile(r"(?<=[.!?…”\"] )>>[> ]*[^.]*$")),
    ("video", ":", re.compile(r"^(?:>+ *)?(?:Xem|XEM) (?i:video|clip)s? ?:\s*")),
    ("video", "XEM ", re.compile(r"(?:^|(?<=[.!?…”\"] ))XEM (?:VIDEO|CLIP)\b:?\s*")),
    ("separator", "/", re.compile(r"(?<=\.)/\.?(?=\s|$)")),
)


def inline_pieces(text: str, head: bool) -> list[Piece]:
    """Pieces to remove from a paragraph, in order and apart; ``head`` says that it opens the story."""
    found: list[Piece] = _head_pieces(text) if head else []
    for reason, sign, pattern in _ANYWHERE:
        if sign in text:
            found += [(match.start(), match.end(), reason) for match in pattern.finditer(text)]
    found += inline_credits(text)
    apart: list[Piece] = []
    for piece in sorted(found):
        if not apart or piece[0] >= apart[-1][1]:
            apart.append(piece)
    return apart


def _head_pieces(text: str) -> list[Piece]:
    pieces: list[Piece] = []
    position = 0
    for reason, pattern in _HEAD:
        match = pattern.match(text, position)
        if match and match.end() > position:
            pieces.append((position, match.end(), reason))
            position = match.end()
    return pieces
