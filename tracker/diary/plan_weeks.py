"""A week of the plan: what was done, what is planned, where rest was advised."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from tracker.diary.plan_answers import DayMark, PlanDay, PlannedSession
from tracker.diary.plan_choices import planned_days
from tracker.diary.plan_story import DoneSession
from tracker.diary.responses import judged
from tracker.diary.snapshot import Snapshot
from tracker.diary.verdicts import verdict_on
from tracker.domain.cross_training import CrossTraining
from tracker.domain.plan import PlanChoice
from tracker.domain.verdict import Outcome
from tracker.insight.calendar_week import week_of
from tracker.rules.plan import Position

_MINUTE_S: Final = 60


def plan_week(
    snapshot: Snapshot,
    choice: PlanChoice | None,
    day: date,
    done: Iterable[DoneSession] = (),
    *,
    next_up: PlannedSession | None = None,
) -> tuple[PlanDay, ...]:
    """Return the seven days of a day's week, by the first weekday of the settings."""
    monday = snapshot.settings.week_starts_monday
    week = week_of(day, today=day, week_starts_monday=monday)
    planned = (
        set() if choice is None else set(planned_days(snapshot, choice, week.first, week.last))
    )
    stages = {each.day: each.position for each in done}
    days = (
        _day(snapshot, each, today=day, planned=each in planned, position=stages.get(each))
        for each in week.all_days
    )
    return tuple(_with_session(each, next_up) for each in days)


def _with_session(day: PlanDay, session: PlannedSession | None) -> PlanDay:
    """Name the next session where it stands; which one a later day has is not decided yet."""
    if session is None or session.day != day.day or day.mark is not DayMark.PLANNED:
        return day
    stage = session.stage
    what = "run" if stage is None else f"walk-run {stage.id}"
    return replace(day, what=what, minutes=session.minutes)


def _day(
    snapshot: Snapshot, day: date, *, today: date, planned: bool, position: Position | None
) -> PlanDay:
    runs = snapshot.runs.on(day)
    if runs:
        found = [judged(snapshot, run, as_of=today) for run in runs]
        worst = max(found, key=lambda each: each.decided_by.weight)
        seconds = sum(run.duration_s or 0 for run in runs)
        return PlanDay(
            day=day,
            mark=DayMark.DONE,
            what="run" if position is None else f"walk-run {position.stage}",
            minutes=round(seconds / _MINUTE_S) or None,
            response=worst.response,
            waits=worst.waits(today),
        )
    other = [each for each in snapshot.of(CrossTraining) if each.day == day]
    if other:
        first = other[0]
        minutes = None if first.duration_s is None else round(first.duration_s / _MINUTE_S)
        kind = first.kind.value.replace("_", " ")
        return PlanDay(day=day, mark=DayMark.DONE, what=kind, minutes=minutes)
    if day <= today and day in snapshot.check_ins:
        outcome = verdict_on(snapshot, day).outcome
        if outcome in {Outcome.REST, Outcome.SEEK_CARE, Outcome.CROSS}:
            mark = DayMark.CROSS if outcome is Outcome.CROSS else DayMark.REST
            return PlanDay(day=day, mark=mark, what="no run, as advised")
    if planned and day >= today:
        return PlanDay(day=day, mark=DayMark.PLANNED, what="session")
    return PlanDay(day=day, mark=DayMark.NOTHING, what="no run")
