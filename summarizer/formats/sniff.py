"""What a document really is, told from its first bytes, because suffixes lie."""

from __future__ import annotations

import re
import zipfile

from summarizer.errors import InputError
from summarizer.formats.document import Document

_ZIP = b"PK\x03\x04"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S
)
_JSON = re.compile(rb'\s*(?:\[\s*)?\{\s*"')
_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_CONTROL = bytes(set(range(32)) - {8, 9, 10, 12, 13, 27}) + b"\x7f"

# Formats that are recognised only to say what to do with them.
_REFUSED = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "Save it as .docx (or .csv) and give that."),
    (b"{\\rtf", "an RTF file", "Save it as .docx or .txt and give that."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it and give what is inside."),
    (b"7z\xbc\xaf", "a 7z archive", "Unpack it and give what is inside."),
    (b"Rar!", "a RAR archive", "Unpack it and give what is inside."),
    (b"\x89PNG", "an image", "Run text recognition (OCR) on it first."),
    (b"\xff\xd8\xff", "an image", "Run text recognition (OCR) on it first."),
    (b"GIF8", "an image", "Run text recognition (OCR) on it first."),
)
_ZIPPED = (
    ("xl/workbook.xml", "an Excel workbook", "Save the sheet as .csv and give that."),
    ("ppt/presentation.xml", "a PowerPoint file", "Copy its text into a .txt file and give that."),
    ("content.xml", "an OpenDocument file", "Save it as .docx and give that."),
)
_BINARY_SUFFIXES = frozenset({".pdf", ".docx", ".parquet", ".html", ".htm"})


def suffix_of(document: Document) -> str:
    """The suffix of the reader that fits the content.

    Binary formats and HTML are told by their bytes; a text keeps the suffix of its name, or becomes ``.txt``
    (``.jsonl`` when it has no suffix and starts like JSON).

    Raises:
        InputError: it is empty, an archive, an image or otherwise no document.
    """
    head = document.head()
    if not head:
        raise InputError(f"{document.name} is empty.", "Give a document that holds the text of an article.")
    if b"%PDF-" in head[:1024]:
        return ".pdf"
    if head.startswith(b"PAR1"):
        return ".parquet"
    if head.startswith(_ZIP):
        return _zip_suffix(document)
    plain = head.removeprefix(b"\xef\xbb\xbf")
    if head.startswith(_BOMS[:2]):
        plain = plain.replace(b"\x00", b"")[2:]  # UTF-16 markup is ASCII once the zero bytes are gone
    if _HTML.match(plain):
        return ".html"
    _refuse(head, document.name)
    return _text_suffix(document.suffix, plain)


def _text_suffix(suffix: str, plain: bytes) -> str:
    if suffix in {".html", ".htm"} and b"<" in plain:
        return ".html"
    if not suffix and _JSON.match(plain):
        return ".jsonl"
    return ".txt" if suffix in _BINARY_SUFFIXES or not suffix else suffix


def _zip_suffix(document: Document) -> str:
    try:
        names = set(zipfile.ZipFile(document.stream).namelist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise InputError(f"{document.name} is a damaged archive or document ({error}).", "Save it again.") from error
    finally:
        document.stream.seek(0)
    if "word/document.xml" in names:
        return ".docx"
    for part, what, advice in _ZIPPED:
        if part in names:
            raise InputError(f"{document.name} is {what}, not an article.", advice)
    raise InputError(f"{document.name} is a zip archive.", "Unpack it and give the folder.")


def _refuse(head: bytes, source: str) -> None:
    for magic, what, advice in _REFUSED:
        if head.startswith(magic):
            raise InputError(f"{source} is {what}, not an article.", advice)
    if is_binary(head):
        raise InputError(
            f"{source} is a binary file, not text.", "Give text, HTML, Markdown, JSONL, CSV, DOCX or PDF instead."
        )


def is_binary(head: bytes) -> bool:
    """Whether bytes are no text in any encoding used for Vietnamese or English.

    Zero bytes are allowed only where UTF-16 puts them: on one side of most pairs.
    """
    if head.startswith(_BOMS):
        return False
    if 0 not in head:
        return len(head.translate(None, _CONTROL)) < 0.9 * len(head)
    even, odd = head[0::2].count(0), head[1::2].count(0)
    pairs = max(1, len(head) // 2)
    return not (max(even, odd) > 0.3 * pairs and min(even, odd) < 0.01 * pairs)
