import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tests.store.conftest import StandingClock
from tracker.domain.run import Run
from tracker.domain.settings import Settings
from tracker.store.backups import KEEP, Backups
from tracker.store.errors import StoreFull, UnknownBackup
from tracker.store.store import Store, Undone, UndoRefused

OpenStore: TypeAlias = Callable[..., Store]
MakeRun: TypeAlias = Callable[..., Run]


def test_the_first_save_of_a_day_keeps_the_state_before_it(
    path: Path,
    open_store: OpenStore,
    run: MakeRun,
    clock: Any,  # noqa: ANN401
) -> None:
    store = open_store()
    store.put(run(), label="the first ever")
    assert store.backups() == []
    content = path.read_bytes()
    clock.move(days=1)
    store.put(run(), label="next day")
    store.put(run(), label="same day")
    (backup,) = store.backups()
    assert backup.reason == "daily"
    assert backup.path.read_bytes() == content


def test_the_newest_fourteen_of_each_sort_stay(tmp_path: Path, clock: Any) -> None:  # noqa: ANN401
    backups = Backups(tmp_path / "diary.json")
    for number in range(KEEP + 5):
        backups.create(b"daily %d" % number, reason="daily", now=clock())
        backups.create(b"manual %d" % number, reason="manual", now=clock())
        clock.move(days=1)
    found = backups.newest_first()
    for reason in ("daily", "manual"):
        kept = [backup.path.read_bytes() for backup in found if backup.reason == reason]
        assert KEEP == 14
        assert kept == [b"%s %d" % (reason.encode(), number) for number in range(18, 4, -1)]


def test_newest_means_last_made_also_where_the_clock_was_set_back(
    tmp_path: Path,
    clock: Any,  # noqa: ANN401
) -> None:
    backups = Backups(tmp_path / "diary.json")
    first = backups.create(b"first", reason="manual", now=clock())
    clock.move(days=-300)
    second = backups.create(b"second", reason="manual", now=clock())
    assert [backup.path for backup in backups.newest_first()] == [second.path, first.path]


def test_two_diaries_in_a_folder_do_not_mix(tmp_path: Path, clock: Any) -> None:  # noqa: ANN401
    one, other = Backups(tmp_path / "run.json"), Backups(tmp_path / "run-old.json")
    one.create(b"one", reason="manual", now=clock())
    other.create(b"other", reason="manual", now=clock())
    (tmp_path / "backups" / "run-000009-notes.json").touch()
    assert [backup.path.read_bytes() for backup in one.newest_first()] == [b"one"]
    assert [backup.path.read_bytes() for backup in other.newest_first()] == [b"other"]


def test_a_backup_that_fails_skips_the_daily_one_but_never_the_save(
    path: Path,
    open_store: OpenStore,
    run: MakeRun,
    clock: Any,  # noqa: ANN401
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = open_store()
    store.put(run(), label="first")
    clock.move(days=1)
    real = os.replace

    def full(source: Path, target: Path) -> None:
        if "backups" in os.fspath(target):
            raise OSError(errno.ENOSPC, "full")
        real(source, target)

    monkeypatch.setattr(os, "replace", full)
    store.put(run(), label="second")
    assert len(open_store().records(Run)) == 2
    assert store.backups() == []
    with pytest.raises(StoreFull, match="no space left"):
        store.backup()
    assert list((path.parent / "backups").iterdir()) == []


def test_no_backup_of_a_diary_that_does_not_exist(open_store: OpenStore) -> None:
    assert open_store().backup() is None


def test_a_restore_replaces_all_and_can_be_taken_back(open_store: OpenStore, run: MakeRun) -> None:
    store, first, second = open_store(), run("first"), run("second")
    store.put(first, label="first")
    copy = store.backup()
    assert copy is not None
    store.put(second, replace(first, rpe=3), label="more")
    before = dict(store.records(Run))
    store.restore(copy)
    assert store.records(Run) == {first.id: first}
    assert [backup.reason for backup in store.backups()] == ["before-restore", "manual"]
    third = run("third")
    store.put(third, label="third")
    assert open_store().undo() == Undone("third", removed=(third,), days=(third.day,))
    store.refresh()
    assert isinstance(store.undo(), Undone)
    assert store.records(Run) == before
    assert isinstance(store.undo(), Undone)
    assert store.records(Run) == {first.id: first}


def test_a_restore_with_changes_elsewhere_since_is_not_taken_back_silently(
    open_store: OpenStore, run: MakeRun
) -> None:
    here, there, item = open_store(device="0000000a"), open_store(device="0000000b"), run("late")
    here.put(run(), label="first")
    copy = here.backup()
    assert copy is not None
    here.put(run(), label="second")
    here.restore(copy)
    there.put(item, label="elsewhere")
    assert isinstance(here.undo(), UndoRefused)
    assert item.id in here.records(Run)
    assert isinstance(here.undo(force=True), Undone)
    assert len(here.records(Run)) == 2


def test_a_restore_whose_backup_is_gone_says_so(open_store: OpenStore, run: MakeRun) -> None:
    store = open_store()
    store.put(run(), label="first")
    copy = store.backup()
    assert copy is not None
    store.put(run(), label="second")
    store.restore(copy)
    for backup in store.backups():
        backup.path.unlink()
    refused = store.undo(force=True)
    assert isinstance(refused, UndoRefused)
    assert "is gone" in refused.message


def test_what_can_not_be_restored_from_leaves_all_as_it_was(
    path: Path, tmp_path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    store = open_store()
    store.put(run(), label="run")
    content = path.read_bytes()
    broken = tmp_path / "broken.json"
    broken.write_bytes(content[:-9])
    alien = tmp_path / "alien.json"
    alien.write_text("[]")
    for bad in (broken, alien, tmp_path / "nowhere.json", tmp_path):
        with pytest.raises(UnknownBackup, match=r"\.$"):
            store.restore(bad)
    assert path.read_bytes() == content


def test_a_fresh_diary_can_be_filled_from_a_file(
    tmp_path: Path,
    open_store: OpenStore,
    run: MakeRun,
    clock: Any,  # noqa: ANN401
) -> None:
    item = run()
    Store.open(tmp_path / "other.json", now=clock).put(item, label="run")
    store = open_store()
    store.restore(tmp_path / "other.json")
    assert open_store().records(Run) == {item.id: item}


def test_a_missing_file_with_backups_is_damage_not_a_fresh_start(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    store, item = open_store(), run()
    store.put(item, label="run")
    store.backup()
    path.unlink()
    again = open_store()
    assert again.records(Run) == {item.id: item}
    assert again.report is not None
    assert "missing" in again.report.why
    assert path.exists()


def test_as_many_daily_copies_stay_as_the_settings_say(
    open_store: Callable[..., Store], run: Callable[..., Run], clock: StandingClock
) -> None:
    store = open_store()
    store.put(Settings(backups_kept=3), label="settings")
    for _ in range(8):
        clock.move(days=1)
        store.put(run(), label="run")
    assert len([copy for copy in store.backups() if copy.reason == "daily"]) == 3
