from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from summarizer.errors import DataError
from summarizer.report import to_html, to_markdown, write_report
from summarizer.report.blocks import replace_block
from summarizer.report.items import mark_shared
from summarizer.report.svg import PLOT_WIDTH, Mark, bars
from summarizer.report.words import kind, number, system_label
from summarizer.scoring.values import Bin, Contrast, Direction, Item, Report, SystemScore, Value

ATTACK = '<script>alert("x")</script>'


def value(metric, found, **fields):
    made = Value(metric, found, found - 0.03, found + 0.03, 40, f"{metric}|lang:vi|tok:syllable|n:40|v:0.1.0")
    return replace(made, **fields)


def system(name, score, **fields):
    values = (value("rouge1", score), value("keyfacts", score), value("words", 50.0, unit="words", better="neither"))
    bins = tuple(Bin(label, 20, score, score - 0.05, score + 0.05) for label in ("150-300", "301-900"))
    return SystemScore(name, values, by_length=bins, by_position=bins, **fields)


CONTRAST = Contrast("rouge1", 0.12, 0.05, 0.2, 0.002)
ITEM = Item(
    "bai-1",
    "ours:tomtat:short:auto",
    {"rouge1": 0.31, "keyfacts": 0.5, "words": 44.0, "rouge2": None},
    "Khánh Hoà & bão số 9",
    f"Bão số 9 vào Khánh Hoà. {ATTACK}",
    ("Bão số 9 đổ bộ Khánh Hòa.", "Gió giật cấp 12."),
    "Đoạn một.\nĐoạn hai.",
    ("bão số 9 vào khánh hòa", "bão số 9 đổ bộ khánh hòa", "gió giật cấp 12"),
)
DIRECTION = Direction(
    "vi",
    "vi",
    40,
    (
        system("ours:tomtat:short:auto", 0.46, seconds=0.81, peak_mb=412.0),
        system("lead-2", 0.34, contrasts=(CONTRAST,)),
        system("oracle-3", 0.62, contrasts=(replace(CONTRAST, delta=-0.16),)),
        system("random-2", 0.09, missing=2),
        system("textrank-2", 0.46),
    ),
    (ITEM,),
    (ITEM,),
)
REPORT = Report(
    f"corpus {ATTACK}",
    "ab" * 32,
    "summary",
    "ours:tomtat:short:auto",
    (DIRECTION,),
    "0.1.0",
    1000,
    7,
    made_with={"numpy": "2"},
)


class Checker(HTMLParser):
    """Collects tags and notes wrong nesting."""

    VOID = frozenset({"meta", "link", "br", "img", "line", "rect", "circle", "path", "input"})

    def __init__(self):
        super().__init__()
        self.stack, self.tags, self.wrong, self.languages = [], [], [], set()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.languages.update(v for k, v in attrs if k == "lang")
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        if not self.stack or self.stack.pop() != tag:
            self.wrong.append(tag)


def parsed(page):
    checker = Checker()
    checker.feed(page)
    return checker


def test_the_page_is_well_formed_and_self_contained():
    page = to_html(REPORT)
    found = parsed(page)
    assert found.wrong == []
    assert found.stack == []
    assert "script" not in found.tags
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert "url(" not in page
    assert page.count("<svg") == 4
    assert {"en", "vi"} <= found.languages


def test_no_text_of_an_article_becomes_markup():
    page = to_html(REPORT)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "Khánh Hoà &amp; bão" in page


def test_the_page_says_what_is_compared():
    page = to_html(REPORT)
    for text in (
        "Vietnamese summaries of Vietnamese articles",
        "46.0",
        "12.0 above LEAD (2)",
        "p = 0.002",
        "nothing for 2",
    ):
        assert text in page
    assert "rouge1|lang:vi|tok:syllable|n:40|v:0.1.0" in page
    assert "bão số 9 vào khánh hòa" in page


def test_pictures_have_words_for_those_who_cannot_see_them():
    labels = re.findall(r'<svg[^>]*aria-label="([^"]+)"', to_html(REPORT))
    assert len(labels) == 4
    assert "LEAD (2) 34.0" in labels[0]
    assert "150-300 46.0" in labels[2]


def test_bold_is_for_the_best_that_does_not_see_the_references():
    rows = re.findall(r"<tr class=.*?</tr>", to_html(REPORT))
    bold = [bool(re.search(r"<td[^>]*><b>", row)) for row in rows]
    assert bold == [True, False, False, False, True]


