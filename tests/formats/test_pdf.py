from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from summarizer.errors import InputError, MissingExtraError
from summarizer.formats.pdf import join_lines, without_furniture


def pdf(**encryption: str) -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    if encryption:
        writer.encrypt(**encryption, algorithm="RC4-128")
    data = BytesIO()
    writer.write(data)
    return data.getvalue()


def test_a_scan_is_refused_and_ocr_suggested(read) -> None:
    with pytest.raises(InputError, match="has no text in it") as error:
        read(pdf(), ".pdf")
    assert "OCR" in error.value.advice


def test_a_locked_file_is_refused(read) -> None:
    with pytest.raises(InputError, match="locked with a password"):
        read(pdf(user_password="bí mật"), ".pdf")


def test_a_file_locked_only_against_changes_is_opened(read) -> None:
    with pytest.raises(InputError, match="has no text in it"):
        read(pdf(user_password="", owner_password="x"), ".pdf")


@pytest.mark.parametrize("cut", [20, 300, 9000])
def test_a_damaged_file_is_an_input_error(read, samples: Path, cut: int) -> None:
    with pytest.raises(InputError):
        read((samples / "sample.pdf").read_bytes()[:cut], ".pdf")


def test_damage_that_is_worked_around_gives_a_warning(read, samples: Path) -> None:
    data = (samples / "sample.pdf").read_bytes()
    (article,) = read(data.replace(b"\n0000000", b"\n0000009", 4), ".pdf")
    assert article.warnings == ("the PDF is damaged in places; some text may be missing",)
    assert "Rạch Sâu" in article.text
    assert read(data, ".pdf")[0].warnings == ()


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (["Lễ mở ký Công ước", "diễn ra tại Hà Nội."], ["Lễ mở ký Công ước diễn ra tại Hà Nội."]),
        (["The ceremony was summar-", "ized by the minister"], ["The ceremony was summarized by the minister"]),
        (["Quan hệ thương mại Việt-", "Mỹ tăng trưởng nhanh"], ["Quan hệ thương mại Việt-Mỹ tăng trưởng nhanh"]),
        (
            ["Giai đoạn của kế hoạch 2021-", "2025 đã kết thúc sớm"],
            ["Giai đoạn của kế hoạch 2021-2025 đã kết thúc sớm"],
        ),
        (
            ["Một câu khá dài trải hết dòng", "hết câu.", "Một câu khác"],
            ["Một câu khá dài trải hết dòng hết câu.", "Một câu khác"],
        ),
        (["Đầu đề", "Một câu khá dài trải hết dòng", "rồi hết."], ["Đầu đề", "Một câu khá dài trải hết dòng rồi hết."]),
        (["Đoạn một", "", "", "Đoạn hai"], ["Đoạn một", "Đoạn hai"]),
        ([], []),
    ],
)
def test_lines_become_paragraphs(lines: list[str], paragraphs: list[str]) -> None:
    assert list(join_lines(lines)) == paragraphs


def test_running_heads_are_left_out_with_a_warning_and_page_numbers_without() -> None:
    pages = [[f"Bản tin số {n}", "", f"Nội dung trang {n}.", f"Trang {n}/4"] for n in range(1, 5)]
    kept, warnings = without_furniture(pages)
    assert kept == [[f"Nội dung trang {n}."] for n in range(1, 5)]
    assert warnings == ("running heads left out: Bản tin số 1; Bản tin số 2; Bản tin số 3",)


def test_two_pages_are_too_few_to_tell_a_running_head() -> None:
    pages = [["Bản tin", "Một."], ["Bản tin", "Hai."]]
    assert without_furniture(pages) == (pages, ())


def test_without_pypdf_the_error_is_the_pip_line(read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)
    with pytest.raises(MissingExtraError, match=r"tomtat\[docs\]"):
        read(b"%PDF-1.7", ".pdf")
