"""What can go wrong, told in both languages: the page's own refusals, and the library's errors translated."""

from __future__ import annotations

from summarizer.demo.texts import Pair
from summarizer.demo.words import Value, fill
from summarizer.errors import SummarizerError
from summarizer.formats.phrases import vietnamese

OWN: dict[str, Pair] = {
    "empty": (
        "Chưa có bài nào. Hãy dán bài viết, địa chỉ trang, hoặc chọn một tệp.",
        "There is no article yet. Paste one, give the address of a page, or choose a file.",
    ),
    "too_long": (
        "Bài dài {n} ký tự, quá giới hạn {most} của trang này. Hãy rút bớt, hoặc dùng lệnh tomtat summarize.",
        "The article has {n} characters; this page takes up to {most}. Shorten it, or use tomtat summarize.",
    ),
    "too_large": (
        "Tệp {name} quá giới hạn {mb} MB của trang này.",
        "The file {name} is over this page's limit of {mb} MB.",
    ),
    "url_kind": (
        "Chỉ đọc được địa chỉ bắt đầu bằng http:// hoặc https://.",
        "Only addresses that begin with http:// or https:// are read.",
    ),
    "not_uploaded": ("Tệp này không được tải lên từ trang.", "This file was not uploaded through the page."),
    "busy": (
        "Máy chủ đang có {n} yêu cầu chờ. Hãy thử lại sau ít phút.",
        "{n} requests are waiting already. Please try again in a few minutes.",
    ),
    "too_often": (
        "Bạn gửi quá {n} yêu cầu trong một phút. Hãy đợi một chút rồi thử lại.",
        "That is more than {n} requests in a minute. Please wait a little and try again.",
    ),
    "too_many_jobs": (
        "Máy chủ đang chạy {n} lượt nhiều bài. Hãy thử lại sau.",
        "The server is running {n} batches already. Please try again later.",
    ),
    "no_model": (
        "Máy chủ này không có mô hình “{name}”. Có thể chọn: {known}.",
        "This server does not have the model “{name}”. Choose from: {known}.",
    ),
    "no_system": ("Hãy chọn ít nhất một hệ thống.", "Choose at least one system."),
    "too_many_articles": (
        "Có {n} bài, quá giới hạn {most} bài mỗi lần gọi.",
        "There are {n} articles; one call takes up to {most}.",
    ),
    "crash": (
        "Có lỗi ngoài dự kiến ở máy chủ (mã {code}). Hãy thử lại; nếu vẫn lỗi, báo mã này cho người quản trị.",
        "Something unexpected went wrong on the server (code {code}). Try again; if it stays, report this code.",
    ),
}


_TERMINAL = ("tomtat ", "--", "pip install", "pipe", "python -m")


class Problem(SummarizerError):  # noqa: N818  what a visitor is told, in the page's own words
    """A refusal of the page itself; ``pair`` says it in both languages."""

    def __init__(self, key: str, **values: Value) -> None:
        self.key = key
        self.pair: Pair = (fill(OWN[key], "vi", values), fill(OWN[key], "en", values))
        super().__init__(self.pair[1])


def explain(problem: str, advice: str = "") -> Pair:
    """A sentence of the library in both languages; its advice stays English, and away when it is for a terminal."""
    here = "" if any(word in advice for word in _TERMINAL) else advice
    return vietnamese(problem), f"{problem} {here}".strip()


def explain_error(error: SummarizerError) -> Pair:
    """Any error raised on purpose, in both languages."""
    return error.pair if isinstance(error, Problem) else explain(error.problem, error.advice)
