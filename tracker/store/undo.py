"""The last changes of each machine, with what was there before, in a table of the same file.

An entry names each record that was changed, its document before, and a digest of the document
after: where the record is no longer as the entry left it, someone else changed it since. Taking an
entry back leaves one of the other direction in its place, so that redo is the undo of an undo; a
new change forgets what was to be done again.
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from hashlib import blake2b
from typing import Any

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from tracker.domain.identity import new_id
from tracker.domain.record import Record
from tracker.domain.routine import Routine
from tracker.domain.settings import Settings
from tracker.domain.text import one_line
from tracker.store.clock import device_of
from tracker.store.codec import Document, Rows, Tables, document_of, row_of
from tracker.store.documents import (
    DELETED,
    STAMPS,
    UNDO_TABLE,
    is_deleted,
    kind_of,
    record_of,
)
from tracker.store.registers import stamped
from tracker.store.storage import Transaction

DEPTH = 50


class Change(Struct, frozen=True):
    """One record's part in an entry; `before` None: it was not there."""

    table: str
    id: str
    before: dict[str, Any] | None
    after: str


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One change, with the words for it. `clock` orders the entries and names the machine.

    With `redo` it is one to be done again. Changes of one `group` are undone as one. `instead_of`
    names the backup that holds the whole state before, where all was replaced; `after` is then the
    digest of the whole state.
    """

    id: str
    label: str
    at: str
    clock: str
    changes: tuple[Change, ...] = ()
    instead_of: str | None = None
    after: str | None = None
    group: str | None = None
    redo: bool = False


class _Head(Struct, frozen=True):
    """The part of an entry that says when, where and which way; the rest may be long."""

    clock: str = ""
    redo: bool = False


_head_decoder = msgspec.json.Decoder(_Head)
_entry_decoder = msgspec.json.Decoder(Entry)


def latest(tables: Tables, *, device: str, redo: bool = False) -> Entry | None:
    """Give a machine's last change to be undone, or done again; what can't be read is passed over.

    Its words are foreign text, as all that was read from the file.
    """
    rows = tables.get(UNDO_TABLE, {})
    for key in reversed(_of_device(rows, device, redo=redo)):
        with suppress(ValueError, RecursionError):
            entry = _entry_decoder.decode(rows[key])
            return replace(entry, label=one_line(entry.label))
    return None


def depth(tables: Tables, *, device: str, redo: bool = False) -> int:
    """Count the changes of a machine that can be undone, or done again."""
    return len(_of_device(tables.get(UNDO_TABLE, {}), device, redo=redo))


def remember(work: Transaction, entry: Entry) -> None:
    """Add the entry of a new change; there is nothing to be done again then."""
    forget_redo(work)
    add(work, entry)


def add(work: Transaction, entry: Entry) -> None:
    """Add an entry, and forget this machine's oldest of its direction beyond the depth."""
    rows = dict(work.tables.get(UNDO_TABLE, {}))
    rows[entry.id] = row_of(msgspec.to_builtins(entry))
    for key in _of_device(rows, work.device, redo=entry.redo)[:-DEPTH]:
        del rows[key]
    work.tables[UNDO_TABLE] = rows


def forget_redo(work: Transaction) -> None:
    """Forget what this machine could do again."""
    rows = work.tables.get(UNDO_TABLE, {})
    if gone := _of_device(rows, work.device, redo=True):
        work.tables[UNDO_TABLE] = {key: row for key, row in rows.items() if key not in gone}


def entry_of_merge(
    work: Transaction, changed: Iterable[tuple[str, str, Raw | None]], *, label: str
) -> Entry:
    """Make the entry of a merge of its records: table, id, and what was there before.

    What could not be read before is in the copy of the file alone.
    """
    changes = []
    for table, key, old in changed:
        with suppress(ValueError):
            before = None if old is None else document_of(old)
            changes.append(Change(table, key, before, digest_of(work.tables[table][key])))
    return Entry(
        id=new_id(work.now),
        label=label,
        at=work.now.isoformat(),
        clock=work.clock,
        changes=tuple(changes),
    )


