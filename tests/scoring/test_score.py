from __future__ import annotations

import json

import pytest

from summarizer.datasets.base import Dataset, Example
from summarizer.errors import DataError
from summarizer.metrics import Settings
from summarizer.scoring import Options, score
from summarizer.scoring.values import report_from
from summarizer.systems import prepare
from summarizer.systems.base import Output
from summarizer.systems.runner import Run
from summarizer.types import Article

VERBS = ["mưa lớn", "nắng nóng", "gió mạnh", "sương mù", "rét đậm", "triều cường", "sạt lở", "hạn hán", "giông lốc"]
FAST = Options(metrics=("rouge", "keyfacts", "compression"), samples=200)


def example(i, lang="vi"):
    body = f"Sáng {i}/11, tỉnh có {VERBS[i]} trên diện rộng.\nĐời sống vẫn bình thường.\nHọc sinh đến lớp đầy đủ."
    if lang == "en":
        body = f"On November {i} the province had bad weather.\nLife went on.\nSchools were open."
    article = Article(f"{lang}{i}", body, f"Thời tiết {i}")
    summaries = {"vi": (f"Tỉnh có {VERBS[i]} sáng {i}/11.",), "en": (f"Bad weather on November {i}.",)}
    return Example(article.id, article, lang, summaries, {}, ({"vi": (VERBS[i],), "en": (f"November {i}",)},))


EXAMPLES = [example(i) for i in range(9)] + [example(0, "en"), example(1, "en")]
DATA = Dataset("made", tuple(EXAMPLES), "f" * 64, ("row 9: bad",))
STORIES = [prepare(e) for e in EXAMPLES]


def run(name, write, seconds=None):
    outputs = tuple(Output(s.id, write(s), read=0.5) for s in STORIES)
    return Run(name, outputs, seconds)


PERFECT = run("perfect", lambda s: {"vi": s.example.summaries["vi"][0], "en": s.example.summaries["en"][0]}, 0.25)
LEAD = run("lead-1", lambda s: {s.language: s.sentences[0].text})
EMPTY = run("gaps", lambda s: {"vi": "" if s.id == "vi3" else s.sentences[0].text})


@pytest.fixture(scope="module")
def report():
    return score(DATA, STORIES, [PERFECT, LEAD, EMPTY], FAST)


def test_directions_hold_the_systems_that_write_them(report):
    assert [d.name for d in report.directions] == ["vi-vi", "vi-en", "en-vi", "en-en"]
    assert [s.name for s in report.direction("vi-vi").systems] == ["perfect", "lead-1", "gaps"]
    assert [s.name for s in report.direction("vi-en").systems] == ["perfect"]
    assert [d.n for d in report.directions] == [9, 9, 2, 2]


def test_a_perfect_system_scores_one_with_its_interval(report):
    value = report.direction("vi-vi").system("perfect").value("rouge1")
    assert (value.value, value.low, value.high, value.n) == (1, 1, 1, 9)
    assert value.signature.startswith("rouge1|lang:vi|tok:syllable|norm:nfc+tone|stem:no|refs:1|n:9|")


def test_the_source_language_is_in_the_signature_across_languages(report):
    assert "|lang:en|src:vi|" in report.direction("vi-en").system("perfect").value("rouge1").signature


def test_key_facts_are_those_of_the_summary_language(report):
    assert report.direction("vi-en").system("perfect").value("keyfacts").value == 1


def test_others_are_contrasted_with_the_first(report):
    vi = report.direction("vi-vi")
    assert vi.system("perfect").contrasts == ()
    (contrast,) = [c for c in vi.system("lead-1").contrasts if c.metric == "rouge1"]
    assert contrast.delta == pytest.approx(1 - vi.system("lead-1").value("rouge1").value)
    assert contrast.p < 0.05
    assert not any(c.metric == "words" for c in vi.system("lead-1").contrasts)


def test_what_is_missing_is_counted_and_scored_as_empty(report):
    vi = report.direction("vi-vi")
    assert [s.missing for s in vi.systems] == [0, 0, 1]
    lead, gaps = (vi.system(name).value("rouge1").value for name in ("lead-1", "gaps"))
    assert gaps < lead


def test_breakdowns_cover_every_article(report):
    system = report.direction("vi-vi").system("lead-1")
    assert sum(b.n for b in system.by_length) == 9
    assert sum(b.n for b in system.by_position) == 9
    assert system.by_position[0].label == "0%-20%"


def test_worst_and_best_items_are_shown_with_what_was_scored():
    report = score(DATA, STORIES, [EMPTY, PERFECT], FAST)
    direction = report.direction("vi-vi")
    assert direction.worst[0].id == "vi3"
    assert direction.worst[0].values["rouge1"] == 0
    assert not {item.id for item in direction.worst} & {item.id for item in direction.best}
    best = direction.best[0]
    assert best.scored[0] == best.summary.lower().replace(",", "").replace("/", " ").rstrip(".")
    assert best.references
    assert best.article.startswith("Sáng")


def test_texts_can_be_kept_out():
    report = score(DATA, STORIES, [PERFECT], Options(metrics=("rouge",), samples=100, texts=False))
    made = json.dumps(report.to_dict(), ensure_ascii=False)
    assert "mưa lớn" not in made
    assert report.direction("vi-vi").worst[0].id.startswith("vi")


def test_where_the_main_system_writes_nothing_there_are_no_contrasts_and_items():
    report = score(DATA, STORIES, [LEAD, PERFECT], FAST)
    english = report.direction("vi-en")
    assert [s.name for s in english.systems] == ["perfect"]
    assert english.systems[0].contrasts == ()
    assert english.worst == ()


def test_the_ascii_scale_is_told():
    report = score(DATA, STORIES, [PERFECT, LEAD], Options(("rouge",), Settings("ascii"), samples=100))
    assert "ASCII scale" in report.notes[0]
    assert report.direction("vi-vi").system("lead-1").value("rouge1") is None
    assert report.direction("vi-vi").system("lead-1").value("ascii-rouge1") is not None
    assert report.direction("vi-vi").worst


def test_the_same_run_gives_the_same_report(report):
    assert score(DATA, STORIES, [PERFECT, LEAD, EMPTY], FAST) == report


def test_a_report_survives_json(report):
    assert report_from(json.loads(json.dumps(report.to_dict()))) == report


def test_something_else_is_not_a_report():
    with pytest.raises(DataError, match="not a saved report"):
        report_from({"directions": [{"x": 1}]})


def test_costs_are_passed_on(report):
    assert report.direction("vi-vi").system("perfect").seconds == 0.25
    assert report.skipped == ("row 9: bad",)
