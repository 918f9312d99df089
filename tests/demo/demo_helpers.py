"""What the tests of the page share besides fixtures."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

import gradio as gr
from demo_fakes import FakeWriter
from playwright.sync_api import ConsoleMessage, Page, Request

from summarizer.demo.app import build_app
from summarizer.demo.config import Address, Config
from summarizer.demo.server import launch
from summarizer.demo.site import Site

T = TypeVar("T")
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
ARTICLE = """Cầu Rạch Sâu thông xe sớm hai tháng

Sáng 18/10/2025, UBND TP. Cần Thơ tổ chức lễ thông xe cầu Rạch Sâu, nối hai phường bị con rạch chia cắt suốt 40 năm.

Ảnh: Nguyễn Văn A/TTXVN

Cầu dài 412 m, tổng vốn 385,6 tỷ đồng, rút ngắn quãng đường đến trường của khoảng 1.500 học sinh từ 9 km xuống còn 2 km.

Ông Lê Thuỷ, người lái đò ở đây từ năm 1987, nói ông sẽ giữ chiếc đò cho khách du lịch muốn đi thăm chợ nổi.
"""


LEAVING = ("AbortError", "Connection errored out")  # what Gradio says when a page is left while it is being sent to


@dataclass
class Served:
    """A page that is up."""

    url: str
    page: gr.Blocks
    site: Site
    english: threading.Event  # cleared, no English summary is written


@dataclass
class Hits:
    """A small web server of the test, what it serves by path, and what was asked of it."""

    url: str
    port: int
    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)


def serve(config: Config, address: Address | None = None, delay: float = 0.0) -> Served:
    english = threading.Event()
    english.set()
    page, site = build_app(config, lambda model: FakeWriter(model, delay, english=english))
    return Served(launch(page, site, address or Address()), page, site, english)


@dataclass
class Watched:
    """What a page did that it should not have done."""

    problems: list[str] = field(default_factory=list)

    def watch(self, page: Page, home: str) -> None:
        def on_console(message: ConsoleMessage) -> None:
            if message.type == "error" and not any(words in message.text for words in LEAVING):
                self.problems.append(f"console: {message.text}")

        def on_request(request: Request) -> None:
            if not request.url.startswith((home, "data:", "blob:", "about:")):
                self.problems.append(f"request to {request.url}")

        page.on("console", on_console)
        page.on("pageerror", lambda error: self.problems.append(f"page error: {error}"))
        page.on("request", on_request)


def enter(page: Page, url: str) -> None:
    """Open the page and wait until it has said which language it speaks."""
    page.goto(url)
    page.wait_for_selector("#tt-one-run")
    page.wait_for_function("document.title.length > 0 && /vi|en/.test(document.documentElement.lang)")


def summarize(page: Page, text: str) -> None:
    """Put a text into the box and wait for its summaries."""
    page.locator("#tt-article-box textarea").fill(text)
    page.locator("#tt-one-run").click()
    page.wait_for_selector("#tt-result .tt-summary")
    page.wait_for_selector("#tt-one-run:not([disabled])")


def go(page: Page, name: str) -> None:
    """Choose a tab by its name in the page's language."""
    page.locator("#tt-tabs button[role=tab]:visible", has_text=name).first.click()


def run_async(work: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine, in a thread of its own: Playwright's loop may be running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()
