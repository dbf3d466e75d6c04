"""What a week asked of the body: minutes with impact, load, monotony and strain (R-LOAD-01..03)."""

from collections.abc import Sequence
from datetime import date

from tracker.domain.cross_training import CrossTraining
from tracker.domain.dataclass import dataclass
from tracker.domain.run import Run, RunKind
from tracker.insight.calendar_week import CalendarWeek
from tracker.rules.cross_training import impact_share
from tracker.rules.load import Monotony, monotony, session_load

_MINUTE = 60
_HALF_MINUTE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactMinutes:
    """Whole minutes on the feet with impact, of runs and half of every hike (R-XT-01).

    `sessions` is how many are in them. `untimed` have no duration. Of the `walk_runs` only the
    running part would count, and that is not logged: their `walk_run_min` are not in `minutes`.
    """

    minutes: int
    sessions: int
    untimed: int
    walk_runs: int
    walk_run_min: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLoad:
    """The load of everything: its sum over `counted` of `sessions`, the others lack effort or time.

    `figures` relate the seven daily loads to each other; None unless the week is over, was logged
    from its first day on, and every session has its load.
    """

    total: int
    counted: int
    sessions: int
    figures: Monotony | None


def minutes_of(session: Run | CrossTraining) -> int | None:
    """Return a session's whole minutes, by the clock rather than moving; None where not known."""
    seconds = session.moving_s if session.duration_s is None else session.duration_s
    return None if seconds is None else (seconds + _HALF_MINUTE) // _MINUTE


def load_of(session: Run | CrossTraining) -> int | None:
    """Return a session's load (R-LOAD-01); None where effort or time is not known."""
    minutes = minutes_of(session)
    return None if minutes is None or session.rpe is None else session_load(session.rpe, minutes)


def _share_of(session: CrossTraining) -> float:
    return impact_share(session.kind, other_has_impact=session.impact is True)


def jolting_minutes(session: CrossTraining) -> float | None:
    """Return the minutes of a session that count as impact (R-XT-01); None where not timed."""
    minutes = minutes_of(session)
    return None if minutes is None else minutes * _share_of(session)


def impact_minutes(runs: Sequence[Run], cross: Sequence[CrossTraining]) -> ImpactMinutes:
    """Add up the minutes with impact (R-LOAD-02)."""
    walk_runs = [run for run in runs if run.kind is RunKind.WALK_RUN]
    plain = [minutes_of(run) for run in runs if run.kind is not RunKind.WALK_RUN]
    hikes = [jolting_minutes(item) for item in cross if _share_of(item)]
    ran = [minutes for minutes in plain if minutes is not None]
    hiked = [minutes for minutes in hikes if minutes is not None]
    return ImpactMinutes(
        minutes=sum(ran) + int(sum(hiked)),
        sessions=len(ran) + len(hiked),
        untimed=len(plain) + len(hikes) - len(ran) - len(hiked),
        walk_runs=len(walk_runs),
        walk_run_min=sum(minutes_of(run) or 0 for run in walk_runs),
    )


def week_load(
    week: CalendarWeek, sessions: Sequence[Run | CrossTraining], *, logged_since: date | None
) -> WeekLoad:
    """Sum up the week's load; `logged_since` is the diary's first day."""
    loads = [(item.day, load_of(item)) for item in sessions]
    known = [(day, load) for day, load in loads if load is not None]
    whole = logged_since is not None and logged_since <= week.first and not week.so_far
    figures = None
    if whole and len(known) == len(loads):
        figures = monotony([sum(load for on, load in known if on == day) for day in week.all_days])
    return WeekLoad(
        total=sum(load for _day, load in known),
        counted=len(known),
        sessions=len(loads),
        figures=figures,
    )
