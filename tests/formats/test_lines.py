from __future__ import annotations

from io import BytesIO

import pytest

from summarizer.formats.document import HEAD, Document
from summarizer.formats.lines import is_broken, text_lines


def lines_of(data: bytes) -> list[str]:
    return list(text_lines(Document("x.csv", BytesIO(data)))[0])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_line_ends_are_kept(encoding: str) -> None:
    assert lines_of("một\r\nhai\nba".encode(encoding)) == ["một\r\n", "hai\n", "ba"]


def test_broken_bytes_stay_in_their_line() -> None:
    good = "Sáng nay cầu thông xe ở Cần Thơ\n".encode()
    broken = [is_broken(line) for line in lines_of(good + b"h\xffng\n" + good)]
    assert broken == [False, True, False]


def test_a_character_cut_at_the_end_of_the_head_is_not_broken() -> None:
    data = b"a" * (HEAD - 1) + "ế".encode()
    assert not is_broken(lines_of(data)[0])


def test_legacy_encodings_are_converted_whole_with_a_warning() -> None:
    text = "id,text\n1,Thủ tướng dự lễ thông xe cầu ở Cần Thơ\n" * 5
    lines, warnings = text_lines(Document("x.csv", BytesIO(to_1258(text))))
    assert "".join(lines) == text
    assert warnings


def to_1258(text: str) -> bytes:
    """Windows-1258 as Windows writes it: base letters composed, tones as combining characters."""
    import unicodedata

    tones = "\u0300\u0301\u0303\u0309\u0323"
    pieces = []
    for character in text:
        nfd = unicodedata.normalize("NFD", character)
        base = unicodedata.normalize("NFC", "".join(c for c in nfd if c not in tones))
        pieces.append(base + "".join(c for c in nfd if c in tones))
    return "".join(pieces).encode("cp1258")
