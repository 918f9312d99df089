from __future__ import annotations

import base64
import json
import re
import socket
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from demo_fakes import CRASH, SLOW
from demo_helpers import ARTICLE, Hits, Served, enter, summarize
from playwright.sync_api import Browser, Page, expect

DATA = Path(__file__).parents[1] / "data" / "formats"
FORMATS = ("txt", "md", "html", "docx", "pdf", "csv", "tsv", "json", "jsonl", "parquet")


def test_pasted_article_gives_two_summaries_with_everything_around(visit: Callable[..., Page]) -> None:
    page = visit()
    summarize(page, ARTICLE)
    vi, en = page.locator("#tt-result .tt-summary").all()
    assert (vi.get_attribute("lang"), en.get_attribute("lang")) == ("vi", "en")
    expect(vi).to_contain_text("Cần Thơ")
    expect(en).to_contain_text("In short:")
    expect(page.locator("#tt-result .tt-headline[lang=vi]")).to_have_text("Cầu Rạch Sâu thông xe sớm hai tháng")
    expect(page.locator("#tt-result .tt-card footer").first).to_contain_text("2 câu")
    expect(page.locator("#tt-result .tt-caution")).to_be_visible()  # the fake does not trust its English
    expect(page.locator("#tt-result .tt-coverage")).to_contain_text("dựa vào 2 câu")
    assert page.locator("#tt-one-status .tt-status").inner_text().startswith("Xong sau")

    # sources light up on hover, on focus by the keyboard, and stay when pinned
    lit = page.locator("#tt-result .tt-article .tt-lit")
    sentence = page.locator("#tt-result .tt-sentence").nth(1)
    sentence.hover()
    expect(lit.filter(has_text="412 m")).not_to_have_count(0)
    page.mouse.move(0, 0)
    expect(lit).to_have_count(0)
    page.locator("#tt-result .tt-copy").first.focus()
    page.keyboard.press("Tab")
    expect(lit.filter(has_text="18/10/2025")).not_to_have_count(0)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("#tt-result .tt-sentence").first).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(lit).to_have_count(0)

    # facts: what is wrong comes first, its span one click away
    facts = page.locator("#tt-result .tt-findings li")
    expect(facts).to_have_count(3)
    assert [c.get_attribute("class") for c in facts.all()] == ["tt-contradicted", "tt-not_found", "tt-supported"]
    facts.nth(2).locator(".tt-locate").click()
    expect(lit.first).to_be_in_viewport()

    # removed boilerplate is hidden until asked for
    gone = page.locator("#tt-result .tt-removed", has_text="TTXVN")
    expect(gone).to_be_hidden()
    page.locator(".tt-show-removed").check()
    expect(gone).to_be_visible()

    page.locator("#tt-result .tt-copy").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Cầu Rạch Sâu thông xe sớm hai tháng\n\nSáng 18/10/2025")


def test_the_first_summary_is_read_while_the_second_is_written(visit: Callable[..., Page], served: Served) -> None:
    page = visit()
    served.english.clear()
    try:
        page.locator("#tt-article-box textarea").fill(ARTICLE)
        page.locator("#tt-one-run").click()
        vi, en = (page.locator("#tt-result .tt-card").nth(n) for n in (0, 1))
        expect(vi.locator(".tt-summary")).to_contain_text("Cần Thơ")
        expect(en).to_have_attribute("aria-busy", "true")
        expect(en).to_contain_text("Đang viết…")
        expect(page.locator("#tt-one-status")).to_contain_text("Đang viết bản tiếng Anh…")
        expect(page.locator("#tt-result .tt-caution, #tt-result .tt-downloads a")).to_have_count(0)
        page.locator(".tt-show-removed").check()
        vi.locator(".tt-sentence").nth(1).focus()
        page.keyboard.press("Enter")
        expect(page.locator("#tt-result .tt-article .tt-lit").filter(has_text="412 m")).not_to_have_count(0)
    finally:
        served.english.set()
    expect(page.locator("#tt-result .tt-summary[lang=en]")).to_contain_text("In short:")
    expect(page.locator("#tt-one-status")).to_contain_text("Xong sau")
    # what the reader did with the first one is not lost when the second comes
    sentence = page.locator("#tt-result .tt-sentence").nth(1)
    expect(sentence).to_have_attribute("aria-pressed", "true")
    expect(sentence).to_be_focused()
    expect(page.locator("#tt-result .tt-article .tt-lit").filter(has_text="412 m")).not_to_have_count(0)
    expect(page.locator("#tt-result .tt-removed", has_text="TTXVN")).to_be_visible()


