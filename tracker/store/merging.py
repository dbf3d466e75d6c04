"""Two states of one diary made one: of every record and field the later change (storage laws)."""

from collections.abc import Iterator

from msgspec import Raw, Struct

from tracker.store.codec import Document, Rows, Tables, document_of, row_of
from tracker.store.documents import FIELDS, TABLES, UNDO_TABLE, fields_in_order, is_deleted
from tracker.store.registers import Registers, document_from, joined, registers_of


class Merged(Struct, frozen=True):
    """How many records a merge brought, changed and deleted here."""

    added: int = 0
    changed: int = 0
    deleted: int = 0

    @property
    def anything(self) -> bool:
        """Return whether there was anything new."""
        return bool(self.added or self.changed or self.deleted)


def merge_tables(ours: Tables, theirs: Tables) -> Tables:
    """Return the union of two states; what this machine can undo stays its own.

    Which one comes first makes no difference but to the order of the file. A table in which
    nothing changes is the very same object.
    """
    names = [name for name in {**ours, **theirs} if name != UNDO_TABLE]
    found = {name: _table(name, ours.get(name, {}), theirs.get(name, {})) for name in names}
    return {**ours, **found}


def count(before: Tables, after: Tables) -> Merged:
    """Count what a merge did to the records that are shown."""
    added = changed = deleted = 0
    for table, key, old in differing(before, after):
        was = old is not None and not is_deleted(old)
        now = not is_deleted(after[table][key])
        added += now and not was
        changed += now and was
        deleted += was and not now
    return Merged(added, changed, deleted)


def differing(before: Tables, after: Tables) -> Iterator[tuple[str, str, Raw | None]]:
    """Return table, id and former row of every record that a merge wrote."""
    for table, rows in after.items():
        if table in TABLES.values():
            old = before.get(table, {})
            yield from (
                (table, key, old.get(key)) for key, row in rows.items() if old.get(key) is not row
            )


def _table(name: str, ours: Rows, theirs: Rows) -> Rows:
    known = FIELDS.get(name, frozenset())
    order = fields_in_order(name)
    changed = {
        key: row
        for key, other in theirs.items()
        if (row := _row(ours.get(key), other, known, order)) is not ours.get(key)
    }
    return {**ours, **changed} if changed else ours


def _row(ours: Raw | None, theirs: Raw, known: frozenset[str], order: tuple[str, ...]) -> Raw:
    if ours is None or ours == theirs:
        return theirs if ours is None else ours
    one, other = _document(ours), _document(theirs)
    if one is None or other is None:
        # What can't be read gives way to what can; of two such the choice is arbitrary but fixed.
        readable = ours if one is not None else theirs
        return max(ours, theirs, key=bytes) if one is other else readable
    mine, other_one = registers_of(one, known), registers_of(other, known)
    both = joined(mine, other_one, known)
    return _written(both, ((mine, ours), (other_one, theirs)), order)


def _written(
    both: Registers, sides: tuple[tuple[Registers, Raw], ...], order: tuple[str, ...]
) -> Raw:
    """Return a side that says it all already, ours first, else a new document."""
    for registers, row in sides:
        if registers.contents == both.contents:
            return row
    return row_of(document_from(both, order))


def _document(row: Raw) -> Document | None:
    try:
        return document_of(row)
    except ValueError:
        return None
