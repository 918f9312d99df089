"""Bytes of a text file to Unicode, whatever Vietnamese newsrooms have written them in.

The rule, in order: a byte-order mark decides; text with NUL bytes at every other place is UTF-16; other NUL bytes, or
the signature of an image, archive or document, mean that it is no text. Valid UTF-8 is UTF-8 (and looked at for TCVN3
or VNI that was once read as Latin-1). Text with at least as many good as broken characters outside ASCII is UTF-8 too,
read with replacement characters and a warning: other encodings hardly ever spell a good one by chance. Then TCVN3, VNI
and windows-1258 are accepted when their words are Vietnamese syllables, and windows-1252 when few of its signs are
outside ASCII. Anything else is an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.errors import InputError
from summarizer.text.legacy import guess_legacy, is_vietnamese
from summarizer.text.normalize import nfc

_SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file (WebP, WAV or AVI)"),
    (b"PK\x03\x04", "a ZIP archive (or an Office document)"),
    (b"%PDF-", "a PDF document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"ID3", "an MP3 file"),
)
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_ADVICE = "Save it as UTF-8 and try again."


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text in NFC, the encoding it came in, and what the user should know about it."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text in ``data``; see the module's docstring for how the encoding is found.

    Raises:
        InputError: ``data`` is no text, or in no encoding known here; names the first byte that is not UTF-8.
    """
    _refuse_binary(data)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding)
    half = _utf16_half(data)
    if half:
        return _strict(data, half)
    if b"\0" in data:
        raise InputError(f"This is not text: there is a NUL byte at offset {data.index(0)}.", "Give a text document.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _broken_utf8(data, error) or _eight_bit(data, error)
    return _repaired(text)


def _refuse_binary(data: bytes) -> None:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature) and (b"\0" in data or not signature.isalnum()):  # a text may begin with "ID3"
            raise InputError(
                f"This is not text but {kind}.", "Give a text document, or name the file by its right suffix."
            )


def _strict(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"Broken {encoding} at byte {error.start}.", _ADVICE) from error
    return Decoded(nfc(text), encoding)


def _utf16_half(data: bytes) -> str:
    """The kind of UTF-16 without a mark that ``data`` is, told from where its NUL bytes are; "" when it is not."""
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if not data or len(data) % 2 or max(even, odd) < 0.2 * (len(sample) // 2) or min(even, odd) > 0.05 * max(even, odd):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _repaired(text: str) -> Decoded:
    """Valid UTF-8, unless it spells TCVN3 or VNI in Latin-1 letters."""
    turned, name = guess_legacy(text)
    if name:
        return Decoded(nfc(turned), "utf-8", (f"converted from {name}, which had been saved as UTF-8",))
    _refuse_control(text)
    return Decoded(nfc(text), "utf-8")


def _broken_utf8(data: bytes, error: UnicodeDecodeError) -> Decoded | None:
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(not c.isascii() for c in text) - bad
    if good < bad:
        return None
    what = "1 byte sequence is" if bad == 1 else f"{bad} byte sequences are"
    return Decoded(
        nfc(text), "utf-8", (f"{what} not UTF-8 and were replaced by \ufffd, the first at byte {error.start}",)
    )


def _eight_bit(data: bytes, error: UnicodeDecodeError) -> Decoded:
    turned, name = guess_legacy(data.decode("latin-1"))
    vietnamese = nfc(data.decode("cp1258", errors="replace"))
    if name:
        text, encoding = turned, name
    elif is_vietnamese(vietnamese):
        text, encoding = vietnamese, "windows-1258"
    elif _is_western(data):
        text, encoding = data.decode("cp1252"), "windows-1252"
    else:
        raise InputError(f"The text is not UTF-8 (first at byte {error.start}) nor in another known encoding.", _ADVICE)
    _refuse_control(text)
    return Decoded(nfc(text), encoding, (f"decoded from {encoding}",))


def _is_western(data: bytes) -> bool:
    """Whether this can be windows-1252: every byte has a meaning in it and few are outside ASCII."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return sum(not c.isascii() for c in text) < 0.15 * len(text)


def _refuse_control(text: str) -> None:
    found = _CONTROL.findall(text)
    if len(found) > 0.01 * len(text):
        raise InputError("This is not text: it is full of control characters.", "Give a text document.")
