"""How soon the page answers a click while the model is busy, and how 20 visitors at once fare.

    python eval/demo_latency.py                           10 clicks over HTTP, 10 in a browser, 20 visitors
    python eval/demo_latency.py --clicks 30 --chromium ""      without the browser

Starts the page with the shipped model, keeps it busy with calls of 20 articles of the corpus, and clicks. A click is
answered when the server's words for it arrive; what the page's own script says before that is told apart.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from html import escape
from statistics import median

import httpx
from playwright.sync_api import Page, sync_playwright

from summarizer.assets import asset

AHEAD = re.compile(r"(\d+) ahead of you")
TIMEOUT = 600  # seconds
CLICK = """() => new Promise((resolve) => {
  const status = document.querySelector("#tt-one-status"), start = performance.now(), times = {};
  new MutationObserver(() => {
    const now = performance.now() - start;
    if (!status.querySelector(".tt-busy")) return;
    times.moved ??= now;
    if (!/Sending…/.test(status.textContent)) times.answered ??= now;
    if (/ahead of you/.test(status.textContent)) { times.placed ??= now; resolve(times); }
  }).observe(status, { childList: true, subtree: true, attributes: true, characterData: true });
  document.querySelector("#tt-one-run").click();
})"""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message of the server about a click: seconds after it, its kind, and its data as JSON."""

    seconds: float
    kind: str
    data: str

    @property
    def ahead(self) -> int | None:
        """How many are ahead in the line, if the message says so."""
        found = AHEAD.search(self.data)
        return int(found[1]) if found else None


class Visitor:
    """One session of the page over HTTP, with the requests that the page's own script makes."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._session = secrets.token_hex(8)
        self._http = httpx.Client(timeout=TIMEOUT)
        config = self._http.get(f"{url}config").raise_for_status().json()
        names = {c["id"]: c["props"].get("elem_id") for c in config["components"]}
        self._calls = {names.get(t[0]): d["id"] for d in config["dependencies"] for t in d["targets"]}

    def summarize(self, text: str) -> Generator[Heard]:
        """Click on the button with ``text`` in the box; what is heard, until the server has nothing more to say."""
        start = time.perf_counter()
        body = {"data": [text, "short", "tomtat"], "fn_index": self._calls["tt-one-run"], "session_hash": self._session}
        self._http.post(f"{self._url}gradio_api/queue/join", json=body).raise_for_status()
        where = f"{self._url}gradio_api/queue/data?session_hash={self._session}"
        with self._http.stream("GET", where) as answer:
            for line in answer.iter_lines():
                if line.startswith("data: "):
                    message = json.loads(line.removeprefix("data: "))
                    data = json.dumps(message.get("output"), ensure_ascii=False)
                    yield Heard(time.perf_counter() - start, message["msg"], data)
                    if message["msg"] == "process_completed":
                        return

    def stop(self) -> None:
        """Click on the button that gives the place up."""
        body = {"data": [], "fn_index": self._calls["tt-one-stop"], "session_hash": self._session}
        self._http.post(f"{self._url}gradio_api/run/predict", json=body).raise_for_status()


def click(url: str, text: str) -> tuple[float, float]:
    """Seconds until the server's first words, and until it tells the place in the line."""
    visitor = Visitor(url)
    with closing(visitor.summarize(text)) as heard:
        first = next(h.seconds for h in heard if h.kind == "process_generating")
        placed = next(h.seconds for h in heard if h.ahead)
    visitor.stop()
    return first, placed


@dataclass(frozen=True, slots=True)
class Told:
    """What one of many visitors got: the last message, the highest place in the line, and the seconds it took."""

    last: Heard
    ahead: int
    seconds: float


def crowd(url: str, texts: Sequence[str]) -> list[Told]:
    """Everybody clicks at once, each with a text of their own."""
    visitors = [Visitor(url) for _ in texts]
    ready = threading.Barrier(len(texts))

    def ask(visitor: Visitor, text: str) -> Told:
        ready.wait()
        heard = list(visitor.summarize(text))
        shown = [h for h in heard if "tt-summary" in h.data]
        return Told((shown or heard)[-1], max((h.ahead or 0 for h in heard), default=0), heard[-1].seconds)

    with ThreadPoolExecutor(len(texts)) as pool:
        return list(pool.map(ask, visitors, texts))


def articles() -> list[str]:
    """The articles of the corpus, title first."""
    return [path.read_text(encoding="utf-8") for path in sorted(asset("corpus/articles").glob("*.txt"))]


