"""One run at a time on one output."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from summarizer.errors import SummarizerError


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold ``path``.lock; the system lets go of it when this process ends in any way, so it is never stale.

    Raises:
        SummarizerError: another run holds it, or the folder cannot be written.
    """
    lock = path.with_name(path.name + ".lock")
    handle = _acquire(lock, path)
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        os.truncate(handle, 0)
        os.write(handle, f"process {os.getpid()} on {socket.gethostname()}".encode())
        yield
    finally:
        with suppress(OSError):  # Windows removes no open file; an unlocked one left behind stops nobody
            lock.unlink()
        os.close(handle)


def _acquire(lock: Path, path: Path) -> int:
    while True:
        try:
            handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise SummarizerError(
                f"{path} cannot be written: {error.strerror}.", "Choose an output in a folder you may write to."
            ) from error
        if not _try_lock(handle):
            os.lseek(handle, 0, os.SEEK_SET)
            holder = os.read(handle, 200).decode(errors="replace") or "another process"
            os.close(handle)
            raise SummarizerError(
                f"Another run is writing {path} ({holder}).", "Wait for it, stop it, or choose another output."
            )
        try:
            if os.stat(lock).st_ino == os.fstat(handle).st_ino:  # noqa: PTH116  both sides are one kind of call
                return handle
        except FileNotFoundError:
            pass
        os.close(handle)  # the last holder removed the file between our opening and locking it


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, 1 << 20, os.SEEK_SET)  # a locked byte cannot be read: keep away from the holder's name
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
