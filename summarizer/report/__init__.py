"""A report as files: JSON for programs, Markdown for a README, one self-contained HTML page for people."""

from __future__ import annotations

import json
from pathlib import Path

from summarizer.report.html import to_html
from summarizer.report.markdown import to_markdown
from summarizer.scoring.values import Report

__all__ = ["to_html", "to_markdown", "write_report"]


def write_report(report: Report, folder: Path) -> tuple[Path, Path, Path]:
    """Write ``report.json``, ``report.md`` and ``report.html`` into ``folder`` and give their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = (folder / "report.json", folder / "report.md", folder / "report.html")
    texts = (json.dumps(report.to_dict(), ensure_ascii=False, indent=1) + "\n", to_markdown(report), to_html(report))
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths
