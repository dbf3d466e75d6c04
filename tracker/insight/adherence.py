"""Routines done against those planned in the last 28 days (R-AN-07)."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final

from tracker.domain.dataclass import dataclass

WINDOW_DAYS: Final = 28
PLANNED_MEANS: Final = "planned = one before and one after, on each day with a run"
_PER_RUNNING_DAY: Final = 2


class DayKept(StrEnum):
    """What a day looks like; the values are the words of the legend."""

    DONE = "done"
    PARTLY = "partly"
    EXTRA = "extra"
    NOT_DONE = "not done"
    REST_ADVISED = "rest advised"
    NOTHING_PLANNED = "nothing planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineDay:
    """What is known of a day: `done` routines that count as done (R-STR-09), each counted once.

    `begun`: a session was begun that does not count as done. `over`: the day is past.
    """

    day: date
    ran: bool = False
    done: int = 0
    begun: bool = False
    rest_advised: bool = False
    over: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Adherence:
    """The days, the earliest first, and the sums over them: `done` of `planned`, and `extra`."""

    days: tuple[tuple[date, DayKept], ...]
    done: int
    planned: int
    extra: int


def adherence(days: Iterable[RoutineDay]) -> Adherence:
    """Sum up days (R-AN-07).

    A day with a run plans two routines, one before and one after it; no other day plans any, and a
    routine done there is extra. Where rest was advised, and on the day that is not over yet, only
    what was done is counted: nothing there counts against the person. There are no streaks.
    """
    known = tuple(days)
    return Adherence(
        days=tuple((day.day, _kept(day)) for day in known),
        done=sum(_done(day) for day in known),
        planned=sum(_planned(day) for day in known),
        extra=sum(day.done - _done(day) for day in known),
    )


def planned_words(found: Adherence) -> str:
    """Write how many were done: "9 of 14 planned"; "nothing planned" where no day had a run."""
    return f"{found.done} of {found.planned} planned" if found.planned else "nothing planned"


def summary_words(found: Adherence) -> str:
    """Write the sums: "9 of 14 planned, 3 extra"."""
    planned = planned_words(found)
    return f"{planned}, {found.extra} extra" if found.extra else planned


def _asked(day: RoutineDay) -> int:
    return _PER_RUNNING_DAY if day.ran else 0


def _done(day: RoutineDay) -> int:
    return min(day.done, _asked(day))


def _planned(day: RoutineDay) -> int:
    return _done(day) if day.rest_advised or not day.over else _asked(day)


def _kept(day: RoutineDay) -> DayKept:
    asked = _asked(day)
    if day.done and day.done >= asked:
        return DayKept.DONE if asked else DayKept.EXTRA
    if day.done or day.begun:
        return DayKept.PARTLY
    if day.rest_advised:
        return DayKept.REST_ADVISED
    return DayKept.NOT_DONE if asked and day.over else DayKept.NOTHING_PLANNED