def join(work: Transaction, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return changes that also take back what the latest entry did, which they are in place of.

    Where that entry is about other records, or others changed them since, the changes stay alone.
    To be asked before the changes are written.
    """
    entry = latest(work.tables, device=work.device)
    if entry is None or changed_since(work.tables, entry):
        return changes
    before = {(change.table, change.id): change.before for change in entry.changes}
    if before.keys() != {(change.table, change.id) for change in changes}:
        return changes
    forget(work, entry)
    return tuple(
        Change(change.table, change.id, before[change.table, change.id], change.after)
        for change in changes
    )


def gather(work: Transaction, changes: tuple[Change, ...], group: str) -> tuple[Change, ...]:
    """Return changes together with those of the latest entry, where it is of the same group."""
    entry = latest(work.tables, device=work.device)
    if entry is None or entry.group != group or changed_since(work.tables, entry):
        return changes
    forget(work, entry)
    found = {(change.table, change.id): change for change in entry.changes}
    for change in changes:
        first = found.get((change.table, change.id))
        before = change.before if first is None else first.before
        found[change.table, change.id] = Change(change.table, change.id, before, change.after)
    return tuple(found.values())


def forget(work: Transaction, entry: Entry) -> None:
    """Take an entry out."""
    rows = dict(work.tables.get(UNDO_TABLE, {}))
    rows.pop(entry.id, None)
    work.tables[UNDO_TABLE] = rows


def changed_since(tables: Tables, entry: Entry) -> tuple[Change, ...]:
    """Name the records that are no longer as the entry left them."""
    return tuple(
        change for change in entry.changes if _digest_on_file(tables, change) != change.after
    )


def take_back(work: Transaction, entry: Entry) -> None:
    """Put every record of an entry back as it was. What was not there becomes a tombstone.

    In the place of the entry stands one that does it again.
    """
    back = tuple(_put_back(work, change) for change in entry.changes)
    forget(work, entry)
    add(work, other_way(work, entry, changes=back))


def other_way(
    work: Transaction,
    entry: Entry,
    *,
    changes: tuple[Change, ...] = (),
    instead_of: str | None = None,
    after: str | None = None,
) -> Entry:
    """Make the entry that takes back what this change does: it takes another entry back."""
    return Entry(
        id=new_id(work.now),
        label=entry.label,
        at=work.now.isoformat(),
        clock=work.clock,
        changes=changes,
        instead_of=instead_of,
        after=after,
        redo=not entry.redo,
    )


def _put_back(work: Transaction, change: Change) -> Change:
    rows: Rows = dict(work.tables.get(change.table, {}))
    at = work.now.isoformat()
    now = _document(work.tables, change.table, change.id)
    if change.before is not None:
        document: Document | None = dict(change.before)
    else:
        document = None if now is None else now | {DELETED: at}
    if document is not None:
        rows[change.id] = row_of(stamped(document, now, at=at, clock=work.clock))
        work.tables[change.table] = rows
    return Change(change.table, change.id, now, _digest_on_file(work.tables, change))


def days_of(tables: Tables, entry: Entry) -> tuple[date, ...]:
    """Return the days of the records that an entry is about, in their order."""
    found: set[date] = set()
    for change in entry.changes:
        document = _document(tables, change.table, change.id)
        for each in (change.before, document):
            with suppress(ValueError):
                found.add(date.fromisoformat(str((each or {}).get("day", ""))[:10]))
    return tuple(sorted(found))


def kinds_of(tables: Tables, entry: Entry) -> frozenset[type]:
    """Return the kinds of the records that an entry is about.

    Which routines are hidden is kept in the settings; it is about routines all the same.
    """
    kinds = (
        Routine if _hides_routines(tables, change) else kind_of(change.table)
        for change in entry.changes
    )
    return frozenset(kind for kind in kinds if kind is not None)


def _hides_routines(tables: Tables, change: Change) -> bool:
    """Return whether a change of the settings is about the hidden routines alone."""
    if kind_of(change.table) is not Settings:
        return False
    before, now = change.before or {}, _document(tables, change.table, change.id) or {}
    differing = {key for key in before.keys() | now.keys() if before.get(key) != now.get(key)}
    return differing - set(STAMPS) == {"hidden_routines"}


def only_brings_back(tables: Tables, entry: Entry) -> bool:
    """Return whether taking an entry back hides and changes nothing that is there."""
    return bool(entry.changes) and all(
        not _is_there(_document(tables, change.table, change.id)) and _is_there(change.before)
        for change in entry.changes
    )


def _is_there(document: Document | None) -> bool:
    return document is not None and DELETED not in document


def records_of(tables: Tables, entry: Entry, *, brought_back: bool) -> tuple[Record, ...]:
    """Return the records of an entry that it had changed (`brought_back`), or that it had made."""
    found: list[Record] = []
    for change in entry.changes:
        there = change.before is not None and DELETED not in change.before
        row, kind = tables.get(change.table, {}).get(change.id), kind_of(change.table)
        if there is brought_back and row is not None and kind is not None:
            with suppress(ValueError):
                found.append(record_of(row, kind))
    return tuple(found)


def digest_of(row: Raw) -> str:
    """Tell one content of a document on file from another; one that can't be read, by its bytes."""
    try:
        return digest(document_of(row))
    except ValueError:
        return blake2b(bytes(row), digest_size=8).hexdigest()


def digest(document: Document | None) -> str:
    """Tell one content of a document from another, whatever its stamps. A tombstone is its own."""
    if document is None:
        return ""
    content = {key: value for key, value in document.items() if key not in STAMPS}
    try:
        plain = msgspec.json.encode([DELETED in document, content], order="sorted")
    except (ValueError, OverflowError):
        # Numbers and signs that only a file edited elsewhere holds.
        plain = bytes(row_of({DELETED: DELETED in document, **dict(sorted(content.items()))}))
    return blake2b(plain, digest_size=8).hexdigest()


def digest_of_all(tables: Tables) -> str:
    """Tell one content of all records from another; neither entries nor tombstones count."""
    found = blake2b(digest_size=8)
    for name in sorted(tables.keys() - {UNDO_TABLE}):
        for key in sorted(tables[name]):
            row = tables[name][key]
            if not is_deleted(row):
                line = f"{name} {key} {digest_of(row)}\n"
                found.update(line.encode(errors="surrogatepass"))
    return found.hexdigest()


def _digest_on_file(tables: Tables, change: Change) -> str:
    row = tables.get(change.table, {}).get(change.id)
    return "" if row is None else digest_of(row)


def _document(tables: Tables, table: str, key: str) -> Document | None:
    row = tables.get(table, {}).get(key)
    with suppress(ValueError):
        return None if row is None else document_of(row)
    return None


def _of_device(rows: Rows, device: str, *, redo: bool) -> list[str]:
    """Name a machine's entries of one direction, the last one at the end."""
    clocks = {}
    for key, row in rows.items():
        with suppress(ValueError, RecursionError):
            head = _head_decoder.decode(row)
            if head.redo is redo:
                clocks[key] = head.clock
    return sorted(
        (key for key, clock in clocks.items() if device_of(clock) == device), key=clocks.__getitem__
    )
