"""The last 28 days of routines, with the days on which the app advised rest (R-AN-07)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from tracker.diary.book import Book
from tracker.diary.readiness_inputs import readiness_input
from tracker.diary.snapshot import Snapshot, days
from tracker.domain.routine import MID_RUN, RoutineSession
from tracker.domain.verdict import Outcome
from tracker.insight.adherence import WINDOW_DAYS, Adherence, RoutineDay, adherence
from tracker.rules.limits import limits_of
from tracker.rules.readiness import Readiness, readiness
from tracker.rules.stretching import routine_begun, routine_done

_RESTING: Final = frozenset({Outcome.REST, Outcome.SEEK_CARE})


def view_adherence(book: Book) -> Adherence:
    """Return the last 28 days of routines, worked out once for each state of the file and day."""
    return book.once(adherence_of)


def adherence_of(snapshot: Snapshot, *, today: date) -> Adherence:
    """Sum up the 28 days that end today."""
    first = today - timedelta(days=WINDOW_DAYS - 1)
    return adherence_between(snapshot, first, today, today=today)


def adherence_between(snapshot: Snapshot, first: date, last: date, *, today: date) -> Adherence:
    """Sum up the days from the first to the last."""
    return adherence(_routine_day(snapshot, day, today=today) for day in days(first, last))


def routines_done(snapshot: Snapshot, day: date) -> frozenset[str]:
    """Return the ids of the routines that count as done on a day (R-STR-09)."""
    return frozenset(each.routine for each in _planned(snapshot, day) if routine_done(each.marks))


def _planned(snapshot: Snapshot, day: date) -> Iterator[RoutineSession]:
    # The mid-run reset belongs to a run that hurts; nobody plans it.
    return (each for each in snapshot.sessions.get(day, ()) if each.routine != MID_RUN)


def _routine_day(snapshot: Snapshot, day: date, *, today: date) -> RoutineDay:
    done = routines_done(snapshot, day)
    return RoutineDay(
        day=day,
        ran=day in snapshot.runs,
        done=len(done),
        begun=any(
            each.routine not in done and routine_begun(each.marks)
            for each in _planned(snapshot, day)
        ),
        rest_advised=outcome_before_running(snapshot, day) in _RESTING,
        over=day < today,
    )


def outcome_before_running(snapshot: Snapshot, day: date) -> Outcome:
    """Return what the app advised while the day's run was still to come."""
    return readiness_before_running(snapshot, day).outcome


def readiness_before_running(snapshot: Snapshot, day: date) -> Readiness:
    """Return the whole advice, with its cap, while the day's run was still to come."""
    limits = limits_of(snapshot.settings)
    return readiness(readiness_input(before_running(snapshot, day), day), limits=limits)


def before_running(snapshot: Snapshot, day: date) -> Snapshot:
    """Return the records as they were while the day's run was still to come."""
    if day not in snapshot.runs:
        return snapshot
    return replace(snapshot, runs=snapshot.runs.with_days({day: ()}))
