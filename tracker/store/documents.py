"""Records to documents and back: which kind is in which table, and what a document must hold.

A document holds the record's fields and the store's own stamps beside them. Fields that this
version does not know stay in the document when the record is replaced.

The file is foreign text: another program may have written it. Its texts are cleaned when a document
is read as a record, here and nowhere else; the document itself stays as it is, and a field that the
record leaves as it was read keeps what stands on file.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Generic, TypeVar, cast

import msgspec
from msgspec import Raw, Struct

from tracker.domain.record import Record, record_tables
from tracker.domain.text import lines_of, one_line
from tracker.store.codec import Document, Rows, document_of, row_of

T = TypeVar("T", bound=Record)

TABLES: dict[type[Record], str] = record_tables()
UNDO_TABLE = "undo"
FIELDS: dict[str, frozenset[str]] = {
    name: frozenset(field.name for field in fields(kind)) for kind, name in TABLES.items()
} | {
    UNDO_TABLE: frozenset(
        ("id", "label", "at", "clock", "changes", "instead_of", "after", "group", "redo")
    )
}
KNOWN_TABLES = frozenset(FIELDS)

CREATED, UPDATED, CLOCK, DELETED = "created_at", "updated_at", "clock", "deleted_at"
CLOCKS = "clocks"
STAMPS = frozenset({CREATED, UPDATED, CLOCK, CLOCKS, DELETED})
_DELETED_MARK = b'"deleted_at":'
_LONG_TEXTS = frozenset({"note"})
"""The fields that may have more than one line."""

# What is escaped, and the bytes of every sign that is not to be seen (`tracker.domain.text`).
_SUSPICIOUS = re.compile(
    rb"""\\[^"\\/]|\x7f|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]"""
    rb"""|\xe2\x81[\xa6-\xa9]|\xef\xbb\xbf|\xed[\xa0-\xbf]"""
)
_NOT_SAID: tuple[None, tuple[()], str] = (None, (), "")

_decoders: dict[type, msgspec.json.Decoder[Any]] = {}


class Stamps(Struct, frozen=True):
    """When a record was first saved and last changed."""

    created_at: datetime
    updated_at: datetime


class Unreadable(Struct, frozen=True):
    """A document that is kept but can't be read as a record, and why in a few words."""

    table: str
    id: str
    why: str


class Table(Struct, Generic[T], frozen=True):
    """One kind's records, by id, as they were read from `rows`."""

    rows: Rows
    live: Mapping[str, T]
    deleted: Mapping[str, T]
    unreadable: tuple[Unreadable, ...] = ()


def kind_of(table: str) -> type[Record] | None:
    """Return the kind that a table holds, None for tables of other programs or versions."""
    return next((kind for kind, name in TABLES.items() if name == table), None)


def fields_in_order(table: str) -> tuple[str, ...]:
    """Return a table's fields as they stand in its documents; none for an unknown table."""
    kind = kind_of(table)
    return () if kind is None else tuple(field.name for field in fields(cast("Any", kind)))


def record_of(row: Raw, kind: type[T]) -> T:
    """Read a document as a record, its texts cleaned. Raises ValueError that names the field."""
    content = bytes(row)
    try:
        if _SUSPICIOUS.search(content):
            row = row_of(_cleaned(document_of(row)))
        return _decoder(kind).decode(row)
    except RecursionError as error:
        message = "it is nested too deeply"
        raise ValueError(message) from error


def _cleaned(value: Any, name: str = "") -> Any:  # noqa: ANN401 - JSON values
    if isinstance(value, str):
        return lines_of(value) if name in _LONG_TEXTS else one_line(value)
    if isinstance(value, dict):
        return {key: _cleaned(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [_cleaned(item, name) for item in value]
    return value


def is_deleted(row: Raw) -> bool:
    """Whether a document is a tombstone. Inside a text the mark's quotes would be escaped."""
    if _DELETED_MARK not in bytes(row):
        return False
    with suppress(ValueError):
        return DELETED in document_of(row)
    return False


def read_table(rows: Rows, kind: type[T], *, before: Table[T] | None) -> Table[T]:
    """Read a kind's documents; those that did not change since `before` are the same records."""
    live: dict[str, T] = {}
    deleted: dict[str, T] = {}
    unreadable: list[Unreadable] = []
    old_rows, old_live = (before.rows, before.live) if before is not None else ({}, {})
    for key, row in rows.items():
        if key in old_live and old_rows[key] is row:
            live[key] = old_live[key]
            continue
        try:
            record = record_of(row, kind)
        except ValueError as error:
            unreadable.append(Unreadable(TABLES[kind], one_line(key), str(error)))
            continue
        if record.id != key:
            why = f"its id is {record.id}, but it is on file as {one_line(key)}"
            unreadable.append(Unreadable(TABLES[kind], one_line(key), why))
        elif is_deleted(row):
            deleted[key] = record
        else:
            live[key] = record
    return Table(
        rows, MappingProxyType(live), MappingProxyType(deleted), unreadable=tuple(unreadable)
    )


def fields_of(record: object) -> Document:
    """Write a record's fields; what was not said, and is empty by default, is left out."""
    return cast("Document", _plain(record))


def merged(record: Record, old: Document | None) -> Document:
    """Write a record over the document it replaces.

    Unknown fields of the old one stay, and fields that are as they were read stay as they stand.
    """
    new = fields_of(record)
    if old is None:
        return new
    kind = type(record)
    try:
        known = fields_of(record_of(row_of(old), kind))
    except ValueError:
        known = dict.fromkeys(field.name for field in fields(kind))
    known |= dict.fromkeys(STAMPS)
    return cast("Document", _overlaid(new, old, known))


def stamps_of(document: Mapping[str, Any]) -> Stamps | None:
    """Read the stamps; None where a document of another program has none that can be read."""
    try:
        return msgspec.convert(document, Stamps)
    except ValueError:
        return None


def _overlaid(new: Any, old: Any, known: Any) -> Any:  # noqa: ANN401 - JSON values
    """Return `new` with what `old` has and `known`, our reading of `old`, has not."""
    if new == known:
        return old
    if isinstance(new, dict) and isinstance(old, dict) and isinstance(known, dict):
        both = {
            key: _overlaid(value, old[key], known.get(key)) if key in old else value
            for key, value in new.items()
        }
        return both | {
            key: value for key, value in old.items() if key not in known and key not in new
        }
    if isinstance(new, list) and isinstance(old, list) and isinstance(known, list):
        return [old[known.index(item)] if item in known else item for item in new]
    return new


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON values
    if is_dataclass(value):
        return {
            field.name: _plain(item)
            for field in fields(value)
            if (item := getattr(value, field.name)) != field.default or item not in _NOT_SAID
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return msgspec.to_builtins(value)


def _decoder(kind: type[T]) -> msgspec.json.Decoder[T]:
    if kind not in _decoders:
        _decoders[kind] = msgspec.json.Decoder(kind)
    return _decoders[kind]
