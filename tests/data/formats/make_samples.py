"""Write the sample article in every format (python tests/data/formats/make_samples.py); the story is invented."""

from __future__ import annotations

import csv
import json
import textwrap
from pathlib import Path

import docx
import matplotlib as mpl
import pyarrow as pa
import pyarrow.parquet
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

HERE = Path(__file__).parent
TITLE = "Cầu Rạch Sâu thông xe sớm hai tháng"
DATE = "2025-10-18"
PARAGRAPHS = (
    "Sáng 18/10/2025, UBND TP. Cần Thơ tổ chức lễ thông xe cầu Rạch Sâu, nối hai phường bị con rạch chia cắt suốt "
    "40 năm.",
    "Cầu dài 412 m, tổng vốn 385,6 tỷ đồng, rút ngắn quãng đường đến trường của khoảng 1.500 học sinh từ 9 km xuống "
    "còn 2 km. Nhà thầu bàn giao công trình sớm hai tháng so với hợp đồng.",
    "“Trước đây, mùa nước nổi phải đi đò, phụ huynh lo lắm”, bà Lê Thị Hoà, 61 tuổi, nói. Tuyến đường dẫn phía bờ "
    "bắc còn 300 m chưa thảm nhựa và sẽ xong trước Tết Nguyên đán.",
)


def main() -> None:
    text = "\n\n".join(PARAGRAPHS)
    row = {"id": "cau-rach-sau", "title": TITLE, "date": DATE, "text": text}
    (HERE / "sample.txt").write_text(f"{TITLE}\n\n{text}\n", "utf-8")
    (HERE / "sample.md").write_text(_markdown(), "utf-8")
    (HERE / "sample.html").write_text(_html(), "utf-8")
    (HERE / "sample.jsonl").write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
    (HERE / "sample.json").write_text(json.dumps([row], ensure_ascii=False, indent=1) + "\n", "utf-8")
    for suffix, separator in ((".csv", ";"), (".tsv", "\t")):
        with (HERE / f"sample{suffix}").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, list(row), delimiter=separator)
            writer.writeheader()
            writer.writerow(row)
    pyarrow.parquet.write_table(pa.Table.from_pylist([row]), HERE / "sample.parquet")
    _docx()
    _pdf()


def _markdown() -> str:
    first, second, third = PARAGRAPHS
    second = second.replace("sớm hai tháng", "**sớm hai tháng**")
    third = third.replace("Lê Thị Hoà", "[Lê Thị Hoà](https://example.org/hoa_(1).html)")
    blocks = (f'---\ntitle: "{TITLE}"\ndate: {DATE}\n---', f"# {TITLE}", first, "![Cầu](cau.jpg)", second, f"> {third}")
    return "\n\n".join(blocks) + "\n"


def _html() -> str:
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    menu = "".join(f'<li><a href="/{n}">{n}</a></li>' for n in ("Thời sự", "Thế giới", "Kinh tế", "Thể thao"))
    return (
        f'<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><title>{TITLE} - Báo Mẫu</title>'
        f'<meta property="og:title" content="{TITLE}">'
        f'<meta property="article:published_time" content="{DATE}T09:30:00+07:00"></head>\n'
        f"<body><nav><ul>{menu}</ul></nav>\n<article><h1>{TITLE}</h1>\n{body}\n</article>\n"
        f"<footer><p>Báo Mẫu giữ bản quyền</p></footer></body></html>\n"
    )


def _docx() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE, style="Title")
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    document.save(str(HERE / "sample.docx"))


def _pdf() -> None:
    mpl.rcParams["pdf.fonttype"] = 42  # keeps the text readable for programs
    page = Figure(figsize=(8.27, 11.69))
    lines = [TITLE]
    for paragraph in PARAGRAPHS:
        lines += textwrap.wrap(paragraph, 78)
    for number, line in enumerate(lines):
        page.text(0.1, 0.9 - 0.025 * number, line, fontsize=10, family="DejaVu Sans")
    page.text(0.5, 0.05, "Trang 1", fontsize=8, family="DejaVu Sans")
    with PdfPages(HERE / "sample.pdf", metadata={"CreationDate": None}) as pdf:
        pdf.savefig(page)


if __name__ == "__main__":
    main()
