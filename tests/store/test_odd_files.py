"""Files that nobody writes by accident: what can be read opens, the rest is named and stays."""

import json
import os
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TypeAlias

import pytest

from tracker.domain.run import Run
from tracker.store.errors import StoreFull, StoreUnusable
from tracker.store.salvage import salvage
from tracker.store.store import Store

OpenStore: TypeAlias = Callable[..., Store]
MakeRun: TypeAlias = Callable[..., Run]

ODD = {
    "1e999": "1e999",
    "digits": "9" * 100_000,
    "deep": '{"a":' * 3000 + "1" + "}" * 3000,
    "deep list": "[" * 3000 + "]" * 3000,
}
PATIENCE_S = 60
"""On a busy machine; what grows with the square of the size takes an hour."""


def with_odd_record(path: Path, value: str, *, checked: bool) -> bytes:
    """Put a record with an odd value into the file, as another program or with the right sum."""
    content = path.read_bytes()
    line = b'"odd":{"id":"odd","start":"2026-11-23T06:40:00Z","day":"2026-11-23","rpe":%s},\n'
    written = content.replace(b'"runs":{\n', b'"runs":{\n' + line % value.encode())
    assert written != content
    if checked:
        head, _, body = written.partition(b"\n")
        first = json.loads(head[:-1] + b"}")
        first["_meta"]["1"] |= {"crc": f"{zlib.crc32(body):08x}", "len": len(body)}
        written = json.dumps(first, separators=(",", ":"))[:-1].encode() + b",\n" + body
    path.write_bytes(written)
    return written


@pytest.mark.parametrize("checked", [False, True])
@pytest.mark.parametrize("odd", list(ODD))
def test_a_record_that_cant_be_read_is_named_and_left_alone(
    path: Path, open_store: OpenStore, run: MakeRun, *, odd: str, checked: bool
) -> None:
    kept = run("kept")
    open_store().put(kept, label="run")
    written = with_odd_record(path, ODD[odd], checked=checked)

    store = open_store()
    assert store.report is None
    assert store.edited is not checked
    assert list(store.records(Run)) == [kept.id]
    assert [item.id for item in store.unreadable()] == ["odd"]
    assert path.read_bytes() == written, "reading writes nothing"

    store.put(replace(kept, note="more"), label="note")
    store.undo()
    store.delete(kept, label="delete")
    assert ODD[odd].encode() in path.read_bytes()
    again = open_store()
    assert again.report is None
    assert not again.edited
    assert [item.id for item in again.unreadable()] == ["odd"]


def test_a_restore_leaves_what_cant_be_read_alone(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    open_store().put(run("first"), label="run")
    copy = open_store().backup()
    assert copy is not None
    with_odd_record(path, ODD["deep"], checked=False)
    store = open_store()
    store.put(run("second"), label="run")
    store.restore(copy)
    assert len(store.records(Run)) == 1
    assert [item.id for item in store.unreadable()] == ["odd"]
    store.undo()
    assert len(store.records(Run)) == 2


@pytest.mark.parametrize("schema", ["1e400", "9" * 5000, "-3", "null", '"x"', "1e300"])
def test_a_schema_that_is_no_number_of_ours_counts_as_the_first(
    path: Path, open_store: OpenStore, run: MakeRun, schema: str
) -> None:
    open_store().put(run("kept"), label="run")
    content = path.read_text()
    path.write_text(content.replace('"schema":1', f'"schema":{schema}', 1))
    store = open_store()
    assert store.report is None
    assert len(store.records(Run)) == 1
    store.put(run("more"), label="run")
    assert open_store().schema == 1


def test_a_first_line_with_other_numbers_without_end_does_no_harm(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    open_store().put(run("kept"), label="run")
    content = path.read_text()
    more = '"gen":1e400,"later":1e999,"half":"\\ud800","big":' + "9" * 30 + ","
    path.write_text(content.replace('"gen":1,', more, 1))
    store = open_store()
    store.put(run("more"), label="run")
    assert len(open_store().records(Run)) == 2


HOSTILE = {
    "900 KB of ids in ids": b'"id":{"id":' * (900 * 2**10 // 11),
    "the same in an object": b'{"id":' * (900 * 2**10 // 6),
    "64 MB of objects in objects": b'"a":{' * (64 * 10**6 // 5),
    "in a table": b'{"runs":{' + b'"a":{' * (60 * 2**20 // 5),
    "with closed ones between": b'{"runs":{' + b'"b":{},"a":{' * (4 * 2**20 // 12),
    "closed to the end": b'{"runs":{"x":' + b'{"a":' * 2**21 + b"1" + b"}" * 2**21 + b"}}",
    "keys only": b'"' * (20 * 2**20),
    "escapes only": b'\\"' * (10 * 2**20),
    "one object without end": b'{"weather":{' + b'"b":1,' * (4 * 2**20 // 6),
}


@pytest.mark.parametrize("kind", list(HOSTILE))
def test_salvage_takes_seconds_whatever_is_in_the_file(
    path: Path, open_store: OpenStore, kind: str
) -> None:
    path.parent.mkdir(mode=0o700)
    path.write_bytes(HOSTILE[kind])
    start = perf_counter()
    with pytest.raises(StoreUnusable, match="left as it is"):
        open_store()
    assert perf_counter() - start < PATIENCE_S


def test_a_record_between_deep_nests_is_found() -> None:
    deep = '"a":{' * 3000
    row = '"b":{"id":"b","start":"2026-11-23T06:40:00Z","day":"2026-11-23"}'
    before = f'"checkins":{{"x":{{{deep}{"}" * 3002}'
    found = salvage(f'{{{before},\n"runs":{{\n{row},\n"c":{{{deep}'.encode())
    assert list(found.tables["runs"]) == ["b"]


def test_a_file_of_500_mb_is_refused_without_reading_it(
    path: Path, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir(mode=0o700)
    with path.open("wb") as file:
        file.truncate(500 * 10**6)

    def read(*_: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr(os, "read", read)
    with pytest.raises(StoreUnusable, match="too large to be a diary: more than 64 MB"):
        open_store()
    assert path.stat().st_size == 500 * 10**6


def test_a_diary_is_not_let_grow_larger_than_it_could_be_read(
    path: Path, open_store: OpenStore, run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store()
    store.put(run("x"), label="run")
    before = path.read_bytes()
    monkeypatch.setattr("tracker.store.storage.MAX_BYTES", 4000)
    with pytest.raises(StoreFull, match="larger than can be opened again"):
        store.put(run("y" * 4000), label="run")
    assert path.read_bytes() == before
    assert len(store.records(Run)) == 1
