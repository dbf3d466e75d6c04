"""Reading in other processes, so that neither the screen waits nor a bad file ends anything."""

import os
import signal
import sys
from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import redirect_stderr, suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Final, TypeAlias

from tracker.exchange.activity import Found, Rejected
from tracker.exchange.piece import Piece, Step
from tracker.exchange.registry import read_piece

# So much is read sooner than other processes are there to do it.
INLINE_BYTES: Final = 2 * 2**20
WORKERS_MAX: Final = 4

_NICENESS = 5
_BROKE_OFF = "This file can't be read: reading it came to an end before its time. It was left out."

Read: TypeAlias = tuple[Step, tuple[Found, ...]]


def read_steps(steps: Iterator[Step]) -> Generator[Read, None, None]:
    """Read what steps hold, in their order; where there is much, in other processes.

    No more pieces are in memory than twice as many as there are processes to read them. A piece
    that ends a process is rejected, and the others are read all the same.
    """
    readers = _Readers()
    inline = 0
    try:
        for step in steps:
            if isinstance(step, Piece):
                inline += _size(step)
            yield from readers.take(step, here=inline <= INLINE_BYTES)
        yield from readers.rest()
    finally:
        readers.close()


def read_safely(piece: Piece) -> tuple[Found, ...]:
    """Read a piece; whatever goes wrong with it is said of this one."""
    try:
        return read_piece(piece)
    except (Exception, RecursionError):  # noqa: BLE001 - one file never stops the rest
        return (Rejected(piece.file, _BROKE_OFF),)


def _size(piece: Piece) -> int:
    with suppress(OSError):
        return len(piece.content) if piece.path is None else piece.path.stat().st_size
    return 0


class _Readers:
    """A few processes that read, started when there is first something for them to do."""

    def __init__(self) -> None:
        self._count = min(WORKERS_MAX, os.cpu_count() or 1)
        self._pool: ProcessPoolExecutor | None = None
        self._waiting: deque[tuple[Step, Future[tuple[Found, ...]] | None]] = deque()

    def close(self) -> None:
        """Let the processes end with what they are reading; nothing new is begun."""
        if self._pool is not None:
            # Waited for: one that ends on its own meets this program's end, and complains.
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def take(self, step: Step, *, here: bool) -> Iterator[Read]:
        """Take a step, and give those that are read by now, in their order."""
        reading = None if here or not isinstance(step, Piece) else self._submit(step)
        self._waiting.append((step, reading))
        while self._waiting and (self._is_first_done() or len(self._waiting) > 2 * self._count):
            yield self._first()

    def rest(self) -> Iterator[Read]:
        """Wait for all that is still being read."""
        while self._waiting:
            yield self._first()

    def _is_first_done(self) -> bool:
        reading = self._waiting[0][1]
        return reading is None or reading.done()

    def _first(self) -> Read:
        step, reading = self._waiting.popleft()
        if not isinstance(step, Piece):
            return step, ()
        if reading is None:
            return step, read_safely(step)
        try:
            return step, reading.result()
        except BrokenProcessPool:
            return step, self._again(step)

    def _again(self, piece: Piece) -> tuple[Found, ...]:
        """Read a piece alone, after a process ended of it or of another; then go on with all."""
        self.close()
        try:
            found = self._submit(piece).result()
        except BrokenProcessPool:
            self.close()
            found = (Rejected(piece.file, _BROKE_OFF),)
        self._waiting = deque(
            (step, self._submit(step) if isinstance(step, Piece) and reading else reading)
            for step, reading in self._waiting
        )
        return found

    def _submit(self, piece: Piece) -> Future[tuple[Found, ...]]:
        reading: Future[tuple[Found, ...]] = Future()
        try:
            # A screen puts something of its own in the place of the error output, which no process
            # can be given; the true one is there while processes start.
            with redirect_stderr(sys.__stderr__):
                return self._started().submit(read_safely, piece)
        except BrokenProcessPool as error:
            reading.set_exception(error)
        except (OSError, ValueError, RuntimeError):
            # No process can be had: it takes longer here, and is read all the same.
            reading.set_result(read_safely(piece))
        return reading

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Not forked: this process has threads, whose locks a copy would hold for ever.
            self._pool = ProcessPoolExecutor(
                self._count, mp_context=get_context("spawn"), initializer=_begin
            )
        return self._pool


def _begin() -> None:
    """Leave ctrl+c to the process that started this one, and the processor to the screen."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError, AttributeError):
        os.nice(_NICENESS)
    # A process that was killed can't tell the others that it is gone.
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
