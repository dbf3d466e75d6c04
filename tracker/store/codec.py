"""The file's form: one JSON object that TinyDB reads, one record a line, a checksum in line one.

    {"_meta":{"1":{"schema":1,"gen":42,"nonce":"…","rows":9,"clock":"…","crc":"…","len":12345}},
    "checkins":{
    "0197c1…":{"id":"0197c1…","at":"2026-11-23T06:40:00+01:00", …},
    …

In memory a document stays the bytes it was read from (`Raw`) until someone asks for its fields:
loading costs one pass, and a document that did not change is never encoded again.
"""

import json
import re
import zlib
from collections.abc import Mapping
from contextlib import suppress
from itertools import compress
from operator import is_not
from typing import Any, NamedTuple, TypeAlias

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from tracker.store.lenient import DECODER, Found, NoTablesError, read_lenient

_COUNT_MAX = 2**53
_PLAIN = re.compile(r"[0-9A-Za-z_-]*")
"""Ids are plain nearly always: one look at all of them is cheaper than encoding each."""

META_TABLE = "_meta"
META_ID = "1"
NEWLINE = b"\n"

Document: TypeAlias = dict[str, Any]
Rows: TypeAlias = dict[str, Raw]
Tables: TypeAlias = dict[str, Rows]


class DamagedError(ValueError):
    """The bytes are not a whole diary; the message says in a few words what they are."""


class NotADiaryError(ValueError):
    """The bytes are whole, but something else than a diary."""


class Meta(Struct, frozen=True):
    """What the first line says of the file: schema, generation, and the latest clock stamp.

    `rows` counts the documents of the whole file, so that a damaged one tells how many it lost.
    `begun_with` is the version of the program that began the file, "" where it didn't say so yet.
    `unknown` holds what a newer version wrote there.
    """

    schema: int
    gen: int = 0
    nonce: str = ""
    rows: int = 0
    clock: str = ""
    begun_with: str = ""
    unknown: Mapping[str, Any] = {}


class Decoded(Struct, frozen=True):
    """A file in memory. `intact`: byte for byte as we wrote it; else someone edited it."""

    tables: Tables
    meta: Meta
    intact: bool


_OWN_FIELDS = {"schema", "gen", "nonce", "rows", "clock", "begun_with", "crc", "len"}
_tables_decoder = msgspec.json.Decoder(dict[str, dict[str, Raw]])


def decode(content: bytes, *, known_tables: frozenset[str]) -> Decoded:
    """Read a file. Raises DamagedError where it is not whole, NotADiaryError where not a diary."""
    head, _, body = content.partition(NEWLINE)
    meta, checked = _read_meta(head, body)
    if meta is not None and checked:
        # Too deep for this decoder is not too deep for the one below.
        with suppress(ValueError, RecursionError):
            tables = _tables_decoder.decode(content)
            del tables[META_TABLE]
            return Decoded(tables, meta, intact=True)
    try:
        found = read_lenient(content)
    except NoTablesError as error:
        raise NotADiaryError(str(error)) from error
    except ValueError as error:
        raise DamagedError(str(error)) from error
    return _from_edited(found, known_tables, intact=checked)


class Encoder:
    """Writes files, one after the other, and keeps the lines of what did not change meanwhile."""

    def __init__(self) -> None:
        self._tables: dict[str, _Written] = {}

    def encode(self, tables: Tables, meta: Meta) -> list[bytes]:
        """Return the file's bytes in parts: the first line, then the tables."""
        self._tables = {name: self._table(name, rows) for name, rows in tables.items()}
        body: list[bytes] = []
        for number, table in enumerate(self._tables.values()):
            body += (b",\n", *table.parts) if number else table.parts
        body.append(b"}\n")
        crc = 0
        for part in body:
            crc = zlib.crc32(part, crc)
        own = {
            "schema": meta.schema,
            "gen": meta.gen,
            "nonce": meta.nonce,
            "rows": meta.rows,
            "clock": meta.clock,
            **({"begun_with": meta.begun_with} if meta.begun_with else {}),
            "crc": f"{crc:08x}",
            "len": sum(map(len, body)),
        }
        line = _json({META_TABLE: {META_ID: {**meta.unknown, **own}}})
        return [line[:-1] + (b",\n" if tables else b"\n"), *body]

    def _table(self, name: str, rows: Rows) -> "_Written":
        known = self._tables.get(name, _NOTHING)
        if known.rows is rows:
            return known
        title = _json(name)
        if not rows:
            return _Written(rows, {}, (b"%s:{}" % title,))
        differ = map(is_not, rows.values(), map(known.rows.get, rows))
        changed = list(compress(rows, differ))
        key_of = _plain_key if _PLAIN.fullmatch("".join(changed)) else _json
        written = {key: b"%s:%s" % (key_of(key), rows[key]) for key in changed}
        lines = {**known.lines, **written}
        if list(lines) != list(rows):
            lines = {key: lines[key] for key in rows}
        return _Written(rows, lines, (b"%s:{\n" % title, b",\n".join(lines.values()), b"\n}"))


