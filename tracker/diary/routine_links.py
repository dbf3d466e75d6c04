"""Which routine belongs to a run: the one that is linked, or the one that could be."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from tracker.diary.answers import RoutineLink
from tracker.diary.routine_fitting import short_names
from tracker.diary.routine_views import all_routines, session_title
from tracker.diary.snapshot import Snapshot
from tracker.domain.clock_words import format_clock
from tracker.domain.routine import MID_RUN, RoutineSession, StepState
from tracker.domain.run import Run
from tracker.domain.settings import Settings
from tracker.rules.stretching import routine_begun

_ONE: Final = timedelta(days=1)
_MINUTE_S: Final = 60


def linked_routine(snapshot: Snapshot, run: Run) -> RoutineLink | None:
    """Return the session that a run is linked with, as long as that is on file."""
    near = (run.day, run.day - _ONE, run.day + _ONE)
    sessions = (item for day in near for item in snapshot.sessions.get(day, ()))
    found = next((item for item in sessions if item.id == run.routine_id), None)
    return None if found is None else _link(snapshot, found)


def routine_to_link(snapshot: Snapshot, day: date) -> RoutineLink | None:
    """Return the day's latest session, with something done, that no run is linked with.

    The mid-run reset comes last: what was done on the way stands among the run's own steps.
    """
    taken = set(_linked_ids(snapshot, day))
    begun = (item for item in snapshot.sessions.get(day, ()) if routine_begun(item.marks))
    free = [item for item in begun if item.id not in taken]
    free.sort(key=lambda item: item.routine != MID_RUN)
    return _link(snapshot, free[-1]) if free else None


def routine_words(link: RoutineLink, settings: Settings, *, name_max: int | None = None) -> str:
    """Write a session in short: "Before a run, 9 min, 18:02"; untimed with its steps, "0/11".

    A name of more than `name_max` characters is cut, so that what follows is still read.
    """
    name = link.name
    if name_max is not None and len(name) > name_max:
        name = f"{name[: name_max - 1].rstrip()}…"
    amount = f"{link.done}/{link.steps}"
    if link.seconds:
        amount = f"{max(1, (link.seconds + _MINUTE_S // 2) // _MINUTE_S)} min"
    return f"{name}, {amount}, {format_clock(link.at, clock_24h=settings.clock_24h)}"


def _linked_ids(snapshot: Snapshot, day: date) -> Iterator[str]:
    for each in (day - _ONE, day, day + _ONE):
        yield from (run.routine_id for run in snapshot.runs.get(each, ()) if run.routine_id)


def _link(snapshot: Snapshot, session: RoutineSession) -> RoutineLink:
    names = short_names({key: each.title for key, each in all_routines(snapshot).items()})
    offered = [mark for mark in session.marks if mark.state is not StepState.LEFT_OUT]
    return RoutineLink(
        session=session.id,
        name=names.get(session.routine) or session_title(snapshot, session),
        at=session.at,
        seconds=session.seconds,
        done=sum(mark.state is StepState.DONE for mark in offered),
        steps=len(offered),
    )
