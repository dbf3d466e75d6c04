"""The diary's file as records: read, saved, undone, backed up.

Reading is free: `records` answers from memory with immutable snapshots, from any thread. Changes
take the lock, look at the file anew, and return when everything is on the drive.
"""

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar, cast

from msgspec import Struct

from tracker.domain.identity import new_id
from tracker.domain.record import Record
from tracker.domain.settings import SETTINGS_ID, Settings
from tracker.domain.text import one_line
from tracker.store import exporting, restoring, undo
from tracker.store.backups import Backup
from tracker.store.clock import device_of
from tracker.store.codec import Decoded, Document, document_of
from tracker.store.database import DiaryDB, DiaryTable
from tracker.store.days import Days
from tracker.store.documents import (
    CLOCK,
    DELETED,
    TABLES,
    UNDO_TABLE,
    UPDATED,
    Stamps,
    T,
    Table,
    Unreadable,
    merged,
    read_table,
    record_of,
    stamps_of,
)
from tracker.store.edits import Clashed, Gone, merge_edit
from tracker.store.errors import StoreConflict, StoreFailed
from tracker.store.file import read_file
from tracker.store.merging import Merged
from tracker.store.recovery import Recovery
from tracker.store.registers import stamped
from tracker.store.storage import Transaction

R = TypeVar("R")
_ATTEMPTS = 5


class UndoStep(Struct, frozen=True):
    """A change that can be undone, or done again: the words for it, its records' days and kinds.

    Where all records were replaced there is no kind. `entry` tells it from any other step.
    `brings_back` where it hides and changes nothing that is there.
    """

    label: str
    days: tuple[date, ...] = ()
    kinds: frozenset[type] = frozenset()
    entry: str = ""
    brings_back: bool = False


class Undone(Struct, frozen=True):
    """A change was taken back: records that are there again as before, records that are gone.

    Of an undo, redo is just that.
    """

    label: str
    restored: tuple[Record, ...] = ()
    removed: tuple[Record, ...] = ()
    days: tuple[date, ...] = ()


class UndoRefused(Struct, frozen=True):
    """A change was not taken back, and the sentence why. `force` would do it all the same."""

    label: str
    message: str


