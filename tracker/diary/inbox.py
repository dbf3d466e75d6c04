"""The inbox: a folder that a watch, a sync or a browser fills; its new files come in by themselves.

A file is taken once it has settled, and remembered by its content: whatever became of it, it is not
read or told of again. Nothing in the folder is ever changed, and another diary is left alone.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import file_digest
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import Final

from tracker.diary.answers import ImportOutcome, OnDuplicate
from tracker.diary.book import Book
from tracker.diary.import_paths import FILES_MAX, named_folder, walk_folder
from tracker.diary.import_session import ImportSession
from tracker.diary.importing import Taking, Watch, import_files, outcome_of, reading_of
from tracker.diary.other_diary import is_diary
from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem
from tracker.exchange.workers import Read
from tracker.store.side_files import (
    make_side_folder,
    read_side_file,
    replace_side_file,
    side_folder,
)

SETTLED_S: Final = 2.0
"""A file whose size and time stay the same for so long is no longer being written."""
BATCH_S: Final = 1.0
BATCH: Final = 100
MEMORY: Final = "inbox"
MEMORY_MAX: Final = 16 * 2**20
NO_INBOX: Final = "No inbox folder is named. Name one in the settings of the app, key , on any tab."


@dataclass(frozen=True, slots=True)
class State:
    """What tells one state of a file from another, as one `stat` gives it."""

    size: int
    changed_ns: int


@dataclass(frozen=True, slots=True)
class Look:
    """What one look found: the new files to be taken, and how many have yet to settle."""

    ready: tuple[Path, ...] = ()
    settling: int = 0


def inbox_folder(book: Book) -> Path | Problem:
    """Return the folder that the settings name, or say why there is none."""
    typed = book.settings.inbox
    if not typed:
        return Problem("inbox", NO_INBOX)
    return named_folder(typed)


class Inbox:
    """One folder, and what was taken from it. It needs no diary, and so not its thread."""

    def __init__(self, data_file: Path, folder: Path) -> None:
        self.folder = folder
        self._data_file = Path(os.path.realpath(data_file))
        self._settling: dict[Path, tuple[State, float]] = {}
        self._digests, self._states = self._read_memory()

    def look(self, *, at: float | None = None) -> Look:
        """Look for new files that have settled; `at` is the moment, on a clock that never jumps."""
        now = monotonic() if at is None else at
        ready, settling = [], {}
        for path, state in self._files():
            if self._states.get(str(path)) == state:
                continue
            since = self._settling.get(path, (None, now))
            first = since[1] if since[0] == state else now
            if now - first < SETTLED_S:
                settling[path] = (state, first)
            elif not is_diary(path) and self._is_new(path, state):
                settling[path] = (state, first)
                ready.append(path)
        self._settling = settling
        return Look(tuple(ready), len(settling) - len(ready))

    def remember(self, paths: Sequence[Path]) -> None:
        """Remember files that were taken, unless one has changed since it was looked at."""
        for path in paths:
            waited, digest = self._settling.pop(path, None), _digest_of(path)
            if waited is not None and _state_of(path) == waited[0]:
                self._states[str(path)] = waited[0]
                # One that can't be read has no content to go by.
                self._digests.update({} if digest is None else {digest: None})
        self._keep_memory()

    def _files(self) -> Iterator[tuple[Path, State]]:
        with suppress(OSError):
            for path in islice(walk_folder(self.folder), FILES_MAX):
                state = _state_of(path)
                if state is not None:
                    yield path, state

    def _is_new(self, path: Path, state: State) -> bool:
        known = _digest_of(path) in self._digests
        if known:
            # The same content under another name, or with another time.
            self._states[str(path)] = state
        return not known

    # -- the memory --------------------------------------------------------------------------

    def _read_memory(self) -> tuple[dict[str, None], dict[str, State]]:
        """Read what was taken before; a memory that can't be read is none, and doubles nothing."""
        digests: dict[str, None] = {}
        states: dict[str, State] = {}
        with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
            path = side_folder(self._data_file) / MEMORY
            found = json.loads(read_side_file(path, most=MEMORY_MAX))
            digests.update(dict.fromkeys(map(str, found["taken"])))
            for name, (size, changed_ns) in dict(found["files"]).items():
                states[str(name)] = State(int(size), int(changed_ns))
        return digests, states

    def _keep_memory(self) -> None:
        here = {
            name: (state.size, state.changed_ns)
            for name, state in self._states.items()
            if os.path.lexists(name)
        }
        content = json.dumps({"taken": list(self._digests), "files": here}).encode()
        if len(content) <= MEMORY_MAX:
            with suppress(OSError):
                replace_side_file(make_side_folder(self._data_file) / MEMORY, content)


def import_inbox(book: Book, inbox: Inbox, paths: Sequence[Path], *, watch: Watch) -> ImportOutcome:
    """Bring in what is new in the inbox; what may be on file already is left out and listed."""
    outcome = import_files(
        book, paths, on_duplicate=OnDuplicate.SKIP, watch=watch, deleted_stay=True
    )
    if not outcome.stopped and outcome.problem is None:
        inbox.remember(paths)
    return outcome


class InboxImport:
    """The same a batch at a time: `read` in a thread of its own, `take` in the diary's."""

    def __init__(self, book: Book, paths: Sequence[Path]) -> None:
        self._session = ImportSession(
            book, dry_run=False, on_duplicate=OnDuplicate.SKIP, deleted_stay=True
        )
        self._taking = Taking(self._session)
        self._reading = reading_of(self._session, paths)

    def read(self) -> tuple[Read, ...]:
        """Read the next files; empty where all are read."""
        batch: list[Read] = []
        until = monotonic() + BATCH_S
        for read in self._reading:
            batch.append(read)
            if len(batch) >= BATCH or monotonic() >= until:
                break
        return tuple(batch)

    def take(self, _book: Book, batch: Sequence[Read]) -> Problem | None:
        """Take a batch and save it; say why it could not be saved."""
        self._session.catch_up()
        for read in batch:
            self._taking.take(read)
        if not batch:
            self._taking.end()
        self._session.finish()
        return self._session.problem

    def close(self) -> None:
        """Let the other processes end."""
        self._reading.close()

    @property
    def outcome(self) -> ImportOutcome:
        """Return what became of everything so far."""
        return outcome_of(self._session)


def begin_inbox_import(book: Book, paths: Sequence[Path]) -> InboxImport:
    """Begin to take new files of the inbox; to be asked in the diary's thread."""
    return InboxImport(book, paths)


def _state_of(path: Path) -> State | None:
    with suppress(OSError):
        seen = path.stat()
        return State(seen.st_size, seen.st_mtime_ns)
    return None


def _digest_of(path: Path) -> str | None:
    with suppress(OSError), path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
    return None
