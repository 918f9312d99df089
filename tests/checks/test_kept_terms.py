"""Terms that a translation must keep: found where they are lost, and asked for again in English."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from summarizer import Settings, Summarizer
from summarizer.backends.base import Hypothesis, Request, Task
from summarizer.checks.glossary import KEPT_TERMS, load_glossary
from summarizer.checks.terms import check_terms, partly_english
from summarizer.types import Lang

SENTENCE = "Đại diện 72 quốc gia đã ký công ước tại lễ mở ký."  # "signing ceremony" is written in English anyway


def lost(translation: str, sentence: str = SENTENCE, lang: Lang = "en") -> list[str]:
    return [f.source_text for f in check_terms(sentence, translation, lang, load_glossary())]


@pytest.mark.parametrize(
    ("translation", "terms"),
    [
        ("Representatives of 72 countries signed the wishes.", ["công ước"]),
        ("Representatives of 72 countries signed the Convention.", []),
        ("Representatives of 72 countries signed two conventions.", []),
        ("Representatives of 72 countries signed the treaty.", []),  # another right form
    ],
)
def test_a_term_is_lost_when_none_of_its_forms_is_there(translation: str, terms: list[str]) -> None:
    assert lost(translation) == terms


def test_only_terms_that_people_keep_are_missed() -> None:
    assert not lost("Much was said.", "Hai bên hội đàm về chuyển đổi số bên lề sự kiện.")
    assert lost("Much was said.", "Kỳ họp Quốc hội bàn về Hiến pháp.") == ["kỳ họp Quốc hội", "Hiến pháp"]


def test_an_abbreviation_of_two_letters_may_stand_for_anything() -> None:
    assert not lost("The QNg 90617 was brought home.", "Tàu QNg 90617 TS đã được đưa về.")
    assert lost("It breaks the law.", "Việc này vi phạm BLHS.") == ["Bộ luật Hình sự"]


def test_vietnamese_translations_are_not_looked_at() -> None:
    assert not lost("Đại diện 72 nước đã ký.", "Representatives of 72 countries signed the convention.", "vi")


def test_terms_are_written_in_english_when_they_were_lost() -> None:
    assert partly_english(SENTENCE, load_glossary()) == "Đại diện 72 quốc gia đã ký công ước tại signing ceremony."
    assert partly_english(SENTENCE, load_glossary(), kept=True) == (
        "Đại diện 72 quốc gia đã ký convention tại signing ceremony."
    )


def test_the_terms_of_a_users_own_glossary_are_always_missed(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[[group]]\nkind = "term"\nsource = "us"\nterms = [ { vi = ["lễ mở ký"], en = "opening for signature" } ]\n',
        encoding="utf-8",
    )
    (finding,) = check_terms(SENTENCE, "They signed the convention.", "en", load_glossary(own))
    assert (finding.kind, finding.verdict, finding.source_text) == ("term", "not_found", "lễ mở ký")


def test_every_kept_term_is_one_of_the_glossary() -> None:
    names = {line for line in KEPT_TERMS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")}
    assert len(names) > 100
    assert names == {term.vi[0] for term in load_glossary().terms if term.kept}


class Forgetful:
    """A translator that knows the convention only when it is written in English, and takes terms over."""

    name, budget, whole, route, takes_terms = "forgetful 1", 120, 120, "cascade", True
    folders: tuple[Path, ...] = ()

    def __init__(self) -> None:
        self.asked: list[str] = []

    def supports(self, task: Task, source: Lang, target: Lang) -> bool:
        return task == "translate"

    def floor(self, task: Task, source: Lang, target: Lang) -> float:
        return -1.0

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def generate(self, requests: Sequence[Request], *, beams: int = 4, nbest: int = 1) -> list[list[Hypothesis]]:
        self.asked += [r.text for r in requests]
        return [[Hypothesis(self.english(r.text), -0.2)] for r in requests]

    @staticmethod
    def english(text: str) -> str:
        signed = "convention" if "convention" in text else "wishes"
        return f"Delegates of 72 countries signed the {signed} as reporters watched."


def test_a_lost_term_is_asked_for_again_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = Forgetful()
    monkeypatch.setattr("summarizer.pipeline.open_system", lambda name, **_: backend)
    body = "Đại biểu của 72 quốc gia đã ký công ước trước sự chứng kiến của nhiều phóng viên trong nước."
    english = Summarizer(Settings(to=("en",))).summarize(body).en
    assert english is not None
    assert english.text == "Delegates of 72 countries signed the convention as reporters watched."
    assert [text.count("convention") for text in backend.asked] == [0, 1]
