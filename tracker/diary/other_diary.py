"""Another Backstride file, a diary or a table of one, whose records are taken over one by one."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, cast

from msgspec import Raw

from tracker.domain.record import Record
from tracker.domain.settings import Settings
from tracker.domain.text import path_text
from tracker.exchange.activity import Rejected
from tracker.exchange.own_csv import is_own_table, read_table
from tracker.store.conflict_copies import begins_like_a_diary
from tracker.store.documents import TABLES, is_deleted, kind_of, record_of
from tracker.store.errors import StoreError
from tracker.store.file import read_file
from tracker.store.restoring import read_copy

_HEAD: Final = 4096
_KINDS: Final = {name: kind for kind, name in TABLES.items() if kind is not Settings}


def is_diary(path: Path) -> bool:
    """Return whether a file begins like a diary of this program, or like a table of one."""
    return begins_like_a_diary(path) or is_own_table(_head_of(path))


def records_in(path: Path) -> tuple[Record | Rejected, ...] | str:
    """Return the records of another diary but its settings, or say why it can't be read.

    A row of a table that is no record stands between them with its reason.
    """
    if is_own_table(_head_of(path)):
        return _rows_of(path)
    try:
        found = read_copy(path)
    except StoreError:
        return (
            f"This Backstride diary can't be read. `backstride --data {path} doctor` looks at it."
        )
    return tuple(
        record for table, rows in found.tables.items() for record in _records(table, rows.values())
    )


def _head_of(path: Path) -> bytes:
    with suppress(OSError, ValueError):
        if path.is_file():
            with path.open("rb") as stream:
                return stream.read(_HEAD)
    return b""


def _rows_of(path: Path) -> tuple[Record | Rejected, ...] | str:
    try:
        found = read_file(path)
    except OSError as error:
        return f"This table can't be read ({(error.strerror or 'unknown reason').lower()})."
    rows = read_table(found[0] if found else b"", _KINDS, file=path_text(path))
    return cast("tuple[Record | Rejected, ...]", tuple(rows))


def _records(table: str, rows: Iterable[Raw]) -> Iterator[Record]:
    kind = kind_of(table)
    if kind is None or kind is Settings:
        return
    for row in rows:
        if not is_deleted(row):
            with suppress(ValueError):
                yield record_of(row, kind)
