from __future__ import annotations

import unicodedata
from io import BytesIO

import pytest

from summarizer.errors import InputError
from summarizer.formats.document import HEAD, Document, Failure, is_url, stem_of


@pytest.mark.parametrize(
    ("source", "stem"),
    [
        ("a/b/bài 1.txt", "bài 1"),
        (unicodedata.normalize("NFD", "đầu.txt"), "đầu"),
        ("-", "stdin"),
        ("https://example.org/tin/c%E1%BA%A7u-moi.html?x=1", "cầu-moi"),
        ("https://example.org/", "example.org"),
    ],
)
def test_stem(source: str, stem: str) -> None:
    assert stem_of(source) == stem


def test_only_http_is_a_url() -> None:
    assert is_url("HTTPS://example.org")
    assert not is_url("http.txt")
    assert not is_url("file:///etc/hosts")


def test_head_leaves_the_stream_at_its_beginning() -> None:
    document = Document("x", BytesIO(b"a" * (HEAD + 1)))
    assert len(document.head()) == HEAD
    assert len(document.read(HEAD + 1)) == HEAD + 1


def test_read_refuses_more_than_the_limit() -> None:
    with pytest.raises(InputError, match="x is over the limit of 1 MB"):
        Document("x", BytesIO(b"a" * 1_000_001)).read(1_000_000)


def test_failure_of_an_error() -> None:
    assert Failure.of(InputError("p", "a"), "s", 3, "i") == Failure("s", "p", "a", 3, "i")
