"""What the last weeks of running say about today (domain sections 2.2, 4.2 and 4.3)."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Final

from tracker.diary.responses import JudgedRun, judged
from tracker.diary.snapshot import Snapshot
from tracker.domain.cross_training import CrossKind, CrossTraining
from tracker.domain.dataclass import dataclass
from tracker.domain.run import Run
from tracker.domain.verdict import Response
from tracker.rules import constants as c
from tracker.rules.flag_history import dated_flags

SETTLED: Final = frozenset({Response.GREEN, Response.AMBER_SETTLED, Response.UNKNOWN})
"""A run whose response is one of these wasn't shown to be too much."""

_WALK_SETTLED: Final = frozenset({Response.GREEN, Response.AMBER_SETTLED})
_W0_S: Final = 30 * 60
BONE_FLAGS: Final = frozenset({"R-RED-22", "R-RED-23"})
_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RecentRuns:
    """The runs of `[day-30, day]`, oldest first, as they could be judged on that day.

    What today is measured by are those before it (`before`).
    """

    day: date
    runs: tuple[JudgedRun, ...]

    @property
    def before(self) -> tuple[JudgedRun, ...]:
        """Return the runs of `[day-30, day-1]`."""
        return tuple(each for each in self.runs if each.run.day < self.day)

    @property
    def longest_m(self) -> int | None:
        """Return the longest run in metres (R-LOAD-04); None where none has a distance."""
        return max(self._distances(), default=None)

    @property
    def settled_m(self) -> int | None:
        """Return the longest run that wasn't too much, in metres; None where each of them was."""
        settled = (each.run.distance_m for each in self.before if each.response in SETTLED)
        return max((metres for metres in settled if metres), default=None)

    @property
    def count(self) -> int:
        """Count the runs that have a distance: those are what a baseline is made of."""
        return sum(1 for _ in self._distances())

    @property
    def too_much_m(self) -> int | None:
        """Return the shortest RED run of `[day-28, day-1]` in metres, of two or more (C-35)."""
        first = self.day - timedelta(days=c.TOO_MUCH_DAYS)
        red = _by_day(each for each in self.before if each.run.day >= first and is_red(each))
        if len(red) < c.TOO_MUCH_REDS:
            return None
        return min((metres for metres in red.values() if metres), default=None)

    @property
    def reds_14d(self) -> int:
        """Count the days of `[day-13, day]` with a run that was RED (R-RED-34, C-36)."""
        first = self.day - timedelta(days=c.REDS_TOO_MANY_DAYS - 1)
        return len(_by_day(each for each in self.runs if each.run.day >= first and is_red(each)))

    def _distances(self) -> Iterator[int]:
        return (each.run.distance_m for each in self.before if each.run.distance_m)


def recent_runs(snapshot: Snapshot, day: date) -> RecentRuns:
    """Return the runs that say something about a day."""
    window = snapshot.runs_between(day - timedelta(days=c.LONGEST_WINDOW_DAYS), day)
    return RecentRuns(day, tuple(judged(snapshot, run, as_of=day) for run in window))


def reds_last3(snapshot: Snapshot, recent: RecentRuns) -> int:
    """Count the RED ones of the last three runs (R-PAIN-08)."""
    last = recent.runs[-c.STEADY_RUNS :]
    if len(last) < c.STEADY_RUNS:
        older = islice(_runs_back_from(snapshot, recent.day), c.STEADY_RUNS)
        last = tuple(judged(snapshot, run, as_of=recent.day) for run in older)
    return sum(map(is_red, last))


def is_red(run: JudgedRun) -> bool:
    """Return whether a run was too much."""
    return run.response is Response.RED


def walked_w0(snapshot: Snapshot, day: date) -> bool:
    """Return whether the ladder may go on from its first walk (R-PROG-01, R-RDY-39).

    So it may after a GREEN run, or a walk of 30 minutes that had settled next morning; after
    pin-point bone pain only one since then counts.
    """
    since = last_bone_pain(snapshot, day)
    runs = (run for run in _runs_back_from(snapshot, day) if since is None or run.day > since)
    if any(judged(snapshot, run, as_of=day).response is Response.GREEN for run in runs):
        return True
    walks = (
        Run(id=each.id, start=each.start, day=each.day)
        for each in snapshot.of(CrossTraining)
        if each.kind is CrossKind.WALK
        and (each.duration_s or 0) >= _W0_S
        and each.day <= day
        and (since is None or each.day > since)
    )
    return any(judged(snapshot, walk, as_of=day).response in _WALK_SETTLED for walk in walks)


def last_bone_pain(snapshot: Snapshot, day: date) -> date | None:
    """Return the last day on which pin-point bone pain was named, None where it never was."""
    said = dated_flags(item for item in snapshot.alarming if item.day <= day)
    return max((each.day for each in said if each.flag in BONE_FLAGS and each.yes), default=None)


def _runs_back_from(snapshot: Snapshot, day: date) -> Iterator[Run]:
    days_back = (back for back in reversed(snapshot.runs) if back <= day)
    return (run for back in days_back for run in reversed(snapshot.runs[back]))


def _by_day(runs: Iterable[JudgedRun]) -> dict[date, int]:
    """Return the longest distance of each day's runs, in metres, 0 where none is known.

    Several runs of one day are one: one morning has answered them all.
    """
    found: dict[date, int] = {}
    for each in runs:
        found[each.run.day] = max(found.get(each.run.day, 0), each.run.distance_m or 0)
    return found
