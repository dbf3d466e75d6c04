"""The last seven days side by side: pain, night, routine, distance and what each day allowed."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.pain import Night
from tracker.domain.verdict import Outcome
from tracker.insight.day_spans import WEEKDAYS

NIGHT_SHORT: Final[Mapping[Night, str]] = {
    Night.NONE: "quiet",
    Night.MOVING: "turned",
    Night.WAKES: "woke",
    Night.UNRELENTING: "no ease",
}
UNKNOWN_OUTCOMES: Final = frozenset({Outcome.NEEDS_INPUT, Outcome.NEEDS_SCREEN})


class RoutineKept(StrEnum):
    """What became of a day's routine: nothing is open on a day that is over and had a run."""

    DONE = "done"
    NONE = "none"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class StripDay:
    """One day; None is what was not logged.

    `metres` is None without a run, 0 where the distance of its runs is not known. `outcome` is what
    the day allowed before its run, None where that could not be said.
    """

    day: date
    worst: int | None = None
    night: Night | None = None
    routine: RoutineKept = RoutineKept.OPEN
    metres: int | None = None
    outcome: Outcome | None = None


def day_heading(day: date) -> str:
    """Return the day as a column's head: `Sun 22`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day}"


def routine_kept(*, done: int, ran: bool, over: bool) -> RoutineKept:
    """Say what became of a day's routine; only a day with a run plans one (R-AN-07)."""
    if done:
        return RoutineKept.DONE
    return RoutineKept.NONE if ran and over else RoutineKept.OPEN
