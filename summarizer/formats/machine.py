"""The stable machine form of a summary, ``tomtat/summary/1``; docs/summary.schema.json describes it."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from summarizer.formats.document import Failure
from summarizer.types import Coverage, Finding, Removal, Repair, Span, Summary, SummaryText

SUMMARY_SCHEMA = "tomtat/summary/1"
ERROR_SCHEMA = "tomtat/error/1"


def summary_to_dict(summary: Summary) -> dict[str, Any]:
    """A summary as plain JSON values.

    Offsets count characters: of the article's text (NFC) in ``source``, ``sources`` and ``removed``, of the
    summary itself in ``sentences`` and ``findings``. ``sentences[].sources`` are values of ``sources[].index``.
    """
    article = summary.article
    return {
        "schema": SUMMARY_SCHEMA,
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "date": article.date,
        "language": summary.language,
        "length": summary.length,
        "model": summary.model,
        "vi": _text(summary.vi),
        "en": _text(summary.en),
        "sources": [{"index": s.index, "start": s.start, "end": s.end, "text": s.text} for s in summary.sources],
        "findings": [_finding(finding) for finding in summary.findings],
        "repairs": [_repair(repair) for repair in summary.repairs],
        "coverage": {**_fields(summary.coverage), "share": round(summary.coverage.share, 4)},
        "warnings": list(summary.warnings),
        "removed": [_fields(removal) for removal in summary.removed],
    }


def failure_to_dict(failure: Failure) -> dict[str, Any]:
    """A failure as plain JSON values; ``row`` is null when the whole document failed."""
    return {
        "schema": ERROR_SCHEMA,
        "id": failure.id,
        "source": failure.source,
        "row": failure.row,
        "problem": failure.problem,
        "advice": failure.advice,
    }


def _text(text: SummaryText | None) -> dict[str, Any] | None:
    if text is None:
        return None
    return {
        "text": text.text,
        "headline": text.headline,
        "method": text.method,
        "trusted": text.trusted,
        "score": text.score,
        "sentences": [
            {"text": s.text, "start": s.start, "end": s.end, "sources": list(s.sources)} for s in text.sentences
        ],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {**_fields(finding), "source": _span(finding.source)}


def _repair(repair: Repair) -> dict[str, Any]:
    return {**_fields(repair), "source": _span(repair.source)}


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _fields(value: Coverage | Removal | Finding | Repair) -> dict[str, Any]:
    """The fields as they are: ``dataclasses.asdict`` copies each one deeply, which takes longer than the JSON."""
    return {field.name: getattr(value, field.name) for field in fields(value)}
