from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from demo_fakes import CRASH
from demo_helpers import ARTICLE, Served, run_async, serve
from gradio_client import Client, handle_file
from gradio_client.exceptions import AppError
from mcp import ClientSession
from mcp.client.streamable_http import streamablehttp_client

from summarizer.demo.config import Address, Config, Limits
from summarizer.demo.tabs.programs import CURL, MCP, PYTHON

DATA = Path(__file__).parents[1] / "data" / "formats"


@pytest.fixture(scope="module")
def client(strict: Served) -> Client:
    return Client(strict.url, verbose=False)


def post(url: str, name: str, data: list[Any]) -> tuple[str, Any]:
    """Call an endpoint as curl does; gives the last event and its data."""
    event = httpx.post(f"{url}gradio_api/call/{name}", json={"data": data}, timeout=30).json()["event_id"]
    lines = httpx.get(f"{url}gradio_api/call/{name}/{event}", timeout=60).text.strip().splitlines()
    return lines[-2].removeprefix("event: "), json.loads(lines[-1].removeprefix("data: "))


def test_the_documented_python_works(
    strict: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    rows = f'id,text\n1,"{ARTICLE.partition(chr(10))[2].strip()}"\n2,Ngắn.\n'
    Path("news.csv").write_text(rows, encoding="utf-8")
    names: dict[str, Any] = {"article": ARTICLE}
    exec(PYTHON.format(address=strict.url), names)
    said = capsys.readouterr().out
    assert "Cần Thơ" in said
    assert "In short:" in said
    assert [row["schema"] for row in names["several"]] == ["tomtat/summary/1", "tomtat/error/1"]


def test_the_manual_shows_the_same_code() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "demo.md").read_text(encoding="utf-8")
    for code in (PYTHON, CURL, MCP):
        assert code.format(address="http://127.0.0.1:7860/").strip() in manual


def test_stable_names(client: Client) -> None:
    endpoints = client.view_api(return_format="dict", print_info=False)["named_endpoints"]
    assert {name: [p["parameter_name"] for p in api["parameters"]] for name, api in endpoints.items()} == {
        "/summarize": ["text", "length", "model"],
        "/summarize_file": ["file", "length", "model"],
        "/batch": ["texts", "length", "model"],
        "/models": [],
    }


def test_batch_and_models(client: Client) -> None:
    found = client.predict(texts=[ARTICLE, "Ngắn.", "http://127.0.0.1/"], api_name="/batch")
    assert [row["schema"].split("/")[1] for row in found] == ["summary", "error", "error"]
    assert found[1]["row"] == 2
    models = client.predict(api_name="/models")
    (shipped,) = (model for model in models if model["name"] == "tomtat")
    assert shipped["here"]
    assert "README.md" in shipped["licence"]  # the weights are not as free as the code
    assert any(not model["here"] and model["licence"] for model in models)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"text": ""}, "no article yet"),
        ({"text": "x" * 200_001}, "200,000"),
        ({"text": "http://169.254.169.254/latest/meta-data"}, "not a public address"),
        ({"text": "http://2130706433/"}, "unusual form"),
        ({"text": "/etc/passwd"}, "holds only"),
        ({"text": ARTICLE, "model": "../../etc"}, "does not have the model"),
        ({"text": ARTICLE, "length": "endless"}, "Unknown length"),
    ],
)
def test_refusals_say_why(client: Client, arguments: dict[str, str], told: str) -> None:
    with pytest.raises(AppError, match=told):
        client.predict(**arguments, api_name="/summarize")


