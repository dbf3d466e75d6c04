"""Records to documents and back: which kind is in which table, and what a document must hold.

A document holds the record's fields and the store's own stamps beside them. Fields that this
version does not know stay in the document when the record is replaced.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Generic, TypeAlias, TypeVar, cast

import msgspec
from msgspec import Raw, Struct

from tracker.domain.check_in import CheckIn
from tracker.domain.cross_training import CrossTraining
from tracker.domain.episode import Episode, Flare
from tracker.domain.experiment import Experiment
from tracker.domain.gear import Gear
from tracker.domain.impact_check import ImpactCheck
from tracker.domain.remedy import Remedy
from tracker.domain.routine import Routine, RoutineSession
from tracker.domain.run import Run
from tracker.domain.screening import Clearance, Retraction, Screening
from tracker.domain.settings import Settings
from tracker.domain.visit import Visit
from tracker.store.codec import Document, Rows, document_of

Record: TypeAlias = (
    CheckIn
    | Run
    | CrossTraining
    | RoutineSession
    | Routine
    | Screening
    | Clearance
    | Retraction
    | Gear
    | Remedy
    | Visit
    | Episode
    | Flare
    | ImpactCheck
    | Experiment
    | Settings
)
T = TypeVar("T", bound=Record)

TABLES: dict[type, str] = {
    CheckIn: "checkins",
    Run: "runs",
    CrossTraining: "cross_training",
    RoutineSession: "sessions",
    Routine: "routines",
    Screening: "screenings",
    Clearance: "clearances",
    Retraction: "retractions",
    Gear: "gear",
    Remedy: "remedies",
    Visit: "visits",
    Episode: "episodes",
    Flare: "flares",
    ImpactCheck: "impact_checks",
    Experiment: "experiments",
    Settings: "settings",
}
UNDO_TABLE = "undo"
FIELDS: dict[str, frozenset[str]] = {
    name: frozenset(field.name for field in fields(kind)) for kind, name in TABLES.items()
} | {UNDO_TABLE: frozenset({"id", "label", "at", "clock", "changes", "instead_of", "after"})}
KNOWN_TABLES = frozenset(FIELDS)

CREATED, UPDATED, CLOCK, DELETED = "created_at", "updated_at", "clock", "deleted_at"
STAMPS = frozenset({CREATED, UPDATED, CLOCK, DELETED})
_DELETED_MARK = b'"deleted_at":'
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
    """Give the kind that a table holds, None for tables of other programs or versions."""
    return next((kind for kind, name in TABLES.items() if name == table), None)


def record_of(row: Raw, kind: type[T]) -> T:
    """Read a document as a record. Raises ValueError that names the field."""
    return _decoder(kind).decode(row)


def is_deleted(row: Raw) -> bool:
    """Whether a document is a tombstone. Inside a text the mark's quotes would be escaped."""
    return _DELETED_MARK in bytes(row) and DELETED in document_of(row)


def read_table(rows: Rows, kind: type[T], *, before: Table[T] | None) -> Table[T]:
    """Read a kind's documents; those that did not change since `before` are the same records."""
    decode = _decoder(kind).decode
    live: dict[str, T] = {}
    deleted: dict[str, T] = {}
    unreadable: list[Unreadable] = []
    old_rows, old_live = (before.rows, before.live) if before is not None else ({}, {})
    for key, row in rows.items():
        if key in old_live and old_rows[key] is row:
            live[key] = old_live[key]
            continue
        try:
            record = decode(row)
        except ValueError as error:
            unreadable.append(Unreadable(TABLES[kind], key, str(error)))
            continue
        if record.id != key:
            why = f"its id is {record.id}, but it is on file as {key}"
            unreadable.append(Unreadable(TABLES[kind], key, why))
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
    """Write a record over the document it replaces, so that unknown fields of the old one stay."""
    new = fields_of(record)
    if old is None:
        return new
    kind = type(record)
    try:
        known = fields_of(msgspec.convert(old, kind))
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
    """Give `new` with what `old` has and `known`, our reading of `old`, has not."""
    if isinstance(new, dict) and isinstance(old, dict) and isinstance(known, dict):
        both = {key: _overlaid(value, old.get(key), known.get(key)) for key, value in new.items()}
        return both | {
            key: value for key, value in old.items() if key not in known and key not in new
        }
    if isinstance(new, list) and isinstance(old, list) and isinstance(known, list):
        return [
            _overlaid(item, old[known.index(item)], item) if item in known else item for item in new
        ]
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
