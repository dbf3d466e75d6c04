"""Routine sessions: saved as far as they went, and gone on with the same day."""

from dataclasses import replace
from typing import Final

from tracker.diary.book import Book
from tracker.diary.conflicts import Edit
from tracker.diary.entries import SessionEntry
from tracker.diary.parsing import read_session
from tracker.diary.routine_fitting import steps_on
from tracker.diary.routine_views import routine_named, session_of_day
from tracker.domain.identity import new_id
from tracker.domain.problem import Problem, Problems
from tracker.domain.routine import RoutineSession, StepState

_GUIDES: Final = frozenset({"seconds", "left_at"})
"""What the guide counts by itself: nobody typed it, and the guide that was used last is right."""
_ANSWERS: Final = frozenset({"pain_before", "pain_after", "water_packed", "note"})
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
    book: Book,
    entry: SessionEntry,
    *,
    goes_on: bool = False,
    began: SessionEntry | None = None,
    keep_mine: frozenset[str] = frozenset(),
    take_theirs: frozenset[str] = frozenset(),
) -> RoutineSession | Problems:
    """Save a routine session; where the day has one of the routine, it is gone on with.

    `began` is what the entry was before anything was changed in it: of the session on file only
    what was changed since is replaced, so that what another window changed meanwhile stays. An
    answer that both changed is a `Conflict` until `keep_mine` or `take_theirs` names it.
    """
    if began is not None:
        book.refresh()
    routine = routine_named(book.snapshot, entry.routine)
    if isinstance(routine, Problem):
        return (routine,)
    begun = session_of_day(book.snapshot, routine.id, day=entry.day or book.today)
    if begun is None or began is None:
        replacing = None if begun is None else begun.id
        return log_session(book, entry, replacing=replacing, goes_on=goes_on)
    guided = any(getattr(entry, name) != getattr(began, name) for name in _GUIDES)
    shown = _ANSWERS if guided else _ANSWERS | _GUIDES
    base = replace(begun, **{name: getattr(began, name) for name in shown})
    edit = Edit(base, keep_mine=keep_mine | _GUIDES, take_theirs=take_theirs)
    return log_session(book, steps_over(begun, entry, began=began), goes_on=goes_on, edit=edit)


def steps_over(
    on_file: RoutineSession, entry: SessionEntry, *, began: SessionEntry
) -> SessionEntry:
    """Return an entry with the steps that were not changed in it as they are on file by now."""
    states, pains, tingled = dict(entry.states), dict(entry.pains), set(entry.tingled)
    for mark in on_file.marks:
        if mark.step in states and _step(entry, mark.step) == _step(began, mark.step):
            states[mark.step] = mark.state
            pains.pop(mark.step, None)
            tingled.discard(mark.step)
            if mark.pain is not None:
                pains[mark.step] = mark.pain
            if mark.tingling:
                tingled.add(mark.step)
    return replace(entry, states=states, pains=pains, tingled=frozenset(tingled))


def _step(entry: SessionEntry, step: str) -> tuple[StepState | None, int | None, bool]:
    return entry.states.get(step), entry.pains.get(step), step in entry.tingled
