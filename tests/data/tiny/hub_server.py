"""A hub on this machine: the endpoints a download needs, and the faults a real one has."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

_LARGE = (".safetensors", ".bin", ".model", ".spm")


@dataclass
class Repo:
    """One model on the hub, with switches for what goes wrong."""

    folder: Path
    commit: str = "a" * 40
    licence: str = "apache-2.0"
    error: tuple[int, str] | None = None  # status and X-Error-Code of every answer
    corrupt: set[str] = field(default_factory=set)  # files served with one byte changed
    cut: set[str] = field(default_factory=set)  # files whose connection breaks half-way

    def info(self) -> dict[str, object]:
        files = []
        for path in sorted(self.folder.iterdir()):
            entry: dict[str, object] = {"rfilename": path.name, "size": path.stat().st_size, "blobId": "0" * 40}
            if path.suffix in _LARGE:
                digest = hashlib.sha256(path.read_bytes()).hexdigest()
                entry["lfs"] = {"sha256": digest, "size": path.stat().st_size, "pointerSize": 100}
            files.append(entry)
        return {"id": "x", "sha": self.commit, "siblings": files, "cardData": {"license": self.licence}, "tags": []}


class _Handler(BaseHTTPRequestHandler):
    repos: ClassVar[dict[str, Repo]] = {}
    requests: ClassVar[list[str]] = []

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def do_GET(self) -> None:
        self._answer(body=True)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _answer(self, *, body: bool) -> None:
        path = self.path.split("?")[0]
        self.requests.append(f"{self.command} {path}")
        found = re.fullmatch(r"(?:/api/models)?/([^/]+/[^/]+)(?:/(?:revision|resolve)/([^/]+))?(?:/(.+))?", path)
        repo = self.repos.get(found[1]) if found else None
        if repo is None:
            self._send(404, {"X-Error-Code": "RepoNotFound"})
        elif repo.error:
            self._send(repo.error[0], {"X-Error-Code": repo.error[1]})
        elif found and found[2] not in (None, "main", repo.commit):
            self._send(404, {"X-Error-Code": "RevisionNotFound"})
        elif path.startswith("/api/") and found and not found[3]:
            self._send(200, {"Content-Type": "application/json"}, json.dumps(repo.info()).encode())
        elif found and found[3] and (repo.folder / found[3]).is_file():
            self._file(repo, repo.folder / found[3], body=body)
        else:
            self._send(404, {"X-Error-Code": "EntryNotFound"})

    def _file(self, repo: Repo, path: Path, *, body: bool) -> None:
        data = path.read_bytes()
        etag = hashlib.sha256(data).hexdigest()
        if path.name in repo.corrupt:
            data = data[:-1] + bytes([data[-1] ^ 1])
        start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").split("-")[0])
        part = data[start:]
        headers = {"ETag": f'"{etag}"', "X-Repo-Commit": repo.commit, "Accept-Ranges": "bytes"}
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
        if body and path.name in repo.cut:
            self._send(206 if start else 200, headers, part[: len(part) // 2], length=len(part))
            self.close_connection = True
            return
        self._send(206 if start else 200, headers, part if body else b"", length=len(part))

    def _send(self, status: int, headers: dict[str, str], body: bytes = b"", length: int | None = None) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)


class Hub:
    """A running server; ``repos`` maps hub ids to what it serves."""

    def __init__(self) -> None:
        handler = type("Handler", (_Handler,), {"repos": {}, "requests": []})
        self.repos: dict[str, Repo] = handler.repos
        self.requests: list[str] = handler.requests
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
