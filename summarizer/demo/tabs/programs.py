"""The fifth tab: how programs use the page, with code that a test runs."""

from __future__ import annotations

from html import escape

from summarizer.demo.site import Site
from summarizer.demo.tabs import parts
from summarizer.demo.texts import Pair
from summarizer.demo.words import pair_html

PYTHON = """from gradio_client import Client, handle_file

client = Client("{address}")
summary = client.predict(text=article, length="short", api_name="/summarize")
print(summary["vi"]["text"])
print(summary["en"]["text"])
several = client.predict(file=handle_file("news.csv"), api_name="/summarize_file")
"""

CURL = """curl -s -X POST {address}gradio_api/call/summarize \\
     -H 'Content-Type: application/json' -d '{{"data": ["https://…", "short", "tomtat"]}}'
curl -sN {address}gradio_api/call/summarize/EVENT_ID
"""

MCP = """{{"mcpServers": {{"tomtat": {{"url": "{address}gradio_api/mcp/"}}}}}}
"""

_INTRO: Pair = (
    "Mọi việc trên trang này đều gọi được từ chương trình. Tên và dạng kết quả được giữ ổn định.",
    "Programs can do what the page does. Names and results are kept stable.",
)
_ENDPOINTS: tuple[tuple[str, str, Pair], ...] = (
    ("/summarize", "text, length, model", ("Một bài, hoặc một địa chỉ trang", "One article, or the address of a page")),
    ("/summarize_file", "file, length, model", ("Mọi bài trong một tệp", "Every article of a file")),
    ("/batch", "texts, length, model", ("Nhiều bài trong một lần gọi", "Several articles in one call")),
    ("/models", "", ("Các mô hình có trên máy chủ", "The models on this server")),
    ("GET /health", "", ("Máy chủ còn sống không, hàng chờ dài bao nhiêu", "Whether it is up, how long the line is")),
)
_HEADS: tuple[Pair, ...] = (("Điểm gọi", "Endpoint"), ("Tham số", "Parameters"), ("Trả về", "What it gives"))
_CODE: tuple[tuple[Pair, str], ...] = (
    (("Python", "Python"), PYTHON),
    (("HTTP", "HTTP"), CURL),
    (("Công cụ MCP cho trợ lý", "MCP tools for assistants"), MCP),
)


def build(site: Site) -> None:
    """Lay out the tab; it has nothing to wire."""
    parts.html(programs_html())


def programs_html(address: str = "") -> str:
    """The tab's text; the page's script writes its own address where ``address`` is left out."""
    shown = address or '<span class="tt-address">http://127.0.0.1:7860/</span>'
    head = "".join(f'<th scope="col">{pair_html(pair)}</th>' for pair in _HEADS)
    rows = "".join(
        f'<tr><th scope="row"><code>{escape(name)}</code></th><td><code>{escape(arguments)}</code></td>'
        f"<td>{pair_html(told)}</td></tr>"
        for name, arguments, told in _ENDPOINTS
    )
    return (
        f'<div class="tt-programs"><p>{pair_html(_INTRO)}</p>'
        f'<div class="tt-table" tabindex="0"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>{''.join(_block(title, code, shown) for title, code in _CODE)}</div>"
    )


def _block(title: Pair, code: str, shown: str) -> str:
    body = escape(code).replace("{address}", shown).replace("{{", "{").replace("}}", "}")
    return f'<h2>{pair_html(title)}</h2><pre tabindex="0" lang="en"><code>{body}</code></pre>'
