"""Where a batch's records end up: the journal they are appended to, and what it is turned into at the end.

A local .jsonl is its own journal. A table, or a file elsewhere, is made from a local journal when the run is complete
and gives it back when more rows are to come, so that everything else in this package knows lines of one file only.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from summarizer.batch.job import is_remote
from summarizer.batch.journal import cannot_write
from summarizer.batch.record import FAILED
from summarizer.errors import SummarizerError
from summarizer.formats.document import is_url
from summarizer.registry import require

_GROUP = 1000  # records of a Parquet row group
_WHOLE = "record"  # the column that holds the record itself


@dataclass(frozen=True, slots=True)
class Target:
    """An output and its journal, which are the same file for a local .jsonl."""

    output: str
    journal: Path

    @classmethod
    def of(cls, output: str) -> Target:
        """The target for an output as a user names it.

        Raises:
            SummarizerError: it is a folder, or its folder does not exist or may not be entered.
        """
        if is_remote(output):
            return cls(output, Path(f"{PurePosixPath(output).name}.journal.jsonl"))
        path = Path(output)
        try:
            is_folder, has_folder = path.is_dir(), path.parent.is_dir()
        except OSError as error:
            raise cannot_write(path, error) from error
        if is_folder:
            raise SummarizerError(f"{path} is a folder.", "Give the name of a file to write.")
        if not has_folder:
            raise SummarizerError(f"The folder {path.parent} does not exist.", f"Create it:  mkdir -p {path.parent}")
        return cls(output, path if path.suffix.lower() == ".jsonl" else path.with_name(f"{path.name}.journal.jsonl"))

    @property
    def direct(self) -> bool:
        """Whether the journal is the output."""
        return self.output == str(self.journal) or Path(self.output) == self.journal

    @property
    def errors(self) -> Path:
        """The file that lists the failed rows."""
        name = PurePosixPath(self.output).name if is_remote(self.output) else Path(self.output).name
        return self.journal.with_name(f"{name.rpartition('.')[0]}.errors.jsonl")

    def holds(self, source: str) -> bool:
        """Whether an input is one of the files written here, as when a folder is read and written."""
        if is_remote(self.output) or is_remote(source) or is_url(source):
            return False
        return Path(source).resolve() in {p.resolve() for p in (Path(self.output), self.journal, self.errors)}

    @property
    def _is_table(self) -> bool:
        return self.output.lower().endswith(".parquet")

    def restore(self) -> None:
        """Get the journal back from a finished output, unless there is one from an interrupted run."""
        if self.direct or self.journal.exists() or not _exists(self.output):
            return
        new = self.journal.with_name(self.journal.name + ".tmp")
        with _open(self.output, "rb") as file, new.open("wb") as lines:
            if self._is_table:
                lines.writelines(_table_lines(file, self.output))
            else:
                shutil.copyfileobj(file, lines)
        new.replace(self.journal)

    def publish(self) -> None:
        """Make the output from the journal, whole or not at all, and drop the journal.

        Raises:
            SummarizerError: the output cannot be written; the journal stays.
        """
        if self.direct:
            return
        local = self.journal.with_name(self.journal.name + ".tmp")
        try:
            if self._is_table:
                _write_table(self.journal, local)
            else:
                shutil.copyfile(self.journal, local)
            _move(local, self.output)
        except OSError as error:
            local.unlink(missing_ok=True)
            raise cannot_write(Path(self.output), error) from error
        self.journal.unlink()

    def write_errors(self) -> Path | None:
        """List the failed rows in ``errors``; None, and no such file, when there are none."""
        if self.journal.exists():
            try:
                with self.journal.open("rb") as lines, self.errors.open("wb") as file:
                    file.writelines(line for line in lines if line.startswith(FAILED))
                    if file.tell():
                        return self.errors
            except OSError as error:
                raise cannot_write(self.errors, error) from error
        self.errors.unlink(missing_ok=True)
        return None


def _exists(output: str) -> bool:
    if not is_remote(output):
        return Path(output).exists()
    fsspec = require("fsspec", "ray")
    system, path = fsspec.core.url_to_fs(output)
    return bool(system.exists(path))


def _open(output: str, mode: str) -> Any:
    return require("fsspec", "ray").open(output, mode) if is_remote(output) else Path(output).open(mode)


def _move(local: Path, output: str) -> None:
    if not is_remote(output):
        local.replace(output)
        return
    with local.open("rb") as file, _open(output, "wb") as remote:
        shutil.copyfileobj(file, remote, 1 << 20)
    local.unlink()


def _table_lines(file: BinaryIO, name: str) -> Iterator[bytes]:
    parquet = require("pyarrow.parquet", "eval").ParquetFile(file)
    if _WHOLE not in parquet.schema_arrow.names:
        raise SummarizerError(
            f"{name} exists and was not written by tomtat batch.", "Choose another output, or move the file away."
        )
    for batch in parquet.iter_batches(batch_size=_GROUP, columns=[_WHOLE]):
        yield from (f"{value}\n".encode() for value in batch.column(0).to_pylist())


def _write_table(journal: Path, path: Path) -> None:
    arrow, parquet = require("pyarrow", "eval"), require("pyarrow.parquet", "eval")
    schema = arrow.schema([(name, getattr(arrow, kind)()) for name, kind in _COLUMNS.items()])
    with journal.open(encoding="utf-8", newline="\n") as lines, parquet.ParquetWriter(path, schema) as writer:
        while group := list(islice(lines, _GROUP)):
            writer.write_table(arrow.Table.from_pylist([_flat(line) for line in group], schema=schema))


_COLUMNS = {
    "id": "string",
    "source": "string",
    "row": "int64",
    "title": "string",
    "date": "string",
    "language": "string",
    "vi": "string",
    "en": "string",
    "vi_method": "string",
    "en_method": "string",
    "vi_trusted": "bool_",
    "en_trusted": "bool_",
    "problem": "string",
    "model": "string",
    "content_hash": "string",
    "config_hash": "string",
    _WHOLE: "string",
}


def _flat(line: str) -> dict[str, Any]:
    """The columns of one record: what people filter by, and all of it as JSON."""
    record = json.loads(line)
    row = {**record, **record["batch"], "model": record["batch"]["model"]["name"], _WHOLE: line.rstrip("\n")}
    for lang in ("vi", "en"):
        text = record.get(lang) or {}
        row |= {lang: text.get("text"), f"{lang}_method": text.get("method"), f"{lang}_trusted": text.get("trusted")}
    return {name: row.get(name) for name in _COLUMNS}
