"""A damaged file: its bytes stay, and every record that is whole anywhere comes back."""

import gzip
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TypeAlias

import pytest

from tracker.domain.run import Run
from tracker.store.codec import Document
from tracker.store.errors import StoreUnusable
from tracker.store.store import Store

OpenStore: TypeAlias = Callable[..., Store]
MakeRun: TypeAlias = Callable[..., Run]

Damage: TypeAlias = Callable[[bytes, bytes, Random], bytes | None]


def _cut(part: float) -> Damage:
    return lambda new, _, random: new[: max(1, int(len(new) * part) - random.randrange(40))]


def _zeroed(first: float, last: float) -> Damage:
    def zero(new: bytes, _: bytes, __: Random) -> bytes:
        start, end = int(len(new) * first), int(len(new) * last)
        return new[:start] + bytes(end - start) + new[end:]

    return zero


def _flipped(bits: int) -> Damage:
    def flip(new: bytes, _: bytes, random: Random) -> bytes:
        broken = bytearray(new)
        for _bit in range(bits):
            broken[random.randrange(len(broken))] ^= 1 << random.randrange(8)
        return bytes(broken)

    return flip


def _lines(change: Callable[[list[bytes], Random], list[bytes]]) -> Damage:
    return lambda new, _, random: b"\n".join(change(new.split(b"\n"), random))


def _some(lines: list[bytes], random: Random) -> int:
    return random.randrange(3, len(lines) - 4)


