from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from summarizer.errors import InputError
from summarizer.formats.document import Document
from summarizer.formats.sniff import is_binary, suffix_of

VIETNAMESE = "Sáng 25/10/2025, lễ mở ký Công ước Hà Nội khai mạc."


def told(data: bytes, suffix: str = "") -> str:
    return suffix_of(Document(f"x{suffix}", BytesIO(data), suffix))


def zipped(*names: str) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return data.getvalue()


@pytest.mark.parametrize("suffix", [".txt", ".pdf", ".docx", ".html", ""])
@pytest.mark.parametrize("kind", [".pdf", ".docx", ".html", ".parquet"])
def test_content_wins_over_the_suffix(samples: Path, kind: str, suffix: str) -> None:
    assert told((samples / f"sample{kind}").read_bytes(), suffix) == kind


@pytest.mark.parametrize(
    ("data", "suffix", "kind"),
    [
        (VIETNAMESE.encode(), ".docx", ".txt"),
        (VIETNAMESE.encode(), ".html", ".txt"),
        (VIETNAMESE.encode(), ".log", ".log"),
        (VIETNAMESE.encode(), ".md", ".md"),
        (VIETNAMESE.encode("utf-16"), ".txt", ".txt"),
        (VIETNAMESE.encode("utf-16-le"), ".txt", ".txt"),
        (b"<p>" + VIETNAMESE.encode(), ".html", ".html"),
        (b"<p> trong v\xc4\x83n b\xe1\xba\xa3n", ".txt", ".txt"),
        (b"\xef\xbb\xbf\n<!-- a --><!-- b -->\n<!DOCTYPE HTML><html>", ".txt", ".html"),
        ("<!doctype html><html>".encode("utf-16"), ".txt", ".html"),
        (b'{"text": "a"}', "", ".jsonl"),
        (b'[\n {"text": "a"}]', "", ".jsonl"),
        (b'{"text": "a"}', ".txt", ".txt"),
    ],
)
def test_texts_keep_their_suffix(data: bytes, suffix: str, kind: str) -> None:
    assert told(data, suffix) == kind


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "an image"),
        (b"\xff\xd8\xff\xe0", "an image"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file"),
        (b"{\\rtf1\\ansi", "an RTF file"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
        (b"\x7fELF\x02\x01\x01" + b"\x00" * 60, "a binary file"),
        (bytes(range(256)) * 4, "a binary file"),
        (zipped("a.txt"), "a zip archive"),
        (zipped("xl/workbook.xml"), "an Excel workbook"),
        (zipped("content.xml"), "an OpenDocument file"),
        (b"PK\x03\x04 cut off", "a damaged archive"),
    ],
)
def test_what_is_no_document_is_refused_with_advice(data: bytes, problem: str) -> None:
    with pytest.raises(InputError) as error:
        told(data, ".txt")
    assert problem in error.value.problem
    assert error.value.advice


def test_many_comments_do_not_take_long() -> None:
    assert told(b"<!---->" * 8000 + b"x", ".txt") == ".txt"


def test_legacy_vietnamese_bytes_are_text() -> None:
    assert not is_binary("Céng hoµ x· héi chñ nghÜa ViÖt Nam".encode("latin-1"))