class _Written(NamedTuple):
    """A table as it was written: its documents, the line of each, and all of its bytes."""

    rows: Rows
    lines: dict[str, bytes]
    parts: tuple[bytes, ...]


_NOTHING = _Written({}, {}, ())


def encode(tables: Tables, meta: Meta) -> list[bytes]:
    """Return a file's bytes in parts, with nothing kept from before."""
    return Encoder().encode(tables, meta)


def counted(meta: Meta, tables: Tables) -> Meta:
    """Put the number of documents into the first line's record."""
    return replace(meta, rows=sum(map(len, tables.values())))


def document_of(row: Raw) -> Document:
    """Read all fields of a document, known or not. Raises ValueError where that is not possible.

    A number that is none for Python (1e999) is the `Raw` digits that stand there.
    """
    try:
        document = DECODER.decode(bytes(row).decode())
    except RecursionError as error:
        message = "it is nested too deeply"
        raise ValueError(message) from error
    if not isinstance(document, dict):
        message = "it is no record"
        raise ValueError(message)  # noqa: TRY004 - what is wrong is the file, not the program
    return document


def row_of(document: Mapping[str, Any]) -> Raw:
    """Write a document as one line."""
    return Raw(_json(document))


def _json(value: object) -> bytes:
    """Write a value; one that holds digits which are no number for Python as those digits."""
    try:
        return json.dumps(
            value, ensure_ascii=False, allow_nan=False, separators=(",", ":")
        ).encode()
    except TypeError:
        with suppress(UnicodeEncodeError):
            return msgspec.json.encode(value)
    except UnicodeEncodeError:
        pass
    # Half of a surrogate pair, from a file edited elsewhere: kept in its escaped form.
    return json.dumps(
        value, allow_nan=False, separators=(",", ":"), default=lambda raw: bytes(raw).decode()
    ).encode()


def first_line(content: bytes) -> Meta | None:
    """Read the first line alone, as far as it can be read; also from damaged files."""
    head, _, body = content.partition(NEWLINE)
    return _read_meta(head, body)[0]


def _read_meta(head: bytes, body: bytes) -> tuple[Meta | None, bool]:
    try:
        fields = msgspec.json.decode(head.rstrip(b",\r ") + b"}")[META_TABLE][META_ID]
        meta = _meta_of(fields)
        checked = fields["len"] == len(body) and fields["crc"] == f"{zlib.crc32(body):08x}"
    except (ValueError, LookupError, TypeError, RecursionError):
        return None, False
    return meta, checked


def _meta_of(fields: Mapping[str, Any]) -> Meta:
    return Meta(
        schema=max(1, _count(fields["schema"])),
        gen=_count(fields.get("gen", 0)),
        nonce=str(fields.get("nonce", "")),
        rows=_count(fields.get("rows", 0)),
        clock=str(fields.get("clock", "")),
        begun_with=str(fields.get("begun_with", "")),
        unknown={key: value for key, value in fields.items() if key not in _OWN_FIELDS},
    )


def _count(value: Any) -> int:  # noqa: ANN401 - JSON values
    """Read a count. Raises ValueError where it is none, or more than there ever will be."""
    if not isinstance(value, str | int | float) or not 0 <= (count := int(value)) <= _COUNT_MAX:
        message = f"no count: {value!r}"
        raise ValueError(message)
    return count


def _from_edited(found: Found, known_tables: frozenset[str], *, intact: bool) -> Decoded:
    """Take what an editor, `jq` or a sync tool left."""
    fields = found.pop(META_TABLE, {}).get(META_ID)
    if fields is None and not _has_records(found, known_tables):
        message = "it is not a diary"
        raise NotADiaryError(message)
    try:
        meta = _meta_of(fields) if isinstance(fields, dict) else Meta(schema=1)
    except (LookupError, TypeError, ValueError):
        meta = Meta(schema=1)
    tables = {
        name: {key: row if isinstance(row, Raw) else row_of(row) for key, row in rows.items()}
        for name, rows in found.items()
    }
    clocks = [
        clock
        for rows in found.values()
        for row in rows.values()
        if isinstance(row, dict) and isinstance(clock := row.get("clock"), str)
    ]
    if not intact:
        meta = replace(meta, clock=max(clocks, default=""))
    return Decoded(tables, meta, intact=intact)


def _has_records(found: Found, known_tables: frozenset[str]) -> bool:
    return any(
        isinstance(row, dict) and row.get("id") == key
        for name in known_tables
        for key, row in found.get(name, {}).items()
    )


def _plain_key(key: str) -> bytes:
    return b'"%s"' % key.encode()
