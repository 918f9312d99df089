"""The shipped glossary, a user's own, and what is done with it."""

from pathlib import Path

import pytest

from summarizer.checks.glossary import KINDS, enforce, load_glossary, term_changes
from summarizer.errors import SummarizerError
from summarizer.types import Lang

SHIPPED = load_glossary()


def test_it_is_large_and_every_entry_has_a_source() -> None:
    assert len(SHIPPED.terms) >= 400
    assert all(t.source and t.vi and t.en and t.kind in KINDS for t in SHIPPED.terms)


def test_no_form_is_right_and_wrong_at_once() -> None:
    for term in SHIPPED.terms:
        assert not set(term.forms("en")) & set(term.en_wrong), term.en
        assert not set(term.vi) & set(term.vi_wrong), term.vi


def test_no_vietnamese_form_stands_for_two_things() -> None:
    seen: dict[str, str] = {}
    for term in SHIPPED.terms:
        for form in term.vi:
            assert seen.setdefault(form, term.en) == term.en, form


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("Công ước Hà Nội", "Hanoi Convention"),
        ("Bộ Công an", "Ministry of Public Security"),
        ("Chủ tịch nước", "State President"),
        ("Tổng Bí thư", "General Secretary"),
        ("UNODC", "United Nations Office on Drugs and Crime"),
        ("Đại hội đồng", "General Assembly"),
        ("Bộ Nông nghiệp và Môi trường", "Ministry of Agriculture and Environment"),
        ("Bộ Giao thông vận tải", "Ministry of Transport"),
        ("Thượng tướng", "Senior Lieutenant General"),
        ("Viện kiểm sát", "People's Procuracy"),
        ("Đắk Lắk", "Dak Lak"),
        ("Hòa Bình", "Hoa Binh"),
        ("Hà Lan", "Netherlands"),
    ],
)
def test_official_names(vi: str, en: str) -> None:
    (mention,) = SHIPPED.find(vi, "vi")
    assert mention.term.en == en


def test_all_provinces_of_both_maps() -> None:
    places = {t.vi[0] for t in SHIPPED.terms if t.kind == "place" and "province" in t.source}
    assert len(places) == 34 + 29  # today's, and those that were merged into them


def test_the_longest_form_wins_and_capitals_count() -> None:
    (mention,) = SHIPPED.find("tại Văn phòng Liên hợp quốc về ma túy và tội phạm", "vi")
    assert mention.term.en == "United Nations Office on Drugs and Crime"
    assert SHIPPED.find("mặc áo và anh nga", "vi") == ()
    assert [m.term.en for m in SHIPPED.find("nước Áo và Nga", "vi")] == ["Austria", "Russia"]
    assert SHIPPED.find("told us who", "en") == ()


@pytest.mark.parametrize(
    ("article", "summary", "lang", "expected"),
    [
        ("Bộ Công an họp.", "The Ministry of Police met.", "en", "The Ministry of Public Security met."),
        ("Bộ Công an họp.", "The Public Security Ministry met.", "en", "The Public Security Ministry met."),
        ("Tại Hà Nội, Việt Nam.", "In Ha Noi, Viet Nam.", "en", "In Hanoi, Vietnam."),
        ("Bộ Ngoại giao nói.", "Bộ Ngoại giao said so.", "en", "Ministry of Foreign Affairs said so."),
        ("Đại hội đồng họp.", "A Grand Assembly was held.", "en", "A General Assembly was held."),
        ("Nghệ sĩ ưu tú hát.", "An Excellent Artist sang.", "en", "A Meritorious Artist sang."),
        ("Ký Công ước Hà Nội.", "Công ước Hanoi được ký.", "vi", "Công ước Hà Nội được ký."),
        ("The Hanoi Convention opened.", "Lễ ký Hanoi Convention bắt đầu.", "vi", "Lễ ký Công ước Hà Nội bắt đầu."),
        # not a term of the article
        ("Một cuộc họp.", "The Ministry of Police met.", "en", "The Ministry of Police met."),
    ],
)
def test_enforcing(article: str, summary: str, lang: Lang, expected: str) -> None:
    assert enforce(article, summary, lang, SHIPPED) == expected
    assert enforce(article, expected, lang, SHIPPED) == expected


def test_changes_are_recorded() -> None:
    text, changes = term_changes("Bộ Công an ở Hà Nội.", "Ministry of Police, Ha Noi", "en", SHIPPED)
    assert text == "Ministry of Public Security, Hanoi"
    assert [(c.before, c.after) for c in changes] == [
        ("Ministry of Police", "Ministry of Public Security"),
        ("Ha Noi", "Hanoi"),
    ]


def test_a_users_file_comes_on_top(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        '[[group]]\nkind = "body"\n'
        'terms = [ { vi = "Viện Lúa", en = "Rice Institute", en_wrong = "Paddy Institute" } ]\n',
        encoding="utf-8",
    )
    glossary = load_glossary(path)
    assert len(glossary.terms) == len(SHIPPED.terms) + 1
    assert enforce("Viện Lúa công bố.", "The Paddy Institute said.", "en", glossary) == "The Rice Institute said."
    assert glossary.terms[-1].source == "user glossary"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("not toml [", "is not TOML"),
        ("", "holds no [[group]]"),
        ('name = "x"\n[[group]]\nterms = []', "or other keys"),
        ("[[group]]\nkind = 'city'\nterms = []", "no kind of term"),
        ("[[group]]\nkind = 'body'", "terms is missing"),
        ("[[group]]\nterms = [ 'x' ]", "is no table"),
        ("[[group]]\nterms = [ { en = 'x' } ]", "needs a Vietnamese and an English form"),
        ("[[group]]\nterms = [ { vi = 'x', en = '' } ]", "needs a Vietnamese and an English form"),
        ("[[group]]\nterms = [ { vi = [1], en = 'x' } ]", "no string or list of strings"),
        ("[[group]]\nterms = [ { vi = 'x', en = 'y', en_worng = 'z' } ]", "unknown key 'en_worng'"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, content: str, problem: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SummarizerError) as caught:
        load_glossary(path)
    assert problem in caught.value.problem
    assert caught.value.advice


def test_a_missing_file_and_a_wrong_encoding(tmp_path: Path) -> None:
    with pytest.raises(SummarizerError, match="cannot be read"):
        load_glossary(tmp_path / "none.toml")
    (tmp_path / "old.toml").write_bytes("[[group]]\n# Việt".encode("utf-16"))
    with pytest.raises(SummarizerError, match="not UTF-8"):
        load_glossary(tmp_path / "old.toml")


def test_near_keys_are_suggested(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("[[group]]\nterms = [ { vi = 'x', en = 'y', en_worng = 'z' } ]", encoding="utf-8")
    with pytest.raises(SummarizerError, match="en_wrong"):
        load_glossary(path)
