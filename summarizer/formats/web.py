"""Fetch a document by URL without being led into a private network, a slow loop or a flood of bytes."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from summarizer import __version__
from summarizer.errors import NetworkError
from summarizer.formats.addresses import Resolver, safe_addresses, system_resolver
from summarizer.formats.limits import MAX_URL, MEGABYTE

MAX_REDIRECTS = 5
CONNECT_TIMEOUT = 10.0
"""Seconds for one address to accept a connection."""

CONTENT_TYPES = frozenset(
    {
        "",  # told by its bytes
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "text/markdown",
        "text/csv",
        "text/tab-separated-values",
        "application/pdf",
        "application/json",
        "application/x-ndjson",
        "application/jsonl",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }
)

Connector = Callable[[tuple[str, int], float], socket.socket]
"""An (IP address, port) and a timeout in seconds to an open connection."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536
_FILE_ADVICE = "Save the page and give the file instead."
_ADVICE = {
    401: "The page asks for a login. " + _FILE_ADVICE,
    403: "The site refuses programs. " + _FILE_ADVICE,
    404: "Check the URL.",
    410: "The page is gone.",
    429: "The site asks for fewer requests; try again later.",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A fetched document: its bytes (unpacked), media type in lower case, last URL, and charset ("" if not said)."""

    data: bytes
    content_type: str
    final_url: str
    charset: str


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    timeout: float = 20.0,
    resolve: Resolver = system_resolver,
    connect: Connector = socket.create_connection,
) -> Fetched:
    """The document at an http(s) URL.

    Each host, those of redirects too, is looked up once; all its addresses must be public; the connection goes to an
    address that was checked, with TLS verified for the host's name. At most ``MAX_REDIRECTS`` redirects,
    ``MAX_URL`` bytes and ``timeout`` seconds in all. No proxy is used, nothing is stored, no cookies.

    Args:
        url: what to fetch.
        allow_private: also fetch from private addresses; only for a local user who asked for it.
        timeout: seconds for everything together.
        resolve: how names are looked up.
        connect: how connections are opened.

    Raises:
        NetworkError: it cannot or must not be fetched; names the URL and the reason.
    """
    deadline = time.monotonic() + timeout
    current = url
    for _ in range(MAX_REDIRECTS + 1):
        parts = check_url(current)
        host, port = _host(parts), _port(parts)
        addresses = safe_addresses(
            host, port, current, resolve=resolve, allow_private=allow_private, timeout=_left(deadline, url)
        )
        with _open(parts, addresses, connect, deadline, url) as response:
            if response.status not in _REDIRECTS:
                return _document(response, current)
            current = _next_url(response, current)
    raise NetworkError(f"{url} was not fetched: it redirects more than {MAX_REDIRECTS} times.", _FILE_ADVICE)


def check_url(url: str) -> SplitResult:
    """The parts of a URL that may be fetched.

    Raises:
        NetworkError: it is not http(s), has a user name, no host, an odd port, or characters that hide what it is.
    """
    problem = "it is not a valid URL"
    try:
        parts = urlsplit(url)
        port = _port(parts)
        if parts.scheme not in {"http", "https"}:
            problem = "only http and https URLs are read"
        elif "@" in parts.netloc:
            problem = "URLs with a user name are not read"
        elif port not in {80, 443} and port < 1024:
            problem = f"port {port} is not a web server's"
        elif _host(parts) and not any(c.isspace() or c == "\\" or not c.isprintable() for c in url):
            return parts
    except (ValueError, UnicodeError):
        pass
    raise NetworkError(f"{_shown(url)} was not fetched: {problem}.", "Give the page's address as a browser shows it.")


def _host(parts: SplitResult) -> str:
    """The host as it is looked up, named in the certificate and sent: ASCII, full-width digits made plain."""
    host = parts.hostname or ""
    return host if ":" in host else host.encode("idna").decode("ascii")


def _port(parts: SplitResult) -> int:
    return parts.port if parts.port is not None else 443 if parts.scheme == "https" else 80


def _shown(url: str) -> str:
    return "".join(c if c.isprintable() else "\ufffd" for c in url)


def _left(deadline: float, url: str) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise NetworkError(f"{url} cannot be fetched: it took too long.", "Try again later, or save the page.")
    return left


@contextmanager
def _open(
    parts: SplitResult, addresses: list[str], connect: Connector, deadline: float, url: str
) -> Iterator[http.client.HTTPResponse]:
    """Send the request to a checked address; a timer cuts the connection at the deadline, however slowly it drips."""
    try:
        with _secured(_connect(addresses, _port(parts), connect, deadline, url), parts) as sock:
            timer = threading.Timer(_left(deadline, url), _cut, (sock,))
            timer.daemon = True
            timer.start()
            try:
                sock.settimeout(_left(deadline, url))
                with _request(parts, sock) as response:
                    yield response
            finally:
                timer.cancel()
        _left(deadline, url)  # a body cut by the timer can look complete
    except (OSError, http.client.HTTPException, zlib.error, EOFError) as error:
        _left(deadline, url)
        raise NetworkError(f"{url} cannot be fetched: {_reason(error)}.", "Check the URL and the network.") from error


def _connect(addresses: list[str], port: int, connect: Connector, deadline: float, url: str) -> socket.socket:
    error: OSError = OSError("no address")
    for address in addresses:
        try:
            return connect((address, port), min(CONNECT_TIMEOUT, _left(deadline, url)))
        except OSError as refused:
            error = refused
    raise error


def _secured(sock: socket.socket, parts: SplitResult) -> socket.socket:
    if parts.scheme != "https":
        return sock
    context = ssl.create_default_context()
    return context.wrap_socket(sock, server_hostname=_host(parts), do_handshake_on_connect=False)


def _cut(sock: socket.socket) -> None:
    with suppress(OSError):  # already closed
        socket.socket.shutdown(sock, socket.SHUT_RDWR)  # of the connection itself, below TLS


def _request(parts: SplitResult, sock: socket.socket) -> http.client.HTTPResponse:
    if isinstance(sock, ssl.SSLSocket):
        sock.do_handshake()
    connection = http.client.HTTPConnection(_host(parts), _port(parts))
    connection.default_port = 443 if parts.scheme == "https" else 80  # keeps ":443" out of the Host header
    connection.sock = sock
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]") if parts.query else ""
    )
    headers = {
        "User-Agent": f"Mozilla/5.0 (compatible; tomtat/{__version__})",
        "Accept": "text/html,application/xhtml+xml,text/plain,application/pdf;q=0.9,*/*;q=0.5",
        "Accept-Language": "vi,en;q=0.8",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    connection.request("GET", target, headers=headers)
    return connection.getresponse()


def _reason(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({error.verify_message})"
    if isinstance(error, TimeoutError):
        return "the server does not answer"
    if isinstance(error, ConnectionRefusedError):
        return "the server refuses connections"
    if isinstance(error, (EOFError, http.client.IncompleteRead)):
        return "the answer is cut off"
    if isinstance(error, http.client.HTTPException):
        return f"the answer is not valid HTTP ({type(error).__name__})"
    return str(error) or type(error).__name__


def _next_url(response: http.client.HTTPResponse, current: str) -> str:
    location = response.headers.get("Location", "")
    if not location:
        raise NetworkError(f"{current} cannot be fetched: it redirects to nowhere.", _FILE_ADVICE)
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")  # headers are read as Latin-1
    return urljoin(current, location.strip().replace(" ", "%20")).partition("#")[0]


def _document(response: http.client.HTTPResponse, url: str) -> Fetched:
    if response.status not in {200, 203}:
        phrase = HTTPStatus(response.status).phrase if response.status in set(HTTPStatus) else response.reason
        advice = _ADVICE.get(response.status, "Try again later, or check the URL.")
        raise NetworkError(f"{url} cannot be fetched: the server answers {response.status} {phrase}.", advice)
    named = "Content-Type" in response.headers
    content_type = response.headers.get_content_type() if named else ""
    if content_type not in CONTENT_TYPES:
        raise NetworkError(f"{url} is not a text ({content_type}).", "Give the URL of an article, or a file.")
    charset = response.headers.get_content_charset() or ""
    return Fetched(_body(response, url), content_type, url, charset)


def _body(response: http.client.HTTPResponse, url: str) -> bytes:
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in {"identity", "gzip", "x-gzip", ""}:
        raise NetworkError(f"{url} cannot be read: it is compressed as {encoding}.", _FILE_ADVICE)
    unpack = zlib.decompressobj(wbits=31) if "gzip" in encoding else None
    body, received = bytearray(), 0
    if (response.length or 0) > MAX_URL:
        _too_large(url)
    while chunk := response.read1(_CHUNK):
        received += len(chunk)
        body += unpack.decompress(chunk, MAX_URL + 1 - len(body)) if unpack else chunk
        if max(received, len(body)) > MAX_URL:
            _too_large(url)
    if response.length:
        raise http.client.IncompleteRead(b"", response.length)
    if unpack and not unpack.eof:
        raise EOFError
    return bytes(body)


def _too_large(url: str) -> None:
    raise NetworkError(f"{url} is over the limit of {MAX_URL // MEGABYTE} MB.", "Save it and give the file instead.")
