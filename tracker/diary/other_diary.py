"""Another Backstride file, whose records are taken over one by one."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from msgspec import Raw

from tracker.domain.settings import Settings
from tracker.store.documents import Record, is_deleted, kind_of, record_of
from tracker.store.errors import StoreError
from tracker.store.restoring import read_copy

_BEGINNING: Final = re.compile(rb'\s*\{\s*"_meta"\s*:')
_HEAD: Final = 4096


def is_diary(path: Path) -> bool:
    """Return whether a file begins like a diary of this program."""
    with suppress(OSError, ValueError):
        if path.is_file():
            with path.open("rb") as stream:
                return _BEGINNING.match(stream.read(_HEAD)) is not None
    return False


def records_in(path: Path) -> tuple[Record, ...] | str:
    """Return the records of another diary but its settings, or say why it can't be read."""
    try:
        found = read_copy(path)
    except StoreError:
        return (
            f"This Backstride diary can't be read. `backstride --data {path} doctor` looks at it."
        )
    return tuple(
        record for table, rows in found.tables.items() for record in _records(table, rows.values())
    )


def _records(table: str, rows: Iterable[Raw]) -> Iterator[Record]:
    kind = kind_of(table)
    if kind is None or kind is Settings:
        return
    for row in rows:
        if not is_deleted(row):
            with suppress(ValueError):
                yield record_of(row, kind)
