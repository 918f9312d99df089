"""Pictures of the page: the one the README shows, and every tab in both languages, widths and colours to look at.

    python eval/demo_pictures.py docs/img/demo.png         the one picture, 1180 x 820
    python eval/demo_pictures.py --all FOLDER              all of them, whole pages at 380 and 1600 px

Starts the page with the shipped model and drives Chromium; the articles are the project's own.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from demo_latency import page
from playwright.sync_api import Browser, Page, sync_playwright

from summarizer.assets import asset
from summarizer.demo.texts import TEXTS
from summarizer.types import LANGS, Lang

ARTICLE = "hanoi-closing"
TABS = ("summarize", "batch", "compare", "evaluate", "programs")
WIDTHS = (380, 1600)
FLAGS = ["--headless", "--no-sandbox", "--font-render-hinting=none"]  # letters where a screen would have them
LOCALES: dict[Lang, str] = {"vi": "vi-VN", "en": "en-GB"}
WAIT = 60_000  # milliseconds


def opened(browser: Browser, url: str, lang: Lang, size: tuple[int, int], dark: bool = False) -> Page:
    """The page as a new visitor sees it."""
    context = browser.new_context(
        locale=LOCALES[lang],
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    context.set_default_timeout(WAIT)
    window = context.new_page()
    window.goto(url)
    window.wait_for_function(f"document.documentElement.lang === '{lang}'")
    window.wait_for_selector("#tt-one-run:not([disabled])")
    return window


def summarize(window: Page, box: str = "article-box", button: str = "one") -> None:
    """Put the article into a tab's box, click, and wait for the result."""
    text = asset(f"corpus/articles/{ARTICLE}.txt").read_text(encoding="utf-8").strip()
    window.locator(f"#tt-{box} textarea").fill(text)
    window.locator(f"#tt-{button}-run").click()
    # not for the stop button: the model may be done before it is seen
    window.locator(".tt-sentence").locator("visible=true").first.wait_for()
    window.wait_for_selector(f"#tt-{button}-run:not([disabled])")
    window.wait_for_timeout(800)


def choose(window: Page, tab: str, name: str) -> None:
    """Go to a tab, which a narrow page may have in a menu."""
    button = window.locator(f"#tt-tabs button[role=tab][data-tab-id={tab}]")
    if not button.count():
        window.locator("#tt-tabs .overflow-menu > button").click()
        button = window.locator("#tt-tabs .overflow-dropdown button", has_text=name)
    button.first.click()


def for_readme(browser: Browser, url: str, path: Path) -> None:
    """Both summaries with a sentence's sources lit up in the article."""
    window = opened(browser, url, "vi", (1180, 820))
    summarize(window)
    window.locator("#tt-result .tt-sentence").first.click()
    window.mouse.move(0, 0)
    window.evaluate("document.querySelector('#tt-one-status').scrollIntoView(); window.scrollBy(0, -16)")
    window.wait_for_timeout(500)
    window.screenshot(path=path)
    window.context.close()


def fill(window: Page, tab: str, files: list[Path]) -> None:
    """Have something to look at in a tab."""
    if tab == "summarize":
        summarize(window)
        window.locator("#tt-result .tt-sentence").first.click()
    elif tab == "batch":
        window.locator("input:has(+ #tt-batch-upload)").set_input_files(files)
        window.wait_for_selector("#tt-batch .tt-downloads")
    elif tab == "compare":
        summarize(window, "compare-box", "compare")
    elif tab == "evaluate" and window.locator(".tt-frame").count():
        window.locator(".tt-frame").scroll_into_view_if_needed()  # the report is loaded when it is seen
    window.wait_for_timeout(800)


def every_tab(browser: Browser, url: str, folder: Path, dark: bool) -> Iterator[Path]:
    """A picture of each tab, filled, in each language and width."""
    bad = folder / "ngắn.txt"
    bad.write_text("Ngắn.", encoding="utf-8")
    files = [*sorted(asset("corpus/articles").glob("hanoi-*.txt"))[:2], bad]
    for lang, width in product(LANGS, WIDTHS):
        window = opened(browser, url, lang, (width, 900), dark)
        for tab in TABS:
            choose(window, tab, TEXTS[f"tab_{tab}"][LANGS.index(lang)])
            fill(window, tab, files)
            path = folder / f"{tab}-{lang}-{width}{'-dark' if dark else ''}.png"
            window.screenshot(path=path, full_page=True)
            yield path
        window.context.close()
    bad.unlink()


def main(arguments: list[str] | None = None) -> None:
    """Take the pictures and name them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--all", action="store_true", help="PATH is a folder for pictures of every tab")
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    args = parser.parse_args(arguments)
    with page() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=args.chromium, args=FLAGS)
        if args.all:
            args.path.mkdir(parents=True, exist_ok=True)
            for dark in (False, True):
                for path in every_tab(browser, url, args.path, dark):
                    print(path)
        else:
            for_readme(browser, url, args.path)
            print(args.path)
        browser.close()


if __name__ == "__main__":
    main()
