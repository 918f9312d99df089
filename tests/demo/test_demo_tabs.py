from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from demo_fakes import SLOW
from demo_helpers import ARTICLE, Served, enter, go, summarize
from playwright.sync_api import Page, expect

TABS = ("Tóm tắt", "Nhiều bài", "So sánh", "Đánh giá", "Cho lập trình")


def _rows(path: Path, count: int, slow: bool = False) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["id", "title", "text"])
        body = ARTICLE.partition("\n\n")[2] + (f"\n\n{SLOW}" if slow else "")
        for number in range(count):
            out.writerow([f"bai-{number}", f"Bài {number}", "Ngắn." if number == 1 else body])
    return path


def test_batch_with_a_bad_row(visit: Callable[..., Page], tmp_path: Path) -> None:
    page = visit()
    go(page, "Nhiều bài")
    page.locator("input:has(+ #tt-batch-upload)").set_input_files([_rows(tmp_path / "tin.csv", 6)])
    expect(page.locator("#tt-batch")).to_contain_text("Xong 5 bài, 1 bài lỗi.")
    failure = page.locator("#tt-batch tbody tr")
    expect(failure).to_have_count(1)
    expect(failure).to_contain_text("quá ngắn")
    expect(failure.locator("td").nth(1)).to_have_text("3")  # the header is row 1
    with page.expect_download() as download:
        page.locator("#tt-batch .tt-downloads a", has_text=".jsonl").click()
    lines = [json.loads(line) for line in Path(download.value.path()).read_text(encoding="utf-8").splitlines()]
    assert [line["schema"].split("/")[1] for line in lines] == ["summary", "error", *["summary"] * 4]
    with page.expect_download() as download:
        page.locator("#tt-batch .tt-downloads a", has_text=".csv").click()
    written = Path(download.value.path()).read_text(encoding="utf-8-sig")
    table = list(csv.DictReader(StringIO(written)))
    assert [row["id"] for row in table] == [f"bai-{n}" for n in range(6)]
    assert "Cần Thơ" in table[0]["vi"]
    assert "one word" in table[1]["problem"]


def test_batch_goes_on_over_a_reload_and_can_be_stopped(
    visit: Callable[..., Page], served: Served, tmp_path: Path
) -> None:
    page = visit()
    go(page, "Nhiều bài")
    page.locator("input:has(+ #tt-batch-upload)").set_input_files([_rows(tmp_path / "cham.csv", 9, slow=True)])
    expect(page.locator("#tt-batch progress")).to_be_visible()
    enter(page, served.url)
    go(page, "Nhiều bài")
    expect(page.locator("#tt-batch progress")).to_be_visible()
    page.locator("#tt-batch-stop").click()
    expect(page.locator("#tt-batch")).to_contain_text("Đã dừng sau")


def test_compare_with_a_reference(visit: Callable[..., Page]) -> None:
    page = visit()
    go(page, "So sánh")
    page.locator("#tt-compare-box textarea").fill(ARTICLE)
    page.locator(".tt-side").nth(1).get_by_text("Một câu").click()
    page.get_by_text("Bản tóm tắt mẫu").click()
    page.get_by_label("Mẫu tiếng Việt").fill("Cần Thơ thông xe cầu Rạch Sâu dài 412 m, vốn 385,6 tỷ đồng.")
    page.locator("#tt-compare-run").click()
    halves = page.locator("#tt-compare-result .tt-half")
    expect(halves).to_have_count(2)
    expect(halves.nth(0)).to_contain_text("2 câu")
    expect(halves.nth(1)).to_contain_text("1 câu")
    expect(page.locator("#tt-compare-result table")).to_contain_text("ROUGE-1", timeout=60_000)


def test_evaluation_runs_on_the_corpus(visit: Callable[..., Page]) -> None:
    page = visit(locale="en-US")
    go(page, "Evaluation")
    page.locator("#tt-evaluate-slider input[type=number]").fill("4")
    page.locator("#tt-evaluate-run").click()
    report = page.locator("#tt-evaluate-result .tt-report")
    expect(report).to_contain_text("Vietnamese summaries of Vietnamese articles", timeout=60_000)
    expect(report.locator("table").first).to_contain_text("LEAD")
    expect(page.frame_locator(".tt-frame").first.locator("svg").first).to_be_visible()


def test_example_article_and_programs(visit: Callable[..., Page], served: Served) -> None:
    page = visit()
    page.locator(".tt-example input:visible").first.click()
    page.locator("[role=option]:visible").first.click()
    expect(page.locator("#tt-article-box textarea")).not_to_have_value("")
    go(page, "Cho lập trình")
    expect(page.locator(".tt-programs pre").first).to_contain_text(f'Client("{served.url}")')


@pytest.mark.parametrize("dark", [False, True])
def test_no_serious_accessibility_issue(visit: Callable[..., Page], dark: bool) -> None:
    page = visit(dark=dark)
    summarize(page, ARTICLE)
    found = []
    for name in TABS[:2] if dark else TABS:
        go(page, name)
        page.wait_for_timeout(300)
        violations = Axe().run(page).response["violations"]
        found += [(name, v["id"], v["nodes"][0]["html"]) for v in violations if v["impact"] in ("serious", "critical")]
    assert found == []


@pytest.mark.parametrize("locale", ["vi-VN", "en-US"])
def test_phone_has_no_sideways_scrolling(visit: Callable[..., Page], locale: str) -> None:
    page = visit(locale=locale, width=380)
    summarize(page, ARTICLE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 380
    violations = Axe().run(page).response["violations"]
    assert [v["id"] for v in violations if v["impact"] in ("serious", "critical")] == []
    clipped = page.evaluate(
        """() => [...document.querySelectorAll("#tt-result h3, #tt-result p, h1, .tt-button")].filter((node) =>
          parseFloat(getComputedStyle(node).lineHeight) < 1.3 * parseFloat(getComputedStyle(node).fontSize)).length"""
    )
    assert clipped == 0  # stacked Vietnamese marks need the room
    assert page.evaluate("document.fonts.check('16px \"Be Vietnam Pro\"', 'Ề')")
