"""Words, their places, and looking only where a match can begin."""

import re

from summarizer.checks.tokens import matches, tokenize


def test_what_a_token_is_made_of() -> None:
    tokens = tokenize("Bà Hoà góp 1,5 tỷ.")
    assert [t.text for t in tokens] == ["Bà", "Hoà", "góp", "1,5", "tỷ", "."]
    assert [t.key for t in tokens[:2]] == ["bà", "hòa"]
    assert [(t.capital, t.word, t.digits) for t in tokens[2:4]] == [(False, True, False), (False, False, True)]
    assert all("Bà Hoà góp 1,5 tỷ."[t.start : t.end] == t.text for t in tokens)


def test_matches_are_those_of_a_search_through_the_text() -> None:
    text, pattern = "12 13-14, 150 và 16-17-18", re.compile(r"(?<!\d)\d\d(?:-\d\d)?(?!\d)")
    starts = [t.start for t in tokenize(text) if t.digits]
    assert [m.group() for m in matches(pattern, text, starts)] == [m.group() for m in pattern.finditer(text)]


def test_no_match_begins_inside_the_one_before() -> None:
    assert [m.group() for m in matches(re.compile(r"\d+-?\d*"), "12-34", [0, 3])] == ["12-34"]
