"""One server with a fake writer and one browser for all tests of the page."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from demo_helpers import CHROMIUM, FLAGS, Hits, Served, Watched, enter, serve
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from summarizer.demo.config import Config, Limits

expect.set_options(timeout=30_000)  # milliseconds: a busy machine is slow, not wrong


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    """The page most tests use; it may fetch from this machine, which a real one may not."""
    limits = Limits(characters=20_000, per_minute=0, batch_articles=12, file_mb=2)
    up = serve(Config(allow_private=True, limits=limits))
    yield up
    up.page.close(verbose=False)


@pytest.fixture(scope="session")
def strict() -> Iterator[Served]:
    """A page with the limits of a real one."""
    up = serve(Config(limits=Limits(per_minute=0)))
    yield up
    up.page.close(verbose=False)


@pytest.fixture(scope="session")
def web() -> Iterator[Hits]:
    """Somebody's web server."""
    hits = Hits("", 0)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hits.seen.append(self.path)
            status, headers, body = hits.pages.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        hits.port = server.server_address[1]
        hits.url = f"http://127.0.0.1:{hits.port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield hits
        server.shutdown()


@pytest.fixture(scope="package")  # its event loop must not outlive these tests
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Browser, served: Served) -> Iterator[Callable[..., Page]]:
    """Opens the page as a new visitor; afterwards nothing must have gone wrong in the browser."""
    contexts: list[BrowserContext] = []
    watched = Watched()

    def opened(*, locale: str = "vi-VN", width: int = 1280, dark: bool = False) -> Page:
        context = browser.new_context(
            locale=locale,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            permissions=["clipboard-read", "clipboard-write"],
        )
        context.set_default_timeout(30_000)
        contexts.append(context)
        page = context.new_page()
        watched.watch(page, served.url)
        enter(page, served.url)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert watched.problems == []
