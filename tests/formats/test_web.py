from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from summarizer.errors import NetworkError
from summarizer.formats import web
from summarizer.formats.document import Failure, ReadOptions
from summarizer.formats.read import read_many
from summarizer.formats.web import Fetched, check_url, fetch
from summarizer.types import Article

PUBLIC = "93.184.215.14"
PAGE = "<!doctype html><html><body><article>" + (
    "<p>Sáng 18/10, UBND TP. Cần Thơ tổ chức lễ thông xe cầu Rạch Sâu sau hai năm thi công.</p>" * 3
)


class Pages(BaseHTTPRequestHandler):
    """One path a behaviour."""

    asked: list[dict[str, str]] = []  # noqa: RUF012 -- shared on purpose: what was asked for, for the tests to read

    def do_GET(self) -> None:
        self.asked.append({"path": self.path, **{k.lower(): v for k, v in self.headers.items()}})
        name = self.path.partition("?")[0].strip("/").partition("/")[0] or "page"
        getattr(self, name, self.missing)()

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for key, value in {"Content_Type": "text/html; charset=UTF-8", **headers}.items():
            self.send_header(key.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            return

    def page(self) -> None:
        self.answer(PAGE.encode())

    def missing(self) -> None:
        self.answer(b"gone", 404)

    def broken(self) -> None:
        self.answer(b"sorry", 503)

    def pdf(self) -> None:
        self.answer(
            (Path(__file__).parent.parent / "data/formats/sample.pdf").read_bytes(), Content_Type="application/pdf"
        )

    def notes(self) -> None:
        self.answer("# Cầu mới\n\nSáng nay, cầu Rạch Sâu thông xe.".encode(), Content_Type="text/plain; charset=utf-8")

    def image(self) -> None:
        self.answer(b"\x89PNG", Content_Type="image/png")

    def untyped(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def loop(self) -> None:
        self.answer(b"", 302, Location=f"/loop/{len(self.path)}{self.path[5:]}")

    def once(self) -> None:
        self.answer(b"", 301, Location="/trang-mới?q=a b#đoạn".encode().decode("latin-1"))

    def nowhere(self) -> None:
        self.answer(b"", 302)

    def inside(self) -> None:
        self.answer(b"", 302, Location=f"http://127.0.0.1:{self.server.server_address[1]}/page")

    def elsewhere(self) -> None:
        self.answer(b"", 302, Location="file:///etc/passwd")

    def large(self) -> None:
        self.answer(b"a" * 10_000_001, Content_Length="10000001")

    def announced(self) -> None:
        self.answer(b"a", Content_Length="99999999999")

    def endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"a" * 1_000_000)
        except OSError:
            return

    def zipped(self) -> None:
        self.answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def bomb(self) -> None:
        self.answer(gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip")

    def cutzip(self) -> None:
        self.answer(gzip.compress(PAGE.encode())[:-20], Content_Encoding="gzip")

    def brotli(self) -> None:
        self.answer(b"x", Content_Encoding="br")

    def short(self) -> None:
        self.answer(b"a", Content_Length="100")

    def silent(self) -> None:
        time.sleep(4)

    def dripping(self) -> None:
        self.send_response(200)
        self.flush_headers()
        try:
            for _ in range(80):
                self.wfile.write(b"X-A: b\r\n")
                time.sleep(0.05)
        except OSError:
            return

    def drop(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            for _ in range(80):
                self.wfile.write(b"a ")
                time.sleep(0.05)
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        return


class Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        return


@pytest.fixture(scope="module")
def server() -> Iterator[Quiet]:
    with Quiet(("127.0.0.1", 0), Pages) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.shutdown()


@pytest.fixture
def url(server: Quiet) -> str:
    return f"http://127.0.0.1:{server.server_address[1]}"


class Internet:
    """A resolver and a connector that lead every public address to the test's server, and remember what they did."""

    def __init__(self, port: int, *answers: list[str]) -> None:
        self.port = port
        self.answers = list(answers) or [[PUBLIC]]
        self.looked_up: list[str] = []
        self.connected: list[tuple[str, int]] = []

    def resolve(self, host: str, port: int) -> list[str]:
        self.looked_up.append(host)
        return [host] if host[0].isdigit() else self.answers[min(len(self.looked_up), len(self.answers)) - 1]

    def connect(self, address: tuple[str, int], timeout: float) -> socket.socket:
        self.connected.append(address)
        return socket.create_connection(("127.0.0.1", self.port), timeout)

    def fetch(self, url: str) -> Fetched:
        return fetch(url, resolve=self.resolve, connect=self.connect, timeout=5)


@pytest.fixture
def internet(server: Quiet) -> Internet:
    return Internet(server.server_address[1])


def test_a_page(url: str) -> None:
    fetched = fetch(f"{url}/page", allow_private=True)
    assert fetched == Fetched(PAGE.encode(), "text/html", f"{url}/page", "utf-8")


def test_the_connection_goes_to_the_checked_address_and_names_the_host(internet: Internet) -> None:
    internet.fetch("http://Báo.Example/page/tin-mới?q=cầu Rạch".replace(" ", "%20"))
    assert internet.connected == [(PUBLIC, 80)]
    asked = Pages.asked[-1]
    assert asked["host"] == "xn--bo-mia.example"
    assert asked["path"] == "/page/tin-m%E1%BB%9Bi?q=c%E1%BA%A7u%20R%E1%BA%A1ch"
    assert "cookie" not in asked


def test_rebinding_finds_no_second_look_up(server: Quiet) -> None:
    internet = Internet(server.server_address[1], [PUBLIC], ["127.0.0.1"])
    internet.fetch("http://rebind.example/page")
    assert internet.looked_up == ["rebind.example"]
    assert internet.connected == [(PUBLIC, 80)]


def test_a_redirect_is_looked_up_and_checked_again(server: Quiet) -> None:
    internet = Internet(server.server_address[1], [PUBLIC], ["127.0.0.1"])
    with pytest.raises(NetworkError, match=r"rebind\.example leads to 127\.0\.0\.1"):
        internet.fetch("http://rebind.example/once")
    assert internet.connected == [(PUBLIC, 80)]


@pytest.mark.parametrize(("path", "reason"), [("inside", "leads to 127.0.0.1"), ("elsewhere", "only http and https")])
def test_redirects_inside_are_refused(internet: Internet, path: str, reason: str) -> None:
    with pytest.raises(NetworkError, match=reason):
        internet.fetch(f"http://news.example/{path}")
    assert len(internet.connected) == 1


def test_redirects_are_followed(internet: Internet) -> None:
    with pytest.raises(NetworkError, match="404"):
        internet.fetch("http://news.example/once")
    assert Pages.asked[-1]["path"] == "/trang-m%E1%BB%9Bi?q=a%20b"


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:{port}/page",
        "http://localhost:{port}/page",
        "http://[::1]:{port}/page",
        "http://[::ffff:127.0.0.1]:{port}/page",
        "http://[::ffff:7f00:1]:{port}/page",
        "http://2130706433:{port}/page",
        "http://0x7f000001:{port}/page",
        "http://0177.0.0.1:{port}/page",
        "http://127.1:{port}/page",
        "http://0:{port}/page",
        "http://①②⑦.⓪.⓪.①:{port}/page",
        "http://127。0。0。1:{port}/page",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/latest/meta-data/",
        "http://news.example@127.0.0.1:{port}/page",
        "http://127.0.0.1:{port}\\@news.example/page",
        "http://127.0.0.1:{port}\t/page",
        "http://127.0.0.1:22/",
        "http://news.example:25/",
        "http:///page",
        "http://[::1/page",
        "http://news..example/",
        "http://news.example:99999/",
        "ftp://news.example/",
        "//news.example/",
        "http://" + "a" * 70 + ".example/",
    ],
)
def test_ways_inside_are_refused_before_any_connection(server: Quiet, target: str) -> None:
    before = len(Pages.asked)
    connected: list[object] = []

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        connected.append(address)
        raise AssertionError(address)

    with pytest.raises(NetworkError, match="was not fetched"):
        fetch(target.format(port=server.server_address[1]), connect=connect, timeout=5)
    assert connected == []
    assert len(Pages.asked) == before


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing", "the server answers 404 Not Found"),
        ("broken", "the server answers 503 Service Unavailable"),
        ("loop", "it redirects more than 5 times"),
        ("nowhere", "it redirects to nowhere"),
        ("image", r"is not a text \(image/png\)"),
        ("large", "over the limit of 10 MB"),
        ("announced", "over the limit of 10 MB"),
        ("endless", "over the limit of 10 MB"),
        ("bomb", "over the limit of 10 MB"),
        ("cutzip", "is cut off"),
        ("brotli", "compressed as br"),
        ("short", "is cut off"),
    ],
)
def test_bad_answers_name_the_url_and_the_reason(url: str, path: str, reason: str) -> None:
    with pytest.raises(NetworkError, match=reason) as error:
        fetch(f"{url}/{path}", allow_private=True, timeout=10)
    assert url in error.value.problem
    assert error.value.advice