def test_an_unforeseen_error_gives_a_code_and_no_text(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", "summarizer.demo"), pytest.raises(AppError, match=r"\(code [0-9a-f]{8}\)"):
        client.predict(text=f"{ARTICLE}\n\n{CRASH}", api_name="/summarize")
    events = [json.loads(record.message) for record in caplog.records]
    assert [event["error"] for event in events if event["event"] == "crash"] == ["RuntimeError"]
    assert "Cần Thơ" not in caplog.text


@pytest.mark.parametrize(
    "path",
    ["/etc/passwd", "/proc/self/environ", "../../../etc/passwd", "file:///etc/passwd", "http://127.0.0.1:{port}/health",
     "http://[::1]:{port}/health", "http://2130706433:{port}/health", "http://169.254.169.254/latest"],
)  # fmt: skip
def test_uploads_cannot_name_other_files(strict: Served, path: str) -> None:
    named = path.format(port=httpx.URL(strict.url).port)
    file = {"path": named, "url": named, "orig_name": "a.txt", "meta": {"_type": "gradio.FileData"}}
    event, data = post(strict.url, "summarize_file", [file, "short", "tomtat"])
    assert event == "error"
    assert "root:" not in json.dumps(data)


@pytest.mark.parametrize("path", ["file=/etc/passwd", "file=../../etc/passwd", "file=/proc/self/environ"])
def test_files_of_the_server_are_not_served(strict: Served, path: str) -> None:
    assert httpx.get(f"{strict.url}gradio_api/{path}").status_code in (403, 404)
    assert httpx.get(f"{strict.url}tomtat/static/../app.py").status_code == 404
    assert httpx.get(f"{strict.url}tomtat/static/%2e%2e/app.py").status_code == 404
    assert httpx.get(f"{strict.url}tomtat/batch/nobody.jsonl").status_code == 404


def test_tools_through_a_real_mcp_client(strict: Served) -> None:
    async def main() -> tuple[set[str], dict[str, Any]]:
        async with (
            streamablehttp_client(f"{strict.url}gradio_api/mcp/") as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            tools = (await session.list_tools()).tools
            described = next(tool for tool in tools if tool.name == "summarize")
            assert "Vietnamese" in (described.description or "")
            assert set(described.inputSchema["properties"]) == {"text", "length", "model"}
            answer = await session.call_tool(described.name, {"text": ARTICLE, "length": "headline"})
            return {tool.name for tool in tools}, json.loads(answer.content[0].text)  # type: ignore[union-attr]

    names, summary = run_async(main())
    assert names == {"summarize", "summarize_file", "batch", "models"}
    assert summary["length"] == "headline"
    assert "Cần Thơ" in summary["vi"]["text"]


def test_twenty_visitors_at_once_get_their_own(strict: Served) -> None:
    def ask(number: int) -> bool:
        text = ARTICLE.replace("412 m", f"{1000 + number} m")
        event, data = post(strict.url, "summarize", [text, "short", "tomtat"])
        return event == "complete" and f"{1000 + number} m" in data[0]["vi"]["text"]

    with ThreadPoolExecutor(20) as pool:
        assert all(pool.map(ask, range(20)))


def test_health(strict: Served) -> None:
    health = httpx.get(f"{strict.url}health").json()
    assert health["status"] == "ok"
    assert health["waiting"] == 0


def test_limits_history_and_passwords(tmp_path: Path) -> None:
    history = tmp_path / "history.jsonl"
    limits = Limits(per_minute=2, call_articles=1)
    up = serve(Config(limits=limits, history=history), Address(auth=(("an", "mật khẩu"),)))
    try:
        assert httpx.get(f"{up.url}config").status_code == 401
        assert httpx.get(f"{up.url}health").status_code == 200
        client = Client(up.url, auth=("an", "mật khẩu"), verbose=False)
        with pytest.raises(AppError, match="up to 1"):
            client.predict(texts=[ARTICLE, ARTICLE], api_name="/batch")
        assert not history.exists()
        client.predict(file=handle_file(DATA / "sample.docx"), api_name="/summarize_file")
        assert json.loads(history.read_text(encoding="utf-8"))["schema"] == "tomtat/summary/1"
        with pytest.raises(AppError, match="more than 2 requests in a minute"):
            client.predict(text=ARTICLE, api_name="/summarize")
    finally:
        up.page.close(verbose=False)
