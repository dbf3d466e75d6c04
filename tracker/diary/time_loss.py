"""Running that was cut or stopped because of pain (R-RED-26).

The consensus definition counts 7 days or 3 planned sessions in a row. What the diary can know of
it: runs that ended slowed, stretched or stopped, and planned distances of days that hurt and have
no run. The row ends with the first run that simply went to its end.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from tracker.diary.day_state import day_state
from tracker.diary.snapshot import Snapshot
from tracker.domain.dataclass import dataclass
from tracker.domain.run import RunOutcome
from tracker.domain.verdict import Zone
from tracker.rules.pain import zone

_WINDOW_DAYS = 60
_STILL_FELT_DAYS = 7


@dataclass(frozen=True, slots=True)
class RunningCut:
    """The present row of cut sessions: days since its first one, and how many there were."""

    days: int = 0
    sessions: int = 0


def running_cut(snapshot: Snapshot, day: date) -> RunningCut:
    """Return the row of cut sessions that reaches up to a day, while pain is still logged."""
    row: list[date] = []
    for session_day, cut in _sessions_back_from(snapshot, day):
        if not cut:
            break
        row.append(session_day)
    if not row or not _still_felt(snapshot, day):
        return RunningCut()
    return RunningCut(days=(day - row[-1]).days, sessions=len(row))


def _sessions_back_from(snapshot: Snapshot, day: date) -> Iterator[tuple[date, bool]]:
    for back in range(_WINDOW_DAYS):
        seen = day - timedelta(days=back)
        runs = snapshot.runs.get(seen, ())
        for run in reversed(runs):
            yield seen, run.outcome is not RunOutcome.COMPLETED
        if not runs and back and _missed_for_pain(snapshot, seen):
            yield seen, True


def _missed_for_pain(snapshot: Snapshot, day: date) -> bool:
    state = day_state(snapshot, day)
    scores = [state.now(place) for place in state.places]
    hurt = any(score is not None and zone(score) is not Zone.GREEN for score in scores)
    return state.planned_m is not None and (hurt or state.limp)


def _still_felt(snapshot: Snapshot, day: date) -> bool:
    week = (day_state(snapshot, day - timedelta(days=back)) for back in range(_STILL_FELT_DAYS))
    return any(state.now(place) for state in week for place in state.places)
