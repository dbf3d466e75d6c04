"""What the person is told after damage, and what the file's doctor says."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tracker.domain.run import Run
from tracker.store.doctor import examine
from tracker.store.errors import StoreCorrupt, StoreUnusable
from tracker.store.store import Store

OpenStore: TypeAlias = Callable[..., Store]
MakeRun: TypeAlias = Callable[..., Run]


def test_the_account_says_what_was_damaged_what_came_from_where_and_what_is_missing(
    path: Path,
    open_store: OpenStore,
    run: MakeRun,
    clock: Any,  # noqa: ANN401
) -> None:
    store, old = open_store(), [run(f"old {number}") for number in range(4)]
    store.put(*old, label="old")
    clock.move(days=1)
    new = [run("new"), run("lost")]
    store.put(*new, label="new")
    content = path.read_bytes()
    damaged = content[: content.index(b'"lost"')].replace(b'"note":"old 0"', b'"note":"old')
    path.write_bytes(damaged)
    store = open_store()
    assert list(store.records(Run)) == [item.id for item in (*old, new[0])]
    report = store.report
    assert report is not None
    assert report.from_file == {"runs": 4}
    assert report.from_backup == {"runs": 1}
    assert report.broken == (new[1].id,)
    assert report.quarantine is not None
    assert report.quarantine.read_bytes() == damaged
    assert report.sentences == (
        f"The diary {path} was damaged: it breaks off or has stray characters in it.",
        "4 records could be read from the damaged file.",
        "1 record came from the backup of 2026-11-24 06:40.",
        "2 records could not be brought back.",
        f"The damaged file is kept as {report.quarantine}.",
    )


def test_a_window_that_is_open_mends_the_file_from_its_memory(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    store, items = open_store(), [run(str(number)) for number in range(3)]
    store.put(*items, label="three")
    path.write_bytes(b"")
    assert not store.refresh()
    assert list(store.records(Run).values()) == items
    assert store.report is not None
    assert store.report.from_memory == {"runs": 3}
    assert store.report.mended
    assert list(open_store().records(Run).values()) == items


def test_a_save_over_a_file_that_was_just_damaged_keeps_both(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    store, first, second = open_store(), run("first"), run("second")
    store.put(first, label="first")
    path.write_bytes(b'{"half":')
    store.put(second, label="second")
    assert set(open_store().records(Run)) == {first.id, second.id}
    assert [item.read_bytes() for item in path.parent.glob("*.damaged-*")] == [b'{"half":']


def test_a_file_replaced_by_an_older_backup_is_taken_as_it_is(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    store, first, second = open_store(), run("first"), run("second")
    store.put(first, label="first")
    older = path.read_bytes()
    store.put(second, label="second")
    path.write_bytes(older)
    assert store.refresh()
    assert store.records(Run) == {first.id: first}
    (kept,) = (backup for backup in store.backups() if backup.reason == "replaced")
    store.restore(kept.path)
    assert set(open_store().records(Run)) == {first.id, second.id}


def test_a_line_taken_out_by_hand_is_gone_and_kept_in_a_copy(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    store, stays, goes = open_store(), run("stays"), run("goes")
    store.put(stays, goes, label="two")
    content = json.loads(path.read_text())
    del content["runs"][goes.id]
    path.write_text(json.dumps(content))
    assert store.refresh()
    assert store.records(Run) == {stays.id: stays}
    assert [backup.reason for backup in store.backups()] == ["replaced"]
    assert goes.id.encode() in store.backups()[0].path.read_bytes()


def test_a_file_that_is_just_being_written_in_place_is_not_damage(
    path: Path, open_store: OpenStore, run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, item = open_store(), run("early")
    store.put(item, label="run")
    whole = path.read_bytes().replace(b"early", b"later")
    path.write_bytes(whole[:300])
    pieces = [whole[:600], whole]

    def editor_goes_on(_: float) -> None:
        if pieces:
            path.write_bytes(pieces.pop(0))

    monkeypatch.setattr("time.sleep", editor_goes_on)
    assert store.refresh()
    assert store.records(Run)[item.id].note == "later"
    assert store.report is None
    assert path.read_bytes() == whole
    assert list(path.parent.glob("*.damaged-*")) == []


def test_looking_at_damage_changes_nothing_until_it_is_mended(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    store, item = open_store(), run()
    store.put(item, label="run")
    path.write_bytes(path.read_bytes()[:-30])
    damaged = path.read_bytes()
    store = open_store(mend=False)
    looked = examine(store)
    assert not looked.ok
    assert not looked.problems[0].mended
    assert "doctor --fix" in looked.problems[0].what
    assert path.read_bytes() == damaged
    fixed = examine(open_store())
    assert fixed.ok
    assert fixed.problems[0].mended
    assert fixed.records == {"runs": 1}
    assert examine(open_store()).problems == ()


def test_a_store_that_only_looked_mends_before_it_saves(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    store, item = open_store(), run()
    store.put(item, label="run")
    path.write_bytes(path.read_bytes()[:-30])
    damaged = path.read_bytes()
    store = open_store(mend=False)
    store.put(run(), label="next")
    assert [left.read_bytes() for left in path.parent.glob("*.damaged-*")] == [damaged]
    assert len(open_store().records(Run)) == 2


def test_damage_twice_in_a_second_keeps_both(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    open_store().put(run(), label="run")
    for junk in (b"one", b"two"):
        open_store().backup()
        path.write_bytes(junk)
        open_store()
    kept = {left.read_bytes() for left in path.parent.glob("*.damaged-*")}
    assert kept == {b"one", b"two"}


def test_where_no_copy_can_be_made_the_file_is_left_as_it_is(
    path: Path, open_store: OpenStore, run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store().put(run(), label="run")
    damaged = path.read_bytes()[:-30]
    path.write_bytes(damaged)
    monkeypatch.setattr("tracker.store.recovery.write_new_file", _no_space)
    with pytest.raises(Exception, match="was left as it is"):
        open_store()
    assert path.read_bytes() == damaged


def _no_space(*_: object) -> None:
    raise OSError(28, "No space left")


def test_nothing_to_bring_back_is_said_with_exit_code_3(path: Path, open_store: OpenStore) -> None:
    path.parent.mkdir()
    path.write_bytes(bytes(500))
    with pytest.raises(StoreCorrupt, match="no backup") as refused:
        open_store()
    assert refused.value.exit_code == 3
    assert path.read_bytes() == bytes(500)


def test_an_unreadable_backup_gives_way_to_the_one_before(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    store, item = open_store(), run()
    store.put(item, label="run")
    store.backup()
    store.put(replace(item, rpe=3), label="edit")
    store.backup()
    newest = store.backups()[0].path
    newest.write_bytes(newest.read_bytes()[:50])
    path.unlink()
    assert open_store().records(Run) == {item.id: item}


def test_the_doctor_finds_a_healthy_file_healthy(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    store, item = open_store(), run()
    store.put(item, run(), label="two")
    store.delete(item, label="one gone")
    store.backup()
    found = examine(store)
    assert found.ok
    assert (found.file, found.schema, found.backups) == (str(path), 1, 2)
    assert found.records == {"runs": 1}
    assert found.problems == ()


def test_the_doctor_names_what_can_not_be_read_and_what_others_can(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    item = run()
    open_store().put(item, label="run")
    content = json.loads(path.read_text())
    content["runs"][item.id]["rpe"] = 99
    path.write_text(json.dumps(content))
    path.chmod(0o644)
    found = examine(open_store())
    assert not found.ok
    said = [(problem.where, problem.mended) for problem in found.problems]
    assert (f"runs {item.id}", False) in said
    assert (str(path), False) in said
    fixed = examine(open_store(), fix=True)
    assert {problem.where for problem in fixed.problems if not problem.mended} == {
        f"runs {item.id}"
    }
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [None, b""])
def test_an_unreadable_backups_folder_beside_no_diary_is_no_fresh_start(
    path: Path, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    (path.parent / "backups").mkdir(parents=True)
    if content is not None:
        path.write_bytes(content)

    def scandir(folder: Path) -> object:
        raise PermissionError(13, "Permission denied", str(folder))

    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", scandir)
        with pytest.raises(StoreUnusable, match="so its backups are not known") as refused:
            open_store()
    assert refused.value.exit_code == 3
    assert path.exists() is (content is not None)
    assert open_store().records(Run) == {}


def test_the_doctor_tells_backups_that_cant_be_read(
    path: Path, open_store: OpenStore, run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store().put(run(), label="run")
    store = open_store()

    def scandir(folder: Path) -> object:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(os, "scandir", scandir)
    assert [(item.what, item.where) for item in examine(store).problems] == [
        ("The backups can't be read (permission denied).", str(path.parent / "backups"))
    ]
