"""A document from bytes, and a summary with everything in it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from summarizer.formats.document import Document, Failure
from summarizer.formats.read import read_document
from summarizer.types import (
    Article,
    Coverage,
    Finding,
    Removal,
    Repair,
    Sentence,
    Span,
    Summary,
    SummarySentence,
    SummaryText,
)

SAMPLES = Path(__file__).parent.parent / "data" / "formats"
WORDS = "một hai ba bốn năm sáu"

Read = Callable[..., list[Article | Failure]]


@pytest.fixture(scope="session")
def samples() -> Path:
    return SAMPLES


@pytest.fixture
def read() -> Read:
    """``read(data, suffix)``: the results for a document with these bytes and this suffix."""

    def read_it(data: bytes | str, suffix: str) -> list[Article | Failure]:
        raw = data.encode() if isinstance(data, str) else data
        return list(read_document(Document(f"bai{suffix}", BytesIO(raw), suffix)))

    return read_it


@pytest.fixture
def summary() -> Summary:
    vi = "Cầu thông xe ngày 18/10/2025. Cầu dài 412 m."
    en = "The bridge opened on 18 October 2025. It is 421 m long."
    return Summary(
        article=Article("cau", "…", "Cầu Rạch Sâu thông xe sớm", "2025-10-18", "cau.txt"),
        language="vi",
        vi=SummaryText("vi", vi, "extractive", True, None, "", _sentences(vi, (2,), (2, 5))),
        en=SummaryText("en", en, "translated", False, -1.25, "Bridge opens early", _sentences(en, (2,), (5,))),
        sources=(
            Sentence(2, 40, 95, "Sáng 18/10/2025, cầu Rạch Sâu thông xe.", 0),
            Sentence(5, 210, 240, "Cầu dài 412 m, tổng vốn 385,6 tỷ đồng.", 1),
        ),
        findings=(
            Finding("number", "contradicted", "en", "421", 44, 47, Span(218, 221), "412", "421 is not in the source"),
            Finding("date", "supported", "vi", "18/10/2025", 18, 28, Span(45, 55), "18/10/2025"),
        ),
        coverage=Coverage(18, 12, 3000, 1920, 2),
        model="tomtat-small",
        repairs=(Repair("vi", "421 m", "412 m", Span(218, 223)),),
        warnings=("decoded from TCVN3",),
        removed=(Removal(0, 9, "XEM VIDEO", "video label"),),
    )


def _sentences(text: str, *sources: tuple[int, ...]) -> tuple[SummarySentence, ...]:
    end = text.index(". ") + 1
    return (
        SummarySentence(text[:end], 0, end, sources[0]),
        SummarySentence(text[end + 1 :], end + 1, len(text), sources[1]),
    )
