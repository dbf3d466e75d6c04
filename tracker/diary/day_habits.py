"""What each day holds that an exposure is read from (R-AN-05.1)."""

from collections.abc import Iterable
from datetime import date

from tracker.diary.day_state import day_state
from tracker.diary.history import longest_run_30d
from tracker.diary.snapshot import Snapshot
from tracker.domain.cross_training import CrossTraining
from tracker.domain.remedy import Remedy, RemedyKind
from tracker.domain.routine import MID_RUN
from tracker.insight.exposures import DayHabits
from tracker.rules.stretching import routine_done


def day_habits(snapshot: Snapshot, days: Iterable[date]) -> dict[date, DayHabits]:
    """Gather the given days, of which each has a check-in."""
    remedies: dict[date, set[RemedyKind]] = {}
    for remedy in snapshot.of(Remedy):
        remedies.setdefault(remedy.day, set()).add(remedy.kind)
    cross_trained = {item.day for item in snapshot.of(CrossTraining)}
    return {
        day: _habits(
            snapshot,
            day,
            cross_trained=day in cross_trained,
            remedies=frozenset(remedies.get(day, ())),
        )
        for day in days
    }


def _habits(
    snapshot: Snapshot, day: date, *, cross_trained: bool, remedies: frozenset[RemedyKind]
) -> DayHabits:
    state, runs = day_state(snapshot, day), snapshot.runs.get(day, ())
    longest = max(runs, key=lambda run: run.distance_m or 0, default=None)
    before = None if longest is None else longest_run_30d(snapshot, day)
    return DayHabits(
        ran=longest is not None,
        longest_m=None if longest is None else longest.distance_m,
        longest30_m=None if before is None else before.distance_m,
        surface=None if longest is None else longest.surface,
        stretched=_stretched(snapshot, day),
        sleep_h=state.sleep_h,
        sitting_h=state.sitting_h,
        cross_trained=cross_trained,
        remedies=remedies,
        painkiller=state.painkiller,
    )


def _stretched(snapshot: Snapshot, day: date) -> bool:
    # The mid-run reset answers pain in a run: counted, it would stand for that pain.
    sessions = (each for each in snapshot.sessions.get(day, ()) if each.routine != MID_RUN)
    return any(routine_done(each.marks) for each in sessions)