@pytest.mark.parametrize("path", ["silent", "dripping", "drop"])
def test_a_slow_server_is_cut_off_at_the_total_time(url: str, path: str) -> None:
    start = time.monotonic()
    with pytest.raises(NetworkError, match=r"took too long|does not answer"):
        fetch(f"{url}/{path}", allow_private=True, timeout=0.3)
    assert time.monotonic() - start < 3


def test_a_closed_port_and_a_second_address(server: Quiet) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(NetworkError, match="refuses connections"):
        fetch(f"http://127.0.0.1:{port}/", allow_private=True)

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        if address[0] == "2606:4700::1111":
            raise OSError("no route")
        return socket.create_connection(("127.0.0.1", server.server_address[1]), timeout)

    assert fetch("http://news.example/", resolve=lambda *_: ["2606:4700::1111", PUBLIC], connect=connect).data


def test_gzip_is_unpacked(url: str) -> None:
    assert fetch(f"{url}/zipped", allow_private=True).data == PAGE.encode()


def test_what_is_no_http_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(1000)
                connection.sendall(b"220 smtp ready\r\n")

        threading.Thread(target=serve, daemon=True).start()
        with pytest.raises(NetworkError, match="not valid HTTP"):
            fetch(f"http://127.0.0.1:{listener.getsockname()[1]}/", allow_private=True, timeout=5)


