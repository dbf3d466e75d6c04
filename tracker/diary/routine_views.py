"""The routines to choose from, fitted to today."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from tracker.diary.answers import RoutineLine
from tracker.diary.snapshot import Snapshot
from tracker.domain.problem import Problem
from tracker.domain.routine import Routine, RoutineSession
from tracker.domain.text import quoted
from tracker.rules.routines import builtin_routines


def all_routines(snapshot: Snapshot) -> Mapping[str, Routine]:
    """Give the built-in routines, then the person's own, by id; the settings say which are hidden.

    A built-in one is never lost: a record with its id doesn't take its place.
    """
    hidden = snapshot.settings.hidden_routines
    own = {
        routine.id: replace(routine, builtin=False, hidden=False)
        for routine in snapshot.of(Routine)
    }
    built_in = {
        key: replace(routine, hidden=True) if key in hidden else routine
        for key, routine in builtin_routines().items()
    }
    return {**built_in, **{key: routine for key, routine in own.items() if key not in built_in}}


def find_routine(snapshot: Snapshot, word: str) -> Routine | None:
    """Find a routine by its id ("pre_run"), its code ("R-STR-PRE"), or its name.

    The beginning of an id will do where no other id begins like it.
    """
    plain = _plain(word)
    if not plain:
        return None
    routines = tuple(all_routines(snapshot).values())
    exact = (routine for routine in routines if plain in {_plain(routine.id), _plain(routine.code)})
    named = [routine for routine in routines if word.strip().casefold() == routine.title.casefold()]
    begun = [routine for routine in routines if _plain(routine.id).startswith(plain)]
    alone = (found[0] for found in (named, begun) if len(found) == 1)
    return next(exact, None) or next(alone, None)


def routine_named(snapshot: Snapshot, word: str) -> Routine | Problem:
    """Find a routine by its id, code or name, or say which ones there are."""
    found = find_routine(snapshot, word)
    if found is None:
        known = ", ".join(all_routines(snapshot))
        return Problem("routine", f"There is no routine {quoted(word)}. Use one of: {known}.")
    return found


def _plain(word: str) -> str:
    return word.strip().casefold().replace("-", "_")


def session_title(snapshot: Snapshot, session: RoutineSession) -> str:
    """Return the name of a session's routine, also where that was renamed or deleted since."""
    routine = all_routines(snapshot).get(session.routine)
    return routine.title if routine else session.title or session.routine.replace("_", " ")


def routine_lines(
    snapshot: Snapshot, *, today: date, hidden: bool = False
) -> tuple[RoutineLine, ...]:
    """Give every routine with its last day and today's session; the `hidden` ones if asked for."""
    last = _last_sessions(snapshot)
    return tuple(
        RoutineLine(
            routine=routine,
            last_day=last[routine.id].day if routine.id in last else None,
            session=session_of_day(snapshot, routine.id, day=today),
        )
        for routine in all_routines(snapshot).values()
        if hidden or not routine.hidden
    )


def session_of_day(snapshot: Snapshot, routine_id: str, *, day: date) -> RoutineSession | None:
    """Return the latest session of a routine on a day: reopened that day it goes on from there."""
    sessions = snapshot.sessions.get(day, ())
    return next((item for item in reversed(sessions) if item.routine == routine_id), None)


def _last_sessions(snapshot: Snapshot) -> dict[str, RoutineSession]:
    wanted = set(all_routines(snapshot))
    found: dict[str, RoutineSession] = {}
    for day in reversed(snapshot.sessions):
        for item in reversed(snapshot.sessions[day]):
            found.setdefault(item.routine, item)
        if wanted <= found.keys():
            break
    return found