class Store:
    """One diary file. Open it with `Store.open`; every error is a StoreError with a sentence."""

    def __init__(self, db: DiaryDB) -> None:
        self._db = db
        self._storage = db.storage
        self._typed: dict[type, Table[Any]] = {}
        self._days: dict[type, Days[Any]] = {}

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        now: Callable[[], datetime],
        mend: bool = True,
        device: str | None = None,
    ) -> "Store":
        """Open a diary. Nothing is written, unless the file is damaged and `mend` is set.

        `now` gives the time with its zone; `device` names this machine (for tests). A missing file
        is a fresh diary, made at the first save; where backups of it exist it is damage.
        Raises StoreError, with exit code 3 where the file can't be used.
        """
        return cls(DiaryDB(path, now, mend=mend, device=device))

    @property
    def path(self) -> Path:
        """Return the file itself, links followed."""
        return self._storage.path

    @property
    def generation(self) -> int:
        """Return a number that grows whenever the records change, whoever changed them."""
        return self._storage.generation

    @property
    def schema(self) -> int:
        """Return the schema of the file."""
        return self._storage.loaded.meta.schema

    @property
    def begun_with(self) -> str:
        """Return the version of the program that began the file, "" where it isn't known."""
        return one_line(self._storage.loaded.meta.begun_with)

    @property
    def read_only(self) -> str | None:
        """Say why nothing can be saved, None where it can."""
        error = self._storage.read_only
        return None if error is None else str(error)

    @property
    def report(self) -> Recovery | None:
        """Tell what was damaged and what came from where, None where all was well."""
        return self._storage.recovery

    @property
    def edited(self) -> bool:
        """Whether another program changed the file since it was last saved here."""
        return not self._storage.loaded.intact and self._storage.loaded.recovery is None

    def counts(self) -> dict[str, int]:
        """Count the records of every table on file, without the deleted ones."""
        counts = {name: len(rows) for name, rows in self._storage.loaded.tables.items()}
        own = {table: len(self.records(kind)) for kind, table in TABLES.items() if table in counts}
        return {name: count for name, count in (counts | own).items() if name != UNDO_TABLE}

    def records(self, kind: type[T]) -> Mapping[str, T]:
        """Give all records of a kind by id, in the order of the file, without the deleted ones."""
        return self._table(kind).live

    def days(self, kind: type[T]) -> Days[T]:
        """Return a kind's records by the person's day, for looks at a few days of many years.

        Only the days that are asked for are read; one without a readable record is empty.
        """
        rows = self._storage.loaded.tables.get(TABLES[kind], {})
        known = cast("Days[T] | None", self._days.get(kind))
        if known is None or known.rows is not rows:
            known = Days(rows, kind)
            self._days[kind] = known
        return known

    def deleted(self, kind: type[T]) -> Mapping[str, T]:
        """Return the deleted records of a kind; `put` brings one back."""
        return self._table(kind).deleted

    def unreadable(self) -> tuple[Unreadable, ...]:
        """Name the documents that stay in the file but can't be read as records."""
        return tuple(item for kind in TABLES for item in self._table(kind).unreadable)

    def document(self, kind: type[Record], record_id: str) -> Mapping[str, Any]:
        """Return everything on file about a record, unknown fields too. Raises KeyError."""
        return document_of(self._storage.loaded.tables.get(TABLES[kind], {})[record_id])

    def stamps(self, kind: type[Record], record_id: str) -> Stamps | None:
        """Tell when a record was first saved and last changed. Raises KeyError."""
        return stamps_of(self.document(kind, record_id))

    def refresh(self) -> bool:
        """Look, by one `stat`, whether others changed the file; True where records changed."""
        return self._storage.refresh()

    def put(
        self,
        *records: Record,
        label: str | None,
        goes_on: bool = False,
        group: str | None = None,
    ) -> None:
        """Save records, new ones or in the place of others: one change, one entry to undo.

        `label` says what it was ("run of 5.2 km"); None leaves no entry to undo. Where it `goes_on`
        with the same records as the latest change, both are undone in one go; so are changes of one
        `group` that follow each other, whatever their records. Unknown fields of
        what is replaced stay. What is on file already, word for word, is not saved again: a retry
        makes no duplicate.
        """
        self._change(lambda work: self._put(work, records, label, goes_on=goes_on, group=group))

    def amend(
        self,
        base: T,
        edited: T,
        *,
        label: str | None,
        goes_on: bool = False,
        keep_mine: Collection[str] = (),
        take_theirs: Collection[str] = (),
        settle: Callable[[T, T], T] | None = None,
    ) -> T | Clashed[T] | Gone:
        """Save an edit that began from `base`: only the fields that it changed are written.

        A field that was changed elsewhere too, to another value, saves nothing and is named, until
        it is in `keep_mine` or `take_theirs`. `settle` may bring the merged record in line with the
        present one, given as its second. Returns the record as it is on file then.
        """
        return self._change(
            lambda work: self._amend(
                work,
                base,
                edited,
                label=label,
                goes_on=goes_on,
                keep_mine=keep_mine,
                take_theirs=take_theirs,
                settle=settle,
            )
        )

    def delete(self, record: Record, *, label: str) -> None:
        """Delete a record. It stays on file as a tombstone and can be brought back."""
        self._change(lambda work: self._delete(work, record, label))

    @property
    def undo_depth(self) -> int:
        """Count the changes of this machine that can be undone."""
        return undo.depth(self._storage.loaded.tables, device=self._storage.device)

    def peek_undo(self, *, redo: bool = False) -> UndoStep | None:
        """Return the change that `undo` would take back, or that `redo` would do again."""
        tables = self._storage.loaded.tables
        entry = undo.latest(tables, device=self._storage.device, redo=redo)
        if entry is None:
            return None
        return UndoStep(
            entry.label,
            undo.days_of(tables, entry),
            undo.kinds_of(tables, entry),
            entry.id,
            undo.only_brings_back(tables, entry),
        )

    def undo(self, *, force: bool = False) -> Undone | UndoRefused | None:
        """Take back this machine's last change; None where there is none.

        Refused where a record of it was changed elsewhere since, unless `force` is set.
        """
        return self._change(lambda work: self._undo(work, force=force, redo=False))

    def redo(self, *, force: bool = False) -> Undone | UndoRefused | None:
        """Do again what was undone last; None where nothing was, or something new was changed."""
        return self._change(lambda work: self._undo(work, force=force, redo=True))

    def backup(self, reason: str = "manual") -> Path | None:
        """Copy the file as it is ("before-import", "manual"); None where there is no file yet."""
        return self._storage.backup(reason)

    def backups(self) -> list[Backup]:
        """List the copies, newest first."""
        return self._storage.backups.newest_first()

    @property
    def backups_unreadable(self) -> str | None:
        """Say why the folder of the copies can't be read, None where it can or there is none."""
        try:
            self._storage.backups.any()
        except OSError as error:
            return (error.strerror or type(error).__name__).lower()
        return None

    def exported(self) -> bytes:
        """Return a diary file of all records as they are now; `restore` reads it."""
        loaded = self._storage.loaded
        return exporting.exported(loaded.tables, loaded.meta)

    def restore(self, backup: Path) -> None:
        """Put a copy, or any other diary file, in the place of all records. Can be undone.

        Raises UnknownBackup where the copy can't be read.
        """
        found = restoring.read_copy(backup)
        self._change(lambda work: restoring.replace_all(work, found, storage=self._storage))

    def merge(self, found: Sequence[Decoded], *, label: str) -> tuple[Merged, ...]:
        """Take the changes of other states of the diary in: one change, one entry to undo.

        A copy of the file is made before. Of every record and field the later change counts, so
        that machines that merge each other's files come to the same diary. Where there is nothing
        new nothing is written. Returns what each of them brought.
        """
        return self._change(lambda work: restoring.merge_in(work, found, label, self._storage))

    def keep_copy(self, path: Path, content: bytes) -> bool:
        """Move a file whose content was merged to the backups, where it still holds that content.

        Raises OSError; the file is where it was then.
        """
        self._storage.backups.create(content, reason="merged-copy", now=self._storage.now())
        found = read_file(path)
        if found is None or found[0] != content:
            return False
        os.unlink(path)  # noqa: PTH108 - all file work goes through os, see tests/faults
        return True

    def _table(self, kind: type[T]) -> Table[T]:
        rows = self._storage.loaded.tables.get(TABLES[kind], {})
        known = cast("Table[T] | None", self._typed.get(kind))
        if known is None or known.rows is not rows:
            known = read_table(rows, kind, before=known)
            self._typed[kind] = known
        return known

    def _change(self, change: Callable[[Transaction], R]) -> R:
        """Run a change; again on the new state where a program without our lock came between."""
        settings = self.records(Settings).get(SETTINGS_ID)
        if settings is not None:
            self._storage.backups.keep = settings.backups_kept
        for attempt in range(_ATTEMPTS):
            try:
                with self._storage.transaction() as work:
                    return change(work)
            except StoreConflict:
                if attempt == _ATTEMPTS - 1:
                    raise
        raise AssertionError  # pragma: no cover - the loop returns or raises

    def _put(
        self,
        work: Transaction,
        records: tuple[Record, ...],
        label: str | None,
        *,
        goes_on: bool,
        group: str | None,
    ) -> None:
        changed: dict[str, dict[str, tuple[Document | None, Document]]] = {}
        for record in records:
            table = TABLES[type(record)]
            old = _old(work, table, record.id)
            new = merged(record, old)
            if old is None or undo.digest(old) != undo.digest(new):
                changed.setdefault(table, {})[record.id] = (old, new)
        self._save(work, changed, label, goes_on=goes_on, group=group)

    def _amend(
        self,
        work: Transaction,
        base: T,
        edited: T,
        *,
        label: str | None,
        goes_on: bool,
        keep_mine: Collection[str],
        take_theirs: Collection[str],
        settle: Callable[[T, T], T] | None,
    ) -> T | Clashed[T] | Gone:
        row = work.tables.get(TABLES[type(base)], {}).get(base.id)
        document = _old(work, TABLES[type(base)], base.id)
        if row is None or document is None or DELETED in document:
            return Gone(_moment((document or {}).get(DELETED)))
        try:
            theirs = record_of(row, type(base))
        except ValueError as error:
            raise _unreadable(TABLES[type(base)], base.id, error) from error
        merged_edit = merge_edit(base, edited, theirs, keep_mine=keep_mine, take_theirs=take_theirs)
        if isinstance(merged_edit, tuple):
            here = device_of(str(document.get(CLOCK, ""))) == work.device
            return Clashed(merged_edit, theirs, _moment(document.get(UPDATED)), here)
        if settle is not None:
            merged_edit = settle(merged_edit, theirs)
        self._put(work, (merged_edit,), label, goes_on=goes_on, group=None)
        return merged_edit

    def _delete(self, work: Transaction, record: Record, label: str) -> None:
        table = TABLES[type(record)]
        old = _old(work, table, record.id)
        if old is not None and DELETED not in old:
            tombstone = old | {DELETED: work.now.isoformat()}
            self._save(work, {table: {record.id: (old, tombstone)}}, label)

    def _save(
        self,
        work: Transaction,
        changed: dict[str, dict[str, tuple[Document | None, Document]]],
        label: str | None,
        *,
        goes_on: bool = False,
        group: str | None = None,
    ) -> None:
        """Stamp new versions of documents, write them, and remember the old ones."""
        at = work.now.isoformat()
        changes = tuple(
            undo.Change(table, key, old, undo.digest(new))
            for table, documents in changed.items()
            for key, (old, new) in documents.items()
        )
        if goes_on and changes and label is not None:
            changes = undo.join(work, changes)
        if group is not None and changes:
            changes = undo.gather(work, changes, group)
        for table, documents in changed.items():
            written = {
                key: stamped(new, old, at=at, clock=work.clock)
                for key, (old, new) in documents.items()
            }
            cast("DiaryTable", self._db.table(table)).put(written)
        if changes and label is not None:
            entry = undo.Entry(
                id=new_id(work.now),
                label=label,
                at=at,
                clock=work.clock,
                changes=changes,
                group=group,
            )
            undo.remember(work, entry)

    def _undo(self, work: Transaction, *, force: bool, redo: bool) -> Undone | UndoRefused | None:
        entry = undo.latest(work.tables, device=work.device, redo=redo)
        if entry is None:
            return None
        not_done = "done again" if redo else "undone"
        if entry.instead_of is not None:
            problem = restoring.take_back(work, entry, storage=self._storage, force=force)
            return Undone(entry.label) if problem is None else UndoRefused(entry.label, problem)
        if undo.changed_since(work.tables, entry) and not force:
            message = f'"{entry.label}" was changed elsewhere since, so it was not {not_done}.'
            return UndoRefused(entry.label, message)
        days = undo.days_of(work.tables, entry)
        removed = undo.records_of(work.tables, entry, brought_back=False)
        undo.take_back(work, entry)
        restored = undo.records_of(work.tables, entry, brought_back=True)
        return Undone(entry.label, restored=restored, removed=removed, days=days)


def _old(work: Transaction, table: str, key: str) -> Document | None:
    row = work.tables.get(table, {}).get(key)
    try:
        return None if row is None else document_of(row)
    except ValueError as error:
        raise _unreadable(table, key, error) from error


def _unreadable(table: str, key: str, error: ValueError) -> StoreFailed:
    return StoreFailed(
        f"Not saved: {table} {one_line(key)} on file can't be read ({error}), so nothing was "
        "put in its place. `backstride doctor` names it."
    )


def _moment(text: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
