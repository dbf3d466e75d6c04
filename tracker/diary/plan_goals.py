"""A goal, and the earliest day on which the rules allow it."""

from datetime import date, timedelta
from itertools import takewhile
from typing import Final

from tracker.diary.plan_answers import GoalView
from tracker.diary.plan_choices import planned_days
from tracker.diary.plan_story import Standing
from tracker.diary.snapshot import Snapshot
from tracker.domain.calendar_words import format_day
from tracker.domain.plan import PlanChoice
from tracker.domain.verdict import Response
from tracker.rules.limits import limits_of
from tracker.rules.plan_goal import earliest_distance, earliest_stage
from tracker.rules.progression import LADDER

_AHEAD: Final = timedelta(days=3 * 365)
_MINUTE_S: Final = 60


def goal_view(
    snapshot: Snapshot, choice: PlanChoice, standing: Standing, day: date
) -> GoalView | None:
    """Return the goal of a choice with its earliest day, None where it has none."""
    if choice.goal_m is None or choice.goal_by is None:
        return None
    limits = limits_of(snapshot.settings)
    days = planned_days(snapshot, choice, day, day + _AHEAD)
    greens = _greens(standing)
    stage_by, from_m = None, _settled(standing)
    if standing.step is not None:
        last = len(LADDER) - 1
        stage_by = earliest_stage(
            last, at=standing.step.index, greens=greens, days=days, limits=limits
        )
        days = [each for each in days if stage_by is not None and each >= stage_by]
        from_m, greens = _at_the_top(standing), 0
    earliest = None
    if from_m is not None:
        earliest = earliest_distance(
            choice.goal_m, from_m=from_m, greens=greens, days=days, limits=limits
        )
    in_reach = earliest is not None and earliest <= choice.goal_by
    return GoalView(
        metres=choice.goal_m,
        by=choice.goal_by,
        earliest=earliest,
        in_reach=in_reach,
        stage_by=stage_by,
        words=_goal_words(earliest, stage_by, in_reach=in_reach, past=choice.goal_by < day),
    )


def _greens(standing: Standing) -> int:
    answers = [each.response for each in reversed(standing.at_step)]
    return sum(1 for _ in takewhile(lambda each: each is Response.GREEN, answers))


def _settled(standing: Standing) -> int | None:
    settled = standing.verdict.given.settled30_m
    return settled if isinstance(settled, int) else standing.verdict.given.known_longest_m


def _at_the_top(standing: Standing) -> int | None:
    """Return how far the 30 minutes of the last stage go at the pace of the sessions so far."""
    runs = [each.run.run for each in standing.done]
    known = [(run.distance_m, run.duration_s) for run in runs if run.distance_m and run.duration_s]
    metres = sum(distance or 0 for distance, _seconds in known)
    seconds = sum(duration or 0 for _distance, duration in known)
    return round(LADDER[-1].running_min * _MINUTE_S * metres / seconds) if seconds else None


def _goal_words(earliest: date | None, stage_by: date | None, *, in_reach: bool, past: bool) -> str:
    if past:
        return "its day is past"
    parts = []
    if stage_by is not None:
        parts.append(f"{LADDER[-1].id} comes on {format_day(stage_by)} at the earliest")
    if earliest is not None:
        when = format_day(earliest)
        parts.append(f"in reach, {when} at the earliest" if in_reach else f"not before {when}")
    return "; ".join(parts) or "can't be told before a run has a distance to measure by"
