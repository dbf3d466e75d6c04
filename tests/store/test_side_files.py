"""The lock, its holder and the prompt's note: in one hidden folder, whatever was left in it."""

import errno
import fcntl
import os
import socket
import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

import pytest

from tracker.domain.run import Run
from tracker.store.errors import StoreBusy, StoreFailed, StoreMoved, StoreWithoutLocks
from tracker.store.lock import WriterLock
from tracker.store.side_files import (
    overwrite_side_file,
    read_side_file,
    replace_side_file,
    side_folder,
)
from tracker.store.store import Store

OpenStore: TypeAlias = Callable[..., Store]
MakeRun: TypeAlias = Callable[..., Run]
Leave: TypeAlias = Callable[[Path, Path], None]


def _link(place: Path, victim: Path) -> None:
    place.symlink_to(victim)


def _hard_link(place: Path, victim: Path) -> None:
    place.hardlink_to(victim)


def _pipe(place: Path, _: Path) -> None:
    os.mkfifo(place)


def _socket(place: Path, _: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(os.fspath(place))


def _endless(place: Path, _: Path) -> None:
    with place.open("wb") as file:
        file.truncate(1 << 33)


def _nowhere(place: Path, _: Path) -> None:
    place.symlink_to("/nowhere/at/all")


LEFT: dict[str, Leave] = {
    "link": _link,
    "hard link": _hard_link,
    "pipe": _pipe,
    "socket": _socket,
    "endless": _endless,
    "link to nowhere": _nowhere,
}


def test_there_is_one_hidden_folder_for_the_owner_alone(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    open_store().put(run(), label="run")
    assert sorted(item.name for item in path.parent.iterdir()) == [".diary", "diary.json"]
    assert stat.S_IMODE(side_folder(path).stat().st_mode) == 0o700
    assert sorted(item.name for item in side_folder(path).iterdir()) == ["holder", "lock"]
    assert {stat.S_IMODE(item.stat().st_mode) for item in side_folder(path).iterdir()} == {0o600}


def test_what_older_versions_left_is_cleaned_up(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    path.parent.mkdir(mode=0o700)
    for name in ("lock", "holder", "status", "status-4711"):
        path.with_name(f".diary.json.{name}").write_text("old")
    for name in (".other.json.lock", ".diary.json.mine"):
        path.with_name(name).write_text("someone else's")
    open_store().put(run(), label="run")
    assert sorted(item.name for item in path.parent.iterdir()) == [
        ".diary",
        ".diary.json.mine",
        ".other.json.lock",
        "diary.json",
    ]


@pytest.mark.parametrize("left", list(LEFT))
@pytest.mark.parametrize("name", ["lock", "holder", "status"])
def test_nothing_left_in_the_folder_is_followed_or_waited_for(
    path: Path, open_store: OpenStore, run: MakeRun, tmp_path: Path, *, name: str, left: str
) -> None:
    victim = tmp_path / "victim"
    victim.write_text("of value")
    side_folder(path).mkdir(parents=True, mode=0o700)
    LEFT[left](side_folder(path) / name, victim)
    assert "Another window or command" in WriterLock(path)._busy()
    store = open_store()
    store.put(run(), label="run")
    replace_side_file(side_folder(path) / "status", b"note")
    assert victim.read_text() == "of value"
    assert read_side_file(side_folder(path) / "status") == b"note"
    assert len(open_store().records(Run)) == 1


def test_a_pipe_that_comes_between_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "holder"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="not a side file"):
        read_side_file(pipe)


def test_the_holder_is_written_over_at_the_same_length(tmp_path: Path) -> None:
    overwrite_side_file(tmp_path / "holder", b"one  ")
    inode = (tmp_path / "holder").stat().st_ino
    overwrite_side_file(tmp_path / "holder", b"three")
    assert ((tmp_path / "holder").read_bytes(), (tmp_path / "holder").stat().st_ino) == (
        b"three",
        inode,
    )


def test_drafts_of_killed_writers_are_cleaned_up(tmp_path: Path) -> None:
    (tmp_path / ".status.tmp-17-cafe").write_text("half")
    replace_side_file(tmp_path / "status", b"whole")
    assert [item.name for item in tmp_path.iterdir()] == ["status"]


@pytest.mark.parametrize("what", ["file", "link", "pipe"])
def test_something_else_in_the_place_of_the_folder_is_named(
    path: Path, open_store: OpenStore, run: MakeRun, tmp_path: Path, what: str
) -> None:
    path.parent.mkdir(mode=0o700)
    place = side_folder(path)
    make: dict[str, Callable[[], object]] = {
        "file": place.touch,
        "link": lambda: place.symlink_to(tmp_path),
        "pipe": lambda: os.mkfifo(place),
    }
    make[what]()
    with pytest.raises(StoreFailed, match="is not a folder, and Backstride keeps its lock"):
        open_store().put(run(), label="run")
    assert not path.exists()


def test_a_holder_that_names_itself_wildly_is_quoted_in_plain_text(tmp_path: Path) -> None:
    folder = side_folder(tmp_path / "diary.json")
    folder.mkdir()
    (folder / "holder").write_text('{"pid": 7, "host": "a\\u001b]52;c;eA==\\u0007\\u202eb"}')
    assert "Process 7 on a]52;c;eA==b is" in WriterLock(tmp_path / "diary.json")._busy()
    (folder / "holder").write_text('{"pid": 1e999, "host": "a"}')
    assert "Another window or command" in WriterLock(tmp_path / "diary.json")._busy()


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_file_system_without_locks_is_named_as_such(
    path: Path, open_store: OpenStore, run: MakeRun, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def flock(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", flock)
    store = open_store()
    with pytest.raises(StoreWithoutLocks, match=r"knows no file locks.*Move it to a drive of this"):
        store.put(run(), label="run")
    assert not path.exists()
    assert store.records(Run) == {}
    monkeypatch.undo()
    store.put(run(), label="run")
    assert len(open_store().records(Run)) == 1


def test_who_waits_is_told_so_in_time(path: Path, open_store: OpenStore, run: MakeRun) -> None:
    open_store().put(run(), label="run")
    impatient = WriterLock(path, patience_s=0.05)
    said = f"Process {os.getpid()} on "
    with WriterLock(path)(), pytest.raises(StoreBusy, match=said), impatient():
        pass


@pytest.mark.parametrize("moved", ["a link in its place", "a link that leads elsewhere"])
def test_a_link_that_is_swapped_under_the_open_app_is_refused(
    path: Path,
    open_store: OpenStore,
    run: MakeRun,
    tmp_path: Path,
    *,
    clock: Callable[[], datetime],
    moved: str,
) -> None:
    other, mine = tmp_path / "other.json", tmp_path / "mine.json"
    Store.open(other, now=clock).put(run("other"), label="run")
    if moved == "a link that leads elsewhere":
        path.parent.mkdir(mode=0o700)
        path.symlink_to(mine)
    store = open_store()
    store.put(run("mine"), label="run")
    kept = path.read_bytes()
    content = other.read_bytes()
    path.rename(tmp_path / "aside.json")
    path.symlink_to(other)

    with pytest.raises(StoreMoved, match="leads to another file now than"):
        store.refresh()
    with pytest.raises(StoreMoved, match="Close Backstride, then open it again"):
        store.put(run("more"), label="run")
    assert path.is_symlink()
    assert other.read_bytes() == content
    assert (tmp_path / "aside.json").read_bytes() == kept
    assert [item.note for item in store.records(Run).values()] == ["mine"]
    assert [item.note for item in open_store().records(Run).values()] == ["other"]


@pytest.mark.parametrize(
    ("file", "folder"),
    [
        ("diary.json", ".diary"),
        ("diary", ".diary"),
        ("a.b.json", ".a.b"),
        (".json", "..json"),
        ("..json", "...json"),
        ("....json", ".....json"),
    ],
)
def test_the_folder_is_named_after_the_file(
    path: Path, run: MakeRun, *, clock: Callable[[], datetime], file: str, folder: str
) -> None:
    assert side_folder(path.with_name(file)) == path.with_name(folder)
    Store.open(path.with_name(file), now=clock).put(run(), label="run")
    assert sorted(item.name for item in path.parent.iterdir()) == sorted([file, folder])
