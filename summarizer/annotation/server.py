"""The local page: standard library only, reachable from this machine only, blind."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from threading import Lock
from typing import Any, ClassVar
from urllib.parse import urlsplit

from summarizer.annotation.pairs import Pair
from summarizer.annotation.ratings import CRITERIA, TIE, Rating, read_ratings

_MOST_BYTES = 65_536
_HOSTS = ("127.0.0.1", "localhost")


@dataclass
class Kit:
    """The pairs of one rater and the file their ratings go to.

    The page has to send back ``token``, so that another page open in the same browser cannot write ratings.
    """

    pairs: Sequence[Pair]
    rater: str
    file: Path
    token: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    _lock: Lock = field(default_factory=Lock)

    def state(self) -> dict[str, Any]:
        """The next pair to rate, None when all are done, and how far the rater is."""
        done = self._done()
        following = next((pair for pair in self.pairs if pair.item not in done), None)
        shown = following.shown() if following else None
        return {"rater": self.rater, "done": len(done), "all": len(self.pairs), "pair": shown}

    def save(self, answer: dict[str, Any]) -> None:
        """Append one rating.

        Raises:
            ValueError: the answer is not one the page can give.
        """
        pair = next((pair for pair in self.pairs if pair.item == answer.get("item")), None)
        if pair is None:
            raise ValueError("unknown item")
        names = {"left": pair.left, "right": pair.right, TIE: TIE}
        judged = {criterion: names.get(str(answer.get(criterion))) for criterion in CRITERIA}
        if None in judged.values():
            raise ValueError("each criterion is left, right or tie")
        one, other = sorted((pair.left, pair.right))
        rating = Rating(
            item=pair.item,
            lang=pair.lang,
            rater=self.rater,
            systems=(one, other),
            left=pair.left,
            note=str(answer.get("note", ""))[:2000],
            seconds=round(float(answer.get("seconds", 0.0)), 1),
            **{criterion: str(name) for criterion, name in judged.items()},
        )
        with self._lock, self.file.open("a", encoding="utf-8") as out:
            out.write(rating.line())

    def _done(self) -> set[str]:
        if not self.file.exists():
            return set()
        return {r.item for r in read_ratings([self.file]) if r.rater == self.rater} & {p.item for p in self.pairs}


def serve(kit: Kit, port: int = 0) -> ThreadingHTTPServer:
    """A server for ``kit`` on 127.0.0.1, not yet started; port 0 takes a free one. Its page is ``page_url``."""
    handler = type("Handler", (_Handler,), {"kit": kit})
    return ThreadingHTTPServer(("127.0.0.1", port), handler)


def page_url(server: ThreadingHTTPServer, kit: Kit) -> str:
    """The address to open, with the token."""
    return f"http://127.0.0.1:{server.server_address[1]}/?token={kit.token}"


class _Handler(BaseHTTPRequestHandler):
    kit: ClassVar[Kit]

    def do_GET(self) -> None:
        """The page, or the state of the session."""
        path = urlsplit(self.path).path
        if not self._local():
            self._answer(HTTPStatus.FORBIDDEN, {"error": "this page is for the machine it runs on"})
        elif path == "/":
            page = (resources.files("summarizer.annotation") / "page.html").read_bytes()
            self._send(HTTPStatus.OK, page, "text/html; charset=utf-8")
        elif path == "/state" and self._trusted():
            self._answer(HTTPStatus.OK, self.kit.state())
        else:
            self._answer(HTTPStatus.NOT_FOUND, {"error": "not found"})

    def do_POST(self) -> None:
        """One rating; answers with the new state."""
        size = int(self.headers.get("Content-Length") or 0)
        if not self._local() or not self._trusted() or urlsplit(self.path).path != "/rating":
            self._answer(HTTPStatus.FORBIDDEN, {"error": "not allowed"})
        elif not 0 < size <= _MOST_BYTES:
            self._answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, {"error": "too long"})
        else:
            try:
                self.kit.save(json.loads(self.rfile.read(size)))
            except (ValueError, AttributeError) as error:
                self._answer(HTTPStatus.BAD_REQUEST, {"error": str(error)})
            else:
                self._answer(HTTPStatus.OK, self.kit.state())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's own name
        """Nothing: the terminal belongs to the command."""

    def _local(self) -> bool:
        return (self.headers.get("Host") or "").rpartition(":")[0] in _HOSTS

    def _trusted(self) -> bool:
        return secrets.compare_digest(self.headers.get("X-Token") or "", self.kit.token)

    def _answer(self, status: HTTPStatus, body: dict[str, Any]) -> None:
        self._send(status, json.dumps(body, ensure_ascii=False).encode(), "application/json; charset=utf-8")

    def _send(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(body)