def test_downloads_hold_the_summary(visit: Callable[..., Page]) -> None:
    page = visit()
    summarize(page, ARTICLE)
    files = {}
    for link in page.locator("#tt-result .tt-downloads a").all():
        href = link.get_attribute("href") or ""
        files[(link.get_attribute("download") or "").rpartition(".")[2]] = base64.b64decode(href.partition(",")[2])
    assert set(files) == {"txt", "md", "json", "docx"}
    assert "Cần Thơ" in files["txt"].decode()
    assert "Cần Thơ" in files["md"].decode()
    assert json.loads(files["json"])["schema"] == "tomtat/summary/1"
    assert "Cần Thơ" in zipfile.ZipFile(BytesIO(files["docx"])).read("word/document.xml").decode()
    with page.expect_download() as download:
        page.locator("#tt-result .tt-downloads a").first.click()
    assert download.value.suggested_filename.endswith(".txt")


def test_language_follows_the_browser_and_is_remembered(visit: Callable[..., Page], served: Served) -> None:
    page = visit(locale="en-GB")
    expect(page.locator("#tt-one-run")).to_have_text("Summarise")
    summarize(page, ARTICLE)
    page.locator("#tt-language").get_by_text("Tiếng Việt").click()
    expect(page.locator("#tt-one-run")).to_have_text("Tóm tắt")
    expect(page.locator("#tt-article-box label > span").first).to_have_text("Bài viết hoặc địa chỉ trang")
    visible = page.locator("#tt-result .tt-facts h2 .tt-w:visible")
    expect(visible).to_have_text(["Kiểm tra dữ kiện"])  # what is there stays, in the other language
    assert page.evaluate("document.documentElement.lang") == "vi"
    enter(page, served.url)
    expect(page.locator("#tt-one-run")).to_have_text("Tóm tắt")
    assert page.title() == "Tóm tắt tin song ngữ"


def test_url_of_a_page(visit: Callable[..., Page], web: Hits) -> None:
    body = "".join(f"<p>{p}</p>" for p in ARTICLE.split("\n\n")[1:])
    html = f"<html lang=vi><head><title>Cầu</title></head><body><article><h1>Cầu Rạch Sâu</h1>{body}</article></body>"
    web.pages["/bai.html"] = (200, {}, html.encode())
    page = visit()
    summarize(page, f"{web.url}/bai.html")
    expect(page.locator("#tt-result .tt-summary").first).to_contain_text("Cần Thơ")
    expect(page.locator("#tt-result .tt-meta a")).to_have_attribute("href", f"{web.url}/bai.html")


def test_every_format_and_the_box_shows_what_was_read(visit: Callable[..., Page]) -> None:
    page = visit()
    for suffix in FORMATS:
        page.locator("#tt-article-box textarea").fill("")
        page.locator("input:has(+ #tt-upload)").set_input_files(DATA / f"sample.{suffix}")
        expect(page.locator("#tt-article-box textarea")).to_have_value(re.compile("Rạch Sâu"))
        page.wait_for_selector("#tt-one-run:not([disabled])")
        expect(page.locator("#tt-result .tt-summary").first).to_contain_text("Cần Thơ")


def test_a_file_over_the_limit_is_not_sent_and_a_dropped_one_is_read(visit: Callable[..., Page]) -> None:
    page = visit()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    large = {"name": "to.txt", "mimeType": "text/plain", "buffer": b"x" * 2_000_001}
    page.locator("input:has(+ #tt-upload)").set_input_files(large)  # type: ignore[arg-type]
    expect(page.locator(".tt-not-sent:visible")).to_contain_text("lớn hơn 2 MB")
    assert not any("upload" in url for url in sent)

    page.evaluate(
        """(text) => {
          const data = new DataTransfer();
          data.items.add(new File([text], "bai.txt", { type: "text/plain" }));
          const zone = document.querySelector("#tt-article-box textarea");
          for (const type of ["dragover", "drop"])
            zone.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
        }""",
        ARTICLE,
    )
    page.wait_for_selector("#tt-result .tt-summary")


