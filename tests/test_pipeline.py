import math
from collections.abc import Sequence
from pathlib import Path

import pytest

from summarizer import Settings, Summarizer
from summarizer.assets import asset
from summarizer.backends.base import Hypothesis, Request, Task
from summarizer.errors import InputError, LanguageError, SummarizerError
from summarizer.finishing import GUESSED
from summarizer.formats.document import Failure
from summarizer.types import Article, Lang, Summary

TITLE = "Mưa lớn gây ngập 12 tuyến đường ở Hải Lâm"
BODY = """Hải Lâm, ngày 5/3 (TTXVN) - Sáng 5/3, mưa lớn gây ngập nhiều tuyến đường ở thành phố Hải Lâm.

Mưa lớn kéo dài 6 giờ khiến 12 tuyến đường ở Hải Lâm ngập sâu, giao thông tê liệt.
Chủ tịch thành phố Trần Văn Bình yêu cầu sơ tán 300 hộ dân trước 18h.

Người dân đứng nhìn dòng nước. Ảnh: Minh Quân/TTXVN

Theo Đài Khí tượng Thủy văn, mưa sẽ giảm từ ngày 6/3."""


Answers = dict[tuple[Task, Lang], list[tuple[str, float]]]


class Echo:
    """A backend that says what it was told to, and remembers what it was asked."""

    name = "echo 1"
    budget = whole = 120
    route = "cascade"
    takes_terms = False
    folders: tuple[Path, ...] = ()

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.asked: list[Request] = []

    def supports(self, task: Task, source: Lang, target: Lang) -> bool:
        return (task, target) in self.answers

    def floor(self, task: Task, source: Lang, target: Lang) -> float:
        return -1.0

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def generate(self, requests: Sequence[Request], *, beams: int = 4, nbest: int = 1) -> list[list[Hypothesis]]:
        self.asked += requests
        return [[Hypothesis(t, s) for t, s in self.answers[r.task, r.target]] for r in requests]


def summarizer(monkeypatch: pytest.MonkeyPatch, answers: Answers, **options: object) -> Summarizer:
    monkeypatch.setattr("summarizer.pipeline.open_system", lambda name, **_: Echo(answers))
    return Summarizer(Settings(**options))  # type: ignore[arg-type]


ARTICLE = Article("a", BODY, TITLE, "2026-03-05")
GOOD_VI = "Mưa lớn kéo dài 6 giờ làm 12 tuyến đường ở Hải Lâm ngập sâu. Thành phố yêu cầu sơ tán 300 hộ dân trước 18h."
RAIN = "Rain came down hard on many streets of the city."
GOOD_EN = "Heavy rain flooded 12 roads in Hai Lam."


class Late(Echo):
    """An echo that says something better when more is asked of it."""

    def generate(self, requests: Sequence[Request], *, beams: int = 4, nbest: int = 1) -> list[list[Hypothesis]]:
        found = super().generate(requests, beams=beams, nbest=nbest)
        return [[*row, Hypothesis(RAIN, -0.5)] if nbest > 4 else row for row in found]


