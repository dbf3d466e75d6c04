"""Routine sessions: saved as far as they went, and gone on with the same day."""

from tracker.diary.book import Book
from tracker.diary.conflicts import Edit
from tracker.diary.entries import SessionEntry
from tracker.diary.parsing import read_session
from tracker.diary.routine_fitting import steps_on
from tracker.diary.routine_views import routine_named, session_of_day
from tracker.domain.identity import new_id
from tracker.domain.problem import Problem, Problems
from tracker.domain.routine import RoutineSession

SESSION_GONE = "This session was deleted meanwhile. Save it as a new one."


def log_session(
    book: Book,
    entry: SessionEntry,
    *,
    replacing: str | None = None,
    goes_on: bool = False,
    edit: Edit[RoutineSession] | None = None,
) -> RoutineSession | Problems:
    """Save a routine session, also a half one; `replacing` is the one that it goes on with.

    Where it `goes_on` with what was saved last, both are undone in one go. `edit` is a session as
    it was shown to be corrected: only what was changed is written over the one on file.
    """
    routine = routine_named(book.snapshot, entry.routine)
    if isinstance(routine, Problem):
        return (routine,)
    if edit is not None:
        replacing = edit.base.id
    earlier = edit.base if edit else book.store.records(RoutineSession).get(replacing or "")
    read = read_session(
        entry,
        routine,
        steps_on=lambda day: steps_on(book.snapshot, routine, day),
        record_id=replacing or new_id(book.now),
        now=book.now if earlier is None or entry.when else earlier.at,
        settings=book.settings,
        earlier=earlier,
    )
    if isinstance(read, tuple):
        return read
    if edit is None:
        return book.keep(read, label=routine.title, goes_on=goes_on)
    return book.amend(edit, read, label=routine.title, gone=SESSION_GONE, goes_on=goes_on)


def keep_session(
    book: Book, entry: SessionEntry, *, goes_on: bool = False
) -> RoutineSession | Problems:
    """Save a routine session; where the day has one of the routine, it is gone on with."""
    routine = routine_named(book.snapshot, entry.routine)
    if isinstance(routine, Problem):
        return (routine,)
    begun = session_of_day(book.snapshot, routine.id, day=entry.day or book.today)
    replacing = None if begun is None else begun.id
    return log_session(book, entry, replacing=replacing, goes_on=goes_on)
