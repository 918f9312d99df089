"""Rows to summarise, and what the tests read back from an output."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def make_rows(count: int, others: dict[int, str] | None = None) -> list[Row]:
    """Rows ``a0``, ``a1``, … with Vietnamese texts; ``others`` begin with something else."""
    return [
        {
            "id": f"a{n}",
            "title": f"Tin số {n}",
            "text": f"{(others or {}).get(n, 'Sáng nay:')} giá gạo xuất khẩu của tỉnh thứ {n} tăng 3,5% trong tháng.",
        }
        for n in range(count)
    ]


def records(path: Path) -> list[Row]:
    """The records of an output; every line must be whole."""
    data = path.read_text(encoding="utf-8")
    assert not data or data.endswith("\n")
    return [json.loads(line) for line in data.split("\n") if line]


def comparable(path: Path) -> list[Row]:
    """The records in id order, less what a clock measured."""
    rows = records(path)
    for row in rows:
        row["batch"].pop("timings")
    return sorted(rows, key=lambda row: (row["id"], row.get("row") or 0))


def ids(path: Path) -> list[str]:
    return [row["id"] for row in records(path)]
