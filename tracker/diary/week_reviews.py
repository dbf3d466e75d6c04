"""The week in review, gathered from the diary: what was logged, and what is known before it."""

from collections.abc import Sequence
from datetime import date, timedelta

from tracker.diary.adherence import adherence_between
from tracker.diary.day_state import day_state, mornings
from tracker.diary.history import known_places, longest_run_30d
from tracker.diary.responses import response_to
from tracker.diary.snapshot import Snapshot
from tracker.diary.weekly_checks import check_of, may_answer
from tracker.domain.cross_training import CrossTraining
from tracker.domain.gear import Gear, GearKind
from tracker.domain.run import Run
from tracker.domain.site import PainSite
from tracker.domain.strength import Strength
from tracker.insight.calendar_week import CalendarWeek, week_of
from tracker.insight.week_review import (
    BASELINE_WEEKS,
    CheckOfWeek,
    LongestRun,
    WeekFacts,
    WeekReview,
    review_week,
)
from tracker.rules.constants import WEEK_DAYS
from tracker.rules.cross_training import nudge
from tracker.rules.load import VarietyRun, variety_note

_VARIETY_DAYS = 14


def week_review(snapshot: Snapshot, day: date, *, today: date) -> WeekReview:
    """Sum up the week of a day."""
    monday = snapshot.settings.week_starts_monday
    week = week_of(min(day, today), today=today, week_starts_monday=monday)
    since = logged_since(snapshot)
    runs = snapshot.runs_between(week.first, week.end)
    cross = _cross(snapshot, week.first, week.end)
    nights = (day_state(snapshot, each).night for each in week.days)
    return review_week(
        WeekFacts(
            week=week,
            logged_since=since,
            runs=runs,
            cross=cross,
            earlier_m=(
                _distance(snapshot, week.moved(-1), since),
                _distance(snapshot, week.moved(-2), since),
            ),
            longest=_longest(snapshot, runs),
            responses=[response_to(snapshot, run) for run in runs],
            shoes={
                key: item.name
                for item in snapshot.of(Gear)
                if item.kind is GearKind.SHOES
                for key in (item.id, item.name)
            },
            variety_note=_variety_note(snapshot, week.end),
            mornings=_mornings(snapshot, week),
            nights=[night for night in nights if night is not None],
            routines=adherence_between(snapshot, week.first, week.end, today=today),
            nudge=_nudge(snapshot, week, since),
            check=CheckOfWeek(record=check_of(snapshot, week), open=may_answer(snapshot, week)),
        )
    )


def logged_since(snapshot: Snapshot) -> date | None:
    """Give the first day that has a check-in, a run or other training; None for an empty diary."""
    firsts = [next(iter(by_day), None) for by_day in (snapshot.check_ins, snapshot.runs)]
    firsts += [item.day for item in snapshot.of(CrossTraining)[:1]]
    return min((day for day in firsts if day is not None), default=None)


def _cross(snapshot: Snapshot, first: date, last: date) -> list[CrossTraining]:
    return [item for item in snapshot.of(CrossTraining) if first <= item.day <= last]


def _distance(snapshot: Snapshot, week: CalendarWeek, since: date | None) -> int | None:
    """Return an earlier week's metres; None where the diary can't know all of them."""
    if since is None or since > week.first:
        return None
    runs = snapshot.runs_between(week.first, week.last)
    distances = [run.distance_m for run in runs if run.distance_m is not None]
    return sum(distances) if len(distances) == len(runs) else None


def _longest(snapshot: Snapshot, runs: Sequence[Run]) -> LongestRun | None:
    measured = [run for run in runs if run.distance_m]
    if not measured:
        return None
    longest = max(measured, key=lambda run: run.distance_m or 0)
    before = longest_run_30d(snapshot, longest.day)
    return LongestRun(
        day=longest.day,
        distance_m=longest.distance_m or 0,
        before_m=None if before is None else before.distance_m,
    )


def _variety_note(snapshot: Snapshot, end: date) -> str | None:
    """Compare the last four runs, if all of them say their distance and surface (R-LOAD-10)."""
    window = snapshot.runs_between(end - timedelta(days=_VARIETY_DAYS - 1), end)
    if any(run.distance_m is None or run.surface is None for run in window[-4:]):
        return None
    return variety_note(
        [
            VarietyRun((end - run.day).days, run.distance_m or 0, run.kind, run.surface)
            for run in window
        ]
    )


def _mornings(
    snapshot: Snapshot, week: CalendarWeek
) -> dict[PainSite, dict[date, list[int | None]]]:
    """Return each site's scores of this week, of the week before and of the baseline's."""
    weeks = [week, week.moved(-1), week.moved(-BASELINE_WEEKS)]
    return {
        place: {
            each.first: mornings(snapshot, place, first=each.first, last=each.end) for each in weeks
        }
        for place in known_places(snapshot, first=week.first, last=week.end)
    }


def _nudge(snapshot: Snapshot, week: CalendarWeek, since: date | None) -> str | None:
    """Return R-XT-04's reminder, where the diary holds the last seven days."""
    begin = week.end - timedelta(days=WEEK_DAYS - 1)
    if since is None or since > begin or week.today > week.last:
        return None
    trained = [
        *(item.day for item in snapshot.of(CrossTraining)),
        *(item.day for item in snapshot.of(Strength)),
    ]
    days = [(week.end - day).days for day in trained if day <= week.end]
    return nudge(min(days, default=None))
