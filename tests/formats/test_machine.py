from __future__ import annotations

import copy
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from summarizer.formats.document import Failure
from summarizer.formats.machine import failure_to_dict, summary_to_dict
from summarizer.types import Article, Coverage, Summary

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "summary.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def test_the_schema_is_a_schema_and_closed_everywhere() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            if node.get("type") == "object":
                assert node["additionalProperties"] is False
                assert set(node["required"]) == set(node["properties"])
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(SCHEMA)


def test_a_full_summary_fits_the_schema(summary: Summary) -> None:
    VALIDATOR.validate(summary_to_dict(summary))


def test_a_bare_summary_fits_the_schema() -> None:
    bare = Summary(Article("a", "…"), "en", None, None, (), (), Coverage(0, 0, 0, 0), "extractive")
    data = summary_to_dict(bare)
    VALIDATOR.validate(data)
    assert (data["vi"], data["en"], data["coverage"]["share"]) == (None, None, 0.0)


def test_failures_fit_the_schema() -> None:
    for failure in (Failure("a.txt", "p"), Failure("a.csv", "p", "a", 3, "x")):
        VALIDATOR.validate(failure_to_dict(failure))


def test_the_machine_form_in_full(summary: Summary) -> None:
    data = summary_to_dict(summary)
    assert data["schema"] == "tomtat/summary/1"
    assert data["vi"] == {
        "text": "Cầu thông xe ngày 18/10/2025. Cầu dài 412 m.",
        "headline": "",
        "method": "extractive",
        "trusted": True,
        "score": None,
        "sentences": [
            {"text": "Cầu thông xe ngày 18/10/2025.", "start": 0, "end": 29, "sources": [2]},
            {"text": "Cầu dài 412 m.", "start": 30, "end": 44, "sources": [2, 5]},
        ],
    }
    assert data["sources"][0] == {"index": 2, "start": 40, "end": 95, "text": "Sáng 18/10/2025, cầu Rạch Sâu thông xe."}
    assert data["findings"][0] == {
        "kind": "number",
        "verdict": "contradicted",
        "lang": "en",
        "text": "421",
        "start": 44,
        "end": 47,
        "source": {"start": 218, "end": 221},
        "source_text": "412",
        "message": "421 is not in the source",
    }
    assert data["repairs"] == [
        {"lang": "vi", "before": "421 m", "after": "412 m", "source": {"start": 218, "end": 223}}
    ]
    assert data["coverage"] == {
        "sentences": 18,
        "read": 12,
        "characters": 3000,
        "characters_read": 1920,
        "used": 2,
        "share": 0.64,
    }
    assert data["removed"] == [{"start": 0, "end": 9, "text": "XEM VIDEO", "reason": "video label"}]


@pytest.mark.parametrize("missing", ["id", "coverage", "vi"])
def test_the_schema_notices_a_missing_key(summary: Summary, missing: str) -> None:
    data = summary_to_dict(summary)
    del data[missing]
    assert not VALIDATOR.is_valid(data)


def test_the_schema_notices_a_new_key_and_a_wrong_value(summary: Summary) -> None:
    data = summary_to_dict(summary)
    new, wrong = copy.deepcopy(data), copy.deepcopy(data)
    new["vi"]["extra"] = 1
    wrong["findings"][0]["verdict"] = "maybe"
    assert not VALIDATOR.is_valid(new)
    assert not VALIDATOR.is_valid(wrong)
    assert not VALIDATOR.is_valid(
        summary_to_dict(replace(summary, article=replace(summary.article, date="25/10/2025")))
    )


def test_the_schema_allows_every_value_of_the_types() -> None:
    from typing import get_args

    from summarizer import types

    definitions = SCHEMA["$defs"]
    finding = definitions["finding"]["properties"]
    assert finding["kind"]["enum"] == list(get_args(types.FindingKind))
    assert finding["verdict"]["enum"] == list(get_args(types.Verdict))
    assert definitions["text"]["properties"]["method"]["enum"] == list(get_args(types.Method))
    assert definitions["summary"]["properties"]["length"]["enum"] == list(get_args(types.Length))
    assert definitions["summary"]["properties"]["language"]["enum"] == list(get_args(types.ArticleLang))
