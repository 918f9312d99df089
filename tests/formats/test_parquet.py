from __future__ import annotations

from io import BytesIO

import pyarrow as pa
import pyarrow.parquet
import pytest

from summarizer.errors import InputError, MissingExtraError

WORDS = "một hai ba bốn năm sáu"


def parquet(rows: list[dict[str, object]]) -> bytes:
    data = BytesIO()
    pyarrow.parquet.write_table(pa.Table.from_pylist(rows), data)
    return data.getvalue()


def test_rows_and_a_null_in_the_middle(read) -> None:
    first, bad, last = read(
        parquet([{"body": WORDS, "x": 1}, {"body": None, "x": 2}, {"body": WORDS, "x": 3}]), ".parquet"
    )
    assert (first.id, bad.row, last.id) == ("bai-1", 2, "bai-3")
    assert "is empty" in bad.problem


def test_columns_are_listed(read) -> None:
    with pytest.raises(InputError, match="the columns are: 'a', 'b'"):
        read(parquet([{"a": 1, "b": 2}]), ".parquet")


def test_damaged(read) -> None:
    with pytest.raises(InputError, match="damaged Parquet"):
        read(b"PAR1" + b"x" * 50, ".parquet")


def test_damage_in_the_middle(read) -> None:
    data = bytearray(parquet([{"text": WORDS}]))
    data[30:60] = b"\xff" * 30
    with pytest.raises(InputError, match="damaged"):
        read(bytes(data), ".parquet")


def test_without_pyarrow_the_error_is_the_pip_line(read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"tomtat\[eval\]"):
        read(b"PAR1", ".parquet")
