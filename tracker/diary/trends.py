"""The whole diary as one row of days for the chart and its table."""

from datetime import date

from tracker.diary.snapshot import Snapshot
from tracker.domain.gear import GearKind
from tracker.domain.site import PainSite
from tracker.insight.series import EventKind, PainSeries, make_series
from tracker.rules.session import STOPPED


def pain_series(snapshot: Snapshot, *, today: date) -> PainSeries | None:
    """Give every day from the first entry to today; None where nothing was logged yet.

    A day's score of a site is its first one (R-AN-01).
    """
    if not (snapshot.check_ins or snapshot.runs):
        return None
    return make_series(
        {day: _mornings(snapshot, day) for day in snapshot.check_ins},
        until=today,
        run_m={
            day: sum(run.distance_m or 0 for run in runs) for day, runs in snapshot.runs.items()
        },
        events=_events(snapshot, today=today),
        tracked=snapshot.settings.tracked,
    )


def _mornings(snapshot: Snapshot, day: date) -> dict[PainSite, int]:
    scores: dict[PainSite, int] = {}
    for item in snapshot.check_ins[day]:
        for score in item.scores:
            scores.setdefault(score.place, score.score)
    return scores


def _events(snapshot: Snapshot, *, today: date) -> dict[date, set[EventKind]]:
    events: dict[date, set[EventKind]] = {}
    for item in snapshot.alarming:
        events.setdefault(item.day, set()).add(EventKind.RED_FLAG)
    for day, runs in snapshot.runs.items():
        if any(run.outcome in STOPPED for run in runs):
            events.setdefault(day, set()).add(EventKind.STOP)
    for gear in snapshot.gear:
        if gear.kind is GearKind.SHOES and gear.start is not None and gear.start <= today:
            events.setdefault(gear.start, set()).add(EventKind.SHOES)
    return events