@contextmanager
def page() -> Iterator[str]:
    """The page in a process of its own; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "summarizer", "demo", "--port", str(port), "--per-minute", "0", "--quiet"]
    url = f"http://127.0.0.1:{port}/"
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            until = time.monotonic() + TIMEOUT
            while time.monotonic() < until:
                with suppress(httpx.TransportError):
                    if httpx.get(f"{url}health", timeout=TIMEOUT).json()["models_loaded"]:
                        break
                time.sleep(0.2)
            yield url
        finally:
            server.terminate()


@contextmanager
def long_job(url: str, texts: Sequence[str]) -> Iterator[None]:
    """Programs that keep the model busy: always one call being served."""
    done = threading.Event()

    def work() -> None:
        body = {"data": [list(texts), "short", "tomtat"]}
        while not done.is_set():
            with suppress(httpx.TransportError):  # the page has been closed after an error
                event = httpx.post(f"{url}gradio_api/call/batch", json=body, timeout=TIMEOUT).json()["event_id"]
                httpx.get(f"{url}gradio_api/call/batch/{event}", timeout=TIMEOUT)

    threads = [threading.Thread(target=work, daemon=True) for _ in range(2)]
    for thread in threads:
        thread.start()
    while httpx.get(f"{url}health", timeout=TIMEOUT).json()["waiting"] < len(threads):
        time.sleep(0.1)
    try:
        yield
    finally:
        done.set()
    for thread in threads:
        thread.join()


def browse(url: str, chromium: str, text: str, count: int) -> list[dict[str, float]]:
    """``clicks`` in a browser of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--headless", "--no-sandbox"])
        window = browser.new_page(locale="en-US")
        window.goto(url)
        found = clicks(window, text, count)
        browser.close()
    return found


def clicks(window: Page, text: str, count: int) -> list[dict[str, float]]:
    """Seconds until something moves, the server answers and the place is told, as the page in ``window`` shows them."""
    found = []
    for _ in range(count):
        window.wait_for_selector("#tt-one-run:not([disabled])")
        window.locator("#tt-article-box textarea").fill(text)
        found.append({key: ms / 1000 for key, ms in window.evaluate(CLICK).items()})
        window.locator("#tt-one-stop").click()
        window.wait_for_selector("#tt-one-stop[disabled]")
    return found


def row(name: str, seconds: Sequence[float]) -> str:
    """A line of the table, in milliseconds."""
    return f"| {name} | {median(seconds) * 1000:.0f} | {max(seconds) * 1000:.0f} |"


def told_of(crowded: Sequence[Told], texts: Sequence[str]) -> str:
    """How everybody fared, in a sentence."""
    titles = [json.dumps(escape(text.strip().partition("\n")[0]), ensure_ascii=False)[1:-1] for text in texts]
    right = [title in t.last.data for t, title in zip(crowded, titles, strict=True)]
    strange = sum(title in t.last.data for t in crowded for title in titles) - sum(right)
    return (
        f"{len(texts)} visitors at once: {sum(right)} got the summary of their article, {strange} that of another; "
        f"{sum(t.ahead > 0 for t in crowded)} were told their place in the line (up to {max(t.ahead for t in crowded)} "
        f"ahead); the last had it after {max(t.seconds for t in crowded):.0f} s."
    )


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--clicks", type=int, default=10)
    parser.add_argument("--visitors", type=int, default=20)
    parser.add_argument("--chromium", default=shutil.which("chromium") or "", help='"" leaves the browser out')
    args = parser.parse_args(arguments)
    texts = articles()
    with page() as url:
        Visitor(url)  # the first answer of a new server is not what is measured
        with long_job(url, texts[:20]):
            load = os.getloadavg()[0]
            clicked = [click(url, texts[n % len(texts)]) for n in range(args.clicks)]
            seen = browse(url, args.chromium, texts[0], args.clicks) if args.chromium else []
        crowded = crowd(url, texts[: args.visitors])
    print(f"{os.cpu_count()} cores, load {load:.1f}; {args.clicks} clicks each while calls of 20 articles are served\n")
    print("| until … after a click | median, ms | worst, ms |\n|---|---|---|")
    print(row("the server's first words, over HTTP", [first for first, _ in clicked]))
    print(row("the place in the line, over HTTP", [placed for _, placed in clicked]))
    names = {"moved": "the page shows that it was heard", "answered": "the server's first words, in the browser"}
    for key, name in {**names, "placed": "the place in the line, in the browser"}.items() if seen else ():
        print(row(name, [times[key] for times in seen]))
    print(f"\n{told_of(crowded, texts[: args.visitors])}")


if __name__ == "__main__":
    main()