@pytest.fixture
def secure(samples: Path) -> Iterator[Internet]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(samples / "tls.pem")
    with Quiet(("127.0.0.1", 0), Pages) as running:
        running.socket = context.wrap_socket(running.socket, server_side=True)
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield Internet(running.server_address[1])
        running.shutdown()


def test_an_untrusted_certificate_is_refused(secure: Internet) -> None:
    with pytest.raises(NetworkError, match="its certificate is not valid"):
        secure.fetch("https://news.example/page")


def test_a_certificate_must_be_for_the_host(secure: Internet, samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trusting = ssl.create_default_context(cafile=str(samples / "tls.pem"))
    monkeypatch.setattr(web.ssl, "create_default_context", lambda: trusting)
    assert secure.fetch("https://news.example/page").data == PAGE.encode()
    assert secure.connected == [(PUBLIC, 443)]
    assert Pages.asked[-1]["host"] == "news.example"
    with pytest.raises(NetworkError, match="its certificate is not valid"):
        secure.fetch("https://other.example/page")


def test_a_slow_handshake_is_cut_off() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        start = time.monotonic()
        with pytest.raises(NetworkError, match=r"took too long|does not answer"):
            fetch(f"https://127.0.0.1:{listener.getsockname()[1]}/", allow_private=True, timeout=0.3)
        assert time.monotonic() - start < 3


def test_no_proxy_of_the_environment_is_used(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    assert fetch(f"{url}/page", allow_private=True).data


def test_characters_that_hide_are_not_repeated_in_the_message() -> None:
    with pytest.raises(NetworkError) as error:
        check_url("http://news.example/\x1b[2J")
    assert "\x1b" not in str(error.value)


def test_urls_are_read_as_what_they_serve(url: str) -> None:
    options = ReadOptions(allow_private=True, timeout=5)
    paths = ("page", "pdf", "untyped", "notes/a.md", "missing")
    page, pdf, untyped, notes, failure = read_many([f"{url}/{path}" for path in paths], options=options)
    assert all(isinstance(article, Article) for article in (page, pdf, untyped, notes))
    assert isinstance(page, Article)
    assert isinstance(notes, Article)
    assert page.text.startswith("Sáng 18/10")
    assert (notes.title, notes.text, notes.id) == ("Cầu mới", "Sáng nay, cầu Rạch Sâu thông xe.", "a")
    assert page.source == f"{url}/page"
    assert isinstance(failure, Failure)
    assert failure.source == f"{url}/missing"


def test_private_urls_are_refused_by_default(url: str) -> None:
    (failure,) = read_many([f"{url}/page"])
    assert isinstance(failure, Failure)
    assert "not a public address" in failure.problem
