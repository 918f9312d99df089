"""What a finished text leaves out, puts right and owns up to."""

import pytest

from summarizer.backends.base import Hypothesis
from summarizer.checks.glossary import load_glossary
from summarizer.checks.repair import GAP
from summarizer.choosing import Candidate
from summarizer.finishing import FELL_BACK, GAPPED, LEFT_OUT, UNTOLD, Desk
from summarizer.selection.select import rank, select
from summarizer.settings import Settings
from summarizer.text.clean import clean
from summarizer.text.sentences import sentences
from summarizer.types import Article, Draft, Selection

BODY = (
    "Mưa lớn kéo dài 6 giờ khiến 12 tuyến đường ở Hải Lâm ngập sâu, giao thông tê liệt. "
    "Chủ tịch thành phố Trần Văn Bình yêu cầu sơ tán 300 hộ dân trước 18h. "
    "Đến tối cùng ngày nước vẫn chưa rút ở nhiều khu dân cư."
)
EXTRACT = Draft(
    "vi", "Mưa lớn kéo dài 6 giờ khiến 12 tuyến đường ở Hải Lâm ngập sâu, giao thông tê liệt.", "extractive"
)
FIRST = "Mưa lớn kéo dài 6 giờ khiến 12 tuyến đường ở Hải Lâm ngập sâu."
SECOND = "Thành phố yêu cầu sơ tán 300 hộ dân trước 18h."
COST = "The city moved 300 families, and it cost $77,431."


@pytest.fixture
def desk() -> Desk:
    story = clean(Article("a", BODY))
    return Desk.of(story, sentences(story), "vi", Settings(), load_glossary())


@pytest.fixture
def selection(desk: Desk) -> Selection:
    return select(desk.sentences, rank(desk.sentences, ""), lambda text: len(text.split()), 200)


def english(*texts: str) -> list[Hypothesis]:
    return [Hypothesis(text, -0.1 * (i + 1)) for i, text in enumerate(texts)]


def translated(desk: Desk, *sentences: tuple[str, list[Hypothesis]]) -> Candidate | None:
    return desk.translated([desk.sentence(text, found, "en") for text, found in sentences], "en", ())


def test_a_translated_sentence_with_an_unknown_figure_is_left_out_and_said_to_be(desk: Desk) -> None:
    right = english("Heavy rain flooded 12 roads in Hai Lam for 6 hours.")
    whole = translated(desk, (FIRST, right), (SECOND, english(COST)))
    assert whole is not None
    done = desk.finish(whole, -1.0, [(0,), (1,)])
    assert done.text.text == "Heavy rain flooded 12 roads in Hai Lam for 6 hours."
    assert [s.sources for s in done.text.sentences] == [(0,)]
    assert (COST, "") in [(r.before, r.after) for r in done.repairs]
    assert [f.message for f in done.findings if f.verdict != "supported"] == [LEFT_OUT]
    assert done.text.trusted  # what is left holds


def test_the_only_sentence_stays_with_a_gap_for_its_figure(desk: Desk) -> None:
    whole = translated(desk, (SECOND, english(COST)))
    assert whole is not None
    done = desk.finish(whole, -1.0)
    assert done.text.text == COST.replace("$77,431", GAP)
    assert [(r.before, r.after) for r in done.repairs] == [("$77,431", GAP)]
    assert not done.text.trusted
    assert [f.message for f in done.findings if f.verdict != "supported"] == [GAPPED]


def test_when_no_sentence_holds_all_stay_with_gaps(desk: Desk) -> None:
    whole = translated(
        desk,
        (FIRST, english(COST)),
        (SECOND, english("It took 9,412 men.")),
    )
    assert whole is not None
    done = desk.finish(whole, -1.0)
    assert done.text.text == "The city moved […] families, and it cost […]. It took […] men."
    assert not done.text.trusted
    assert [f for f in done.findings if f.kind == "number" and f.verdict != "supported"] == []


def test_a_figure_of_another_sentence_is_put_right_or_left_out(desk: Desk) -> None:
    """12 is in the article, but not in the sentence this translates."""
    right = english("Heavy rain flooded 12 roads in Hai Lam for 6 hours.")
    whole = translated(desk, (FIRST, right), (SECOND, english("The city told 12 households to leave.")))
    assert whole is not None
    done = desk.finish(whole, -1.0)
    assert "12 households" not in done.text.text
    assert done.repairs


def test_what_a_translation_says_twice_in_a_row_is_said_once_and_recorded(desk: Desk) -> None:
    found = english("The city told 300 households, 300 households to leave the city to leave the city before 6 pm.")
    whole = translated(desk, (SECOND, found))
    assert whole is not None
    assert whole.draft.text == "The city told 300 households, 300 households to leave the city before 6 pm."
    first = whole.repairs[0]
    assert (first.before, first.after) == ("to leave the city to leave the city", "to leave the city")


def test_of_translations_the_first_without_fault_is_taken(desk: Desk) -> None:
    found = english("It told 31 homes.", "The city told 300 households to leave before 6 pm.", "300 homes.")
    whole = translated(desk, (SECOND, found))
    assert whole is not None
    assert whole.draft.text == "The city told 300 households to leave before 6 pm."
    assert not [f for f in whole.findings if f.message == UNTOLD]


def test_a_written_draft_is_put_right_before_it_is_given_up(desk: Desk, selection: Selection) -> None:
    wrong = "Mưa lớn khiến 21 tuyến đường ở Hải Lâm ngập sâu, thành phố sơ tán 300 hộ dân."
    chosen = desk.own(english(wrong), EXTRACT, -1.0, selection)
    assert chosen.draft.text == wrong.replace("21", "12")
    assert [(r.before, r.after) for r in desk.finish(chosen, -1.0).repairs] == [("21", "12")]


def test_a_draft_that_cannot_be_put_right_gives_way_and_that_is_said(desk: Desk, selection: Selection) -> None:
    chosen = desk.own(english("Bão làm 9.999 người ở Huế mất nhà."), EXTRACT, -1.0, selection)
    assert chosen.draft == EXTRACT
    done = desk.finish(chosen, -1.0)
    assert FELL_BACK in [f.message for f in done.findings]
    assert done.text.trusted
    unlikely = desk.own(english("Bão làm 9.999 người ở Huế mất nhà."), EXTRACT, 0.0, selection)
    assert FELL_BACK not in [f.message for f in unlikely.findings]  # it was not given up for its facts


def test_an_unchanged_draft_is_not_checked_twice(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    findings = desk.check(EXTRACT.text, "vi")
    monkeypatch.setattr("summarizer.finishing.check", lambda *_: pytest.fail("checked again"))
    assert desk.finish(Candidate(EXTRACT, findings), -1.0).findings == findings


def test_a_title_that_is_unlikely_or_has_something_against_it_is_not_shown(desk: Desk) -> None:
    title = "Mưa lớn làm ngập 12 tuyến đường ở Hải Lâm"

    def shown(text: str, score: float = -0.4) -> str:
        return desk.title(desk.sentence(title, [Hypothesis(text, score)], "en"), -0.5)

    assert shown("Heavy rain floods 12 roads in Hai Lam") == "Heavy rain floods 12 roads in Hai Lam"
    assert shown("Heavy rain floods 12 roads in Hai Lam", -0.9) == ""
    assert shown("Heavy rain does not flood 12 roads in Hai Lam") == ""
    assert shown("Heavy rain floods 12 roads in Zorbulak") == ""
    assert desk.title(None, -0.5) == ""
