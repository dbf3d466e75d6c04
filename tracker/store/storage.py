"""TinyDB over one file that is never half written, never overwritten blindly, and shared safely.

The read-modify-write of TinyDB lives in its `Table`, so a storage alone can't be safe: the tables
of `tracker.store.database` make each change inside a transaction of `DiaryStorage`, which holds the
lock, looks at the file anew, and writes once at the end, or not at all.
"""

import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from threading import get_ident
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from tinydb.storages import Storage

from tracker.store.backups import Backups
from tracker.store.changes import View
from tracker.store.clock import next_stamp, this_device
from tracker.store.codec import Decoded, Encoder, Tables, counted, encode
from tracker.store.documents import UNDO_TABLE
from tracker.store.errors import (
    StoreConflict,
    StoreError,
    StoreFull,
    StoreUnconfirmed,
    moved,
    no_side_folder,
    not_readable,
    not_saved,
)
from tracker.store.file import (
    MAX_BYTES,
    make_private_folder,
    read_file,
    remove_temporaries,
    replace_file,
    settled,
    signature,
    sync_folder,
)
from tracker.store.loading import Loaded, Loader, first_line_of
from tracker.store.lock import WriterLock
from tracker.store.migrations import SCHEMA
from tracker.store.recovery import Recovery
from tracker.store.side_files import NotAFolderError, side_folder


class Transaction(Struct):
    """One change under way. `tables` is a copy whose tables may be replaced.

    `clock` is the stamp of this change, later than every other on file; `device` made it.
    """

    tables: Tables
    clock: str
    device: str
    now: datetime


