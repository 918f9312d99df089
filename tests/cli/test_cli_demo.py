from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.cli import command_parser
from summarizer.cli.demo import read_auth
from summarizer.errors import SummarizerError


def test_safe_defaults() -> None:
    args = command_parser("demo").parse_args([])
    assert (args.host, args.port, args.auth, args.history) == (None, None, None, None)
    assert args.per_minute > 0


def test_users_and_passwords(tmp_path: Path) -> None:
    file = tmp_path / "users.txt"
    file.write_text("an:mật:khẩu\n\nbình:x\n", encoding="utf-8")
    assert read_auth(file) == (("an", "mật:khẩu"), ("bình", "x"))
    assert read_auth(None) == ()


@pytest.mark.parametrize("text", ["", "an", ":x", "an:"])
def test_a_wrong_file_is_told_without_its_passwords(tmp_path: Path, text: str) -> None:
    file = tmp_path / "users.txt"
    file.write_text(f"bí:mật\n{text}\n" if text else "", encoding="utf-8")
    with pytest.raises(SummarizerError) as caught:
        read_auth(file)
    assert "mật" not in str(caught.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SummarizerError, match="cannot be read"):
        read_auth(tmp_path / "none")
