from __future__ import annotations

import ast
import json
import re
import string
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import gradio as gr
import pytest

import summarizer
from summarizer.demo.models import Choice, check_model, choices, usable
from summarizer.demo.problems import OWN, Problem, explain
from summarizer.demo.texts import KINDS, NOTICES, REMOVED, TEXTS, Pair
from summarizer.demo.words import FIRST_LANGUAGE, Labels, number, say, words
from summarizer.errors import InputError
from summarizer.formats.article import check_text
from summarizer.formats.phrases import is_known
from summarizer.formats.web import check_url
from summarizer.settings import LENGTHS
from summarizer.text.clean import clean
from summarizer.text.reasons import REASONS
from summarizer.types import Article, FindingKind, Method, Verdict

EVERY: dict[str, Pair] = {**NOTICES, **TEXTS, **KINDS, **REMOVED, **OWN}
PACKAGE = Path(summarizer.__file__).parent


@pytest.mark.parametrize("key", list(EVERY))
def test_both_sides_say_the_same_things(key: str) -> None:
    vi, en = EVERY[key]
    fields = [{name for _, name, _, _ in string.Formatter().parse(side) if name} for side in (vi, en)]
    assert fields[0] == fields[1]
    assert vi.strip() == vi != ""
    assert en.strip() == en != ""
    assert unicodedata.is_normalized("NFC", vi)


def test_everything_the_library_names_has_words() -> None:
    assert set(KINDS) == set(get_args(FindingKind))
    assert set(REMOVED) == set(REASONS)
    assert {*get_args(Verdict), *get_args(Method), *(f"length_{length}" for length in LENGTHS)} <= set(TEXTS)


def test_words_are_escaped_and_numbers_are_written_as_each_language_does() -> None:
    assert words("repaired", before="<b>", after="&").count("&lt;b&gt;") == 2
    assert number(1234567, "vi") == "1.234.567"
    assert number(1234.5, "vi") == "1.234,5"
    assert number(1234.5, "en") == "1,234.5"
    assert say("waiting", "vi", n=3) == "Đang chờ tới lượt, trước bạn còn 3 yêu cầu…"


def test_labels_speak_vietnamese_first_and_both_in_the_script() -> None:
    labels = Labels()
    with gr.Blocks():
        box = labels.add(gr.Textbox(), label="article", placeholder="article_hint")
        labels.add(gr.Radio([], value="a"), choices=[(("Một", "One"), "a")], label="length")
    assert box.label == TEXTS["article"][0]
    script = labels.script()
    table = json.loads(re.search(r"const table = (\{.*?\}); document", script)[1])  # type: ignore[index]
    assert table["en"][0]["placeholder"] == TEXTS["article_hint"][1]
    assert table["en"][1]["choices"] == [["One", "a"]]
    assert "navigator.languages" in FIRST_LANGUAGE


def _wordings() -> Iterator[str]:
    """What the checks say of a summary: every sentence in their code, with Vietnamese for what is filled in."""
    files = [path for path in (PACKAGE / "checks").glob("*.py") if path.name != "glossary.py"]
    for file in [*files, PACKAGE / "finishing.py"]:
        yield from (
            text for text in _texts(ast.parse(file.read_text(encoding="utf-8"))) if re.match(r"\S+ .*\.$", text)
        )


def _texts(node: ast.AST) -> Iterator[str]:
    """All string values below a node, docstrings left out, an f-string as one."""
    if isinstance(node, ast.JoinedStr):
        yield "".join(str(p.value) if isinstance(p, ast.Constant) else "Vietnamese" for p in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
        for child in ast.iter_child_nodes(node):
            yield from _texts(child)


def test_every_finding_can_be_told_in_vietnamese() -> None:
    said = set(_wordings())
    assert len(said) > 20
    assert [text for text in sorted(said) if not is_known(text)] == []


@pytest.mark.parametrize("text", ["", "123 456", "Ngắn quá", "Một hai ba"])
def test_common_errors_are_told_in_vietnamese(text: str) -> None:
    with pytest.raises(InputError) as caught:
        check_text(text)
    assert is_known(caught.value.problem)


@pytest.mark.parametrize("url", ["ftp://a", "http://", "http://u:p@a/", "http://a:22/"])
def test_url_errors_are_told_in_vietnamese(url: str) -> None:
    with pytest.raises(InputError) as caught:
        check_url(url)
    assert is_known(caught.value.problem)


@pytest.mark.parametrize(
    "text",
    [
        "Xem thêm: Giá xăng hôm nay\n\n>> Tin liên quan",
        "Der Bundestag hat am Freitag das Gesetz mit großer Mehrheit beschlossen, sagte der Minister in Berlin.",
        "รัฐบาลประกาศเมื่อวันศุกร์ว่ากฎหมายใหม่จะมีผลบังคับใช้ในเดือนมกราคม",
    ],
)
def test_articles_that_are_none_are_told_in_vietnamese(text: str) -> None:
    with pytest.raises(InputError) as caught:
        clean(Article("a", text))
    assert is_known(caught.value.problem)


def test_advice_for_a_terminal_is_not_shown_on_the_page() -> None:
    assert explain("X is empty.", "Run  tomtat clean FILE") == ("Không có nội dung.", "X is empty.")
    assert explain("Something new.", "Do this.") == ("Something new.", "Something new. Do this.")


def test_models_that_are_not_here_are_listed_but_cannot_be_used() -> None:
    known = choices("tomtat")
    assert known[0].name == "tomtat"
    assert {"crosssum", "vit5-opus"} <= {choice.name for choice in known}
    away = next(choice for choice in known if not choice.here)
    assert away.licence
    with pytest.raises(Problem):
        check_model(away.name, known)
    assert check_model("extractive", known) == "extractive"
    assert usable((Choice("a", "", here=False),)) == ()
