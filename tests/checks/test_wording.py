import pytest

from summarizer.checks.wording import LEFT, check_words, rare_english
from summarizer.types import Lang

ARTICLE = "Sáng 5/3, đội cứu hộ dùng máy bơm Zorbulak để hút nước ở hầm Hải Lâm."


def strange(text: str, lang: Lang = "en") -> list[str]:
    return [f.text for f in check_words(ARTICLE, text, lang)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The tunnnel was superfloorously dry.", ["tunnnel", "superfloorously"]),
        ("They (theck) re-inductioned it.", ["theck", "inductioned"]),
        ("The crews drained the tunnel; it wasn't full, and they're leaving.", []),
        ("Organised labour welcomed the coronavirus vaccine.", []),  # British spelling, a word younger than most lists
        ("Superfloor Tunnnel opened.", []),  # names are another check's
        ("A zorbulak drained the ham.", []),  # the article's own word; "hầm" without its marks
        ("See www.tomtat.example/qzxv or qzxv@tomtat.example, 25km of it.", []),
    ],
)
def test_words_that_english_does_not_have(text: str, words: list[str]) -> None:
    assert strange(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hội nghị khai mạkc tại Hà Nội.", ["mạkc"]),
        ("Người dân đi ôtô, tiêm vắcxin và dùng internet.", []),  # written together, or taken over from English
    ],
)
def test_words_that_vietnamese_does_not_have(text: str, words: list[str]) -> None:
    assert strange(text, "vi") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The crews cuu people.", ["cuu"]),  # of "cứu hộ"
        ("Crews cứu hộ people.", ["cứu"]),  # the second is too short to tell from anything else
        ("They played Giọng hút nuoc ham all day.", []),  # as in the title of a song
        ('They played "hút nuoc" all day.', []),
        ("A team from Hai Lam has cuu them.", ["cuu"]),
    ],
)
def test_words_that_were_left_in_vietnamese(text: str, words: list[str]) -> None:
    assert strange(text) == words
    assert {f.message for f in check_words(ARTICLE, text, "en")} == ({LEFT} if words else set())


def test_a_word_of_any_length_is_read() -> None:
    assert strange(f"Từ dài {'ao' * 5000}.", "vi") == []  # syllables, as far as anybody can tell
    assert strange(f"Từ dài {'ao' * 5000}z.", "vi") == ["ao" * 5000 + "z"]


def test_a_finding_tells_where_the_word_stands() -> None:
    text = "It was a tunnnel, a tunnnel."
    found = check_words(ARTICLE, text, "en")
    assert [text[f.start : f.end] for f in found] == ["tunnnel", "tunnnel"]
    assert {(f.kind, f.verdict, f.source) for f in found} == {("word", "contradicted", None)}


def test_the_list_of_rare_words_holds_words() -> None:
    assert len(rare_english()) > 1000
    assert all(word.isalpha() and word.islower() and len(word) > 2 for word in rare_english())