PROBLEMS = (
    ("", "Chưa có bài nào"),
    ("chữ " * 6000, "quá giới hạn 20.000"),
    ("Ngắn quá.", "quá ngắn"),
    ("http://127.0.0.1:1023/khong-co", "Địa chỉ không hợp lệ"),
    ("ftp://example.org/bai.txt", "http:// hoặc https://"),
    ("Der Bundestag hat am Freitag das Gesetz mit großer Mehrheit beschlossen, sagte er.", "không phải tiếng Việt hay"),
    (f"{ARTICLE}\n\n{CRASH}", "mã "),
)


def test_problems_are_told_in_the_page_language(visit: Callable[..., Page], web: Hits) -> None:
    page = visit()
    gone = (f"{web.url}/khong-co.html", "Trang trả lời lỗi 404")
    with socket.socket() as closed:  # a port nobody listens on
        closed.bind(("127.0.0.1", 0))
        nobody = (f"http://127.0.0.1:{closed.getsockname()[1]}/bai.html", "từ chối kết nối")
    for text, told in (*PROBLEMS, gone, nobody):
        page.locator("#tt-article-box textarea").fill(text)
        page.locator("#tt-one-run").click()
        expect(page.locator("#tt-one-status .tt-problem")).to_contain_text(told)
        expect(page.locator("#tt-one-run")).to_be_enabled()
        expect(page.locator("#tt-result .tt-summary")).to_have_count(0)


def test_a_server_that_does_not_answer_is_told_in_the_page_language(browser: Browser, served: Served) -> None:
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()  # the browser logs the refusal, so that ``visit`` would object
    enter(page, served.url)
    page.route("**/queue/join*", lambda route: route.fulfill(status=503, json={"detail": "Queue is full."}))
    page.locator("#tt-article-box textarea").fill(ARTICLE)
    page.locator("#tt-one-run").click()
    toast = page.locator("[data-testid=toast-body]")
    expect(toast.locator(".tt-w:visible")).to_have_text(["Lỗi", "Máy chủ đang quá bận. Hãy thử lại sau ít phút."])
    expect(page.locator("#tt-one-status .tt-problem .tt-w:visible")).to_have_text(
        "Máy chủ đang quá bận. Hãy thử lại sau ít phút."
    )
    page.unroute("**/queue/join*")
    summarize(page, ARTICLE)  # and it can be tried again
    expect(page.locator("#tt-one-status")).to_contain_text("Xong sau")
    context.close()


def test_stop_and_what_others_see_of_the_line(visit: Callable[..., Page]) -> None:
    busy, second = visit(), visit()
    busy.locator("#tt-article-box textarea").fill(f"{ARTICLE}\n\n{SLOW}")
    busy.locator("#tt-one-run").click()
    busy.wait_for_selector("#tt-result .tt-pending")
    second.locator("#tt-article-box textarea").fill(ARTICLE)
    taken = second.evaluate(
        """() => new Promise((resolve) => {
          const status = document.querySelector("#tt-one-status");
          const start = performance.now();
          new MutationObserver(() => {
            if (status.querySelector(".tt-busy")) resolve(performance.now() - start);
          }).observe(status, { childList: true, subtree: true, attributes: true, characterData: true });
          document.querySelector("#tt-one-run").click();
        })"""
    )
    assert taken < 200  # milliseconds until the click is answered
    expect(second.locator("#tt-one-status")).to_contain_text("trước bạn còn 1 yêu cầu", timeout=2000)
    second.locator("#tt-one-stop").click()
    expect(second.locator("#tt-one-status")).to_contain_text("Đã dừng.")
    expect(second.locator("#tt-one-run")).to_be_enabled()
    expect(busy.locator("#tt-result .tt-summary")).to_have_count(2)


def test_markup_in_an_article_is_text(visit: Callable[..., Page]) -> None:
    page = visit()
    evil = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>${window.hit=1}{{window.hit=1}}'
    head, _, body = ARTICLE.partition("\n\n")
    summarize(page, f"{evil} {head}\n\n{evil} {body}")
    expect(page.locator("#tt-result .tt-article .tt-scroll")).to_contain_text("onerror")
    assert page.evaluate("window.hit") is None
    assert page.locator("#tt-result img, #tt-result script").count() == 0
