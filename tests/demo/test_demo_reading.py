from __future__ import annotations

import socket
from pathlib import Path

import pytest
from demo_helpers import ARTICLE, Hits

from summarizer.demo.config import Config, Limits
from summarizer.demo.problems import Problem, explain_error
from summarizer.demo.reading import is_address, read_file, read_files, read_first, read_text
from summarizer.demo.tabs.parts import EXAMPLES, example_text, uploaded
from summarizer.errors import InputError, NetworkError
from summarizer.formats import web as web_module
from summarizer.formats.document import Failure
from summarizer.types import Article

CONFIG = Config()


def test_text_with_a_title() -> None:
    article = read_text(ARTICLE, CONFIG)
    assert article.title == "Cầu Rạch Sâu thông xe sớm hai tháng"
    assert article.text.startswith("Sáng 18/10/2025")


@pytest.mark.parametrize("text", ["", "  \n ", "ftp://example.org/a.txt", "file:///etc/passwd", "x" * 200_001])
def test_refusals_of_the_page_itself(text: str) -> None:
    with pytest.raises(Problem) as caught:
        read_text(text, CONFIG)
    assert all(caught.value.pair)


@pytest.mark.parametrize("text", ["/etc/passwd", "corpus", "*.txt", "-", "../../x"])
def test_a_path_is_never_read(text: str) -> None:
    assert not is_address(text)
    with pytest.raises(InputError, match="hold"):
        read_text(text, CONFIG)


def test_offline_fetches_nothing() -> None:
    with pytest.raises(InputError, match="offline"):
        read_text("https://example.org/", Config(offline=True))


@pytest.mark.parametrize(
    "host",
    [
        *(
            "127.0.0.1",
            "localhost",
            "0.0.0.0",
            "10.0.0.1",
            "192.168.1.1",
            "172.16.0.1",
            "169.254.169.254",
            "100.64.0.1",
        ),
        *("2130706433", "0x7f000001", "0177.0.0.1", "127.1", "127.0.0.1.", "\uff11\uff12\uff17.0.0.1"),
        *("[::1]", "[::ffff:127.0.0.1]", "[fe80::1]", "[fd00:ec2::254]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]"),
    ],
)
def test_no_way_to_a_private_address(host: str) -> None:
    with pytest.raises(InputError) as caught:
        read_text(f"http://{host}/", CONFIG)
    vietnamese, english = explain_error(caught.value)
    assert "was not fetched" in english or "cannot be fetched" in english
    assert vietnamese.startswith(("Địa chỉ", "Không"))


def _public_name(monkeypatch: pytest.MonkeyPatch, web: Hits, answers: list[list[str]]) -> None:
    """news.example answers with these addresses, one list a look-up; every connection leads to the test's server."""

    def look_up(host: str, port: int) -> list[str]:
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        assert address[0] == "93.184.215.14"
        return socket.create_connection(("127.0.0.1", web.port), timeout)

    monkeypatch.setitem(web_module.fetch.__kwdefaults__, "resolve", look_up)  # type: ignore[attr-defined]
    monkeypatch.setitem(web_module.fetch.__kwdefaults__, "connect", connect)  # type: ignore[attr-defined]


def test_a_redirect_to_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch, web: Hits) -> None:
    web.pages["/go"] = (302, {"Location": f"{web.url}/secret"}, b"")
    web.pages["/secret"] = (200, {}, ARTICLE.encode())
    web.seen.clear()
    _public_name(monkeypatch, web, [["93.184.215.14"], ["127.0.0.1"]])
    with pytest.raises(InputError, match="not a public address"):
        read_text("http://news.example/go", CONFIG)
    assert web.seen == ["/go"]


def test_a_name_that_changes_its_address_is_held_to_the_first(monkeypatch: pytest.MonkeyPatch, web: Hits) -> None:
    web.pages["/bai"] = (200, {"Content-Type": "text/plain; charset=utf-8"}, ARTICLE.encode())
    _public_name(monkeypatch, web, [["93.184.215.14"], ["127.0.0.1"]])
    assert "Rạch Sâu" in read_text("http://news.example/bai", CONFIG).text  # ``connect`` saw the checked address
    _public_name(monkeypatch, web, [["93.184.215.14", "127.0.0.1"]])
    with pytest.raises(InputError, match="not a public address"):
        read_text("http://news.example/bai", CONFIG)


def test_files_go_by_the_name_the_visitor_gave(tmp_path: Path) -> None:
    path = tmp_path / "tải lên.txt"
    path.write_text("", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_first(path, "bài của tôi.txt", CONFIG)
    assert caught.value.problem == "bài của tôi.txt is empty."


def test_limits_of_files(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE * 20, encoding="utf-8")
    config = Config(limits=Limits(characters=2000, file_mb=0))
    with pytest.raises(Problem):
        list(read_file(path, "a.txt", config))
    long = list(read_file(path, "a.txt", Config(limits=Limits(characters=2000))))
    assert isinstance(long[0], Failure)


def test_ids_are_told_apart_over_files(tmp_path: Path) -> None:
    for folder in "ab":
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(ARTICLE, encoding="utf-8")
    found = list(read_files([(tmp_path / f / "x.txt", "x.txt") for f in "ab"], CONFIG))
    assert [row.id for row in found if isinstance(row, Article)] == ["x", "x-2"]


def test_only_uploads_are_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path))
    inside = tmp_path / "0123" / "bài.txt"
    inside.parent.mkdir()
    inside.write_text(ARTICLE, encoding="utf-8")
    assert uploaded(str(inside)) == (inside, "bài.txt")
    (tmp_path / "link.txt").symlink_to("/etc/hostname")
    for path in ("/etc/passwd", str(tmp_path / ".." / "etc"), str(tmp_path / "link.txt"), str(tmp_path)):
        with pytest.raises(Problem):
            uploaded(path)


def test_examples_are_there_and_nothing_else() -> None:
    assert all(len(example_text(name)) > 500 for name in EXAMPLES)
    assert example_text("../../README") == ""


def test_network_errors_are_input_errors_with_both_languages() -> None:
    vietnamese, english = explain_error(
        NetworkError("http://x cannot be fetched: it took too long.", "Try again later.")
    )
    assert vietnamese == "Trang không trả lời kịp."
    assert english.endswith("Try again later.")
