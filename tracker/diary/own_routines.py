"""A person's own routines: made, copied, changed, deleted; built-in ones hidden, never lost.

Which built-in routines are hidden is kept in one place, `Settings.hidden_routines`.
"""

import re
import secrets
from collections.abc import Container, Iterable
from dataclasses import replace
from typing import Final

from tracker.diary.book import Book
from tracker.diary.routine_entries import RoutineEntry, entry_of, read_routine_entry
from tracker.diary.routine_fitting import short_names
from tracker.diary.routine_views import all_routines, find_routine, routine_named
from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem, Problems
from tracker.domain.routine import Routine
from tracker.rules.routine_bounds import TITLE_MAX

_ID_WORDS_MAX: Final = 14
_NOT_IN_IDS: Final = re.compile(r"[^a-z0-9]+", re.ASCII)
_TAIL_BYTES: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineToEdit:
    """A routine as it is to be edited: an own one, or a copy of a built-in one.

    `replacing` is the id of the routine on file, None for a new one; `taken` are the others' names.
    """

    entry: RoutineEntry
    replacing: str | None
    taken: tuple[str, ...]


def routine_to_edit(book: Book, routine_id: str) -> RoutineToEdit | Problem:
    """Return a routine to edit, by its id; "" gives an empty one."""
    others = all_routines(book.snapshot)
    taken = tuple(each.title for key, each in others.items() if key != routine_id)
    if not routine_id:
        return RoutineToEdit(entry=RoutineEntry(), replacing=None, taken=taken)
    found = routine_named(book.snapshot, routine_id)
    if isinstance(found, Problem):
        return found
    if found.builtin:
        copy = copied_entry(book, found)
        return RoutineToEdit(entry=copy, replacing=None, taken=(*taken, found.title))
    return RoutineToEdit(entry=entry_of(found), replacing=found.id, taken=taken)


def save_routine(
    book: Book, entry: RoutineEntry, *, replacing: str | None = None
) -> Routine | Problems:
    """Save an own routine; `replacing` is the id of the one that it changes."""
    routines = all_routines(book.snapshot)
    was = routines.get(replacing or "")
    if was is not None and was.builtin:
        return (Problem("", _stays(was)),)
    taken = [each.title for key, each in routines.items() if key != replacing]
    record_id = replacing or new_routine_id(entry.title, taken=routines)
    read = read_routine_entry(entry, record_id=record_id, taken=taken)
    return read if isinstance(read, tuple) else book.keep(read, label=read.title)


def copy_routine(book: Book, word: str) -> Routine | Problems:
    """Save a copy of a routine under a name of its own."""
    found = routine_named(book.snapshot, word)
    if isinstance(found, Problem):
        return (found,)
    return save_routine(book, copied_entry(book, found))


def copied_entry(book: Book, routine: Routine) -> RoutineEntry:
    """Return a copy of a routine that is not saved yet, with a name that none has."""
    routines = all_routines(book.snapshot)
    name = short_names({key: each.title for key, each in routines.items()})[routine.id]
    title = free_title(name, (each.title for each in routines.values()), mark="copy")
    return replace(entry_of(routine), title=title)


def delete_routine(book: Book, word: str) -> Routine | Problems:
    """Delete an own routine; `undo` brings it back, its sessions stay. Built-in ones can't go."""
    found = routine_named(book.snapshot, word)
    if isinstance(found, Problem):
        return (found,)
    if found.builtin:
        return (Problem("", _stays(found)),)
    problem = book.drop(found, label=found.title)
    return (problem,) if problem else found


def hide_routine(book: Book, word: str) -> Routine | Problems:
    """Leave a built-in routine out of the lists."""
    found = routine_named(book.snapshot, word)
    if isinstance(found, Problem):
        return (found,)
    if not found.builtin:
        return (Problem("", f"{found.title} is your own: delete it instead, undo brings it back."),)
    hidden = dict.fromkeys((*book.settings.hidden_routines, found.id))
    return _with_hidden(book, found, tuple(hidden), label=f"hiding {found.title}")


def show_routine(book: Book, word: str) -> Routine | Problems:
    """Bring a hidden routine back to the lists."""
    found = routine_named(book.snapshot, word)
    if isinstance(found, Problem):
        return (found,)
    hidden = tuple(each for each in book.settings.hidden_routines if each != found.id)
    return _with_hidden(book, found, hidden, label=f"showing {found.title}")


def _with_hidden(
    book: Book, routine: Routine, hidden: tuple[str, ...], *, label: str
) -> Routine | Problems:
    if hidden == book.settings.hidden_routines:
        return routine
    saved = book.keep(replace(book.settings, hidden_routines=hidden), label=label)
    if isinstance(saved, tuple):
        return saved
    return replace(routine, hidden=routine.id in hidden)


def keep_imported(book: Book, routine: Routine) -> Routine | Problems:
    """Save a routine from elsewhere as an own one: a taken id or name gives way, nothing else."""
    routines = all_routines(book.snapshot)
    title = free_title(routine.title, (each.title for each in routines.values()))
    taken = find_routine(book.snapshot, routine.id) is not None
    own = replace(
        routine,
        id=new_routine_id(title, taken=routines) if taken else routine.id,
        code="",
        title=title,
        builtin=False,
        hidden=False,
    )
    return book.keep(own, label=own.title)


def new_routine_id(title: str, *, taken: Container[str] = ()) -> str:
    """Make an id that can be read and typed, and that no other machine gives as well."""
    words = _NOT_IN_IDS.sub("_", title.casefold())[:_ID_WORDS_MAX].strip("_") or "routine"
    while (made := f"{words}_{secrets.token_hex(_TAIL_BYTES)}") in taken:
        pass
    return made


def free_title(title: str, taken: Iterable[str], *, mark: str = "") -> str:
    """Return a title that no other routine has: "Hips", "Hips (2)"; with a mark "Hips (copy)"."""
    others = {each.casefold() for each in taken}
    number = 1
    while True:
        words = " ".join(filter(None, (mark, str(number) if number > 1 else "")))
        tail = f" ({words})" if words else ""
        made = f"{title[: TITLE_MAX - len(tail)].rstrip()}{tail}"
        if made.casefold() not in others:
            return made
        number += 1


def _stays(routine: Routine) -> str:
    return f"{routine.title} is built in and stays as it is: copy it, or hide it."
