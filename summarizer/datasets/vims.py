"""ViMs (Tran et al. 2020): clusters of Vietnamese articles on one event, two summaries by hand for each cluster.

``original/Cluster_001/original/1.txt`` … and ``summary/Cluster_001/0.gold.txt``, ``1.gold.txt``. An article is header
lines (``Title:``, ``Published Date:``, ``Summary:`` …) and everything after ``Content:``. A cluster is one example:
its articles one after the other, each opened by the paper's own summary line where it has one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from summarizer.datasets.base import Raw
from summarizer.errors import DataError


def read(path: Path) -> Iterator[Raw]:
    """One row a cluster.

    Raises:
        DataError: the folder does not hold ``original`` and ``summary``.
    """
    root = next((p for p in (path, path / "ViMs") if (p / "original").is_dir() and (p / "summary").is_dir()), None)
    if root is None:
        raise DataError(
            f"The folder {path} is not the ViMs set.", "Give the unpacked folder that holds original/ and summary/."
        )
    for cluster in sorted(p for p in (root / "original").iterdir() if p.is_dir()):
        yield _cluster(cluster, root / "summary" / cluster.name)


def _cluster(folder: Path, summaries: Path) -> Raw:
    where = f"original/{folder.name}"
    inner = folder / "original"
    files = sorted((inner if inner.is_dir() else folder).glob("*.txt"), key=lambda p: (len(p.stem), p.stem))
    try:
        articles = [_article(file.read_text(encoding="utf-8-sig")) for file in files]
        golds = [p.read_text(encoding="utf-8-sig") for p in sorted(summaries.glob("*.gold.txt"))]
    except UnicodeDecodeError as error:
        return Raw(where, problem=f"a file is not UTF-8 ({error.reason})")
    return Raw(
        where,
        id=folder.name,
        text="\n\n".join(body for _, body in articles if body),
        title=articles[0][0] if articles else "",
        language="vi",
        summaries={"vi": tuple(" ".join(gold.split()) for gold in golds)},
    )


def _article(text: str) -> tuple[str, str]:
    """Title and body of one file, the body opened by the ``Summary:`` line."""
    head, _, content = text.partition("\nContent:")
    fields = dict(line.split(":", 1) for line in head.splitlines() if ":" in line)
    lead = fields.get("Summary", "").strip()
    return fields.get("Title", "").strip(), "\n".join(part for part in (lead, content.strip()) if part)
