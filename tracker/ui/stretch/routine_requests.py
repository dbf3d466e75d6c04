"""What the Stretch tab asks of the diary about the routines themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tracker.diary import own_routines, routine_files
from tracker.diary.routine_views import routine_named
from tracker.domain.problem import Problem
from tracker.ui.requests import Change, Request

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.diary.book import Book
    from tracker.diary.routine_entries import RoutineEntry
    from tracker.domain.problem import Problems
    from tracker.domain.routine import Routine


@dataclass(frozen=True, slots=True, kw_only=True)
class ToEdit:
    """A routine as it is to be edited: an own one, or a copy of a built-in one.

    `replacing` is the id of the routine on file, None for a new one; `taken` are the others' names.
    """

    entry: RoutineEntry
    replacing: str | None
    taken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadToEdit(Request["ToEdit | Problem"]):
    """A routine to edit, by its id; "" gives an empty one."""

    routine: str

    def perform(self, book: Book) -> ToEdit | Problem:
        """Read it."""
        from tracker.diary.routine_entries import RoutineEntry, entry_of  # noqa: PLC0415
        from tracker.diary.routine_views import all_routines  # noqa: PLC0415

        others = all_routines(book.snapshot)
        taken = tuple(each.title for key, each in others.items() if key != self.routine)
        if not self.routine:
            return ToEdit(entry=RoutineEntry(), replacing=None, taken=taken)
        found = routine_named(book.snapshot, self.routine)
        if isinstance(found, Problem):
            return found
        if found.builtin:
            copy = own_routines.copied_entry(book, found)
            return ToEdit(entry=copy, replacing=None, taken=(*taken, found.title))
        return ToEdit(entry=entry_of(found), replacing=found.id, taken=taken)


@dataclass(frozen=True, slots=True)
class SaveRoutine(Change["Routine | Problems"]):
    """Keep a routine; `replacing` is the id of the one it changes."""

    DONE: ClassVar[str] = "Routine saved. u undoes."

    entry: RoutineEntry
    replacing: str | None = None

    def perform(self, book: Book) -> Routine | Problems:
        """Keep it."""
        return own_routines.save_routine(book, self.entry, replacing=self.replacing)


@dataclass(frozen=True, slots=True)
class CopyRoutine(Change["Routine | Problems"]):
    """Keep a copy of a routine."""

    DONE: ClassVar[str] = "Routine copied. u undoes."

    routine: str

    def perform(self, book: Book) -> Routine | Problems:
        """Copy it."""
        return own_routines.copy_routine(book, self.routine)


@dataclass(frozen=True, slots=True)
class DeleteRoutine(Change["Routine | Problems"]):
    """Delete an own routine."""

    DONE: ClassVar[str] = "Routine deleted. u undoes."

    routine: str

    def perform(self, book: Book) -> Routine | Problems:
        """Delete it."""
        return own_routines.delete_routine(book, self.routine)


@dataclass(frozen=True, slots=True)
class HideRoutine(Change["Routine | Problems"]):
    """Leave a built-in routine out of the list."""

    DONE: ClassVar[str] = "Routine hidden. u undoes."

    routine: str

    def perform(self, book: Book) -> Routine | Problems:
        """Hide it."""
        return own_routines.hide_routine(book, self.routine)


@dataclass(frozen=True, slots=True)
class BringBackRoutine(Change["Routine | Problems"]):
    """Show a hidden routine in the list again."""

    DONE: ClassVar[str] = "Routine shown again. u undoes."

    routine: str

    def perform(self, book: Book) -> Routine | Problems:
        """Show it."""
        return own_routines.show_routine(book, self.routine)


@dataclass(frozen=True, slots=True)
class ImportRoutine(Change["Routine | Problems"]):
    """Bring a routine in from a file."""

    DONE: ClassVar[str] = "Routine brought in. u undoes."

    file: str

    def perform(self, book: Book) -> Routine | Problems:
        """Read the file and keep what it holds."""
        return routine_files.import_routine_file(book, self.file)


@dataclass(frozen=True, slots=True)
class ExportRoutine(Request["Path | Problem"]):
    """Write a routine into a file that is not there yet."""

    routine: str
    file: str

    def perform(self, book: Book) -> Path | Problem:
        """Write it."""
        return routine_files.export_routine_file(book, self.routine, self.file)
