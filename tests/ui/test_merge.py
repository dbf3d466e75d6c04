"""What a sync tool left beside the diary is offered once, and merged on request."""

from dataclasses import replace
from pathlib import Path

from tests.ui.conftest import NOW, Sits
from tracker.diary.book import Book, open_book
from tracker.domain.note import Note
from tracker.ui.dialogs import Dialog
from tracker.ui.widgets.field_row import FieldRow


def note(text: str, record_id: str) -> Note:
    return Note(id=record_id, at=NOW, day=NOW.date(), note=text)


async def test_a_conflict_copy_is_offered_merged_and_moved_away(
    sits_down: Sits, diary: Book
) -> None:
    diary.keep(note("here", "a"), label=None)
    copy = diary.path.with_name("diary.sync-conflict-20261123-071200-ABC.json")
    copy.write_bytes(diary.path.read_bytes())
    other = open_book(copy, lambda: NOW)
    assert isinstance(other, Book)
    other.keep(note("there", "b"), label=None)
    async with sits_down() as person:
        await person.sees("Another machine's changes", copy.name)
        await person.press("y")
        await person.sees("1 record added.")
    assert {each.note for each in diary.store.records(Note).values()} == {"here", "there"}
    assert not copy.exists()
    assert {backup.reason for backup in diary.store.backups()} >= {"before-merge", "merged-copy"}
    assert diary.undo().message == "Undone: the merge of another diary, Mon 23 Nov 2026."
    assert set(diary.store.records(Note)) == {"a"}


async def test_without_a_copy_a_file_is_asked_for(
    sits_down: Sits, diary: Book, tmp_path: Path
) -> None:
    other = open_book(tmp_path / "other" / "diary.json", lambda: NOW)
    assert isinstance(other, Book)
    diary.keep(note("here", "a"), label=None)
    other.keep(replace(note("there", "b")), label=None)
    async with sits_down() as person:
        await person.press("escape")
        assert not isinstance(person.app.screen, Dialog)
        await person.app.run_action("open_flow('tracker.ui.merge.flow:merge')")
        await person.sees("Merge another machine's diary")
        person.app.screen.query_one("#file", FieldRow).field.value = str(other.path)
        await person.press("enter")
        await person.sees("Merged: 1 record added.")
    assert set(diary.store.records(Note)) == {"a", "b"}
