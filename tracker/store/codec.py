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
from itertools import compress
from operator import is_not
from typing import Any, NamedTuple, TypeAlias

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from tracker.store.lenient import decode_lenient

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
        tables = _tables_decoder.decode(content)
        del tables[META_TABLE]
        return Decoded(tables, meta, intact=True)
    try:
        loose = decode_lenient(content)
    except ValueError as error:
        raise DamagedError(str(error)) from error
    return _from_edited(loose, known_tables)


class Encoder:
    """Writes files, one after the other, and keeps the lines of what did not change meanwhile."""

    def __init__(self) -> None:
        self._tables: dict[str, _Written] = {}

    def encode(self, tables: Tables, meta: Meta) -> list[bytes]:
        """Give the file's bytes in parts: the first line, then the tables."""
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
        line = msgspec.json.encode({META_TABLE: {META_ID: {**meta.unknown, **own}}})
        return [line[:-1] + (b",\n" if tables else b"\n"), *body]

    def _table(self, name: str, rows: Rows) -> "_Written":
        known = self._tables.get(name, _NOTHING)
        if known.rows is rows:
            return known
        title = msgspec.json.encode(name)
        if not rows:
            return _Written(rows, {}, (b"%s:{}" % title,))
        differ = map(is_not, rows.values(), map(known.rows.get, rows))
        changed = list(compress(rows, differ))
        key_of = _plain_key if _PLAIN.fullmatch("".join(changed)) else msgspec.json.encode
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
    """Give a file's bytes in parts, with nothing kept from before."""
    return Encoder().encode(tables, meta)


def counted(meta: Meta, tables: Tables) -> Meta:
    """Put the number of documents into the first line's record."""
    return replace(meta, rows=sum(map(len, tables.values())))


def document_of(row: Raw) -> Document:
    """Read all fields of a document, known or not."""
    document: Document = json.loads(bytes(row))
    return document


def row_of(document: Mapping[str, Any]) -> Raw:
    """Write a document as one line."""
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    try:
        return Raw(text.encode())
    except UnicodeEncodeError:
        # Half of a surrogate pair, from a file edited elsewhere: kept in its escaped form.
        return Raw(json.dumps(document, allow_nan=False, separators=(",", ":")).encode())


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
        schema=int(fields["schema"]),
        gen=int(fields.get("gen", 0)),
        nonce=str(fields.get("nonce", "")),
        rows=int(fields.get("rows", 0)),
        clock=str(fields.get("clock", "")),
        begun_with=str(fields.get("begun_with", "")),
        unknown={key: value for key, value in fields.items() if key not in _OWN_FIELDS},
    )


def _from_edited(loose: object, known_tables: frozenset[str]) -> Decoded:
    """Take what an editor, `jq` or a sync tool left, if it has the form of a TinyDB file."""
    if not isinstance(loose, dict) or not all(
        isinstance(table, dict) and all(isinstance(row, dict) for row in table.values())
        for table in loose.values()
    ):
        message = "it is not a diary"
        raise NotADiaryError(message)
    fields = loose.pop(META_TABLE, {}).get(META_ID)
    if fields is None and not _has_records(loose, known_tables):
        message = "it is not a diary"
        raise NotADiaryError(message)
    try:
        meta = _meta_of(fields) if fields is not None else Meta(schema=1)
    except (LookupError, TypeError, ValueError):
        meta = Meta(schema=1)
    tables = {
        name: {key: row_of(row) for key, row in table.items()} for name, table in loose.items()
    }
    clocks = [
        clock
        for table in loose.values()
        for row in table.values()
        if isinstance(clock := row.get("clock"), str)
    ]
    return Decoded(tables, replace(meta, clock=max(clocks, default="")), intact=False)


def _has_records(loose: Mapping[str, Any], known_tables: frozenset[str]) -> bool:
    return any(
        row.get("id") == key for name in known_tables for key, row in loose.get(name, {}).items()
    )


def _plain_key(key: str) -> bytes:
    return b'"%s"' % key.encode()