@pytest.mark.parametrize("wrong", ["Heavy rain flooded 9,412 roads.", "Heavy rain flooded the roads of Tan Phu."])
def test_more_translations_are_asked_for_where_all_have_a_wrong_figure_or_name(
    monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    backend = Late({("translate", "en"): [(wrong, -0.4)]})
    monkeypatch.setattr("summarizer.pipeline.open_system", lambda name, **_: backend)
    summary = Summarizer(Settings()).summarize(ARTICLE)
    assert str(summary.en) == f"{RAIN} {RAIN}"
    sentences = [r.text for r in backend.asked if r.text != TITLE]
    assert len(sentences) == 2 * len(set(sentences))  # nothing is asked a third time


class Obedient(Echo):
    """An echo with a word of its own for every one it must not say."""

    others = ("tunnnel", "tunnelel", "tunnel")

    def generate(self, requests: Sequence[Request], *, beams: int = 4, nbest: int = 1) -> list[list[Hypothesis]]:
        self.asked += requests
        said = [next(word for word in self.others if word not in r.unsaid) for r in requests]
        return [[Hypothesis(f"The {word} is deep.", -0.4)] for word in said]


def test_a_sentence_is_told_again_without_words_that_do_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = Obedient({("translate", "en"): []})
    monkeypatch.setattr("summarizer.pipeline.open_system", lambda name, **_: backend)
    summary = Summarizer(Settings()).summarize(Article("b", "Hầm đường bộ rất sâu và tối. Không ai vào hầm đó.", ""))
    assert "The tunnel is deep." in str(summary.en)
    assert summary.en is not None
    assert not summary.en.trusted  # nobody knows what the made-up word stood for
    assert {(f.text, f.message) for f in summary.findings if f.kind == "word"} == {("", GUESSED)}
    assert {r.unsaid[-2:] for r in backend.asked if "tunnelel" in r.unsaid} == {("tunnnel", "tunnelel")}
    backend.others = ("tunnnel", "tunnelel", "tunnell", "tunell", "tunel")  # none is a word: it stays, and is flagged
    summary = Summarizer(Settings()).summarize(Article("b", "Hầm đường bộ rất sâu và tối. Không ai vào hầm đó.", ""))
    assert summary.en is not None
    assert not summary.en.trusted
    assert {f.text for f in summary.findings if f.kind == "word"} == {"tunnnel"}


def test_a_good_draft_is_given_with_its_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = summarizer(monkeypatch, {("summarize", "vi"): [(GOOD_VI, -0.3)], ("translate", "en"): [(GOOD_EN, -0.4)]})
    summary = tool.summarize(ARTICLE)
    assert str(summary.vi) == GOOD_VI
    assert summary.vi is not None
    assert summary.vi.method == "abstractive"
    assert summary.vi.trusted
    assert summary.en is not None
    assert summary.en.method == "translated"
    assert summary.vi.headline == TITLE
    used = {i for s in summary.vi.sentences for i in s.sources}
    assert used
    assert used <= {s.index for s in summary.sources}
    for sentence in summary.sources:
        assert ARTICLE.text[sentence.start : sentence.end].split()[-1] == sentence.text.split()[-1]


def test_the_hypothesis_with_the_right_number_wins_over_the_likelier_one(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = GOOD_VI.replace("12 tuyến", "21 tuyến")
    tool = summarizer(monkeypatch, {("summarize", "vi"): [(wrong, -0.1), (GOOD_VI, -0.5)]}, to=("vi",))
    assert str(tool.summarize(ARTICLE).vi) == GOOD_VI


@pytest.mark.parametrize(
    "bad",
    [
        [("Mưa ở Huế làm 99 người chết.", -0.1)],
        [(GOOD_VI, -2.5)],
        [("", -0.1)],
        [("mưa mưa mưa mưa mưa mưa mưa mưa mưa mưa", -0.1)],
    ],
)
def test_a_bad_or_unlikely_draft_gives_way_to_the_extract(
    monkeypatch: pytest.MonkeyPatch, bad: list[tuple[str, float]]
) -> None:
    tool = summarizer(monkeypatch, {("summarize", "vi"): bad}, to=("vi",))
    summary = tool.summarize(ARTICLE)
    assert summary.vi is not None
    assert summary.vi.method == "extractive"
    assert all(part in " ".join(BODY.split()) for part in summary.vi.text.split(". ")[:1])


def test_unlikely_or_wrong_english_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    for answer in ([("Heavy rain flooded 99 roads in Hai Lam.", -0.1)], [(GOOD_EN, -3.0)]):
        tool = summarizer(monkeypatch, {("summarize", "vi"): [(GOOD_VI, -0.3)], ("translate", "en"): answer})
        summary = tool.summarize(ARTICLE)
        assert summary.en is not None
        flagged = [f for f in summary.findings if f.lang == "en" and f.verdict != "supported"]
        assert not summary.en.trusted or summary.repairs
        assert flagged or not summary.en.trusted or summary.repairs


def test_a_fact_of_another_sentence_is_flagged_in_a_translation(monkeypatch: pytest.MonkeyPatch) -> None:
    # 12 roads are in the article, but not in the sentence this translates
    vi = [("Thành phố yêu cầu sơ tán 300 hộ dân trước 18h.", -0.2)]
    en = [("The city told 12 households to leave before 6 pm.", -0.1)]
    summary = summarizer(monkeypatch, {("summarize", "vi"): vi, ("translate", "en"): en}).summarize(ARTICLE)
    assert summary.en is not None
    assert "300" in summary.en.text or not summary.en.trusted


def test_the_direct_route_asks_for_english_from_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    answers: dict[tuple[Task, Lang], list[tuple[str, float]]] = {
        ("summarize", "vi"): [(GOOD_VI, -0.3)],
        ("summarize", "en"): [(GOOD_EN, -0.3)],
        ("translate", "en"): [("Translated.", -0.3)],
    }
    tool = summarizer(monkeypatch, answers, route="direct")
    summary = tool.summarize(ARTICLE)
    assert str(summary.en) == GOOD_EN
    assert summary.en is not None
    assert summary.en.method == "abstractive"


def test_a_model_that_only_translates_says_so_when_asked_for_the_direct_route(monkeypatch: pytest.MonkeyPatch) -> None:
    answers: dict[tuple[Task, Lang], list[tuple[str, float]]] = {("translate", "en"): [(GOOD_EN, -0.3)]}
    asked = [summarizer(monkeypatch, answers, route=route).summarize(ARTICLE) for route in ("direct", "auto")]
    assert [s.en is not None and s.en.method for s in asked] == ["translated", "translated"]
    assert [s.warnings for s in asked] == [("echo 1 writes English only by translating the summary.",), ()]


def test_a_model_without_english_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    summary = summarizer(monkeypatch, {}).summarize(ARTICLE)
    assert summary.en is None
    assert any("English" in warning for warning in summary.warnings)
    assert summary.vi is not None
    assert summary.vi.method == "extractive"


def test_the_own_language_is_told_before_the_other_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {("summarize", "vi"): [(GOOD_VI, -0.3)], ("translate", "en"): [(GOOD_EN, -0.4)]}
    tool = summarizer(monkeypatch, answers)  # type: ignore[arg-type]
    backend = tool.backend
    assert isinstance(backend, Echo)
    early: list[tuple[Summary, int]] = []
    whole = tool.summarize(ARTICLE, lambda summary: early.append((summary, len(backend.asked))))
    [(first, asked)] = early
    assert asked < len(backend.asked)  # the translation had not been asked for
    assert (first.vi, first.en, first.warnings) == (whole.vi, None, whole.article.warnings)
    assert all(f.lang == "vi" for f in first.findings)
    assert whole == tool.summarize(ARTICLE)


def test_nothing_is_told_early_of_a_language_that_is_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = summarizer(monkeypatch, {("summarize", "vi"): [(GOOD_VI, -0.3)]}, to=("en",))
    early: list[Summary] = []
    tool.summarize(ARTICLE, early.append)
    assert early == []


def test_an_english_article_gives_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "Heavy rain flooded roads in Hai Lam on Friday.\n\nHeavy rain\n\n"
        "Heavy rain flooded 12 roads in the city of Hai Lam on Friday. The city told 300 households to leave."
    )
    tool = summarizer(monkeypatch, {("translate", "vi"): [("Mưa lớn làm ngập 12 tuyến đường ở Hải Lâm.", -0.2)]})
    summary = tool.summarize(text)
    assert summary.language == "en"
    assert summary.en is not None
    assert summary.en.method == "extractive"
    assert summary.vi is not None
    assert summary.vi.method == "translated"


def test_removed_pieces_are_reported_and_not_summarised(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = summarizer(monkeypatch, {("summarize", "vi"): [(GOOD_VI, -0.3)]}, to=("vi",))
    summary = tool.summarize(ARTICLE)
    assert any("Ảnh" in r.text for r in summary.removed)
    backend = tool.backend
    assert isinstance(backend, Echo)
    assert all("Ảnh:" not in r.text for r in backend.asked)


def test_a_title_that_is_boilerplate_is_no_title(monkeypatch: pytest.MonkeyPatch) -> None:
    summary = summarizer(monkeypatch, {}).summarize(f"date 2026-03-05 XEM VIDEO:\n\n{BODY}")
    assert summary.article.title == ""
    assert any("XEM VIDEO" in warning for warning in summary.warnings)


@pytest.mark.parametrize(("least", "shown"), [(-0.25, ""), (-0.35, GOOD_EN)])
def test_a_title_has_a_floor_of_its_own(monkeypatch: pytest.MonkeyPatch, least: float, shown: str) -> None:
    class Strict(Echo):
        def floor(self, task: Task, source: Lang, target: Lang) -> float:
            return least if task == "headline" else -1.0

    monkeypatch.setattr(
        "summarizer.pipeline.open_system", lambda name, **_: Strict({("translate", "en"): [(GOOD_EN, -0.3)]})
    )
    english = Summarizer(Settings()).summarize(ARTICLE).en
    assert english is not None
    assert english.headline == shown
    assert english.text.startswith("Heavy rain flooded")  # the same, with a gap for the figure of another sentence


def test_a_summary_that_begins_with_the_title_has_it_translated_once(monkeypatch: pytest.MonkeyPatch) -> None:
    title = "Lốc xoáy làm 300 hộ dân ở Nam Lộc mất nhà trong đêm"
    body = (
        "Ảnh vệ tinh chụp khu vực Nam Lộc cho thấy nhiều mái nhà bị lật và cây đổ la liệt trên quốc lộ.\n\n"
        "Lực lượng biên phòng huy động 40 chiến sĩ giúp dân dọn dẹp trường học và trạm y tế của xã."
    )
    backend = Echo({("translate", "en"): [("A tornado left 300 families in Nam Loc homeless.", -0.1)]})
    monkeypatch.setattr("summarizer.pipeline.open_system", lambda name, **_: backend)
    summary = Summarizer(Settings()).summarize(Article("t", body, title))
    assert summary.vi is not None
    assert summary.en is not None
    assert summary.vi.text.startswith(f"{title}. ")
    assert [r.text for r in backend.asked if "300" in r.text] == [f"{title}."]
    assert summary.en.headline == "A tornado left 300 families in Nam Loc homeless"
    assert (summary.vi.heading, summary.en.heading) == ("", "")
    assert summary.vi.sentences[0].sources == (0,)  # what of the story says most of the title


def test_a_stream_keeps_order_and_failures_in_their_place(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = summarizer(monkeypatch, {("summarize", "vi"): [(GOOD_VI, -0.3)]}, to=("vi",))
    french = Article("f", "Le président a déclaré hier que les négociations dans la capitale avaient bien avancé. " * 5)
    failed = Failure("x.txt", "cannot read", "fix it")
    stream = [ARTICLE, failed, french, *[Article(f"n{i}", BODY, TITLE) for i in range(20)]]
    results = list(tool.summarize_many(stream))
    assert [type(r) for r in results] == [Summary, Failure, Failure, *[Summary] * 20]
    assert results[1] is failed
    assert isinstance(results[2], Failure)
    assert "French" in results[2].problem
    alone = tool.summarize(ARTICLE)
    assert isinstance(results[0], Summary)
    assert results[0].vi == alone.vi


@pytest.mark.parametrize(
    ("text", "error"),
    [("", InputError), ("  \n ", InputError), ("từ", InputError), ("这是一条关于天气的新闻报道。" * 20, LanguageError)],
)
def test_nothing_to_summarise(monkeypatch: pytest.MonkeyPatch, text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        summarizer(monkeypatch, {}).summarize(text)


@pytest.mark.parametrize("options", [{"length": "long"}, {"to": ()}, {"to": ("fr",)}, {"route": "x"}, {"nbest": 9}])
def test_settings_check_themselves(options: dict[str, object]) -> None:
    with pytest.raises(SummarizerError):
        Settings(**options)  # type: ignore[arg-type]


def test_a_thousand_sentences_are_read_within_the_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    body = "\n\n".join(f"Câu số {i} nói về mưa lớn ở thành phố Hải Lâm và các huyện lân cận." for i in range(1000))
    tool = summarizer(monkeypatch, {("summarize", "vi"): [("Mưa lớn ở thành phố Hải Lâm.", -0.3)]}, to=("vi",))
    summary = tool.summarize(Article("long", body))
    backend = tool.backend
    assert isinstance(backend, Echo)
    assert all(len(r.text.split()) <= backend.budget for r in backend.asked)
    assert summary.coverage.sentences == 1000
    assert not math.isclose(summary.coverage.share, 1.0)


def test_the_project_articles_are_there() -> None:
    assert len(sorted(Path(asset("corpus/articles")).glob("hanoi-*.txt"))) == 5


def test_a_draft_the_article_does_not_bear_out_is_written_again_from_fewer_sentences(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wrong = ("Mưa lớn làm 8.731 tuyến đường ở Hải Lâm ngập sâu, thiệt hại 905 tỷ đồng.", -0.2)

    class Second(Echo):
        def generate(self, requests: Sequence[Request], *, beams: int = 4, nbest: int = 1) -> list[list[Hypothesis]]:
            self.answers["summarize", "vi"] = [(GOOD_VI, -0.2)] if self.asked else [wrong]
            return super().generate(requests, beams=beams, nbest=nbest)

    backend = Second({("summarize", "vi"): [wrong]})
    monkeypatch.setattr("summarizer.pipeline.open_system", lambda name, **_: backend)
    summary = Summarizer(Settings(to=("vi",))).summarize(ARTICLE)
    assert summary.vi is not None
    assert (summary.vi.method, summary.vi.text) == ("abstractive", GOOD_VI)
    first, second = (r for r in backend.asked if r.task == "summarize")
    assert len(second.text) < len(first.text)
    assert all(part in first.text for part in second.text.split(". "))
    assert summary.coverage.read < summary.coverage.sentences
