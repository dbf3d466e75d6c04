"""One writer at a time, over all threads and processes; the kernel frees the lock of the dead."""

import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING
from warnings import filterwarnings

from tracker.domain.text import one_line
from tracker.store.errors import NO_LOCKS, StoreBusy, StoreWithoutLocks, without_locks
from tracker.store.file import FILE_MODE
from tracker.store.side_files import (
    HOLDER,
    LOCK,
    make_side_folder,
    make_way,
    overwrite_side_file,
    read_side_file,
    side_folder,
)

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE_S = 8.0
_POLL_S = 0.004
_HOST_MAX = 64
_SIGN_LENGTH = 512


class WriterLock:
    """The lock of one data file. Entering it again in the same thread is free.

    The holder's process and machine are written beside it, for the sentence that others read.
    """

    def __init__(self, path: Path, *, patience_s: float = PATIENCE_S) -> None:
        self._path = path
        self._patience_s = patience_s
        self._thread_lock = RLock()
        self._file_lock: BaseFileLock | None = None
        self._depth = 0

    @property
    def held(self) -> bool:
        """Whether some thread of this process holds the lock."""
        return self._depth > 0

    @contextmanager
    def if_free(self) -> Iterator[bool]:
        """Keep the other threads of this process out; gives False where one is writing."""
        free = self._thread_lock.acquire(blocking=False)
        try:
            yield free
        finally:
            if free:
                self._thread_lock.release()

    @contextmanager
    def __call__(self) -> Iterator[None]:
        """Hold the lock. Raises StoreBusy after a short wait, OSError where no file can be made.

        Raises StoreWithoutLocks where the file system has none.
        """
        if not self._thread_lock.acquire(timeout=self._patience_s):
            raise StoreBusy(self._busy())
        try:
            if self._depth == 0:
                self._acquire()
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
                if self._depth == 0 and self._file_lock is not None:
                    # The change is saved by now: a failing release must not say otherwise.
                    with suppress(OSError):
                        self._file_lock.release()
        finally:
            self._thread_lock.release()

    def _acquire(self) -> None:
        from filelock import FileLock, Timeout  # noqa: PLC0415 - readers never need it

        name = make_side_folder(self._path) / LOCK
        make_way(name)
        if self._file_lock is None:
            # The library would go on with a file in place of a lock, which outlives a crash.
            filterwarnings("error", message="flock not supported")
            self._file_lock = FileLock(name, mode=FILE_MODE, is_singleton=False)
        try:
            self._file_lock.acquire(timeout=self._patience_s, poll_interval=_POLL_S)
        except Timeout as error:
            raise StoreBusy(self._busy()) from error
        except (NotImplementedError, UserWarning) as error:
            raise StoreWithoutLocks(without_locks(self._path)) from error
        except OSError as error:
            if error.errno in NO_LOCKS:
                raise StoreWithoutLocks(without_locks(self._path)) from error
            raise
        self._sign()

    @property
    def _holder(self) -> Path:
        return side_folder(self._path) / HOLDER

    def _sign(self) -> None:
        sign = json.dumps({"pid": os.getpid(), "host": platform.node()[:_HOST_MAX]})
        # Only a courtesy to those who wait: with no space left the save itself will say so.
        with suppress(OSError):
            overwrite_side_file(self._holder, sign.ljust(_SIGN_LENGTH).encode())

    def _busy(self) -> str:
        who = "Another window or command"
        with suppress(OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
            sign = json.loads(read_side_file(self._holder))
            who = f"Process {int(sign['pid'])} on {one_line(str(sign['host']))[:_HOST_MAX]}"
        return (
            f"Not saved: {who} is writing to {self._path}. The diary is as it was. "
            "Wait for it to finish or close it, then save again."
        )