def test_arrows_say_who_is_better():
    rows = re.findall(r"<tr class=.*?</tr>", to_html(REPORT))
    assert ["▲" in row for row in rows] == [False, True, False, False, False]
    assert ["▼" in row for row in rows] == [False, False, True, False, False]


def test_shared_words_are_marked_whatever_their_tone_placement():
    marked = mark_shared("Khánh Hoà mưa <to>", ("tỉnh Khánh Hòa",), "vi")
    assert marked == '<p lang="vi"><mark>Khánh</mark> <mark>Hoà</mark> mưa &lt;to&gt;</p>'


def test_a_report_without_texts_says_why():
    bare = replace(ITEM, summary="", references=(), article="", scored=())
    page = to_html(replace(REPORT, directions=(replace(DIRECTION, worst=(bare,), best=(bare,)),)))
    assert "belong to somebody else" in page
    assert "Đoạn một" not in page


def test_a_direction_without_the_main_system_is_told():
    other = replace(DIRECTION, lang="en", systems=DIRECTION.systems[1:], worst=(), best=())
    page = to_html(replace(REPORT, directions=(other,)))
    assert "writes none" in page
    assert "is better or worse than this one" not in page
    assert "differs from" not in to_markdown(replace(REPORT, directions=(other,)))


def test_values_that_do_not_apply_are_a_dash():
    none = value("keyfacts", 0.5, value=None, low=None, high=None, n=0)
    systems = tuple(replace(s, values=(s.values[0], none)) for s in DIRECTION.systems)
    report = replace(REPORT, directions=(replace(DIRECTION, systems=systems),))
    assert "Key facts" not in to_html(report).partition("<tbody>")[0]
    assert "| – |" in to_markdown(report)


def test_markdown_has_intervals_costs_and_signatures():
    text = to_markdown(REPORT)
    assert "| **tomtat, short** | 46.0 [43.0, 49.0] | 46.0 [43.0, 49.0] | 0.810 | 412 |" in text
    assert "| LEAD (2) | 34.0* [31.0, 37.0] |" in text
    assert "- `rouge1|lang:vi|tok:syllable|n:40|v:0.1.0`" in text
    assert "tomtat, short less LEAD (2), ROUGE-1: +12.0 [+5.0, +20.0], p = 0.002" in text


def test_three_files_are_written(tmp_path):
    paths = write_report(REPORT, tmp_path / "new" / "folder")
    assert [path.name for path in paths] == ["report.json", "report.md", "report.html"]
    assert json.loads(paths[0].read_text(encoding="utf-8"))["directions"][0]["n"] == 40


@pytest.mark.parametrize(
    ("name", "label", "part"),
    [
        ("ours:tomtat:short:auto", "tomtat, short", "ours"),
        ("ours:org/model:medium:cascade", "org/model, medium, cascade", "ours"),
        ("lead-2", "LEAD (2)", "lead"),
        ("random-1", "Random article (1)", "floor"),
        ("oracle-3", "Oracle extract (3)", "ceiling"),
        ("textrank-2", "TextRank (2)", "peer"),
        ("file:mine.jsonl", "mine.jsonl", "other"),
    ],
)
def test_systems_have_names_for_people(name, label, part):
    assert (system_label(name), kind(name)) == (label, part)


def test_numbers_are_shown_in_their_unit():
    assert number(value("rouge1", 0.4567)) == "45.7"
    assert number(value("chrf", 45.67, unit="points")) == "45.7"
    assert number(value("words", 61.2, unit="words"), "high") == "61.2"


def test_bars_stay_inside_their_picture():
    drawn = bars("x", [Mark("a", 99.9, 97, 100, "ours", True, "99.9"), Mark("b", 0, 0, 0, "floor", text="0.0")])
    assert max(float(x) for x in re.findall(r'width="([\d.]+)"', drawn)) <= PLOT_WIDTH
    assert parsed(drawn).wrong == []


def test_a_table_goes_into_its_place_and_nowhere_else(tmp_path):
    path = tmp_path / "README.md"
    path.write_text("before\n<!-- begin t -->\nold\n<!-- end t -->\nafter\n", encoding="utf-8")
    for _ in range(2):
        replace_block(path, "t", ["| a |", r"| \1 |"])
    assert path.read_text(encoding="utf-8") == "before\n<!-- begin t -->\n\n| a |\n| \\1 |\n\n<!-- end t -->\nafter\n"
    with pytest.raises(DataError, match="no place for the table u"):
        replace_block(path, "u", [])
