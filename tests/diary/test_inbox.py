"""The inbox folder: files are taken once they have settled, once, and never touched."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.exchange.fit_maker import START, run_file
from tracker.diary.answers import ImportOutcome, ImportProgress, ImportStatus
from tracker.diary.book import Book, open_book, save_settings
from tracker.diary.inbox import SETTLED_S, Inbox, begin_inbox_import, import_inbox
from tracker.diary.run_views import list_runs
from tracker.domain.problem import Problem
from tracker.domain.settings import Settings
from tracker.store.side_files import side_folder

MORNING = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
DAY_S = 86_400


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[], Book]:
    def reopen() -> Book:
        book = open_book(tmp_path / "diary" / "diary.json", lambda: MORNING)
        assert isinstance(book, Book)
        return book

    return reopen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "inbox"
    made.mkdir()
    return made


def put(folder: Path, name: str = "a.fit", *, back: int = 0) -> Path:
    path = folder / name
    path.write_bytes(run_file(start=START - back * DAY_S))
    return path


def settled(inbox: Inbox) -> tuple[Path, ...]:
    inbox.look(at=0.0)
    return inbox.look(at=SETTLED_S).ready


def take(book: Book, inbox: Inbox) -> ImportOutcome:
    return import_inbox(book, inbox, settled(inbox), watch=going_on)


def going_on(_progress: ImportProgress) -> bool:
    return True


def statuses(outcome: ImportOutcome) -> list[ImportStatus]:
    return [each.status for each in outcome.results]


def test_a_file_is_new_once_its_size_and_time_have_stayed_the_same(
    opened: Callable[[], Book], folder: Path
) -> None:
    inbox = Inbox(opened().path, folder)
    path = put(folder)
    assert inbox.look(at=10.0) == replace(inbox.look(at=10.5), ready=(), settling=1)
    with path.open("ab") as stream:
        stream.write(b"more")
    assert inbox.look(at=12.0).settling == 1
    assert inbox.look(at=13.9).ready == ()
    assert inbox.look(at=14.0).ready == (path,)


def test_what_was_taken_is_known_by_its_content_for_ever(
    opened: Callable[[], Book], folder: Path
) -> None:
    path = put(folder)
    book = opened()
    assert statuses(take(book, Inbox(book.path, folder))) == [ImportStatus.ADDED]
    assert settled(Inbox(book.path, folder)) == ()
    inner = folder / "2026"
    inner.mkdir()
    os.utime(path.rename(inner / "other name.fit"), (1, 1))
    assert settled(Inbox(book.path, folder)) == ()
    assert book.undo().done
    assert settled(Inbox(book.path, folder)) == ()
    put(folder, back=1)
    assert statuses(take(book, Inbox(book.path, folder))) == [ImportStatus.ADDED]


def test_a_run_that_was_deleted_on_another_machine_is_not_brought_back(
    opened: Callable[[], Book], folder: Path
) -> None:
    put(folder)
    book = opened()
    take(book, Inbox(book.path, folder))
    [line] = list_runs(book)
    assert book.drop(line.run, label="the run") is None
    (side_folder(book.path) / "inbox").unlink()
    [item] = take(book, Inbox(book.path, folder)).results
    assert (item.status, item.message) == (
        ImportStatus.DUPLICATE,
        "Deleted in this diary, and stays so.",
    )


def test_a_failed_one_is_told_once_and_nothing_in_the_folder_changes(
    opened: Callable[[], Book], folder: Path
) -> None:
    book = opened()
    save_settings(book, Settings(inbox=str(folder)))
    (folder / "page.gpx").write_text("<html>sign in</html>")
    (folder / ".hidden.fit").write_bytes(b"x")
    (folder / "other.json").write_text('{"_meta": {}}')
    os.mkfifo(folder / "pipe.fit")
    before = {each.name: each.lstat() for each in folder.iterdir()}
    assert statuses(take(book, Inbox(book.path, folder))) == [ImportStatus.REJECTED]
    assert take(book, Inbox(book.path, folder)).results == ()
    after = {each.name: each.lstat() for each in folder.iterdir()}
    assert {name: (each.st_mtime_ns, each.st_size) for name, each in before.items()} == {
        name: (each.st_mtime_ns, each.st_size) for name, each in after.items()
    }


def test_what_could_not_be_saved_is_taken_the_next_time(
    opened: Callable[[], Book], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder)
    book = opened()
    inbox = Inbox(book.path, folder)
    full = Problem("", "There is no space left.")
    with monkeypatch.context() as patch:
        patch.setattr(book, "keep_all", lambda *_given, **_named: full)
        assert take(book, inbox).problem == full
    assert statuses(take(book, inbox)) == [ImportStatus.ADDED]


@pytest.mark.parametrize("memory", ["", "[]", '{"taken": 3}', '{"taken":[],"files":{"a":[1]}}'])
def test_a_memory_that_is_damaged_doubles_nothing(
    opened: Callable[[], Book], folder: Path, memory: str
) -> None:
    put(folder)
    book = opened()
    take(book, Inbox(book.path, folder))
    (side_folder(book.path) / "inbox").write_text(memory)
    assert statuses(take(book, Inbox(book.path, folder))) == [ImportStatus.DUPLICATE]
    assert len(list_runs(book)) == 1
    kept = json.loads((side_folder(book.path) / "inbox").read_text())
    assert len(kept["taken"]) == 1


def test_a_run_that_is_logged_between_two_batches_is_not_doubled(
    opened: Callable[[], Book], folder: Path
) -> None:
    paths = [put(folder, f"{back}.fit", back=back) for back in range(2)]
    book = opened()
    beside = begin_inbox_import(book, paths)
    batch = beside.read()
    take(book, Inbox(book.path, folder))
    assert beside.take(book, batch) is None
    assert beside.read() == ()
    assert beside.take(book, ()) is None
    beside.close()
    assert statuses(beside.outcome) == [ImportStatus.DUPLICATE] * 2
    assert len(list_runs(book)) == 2


def test_two_programs_that_read_the_same_inbox_at_once_add_a_run_once(
    opened: Callable[[], Book], folder: Path
) -> None:
    put(folder)
    one, other = opened(), opened()
    late = begin_inbox_import(one, [folder / "a.fit"])
    batch = late.read()
    take(other, Inbox(other.path, folder))
    assert late.take(one, batch) is None
    late.close()
    assert len(list_runs(opened())) == 1
