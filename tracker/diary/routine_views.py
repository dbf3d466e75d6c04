"""The routines to choose from, fitted to today."""

from collections.abc import Mapping
from datetime import date

from tracker.diary.answers import RoutineLine
from tracker.diary.snapshot import Snapshot
from tracker.domain.routine import Routine, RoutineSession
from tracker.rules.routines import builtin_routines


def all_routines(snapshot: Snapshot) -> Mapping[str, Routine]:
    """Give the built-in routines, then the person's own, by id.

    An own routine with a built-in's id stands for it (hidden, say); the built-in is never lost.
    """
    return {**builtin_routines(), **{routine.id: routine for routine in snapshot.routines}}


def find_routine(snapshot: Snapshot, word: str) -> Routine | None:
    """Find a routine by its id ("pre_run") or its code ("R-STR-PRE")."""
    plain = word.strip().casefold().replace("-", "_")
    for routine in all_routines(snapshot).values():
        if plain in {routine.id.casefold(), routine.code.casefold().replace("-", "_")}:
            return routine
    return None


def routine_lines(snapshot: Snapshot, *, today: date) -> tuple[RoutineLine, ...]:
    """Give every routine that is not hidden, with its last day and today's session."""
    last = _last_sessions(snapshot)
    return tuple(
        RoutineLine(
            routine=routine,
            last_day=last[routine.id].day if routine.id in last else None,
            session=session_of_day(snapshot, routine.id, day=today),
        )
        for routine in all_routines(snapshot).values()
        if not routine.hidden
    )


def session_of_day(snapshot: Snapshot, routine_id: str, *, day: date) -> RoutineSession | None:
    """Give the latest session of a routine on a day: reopened that day it goes on from there."""
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
