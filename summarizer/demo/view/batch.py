"""A batch as HTML: how far it is, what failed and where, the latest results; and its results as CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from html import escape
from io import StringIO
from pathlib import Path

from summarizer.demo.jobs import SHOWN, BatchJob
from summarizer.demo.problems import explain
from summarizer.demo.view.result import problem_html
from summarizer.demo.words import pair_html, words
from summarizer.formats.document import Failure
from summarizer.types import Lang, Summary

COLUMNS = ("id", "title", "source", "language", "vi_headline", "vi", "en_headline", "en", "model", "row", "problem")
_MOST_FAILURES = 200


def batch_html(job: BatchJob) -> str:
    """The whole state of a job."""
    return (
        f'<div class="tt-batch">{_progress(job)}{problem_html(job.error) if job.error else ""}'
        f"{_downloads(job)}{_failures(job)}{_results(job)}</div>"
    )


def _progress(job: BatchJob) -> str:
    failed = len(job.failures)
    if job.ended is None:
        told = words("batch_of", n=job.done, all=job.total) if job.total else words("batch_running", n=job.done)
        return (
            f'<p class="tt-status tt-busy" role="status">{told}</p>'
            f'<progress class="tt-progress" max="{job.total or 1}" value="{job.done}" aria-hidden="true"></progress>'
        )
    key = "batch_stopped" if job.stopped.is_set() else "batch_done"
    cut = f'<p class="tt-caution">{words("batch_cut", n=job.done)}</p>' if job.cut else ""
    return f'<p class="tt-status" role="status">{words(key, n=job.done - failed, failed=failed)}</p>{cut}'


def _downloads(job: BatchJob) -> str:
    if job.ended is None or not job.done:
        return ""
    links = "".join(
        f'<a class="tt-button" download="tomtat.{kind}" href="tomtat/batch/{escape(job.id)}.{kind}">.{kind}</a>'
        for kind in ("jsonl", "csv")
    )
    return f'<div class="tt-downloads"><span>{words("download")}</span>{links}</div>'


def _failures(job: BatchJob) -> str:
    if not job.failures:
        return ""
    rows = "".join(_failure(failure) for failure in job.failures[:_MOST_FAILURES])
    head = "".join(f'<th scope="col">{words(key)}</th>' for key in ("file", "row", "problem"))
    return (
        f'<section class="tt-panel"><header><h2 id="tt-failures">{words("failures", n=len(job.failures))}</h2></header>'
        '<div class="tt-scroll tt-table" tabindex="0" role="region" aria-labelledby="tt-failures"><table>'
        f"<thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div></section>"
    )


def _failure(failure: Failure) -> str:
    row = "–" if failure.row is None else str(failure.row)
    told = pair_html(explain(failure.problem, failure.advice))
    return f"<tr><td>{escape(failure.source)}</td><td>{row}</td><td>{told}</td></tr>"


def _results(job: BatchJob) -> str:
    summaries = list(job.latest)
    if not summaries:
        return ""
    count = job.done - len(job.failures)
    note = f'<p class="tt-quiet">{words("shown", n=SHOWN)}</p>' if count > SHOWN else ""
    items = "".join(_item(summary) for summary in reversed(summaries))
    return (
        f'<section class="tt-panel"><header><h2>{words("results", n=count)}</h2></header>{note}'
        f'<ol class="tt-list">{items}</ol></section>'
    )


def _item(summary: Summary) -> str:
    title = escape(summary.article.title or summary.article.id)
    lang = "" if summary.language == "mixed" else f' lang="{summary.language}"'
    return f"<li><h3{lang}>{title}</h3><dl>{_text(summary, 'vi')}{_text(summary, 'en')}</dl></li>"


def _text(summary: Summary, lang: Lang) -> str:
    text = summary.text(lang)
    if text is None:
        return ""
    caution = "" if text.trusted else f'<p class="tt-caution">{words("untrusted")}</p>'
    return f'<dt>{words("lang_" + lang)}</dt><dd>{caution}<span lang="{lang}">{escape(text.text)}</span></dd>'


def csv_lines(results: Path) -> Iterator[str]:
    """The lines of a results file as CSV for a spreadsheet, header first, with a byte order mark."""
    yield "\ufeff" + _csv_row(COLUMNS)
    with results.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            texts = {
                f"{lang}{suffix}": (record.get(lang) or {}).get(name, "")
                for lang in ("vi", "en")
                for suffix, name in (("", "text"), ("_headline", "headline"))
            }
            yield _csv_row(_harmless({**record, **texts}.get(column)) for column in COLUMNS)


def _csv_row(cells: object) -> str:
    out = StringIO()
    csv.writer(out).writerow(cells)  # type: ignore[arg-type]  # any iterable of cells
    return out.getvalue()


def _harmless(cell: object) -> object:
    """A cell that a spreadsheet does not take for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