class DiaryStorage(Storage):
    """The file. `loaded` is the last state seen: an immutable answer that any thread may read.

    `now` gives the time; it must be aware of its zone. With `mend` a damaged file is mended at
    once, else only looked at. Raises StoreError with a sentence.
    """

    def __init__(
        self,
        path: Path,
        now: Callable[[], datetime],
        *,
        mend: bool = True,
        device: str | None = None,
    ) -> None:
        # A link stays a link: the file that it points to is the one that is replaced.
        self._named = Path(os.path.abspath(path))  # noqa: PTH100 - links are followed below
        self.path = Path(os.path.realpath(path))
        self.backups = Backups(self.path)
        self._now = now
        self._device = device
        self._lock = WriterLock(self.path)
        self._encoder = Encoder()
        self._loader = Loader(self.path, self.backups)
        self._transaction: Transaction | None = None
        self._owner: int | None = None
        self._unconfirmed = False
        self._closed = False
        self.loaded: Loaded = self._loader.first_look()
        self.generation = 0
        self.recovery: Recovery | None = self.loaded.recovery
        if self.loaded.needs_mending and mend and self.read_only is None:
            self.mend()

    @property
    def device(self) -> str:
        """Name this machine, as its stamps do."""
        return self._device or this_device()

    @property
    def read_only(self) -> StoreError | None:
        """Say why the file is not written to, None where it is."""
        return self.loaded.read_only

    def now(self) -> datetime:
        """Return the time, with its zone."""
        return self._now()

    def refresh(self) -> bool:
        """Look whether another program changed the file, and read it again where it did.

        While another thread saves there is nothing to do: a save looks for itself.
        """
        with self._lock.if_free() as free:
            return free and self._refresh()

    def mend(self) -> None:
        """Keep a damaged file's bytes aside and write what was put together in its place."""
        with self._writing():
            settled(self.path)
            # It was only half written by then, or another window was faster.
            self._publish(self._loader.look(self.loaded.before_damage))
            if self.loaded.needs_mending:
                damaged = self.loaded
                aside = self._loader.set_aside(damaged, now=self._now())
                self._commit(damaged.tables, damaged.meta.clock)
                if damaged.recovery is not None:
                    self.recovery = replace(damaged.recovery, quarantine=aside, mended=True)
            else:
                self.recovery = None

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Change the file: all of it at the end of the block, or nothing where the block raises.

        Inside another transaction of the same thread it joins that one.
        """
        if self._transaction is not None and self._owner == get_ident():
            yield self._transaction
            return
        if self._closed:
            message = "The diary is closed."
            raise StoreError(message)
        with self._writing():
            self._refresh()
            if self.read_only is not None:
                raise self.read_only
            if self.loaded.needs_mending:
                self.mend()
            now = self._now()
            clock = next_stamp(self.loaded.meta.clock, now, device=self.device)
            work = Transaction(dict(self.loaded.tables), clock, self.device, now)
            self._transaction, self._owner = work, get_ident()
            try:
                yield work
            finally:
                self._transaction, self._owner = None, None
            if _differ(work.tables, self.loaded.tables):
                self._commit(work.tables, work.clock)
            elif self._unconfirmed:
                self._confirm()

    def backup(self, reason: str) -> Path | None:
        """Copy the file as it is into the backups; None where there is no file yet."""
        try:
            content = self._content()
        except OSError as error:
            raise not_readable(error, self.path) from error
        if not content:
            return None
        try:
            return self.backups.create(content, reason=reason, now=self._now()).path
        except OSError as error:
            raise not_saved(error, self.backups.folder) from error

    def read(self) -> dict[str, Any]:
        """Return all tables to TinyDB: inside a transaction its state, else the last one saved."""
        mine = self._transaction is not None and self._owner == get_ident()
        tables = self._transaction.tables if self._transaction and mine else self.loaded.tables
        return {name: View(rows) for name, rows in tables.items()}

    def write(self, data: Mapping[str, Any]) -> None:
        """Refuse: a write without its read could undo what another window saved."""
        message = f"{len(data)} tables were to be written outside of a transaction."
        raise StoreError(message)

    def close(self) -> None:
        """End the use of the file. Nothing is pending: every change was saved when it was made."""
        self._closed = True

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self.read_only is not None:
            raise self.read_only
        with ExitStack() as held:
            try:
                make_private_folder(self.path.parent)
                held.enter_context(self._lock())
            except NotAFolderError as error:
                raise no_side_folder(side_folder(self.path), self.path) from error
            except OSError as error:
                raise not_saved(error, self.path) from error
            yield

    def _refresh(self) -> bool:
        before = self.loaded
        self._check_place()
        if not self._loader.changed(before):
            return False
        self._publish(self._loader.look(before))
        if self.loaded.needs_mending and self.read_only is None:
            self.recovery = self.loaded.recovery
            self.mend()
        self._keep_what_vanished(before)
        return self.loaded.tables is not before.tables

    def _keep_what_vanished(self, before: Loaded) -> None:
        """Copy what this window knew where another program took records out, or put older in."""
        older = self.loaded.meta.clock < before.meta.clock
        if older or any(
            rows.keys() - self.loaded.tables.get(name, {}).keys()
            for name, rows in before.tables.items()
            if name != UNDO_TABLE
        ):
            content = b"".join(encode(before.tables, before.meta))
            self.backups.create_where_room(content, reason="replaced", now=self._now())

    def _commit(self, tables: Tables, clock: str) -> None:
        loaded = self.loaded
        meta = counted(
            replace(
                loaded.meta,
                schema=SCHEMA,
                gen=loaded.meta.gen + 1,
                nonce=secrets.token_hex(8),
                clock=clock,
            ),
            tables,
        )
        parts = self._encoder.encode(tables, meta)
        if sum(map(len, parts)) > MAX_BYTES:
            message = (
                f"Not saved: {self.path} would grow larger than can be opened again"
                f" ({MAX_BYTES // 2**20} MB). The diary is as it was."
            )
            raise StoreFull(message)
        try:
            remove_temporaries(self.path)
            self._keep_copy(loaded)
            signed = replace_file(self.path, parts, before_replace=self._check_unchanged)
        except OSError as error:
            raise not_saved(error, self.path) from error
        self._publish(
            Loaded(Decoded(tables, meta, intact=True), signed, head=first_line_of(parts[0]))
        )
        self._confirm()

    def _confirm(self) -> None:
        self._unconfirmed = True
        try:
            sync_folder(self.path.parent)
        except OSError as error:
            message = (
                f"Saved to {self.path}, but the system did not confirm it: a power cut in the next "
                "seconds could undo it. There is no need to enter it again."
            )
            raise StoreUnconfirmed(message) from error
        self._unconfirmed = False

    def _keep_copy(self, loaded: Loaded) -> None:
        """Copy what is about to be replaced where it is the day's first, older, or edited."""
        if loaded.signature is None or loaded.needs_mending:
            return
        if loaded.meta.schema < SCHEMA and (content := self._content()):
            self.backups.create(content, reason="before-migration", now=self._now())
        elif not loaded.intact and (content := self._content()):
            self.backups.create_where_room(content, reason="edited", now=self._now())
        else:
            self.backups.create_daily(self._content, now=self._now())

    def _content(self) -> bytes | None:
        found = read_file(self.path)
        return None if found is None else found[0]

    def _check_place(self) -> None:
        """Refuse where a link was put in the place of the file, or leads elsewhere by now."""
        if os.path.realpath(self._named) != str(self.path):
            raise moved(self._named, self.path)

    def _check_unchanged(self) -> None:
        self._check_place()
        if signature(self.path) != self.loaded.signature:
            message = (
                f"Not saved: another program is changing {self.path} at this very moment. "
                "The diary is as it was. Save again."
            )
            raise StoreConflict(message)

    def _publish(self, loaded: Loaded) -> None:
        changed = loaded.tables is not self.loaded.tables
        self.loaded = loaded
        self.generation += changed


def _differ(one: Tables, other: Tables) -> bool:
    return list(one) != list(other) or any(one[name] is not other[name] for name in one)
