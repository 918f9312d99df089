"""The output file: whole lines appended, nothing torn after any kind of stop, one record a row."""

from __future__ import annotations

import errno
import os
import time
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from summarizer.batch.record import PREFIX, Row, read_entry
from summarizer.errors import SummarizerError

SYNC_SECONDS = 5.0  # a killed process loses nothing that was written; a power cut loses at most this much
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True, slots=True)
class Lines:
    """What each line of an output holds, in file order: 17 bytes a row."""

    names: NDArray[np.uint64]
    states: NDArray[np.uint64]
    failed: NDArray[np.bool_]
    damaged: NDArray[np.bool_]

    def where(self, mask: NDArray[np.bool_]) -> Lines:
        """Only the lines of ``mask``."""
        return Lines(self.names[mask], self.states[mask], self.failed[mask], self.damaged[mask])

    def current(self) -> NDArray[np.bool_]:
        """Which lines stand: whole ones that no later line of the same row replaces."""
        whole = np.flatnonzero(~self.damaged)
        _, last = np.unique(self.names[whole][::-1], return_index=True)
        mask = np.zeros(len(self.names), dtype=np.bool_)
        mask[whole[len(whole) - 1 - last]] = True
        return mask


class Index:
    """The rows an output already holds, found by name in a sorted array.

    Args:
        lines: of an output in which every row has one whole line.
    """

    def __init__(self, lines: Lines) -> None:
        order = np.argsort(lines.names)
        self._names = lines.names[order]
        self._states = lines.states[order]
        self._failed = lines.failed[order]

    def __len__(self) -> int:
        return len(self._names)

    def get(self, name: int) -> tuple[int, bool] | None:
        """State and whether it failed of the row with this name, None when there is no such row."""
        place = int(np.searchsorted(self._names, np.uint64(name)))
        if place == len(self._names) or int(self._names[place]) != name:
            return None
        return int(self._states[place]), bool(self._failed[place])


def scan(path: Path) -> Lines:
    """Read what an output holds; a missing one holds nothing."""
    names, states, failed, damaged = array("Q"), array("Q"), array("B"), array("B")
    for line in _lines(path):
        entry = read_entry(line)
        names.append(entry.name if entry else 0)
        states.append(entry.state if entry else 0)
        failed.append(entry.failed if entry else 0)
        damaged.append(entry is None)
    return Lines(
        np.array(names, dtype=np.uint64),
        np.array(states, dtype=np.uint64),
        np.array(failed, dtype=np.bool_),
        np.array(damaged, dtype=np.bool_),
    )


def _lines(path: Path) -> Iterator[bytes]:
    if path.exists():
        with path.open("rb") as file:
            yield from file


def repair(path: Path) -> int:
    """Cut off a torn last line; the bytes cut.

    Raises:
        SummarizerError: the file is something else than the output of a batch; it is left alone.
    """
    if not path.exists():
        return 0
    with path.open("r+b") as file:
        head = file.read(len(PREFIX))
        if not PREFIX.startswith(head) and head.strip(b"\0"):
            raise SummarizerError(
                f"{path} exists and was not written by tomtat batch.", "Choose another output, or move the file away."
            )
        end = file.seek(0, os.SEEK_END)
        whole = _end_of_lines(file, end)
        file.truncate(whole)
    return end - whole


def _end_of_lines(file: BinaryIO, end: int) -> int:
    """The offset after the last line feed, 0 when there is none."""
    block = 1 << 16
    while end > 0:
        start = max(0, end - block)
        file.seek(start)
        found = file.read(end - start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        end = start
    return 0


def keep_lines(path: Path, mask: NDArray[np.bool_]) -> None:
    """Rewrite a file with only the lines of ``mask``; the file changes at once or not at all.

    Raises:
        SummarizerError: the disk is full.
    """
    new = path.with_name(path.name + ".tmp")
    try:
        with path.open("rb") as old, new.open("wb") as file:
            file.writelines(line for line, keep in zip(old, mask, strict=True) if keep)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise cannot_write(path, error) from error


def cannot_write(path: Path, error: OSError) -> SummarizerError:
    """The error to show when writing failed."""
    if error.errno in _FULL:
        return SummarizerError(
            f"There is no room left to write {path} ({error.strerror}); every row written so far is whole.",
            "Free some space and run the same command again: it goes on where it stopped.",
        )
    return SummarizerError(f"{path} cannot be written: {error.strerror}.", "Check the disk and permissions.")


class Journal:
    """An output open for appending whole lines.

    Raises:
        SummarizerError: it cannot be opened or written; what was written before stays whole.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._file = path.open("ab", buffering=0)
        except OSError as error:
            raise cannot_write(path, error) from error
        self._end = path.stat().st_size
        self._synced = time.monotonic()

    def append(self, rows: Sequence[Row]) -> None:
        """Write rows, all of them or none, through to the system."""
        data = memoryview(b"".join(row.line for row in rows))
        try:
            written = 0
            while written < len(data):
                written += self._file.write(data[written:]) or 0
            if time.monotonic() - self._synced > SYNC_SECONDS:
                self._sync()
        except OSError as error:
            os.ftruncate(self._file.fileno(), self._end)
            raise cannot_write(self._path, error) from error
        self._end += len(data)

    def _sync(self) -> None:
        os.fsync(self._file.fileno())
        self._synced = time.monotonic()

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *reason: object) -> None:
        try:
            self._sync()
        except OSError as error:
            raise cannot_write(self._path, error) from error
        finally:
            self._file.close()
