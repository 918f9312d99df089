"""One line of the output: a summary or an error, with what it was made from; docs/batch.schema.json describes it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from summarizer.batch.identity import Model, article_name, content_hash, failure_name, row_state
from summarizer.formats.document import Failure
from summarizer.formats.write import failure_line, write_jsonl
from summarizer.types import Article, Summary

PREFIX = b'{"schema": "tomtat/'
FAILED = PREFIX + b"error/"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What all records of a run have in common."""

    config: str
    model: Model
    versions: dict[str, str]
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds: ``prepare`` of this article, ``write`` of its whole window shared out over ``rows`` articles."""

    prepare: float = 0.0
    write: float = 0.0
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A finished line with its line feed."""

    line: bytes
    failed: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """What resuming needs to know of a line: see ``identity.row_name`` and ``row_state``."""

    name: int
    state: int
    failed: bool


def make_row(result: Summary | Failure, article: Article | None, stamp: Stamp, timing: Timing) -> Row:
    """The line for one result.

    Args:
        result: what came out.
        article: what went in, None when the row could not be read.
        stamp: of the run.
        timing: how long it took.
    """
    failed = isinstance(result, Failure)
    line = failure_line(result) if isinstance(result, Failure) else write_jsonl(result)
    batch: dict[str, Any] = {
        "content_hash": content_hash(article) if article else None,
        "config_hash": stamp.config if article else None,
        "model": {"name": stamp.model.name, "revision": stamp.model.revision},
        "versions": stamp.versions,
        "seed": stamp.seed,
        "timings": {"prepare": round(timing.prepare, 4), "write": round(timing.write, 4), "rows": timing.rows},
    }
    text = f'{line.rstrip().removesuffix("}")}, "batch": {json.dumps(batch, ensure_ascii=False)}}}\n'
    return Row(text.encode("utf-8"), failed)


def read_entry(line: bytes) -> Entry | None:
    """What a line of an output holds, None when it is not a whole record."""
    if not (line.startswith(PREFIX) and line.endswith(b"}\n")):
        return None
    try:
        record = json.loads(line)
        batch = record["batch"]
        content, config = batch["content_hash"], batch["config_hash"]
        failed = "problem" in record
        if content is None:
            return Entry(failure_name(record["source"], record["row"], record["id"]), 0, failed)
        return Entry(article_name(record["id"]), row_state(content, config), failed)
    except (ValueError, KeyError, TypeError):
        return None
