"""Tables that a command writes into a document, so that no number there is typed by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from summarizer.errors import DataError


def replace_block(path: Path, name: str, lines: Sequence[str]) -> None:
    """Put ``lines`` between ``<!-- begin NAME -->`` and ``<!-- end NAME -->`` of a document.

    Raises:
        DataError: the document does not have these two marks, in this order.
    """
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    if not pattern.search(text):
        raise DataError(f"{path} has no place for the table {name}.", f"Add the two lines  {begin}  and  {end} .")
    block = "\n".join([begin, "", *lines, "", end])
    path.write_text(pattern.sub(lambda _: block, text, count=1), encoding="utf-8")