def _noise(new: bytes, _: bytes, random: Random) -> bytes:
    place = random.randrange(len(new) // 2)
    return new[:place] + random.randbytes(300) + new[place + 300 :]


def _without(lines: list[bytes], random: Random) -> list[bytes]:
    place = _some(lines, random)
    return lines[:place] + lines[place + 1 :]


def _twice(lines: list[bytes], random: Random) -> list[bytes]:
    place = _some(lines, random)
    return [*lines[:place], lines[place], *lines[place:]]


def _joined(lines: list[bytes], random: Random) -> list[bytes]:
    place = _some(lines, random)
    half = lines[place][: random.randrange(5, 60)]
    return [*lines[:place], half + lines[place + 1], *lines[place + 2 :]]


def _conflict(new: bytes, old: bytes, random: Random) -> bytes:
    mine, theirs = new.split(b"\n"), old.split(b"\n")
    place = _some(theirs, random)
    return b"\n".join(
        [
            *mine[:place],
            b"<<<<<<< HEAD",
            *mine[place : place + 3],
            b"=======",
            *theirs[place : place + 3],
            b">>>>>>> other",
            *mine[place + 3 :],
        ]
    )


def _shuffled(lines: list[bytes], random: Random) -> list[bytes]:
    return random.sample(lines, len(lines))


def _smart(new: bytes, _: bytes, random: Random) -> bytes:
    lines = new.split(b"\n")
    place = _some(lines, random)
    lines[place] = lines[place].replace(b'"', "”".encode())
    return b"\n".join(lines)


KINDS: dict[str, Damage] = {
    "missing": lambda *_: None,
    "empty": lambda *_: b"",
    "one byte": lambda new, *_: new[:1],
    "cut after the first line": lambda new, *_: new[: new.index(b"\n") + 1],
    "cut at a tenth": _cut(0.1),
    "cut in the middle": _cut(0.5),
    "cut near the end": _cut(0.99),
    "the last two bytes gone": lambda new, *_: new[:-3],
    "first line gone": lambda new, *_: new[new.index(b"\n") + 1 :],
    "first two lines gone": lambda new, *_: new.split(b"\n", 2)[2],
    "first block zeroed": _zeroed(0, 0.1),
    "middle zeroed": _zeroed(0.3, 0.5),
    "end zeroed": _zeroed(0.6, 1),
    "all zeroed": _zeroed(0, 1),
    "noise in the first half": _noise,
    "all noise": lambda new, _, random: random.randbytes(len(new)),
    "one bit flipped": _flipped(1),
    "twenty bits flipped": _flipped(20),
    "bytes that are not text": lambda new, *_: new.replace(b'"note":"', b'"note":"\xff\xfe', 1),
    "marks of a merge": _conflict,
    "twice in one file": lambda new, *_: new + new,
    "new start, old rest": lambda new, old, _: new[:4096] + old[4096:],
    "old rest after a shorter end": lambda new, old, _: old + new[len(old) - 700 :],
    "a line gone": _lines(_without),
    "a line twice": _lines(_twice),
    "two lines in one": _lines(_joined),
    "lines in any order": _lines(_shuffled),
    "a table's line gone": lambda new, *_: new.replace(b'"runs":{\n', b"", 1),
    "a table twice": lambda new, *_: new.replace(b'"runs":{\n', b'"runs":{\n"runs":{\n', 1),
    "the last braces gone": lambda new, *_: new.rstrip(b"}\n"),
    "other line ends": lambda new, *_: new.replace(b"\n", b"\r\n"),
    "UTF-16": lambda new, *_: new.decode().encode("utf-16"),
    "a page of errors": lambda *_: b"<!doctype html><title>503</title>Service unavailable",
    "words before": lambda new, *_: b"Fwd: my diary\n\n" + new,
    "words after": lambda new, *_: new + b"\n-- \nsent from my telephone\n",
    "not a number": lambda new, *_: new.replace(b'"distance_m":', b'"distance_m":NaN,"x":', 1),
    "a comma too many": lambda new, *_: new.replace(b"\n}", b",\n}", 1),
    "curly quotes": _smart,
    "compressed": lambda new, *_: gzip.compress(new),
    "a number for a record": lambda new, *_: new.replace(b"\n}", b',\n"0":5\n}', 1),
    "a list": lambda new, *_: b"[" + new + b"]",
}

READABLE = {"UTF-16"}
"""Kinds without a whole line that are a diary all the same."""

_LINE = re.compile(rb'"([0-9a-f-]{36})":(\{"id":.*\}),?\r?')


def whole_runs(content: bytes) -> dict[str, list[Document]]:
    """Find the runs in undamaged lines, without the program's own salvage."""
    found: dict[str, list[Document]] = {}
    for line in content.split(b"\n"):
        match = _LINE.fullmatch(line)
        if match is None:
            continue
        try:
            document = json.loads(match[2])
            if document["id"] == match[1].decode() and "distance_m" in document:
                found.setdefault(document["id"], []).append(document)
        except (ValueError, KeyError):
            continue
    return found


def somewhere(folder: Path, content: bytes) -> bool:
    return any(item.is_file() and item.read_bytes() == content for item in folder.rglob("*"))


@pytest.fixture
def diary(path: Path, open_store: OpenStore, run: MakeRun) -> tuple[bytes, bytes]:
    """Make a diary with a backup; gives the bytes now, and those of the backup."""
    store = open_store()
    store.put(*(run(number, note=f"run {number}") for number in range(30)), label="first month")
    old = path.read_bytes()
    store = open_store(day=1)
    store.put(run(30, note="after the backup"), label="new")
    edited = [replace(item, note="edited " * 20) for item in list(store.records(Run).values())[:9]]
    store.put(*edited, label="edits")
    store.put(*(run(number, note=f"run {number}") for number in range(31, 40)), label="more")
    assert [backup.path.read_bytes() for backup in store.backups()] == [old]
    return path.read_bytes(), old


@pytest.mark.parametrize("kind", list(KINDS))
def test_damage_loses_nothing_that_is_whole_anywhere(
    path: Path, open_store: OpenStore, run: MakeRun, diary: tuple[bytes, bytes], kind: str
) -> None:
    new, old = diary
    broken = KINDS[kind](new, old, Random(kind))  # noqa: S311 - trials, not secrets
    assert broken != new
    _write(path, broken)
    store = open_store(day=2)
    check_kept(path, store, broken, old)
    store.put(run(9999), label="life goes on")
    check_kept(path, store, broken, old)
    again = open_store(day=3)
    assert again.report is None
    assert again.records(Run) == store.records(Run)


@pytest.mark.parametrize("kind", list(KINDS))
def test_damage_without_a_backup(
    path: Path, open_store: OpenStore, diary: tuple[bytes, bytes], kind: str
) -> None:
    new, old = diary
    broken = KINDS[kind](new, old, Random(kind))  # noqa: S311 - trials, not secrets
    if not broken:
        return
    for backup in open_store().backups():
        backup.path.unlink()
    _write(path, broken)
    if whole_runs(broken) or kind in READABLE:
        check_kept(path, open_store(day=2), broken, b"")
        return
    with pytest.raises(StoreUnusable, match="left as it is") as refused:
        open_store(day=2)
    assert refused.value.exit_code == 3
    assert path.read_bytes() == broken


def test_damage_with_many_seeds(
    path: Path,
    open_store: OpenStore,
    diary: tuple[bytes, bytes],
    record_property: Callable[[str, object], None],
    *,
    full: bool,
) -> None:
    new, old = diary
    seeds = 20 if full else 1
    asides = 0
    for damage in KINDS.values():
        for seed in range(seeds):
            broken = damage(new, old, Random(seed))  # noqa: S311 - trials, not secrets
            _write(path, broken)
            check_kept(path, open_store(day=2), broken, old)
            asides += 1
            for left in path.parent.glob("*.damaged-*"):
                left.unlink()
    record_property(
        "counts", f"damage: {len(KINDS)} kinds x {seeds} seeds, {asides} opened, 0 lost"
    )


def test_looking_only_writes_nothing(path: Path, diary: tuple[bytes, bytes]) -> None:
    broken = diary[0][:-500]
    path.write_bytes(broken)
    files = sorted(path.parent.rglob("*"))
    store = Store.open(path, now=lambda: datetime(2026, 11, 25, tzinfo=UTC), mend=False)
    assert store.report is not None
    assert not store.report.mended
    assert len(store.records(Run)) >= 30
    assert path.read_bytes() == broken
    assert sorted(path.parent.rglob("*")) == files


def check_kept(path: Path, store: Store, broken: bytes | None, old: bytes) -> None:
    """The original bytes are somewhere, and no whole run of file or backup is missing.

    A file that can be read to its end counts as edited by hand: what is not in it was taken out.
    """
    assert not broken or somewhere(path.parent, broken), "the damaged bytes are gone"
    runs = store.records(Run)
    in_file = whole_runs(broken or b"")
    in_backup = whole_runs(old) if store.report is not None else {}
    for key in in_backup.keys() | in_file.keys():
        if key not in runs:
            assert any(item.id == key for item in store.unreadable()), f"{key} is lost"
            continue
        versions = [*in_file.get(key, []), *in_backup.get(key, [])]
        latest = max(str(version.get("clock")) for version in versions)
        document = store.document(Run, key)
        assert str(document.get("clock")) >= latest
        if document.get("clock") == latest:
            notes = [item.get("note") for item in versions if item.get("clock") == latest]
            assert document.get("note") in notes


def _write(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
