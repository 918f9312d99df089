from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest

from summarizer.errors import InputError, MissingExtraError
from summarizer.formats import docx as reader


def word(*paragraphs: str, style: str | None = None, table: tuple[str, ...] = ()) -> bytes:
    document = docx.Document()
    for number, paragraph in enumerate(paragraphs):
        document.add_paragraph(paragraph, style=style if number == 0 else None)
    if table:
        row = document.add_table(rows=1, cols=len(table)).rows[0]
        for cell, text in zip(row.cells, table, strict=True):
            cell.text = text
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def test_first_short_paragraph_is_the_title(read) -> None:
    (article,) = read(word("Cầu thông xe", "", "Sáng nay, cầu Rạch Sâu thông xe."), ".docx")
    assert (article.title, article.text) == ("Cầu thông xe", "Sáng nay, cầu Rạch Sâu thông xe.")


def test_a_sentence_is_no_title_unless_styled_as_one(read) -> None:
    texts = ("Cầu thông xe.", "Sáng nay, cầu Rạch Sâu thông xe.")
    assert read(word(*texts), ".docx")[0].title == ""
    assert read(word(*texts, style="Heading 1"), ".docx")[0].title == "Cầu thông xe."


def test_tables_are_read_in_their_place(read) -> None:
    (article,) = read(word("Kết quả cả ba ngày thi đấu như sau.", table=("Huy chương vàng", "12")), ".docx")
    assert article.text.endswith("\n\nHuy chương vàng 12")


def test_old_vietnamese_fonts_are_converted_with_a_warning(read) -> None:
    title, text = "Quèc héi häp ë Hµ Néi", "Quèc héi níc Céng hoµ x· héi chñ nghÜa ViÖt Nam häp ë Hµ Néi."
    (article,) = read(word(title, text), ".docx")
    assert article.title == "Quốc hội họp ở Hà Nội"
    assert "Cộng hoà xã hội chủ nghĩa Việt Nam họp ở Hà Nội." in article.text
    assert article.warnings == ("converted from TCVN3 fonts",)


def test_french_words_in_english_are_left_alone(read) -> None:
    (article,) = read(word("Noël at the café: naïve résumés, a façade and a soufflé for Zoë."), ".docx")
    assert "naïve résumés" in article.text


def test_no_text(read) -> None:
    with pytest.raises(InputError, match="has no text in it"):
        read(word("", " "), ".docx")


def test_a_zip_bomb_is_refused_unopened(read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_UNZIPPED", 3_000_000)
    data = BytesIO(word("a"))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/bomb.bin", b"\0" * 4_000_000)
    assert len(data.getvalue()) < 100_000
    with pytest.raises(InputError, match=r"unpacks to \d MB; the limit is 3 MB"):
        read(data.getvalue(), ".docx")


def test_a_part_larger_than_declared_is_damage_not_memory(read) -> None:
    data = bytearray(word("Sáng nay, cầu Rạch Sâu thông xe."))
    directory = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    data[directory + 24 : directory + 28] = (10).to_bytes(4, "little")
    with pytest.raises(InputError, match="damaged Word document"):
        read(bytes(data), ".docx")


def test_damaged_xml(read) -> None:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", "<w:doc")
    with pytest.raises(InputError, match="damaged Word document"):
        read(data.getvalue(), ".docx")


def test_without_python_docx_the_error_is_the_pip_line(read, monkeypatch: pytest.MonkeyPatch) -> None:
    data = word("Sáng nay, cầu Rạch Sâu thông xe.")
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    with pytest.raises(MissingExtraError, match=r"tomtat\[docs\]"):
        read(data, ".docx")
