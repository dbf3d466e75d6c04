"""The weekly impact check: when it is due, whom it asks about, and keeping it (R-Q-01)."""

from __future__ import annotations

from datetime import date, timedelta

from tracker.diary.snapshot import Snapshot
from tracker.domain.dataclass import dataclass
from tracker.domain.impact_check import ImpactCheck
from tracker.domain.moment import day_of
from tracker.domain.problem import Problem
from tracker.domain.site import PainSite
from tracker.insight.calendar_week import CalendarWeek, checked_week
from tracker.rules.constants import WEEK_DAYS

_USUAL_DAYS = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckForm:
    """What the form shows: the week it looks back on, the sites to ask about, what was answered.

    `record` is the check of that week that is being corrected, None for a new one; `place` is the
    site to begin with, None where nothing is tracked.
    """

    week: CalendarWeek
    places: tuple[PainSite, ...]
    place: PainSite | None
    record: ImpactCheck | None


def check_week(snapshot: Snapshot, today: date) -> CalendarWeek:
    """Return the latest week whose last day has come: the one that the check looks back on."""
    return checked_week(today, week_starts_monday=snapshot.settings.week_starts_monday)


def check_of(snapshot: Snapshot, week: CalendarWeek) -> ImpactCheck | None:
    """Find the check of a week, the latest one where there are several."""
    days = {*week.all_days}
    return next((item for item in reversed(snapshot.of(ImpactCheck)) if item.day in days), None)


def is_due(snapshot: Snapshot, today: date) -> bool:
    """Say whether the check waits for its answers: from the week's last day until the next one's.

    A week in which nothing was logged is not asked about, nor is one without a complaint.
    """
    week = check_week(snapshot, today)
    if not _places(snapshot, week.end) or check_of(snapshot, week) is not None:
        return False
    return any(day in snapshot.check_ins or day in snapshot.runs for day in week.all_days)


def may_answer(snapshot: Snapshot, week: CalendarWeek) -> bool:
    """Return whether a week's check can be answered now, or corrected on the day of its answers."""
    if week.first != check_week(snapshot, week.today).first:
        return False
    record = check_of(snapshot, week)
    return record is None or _said_on(record, snapshot) == week.today


def _said_on(record: ImpactCheck, snapshot: Snapshot) -> date:
    return day_of(record.at, day_start_hour=snapshot.settings.day_start_hour)


def check_form(snapshot: Snapshot, today: date) -> CheckForm | Problem:
    """Gather the form, with the answers that can still be corrected."""
    week = check_week(snapshot, today)
    record = check_of(snapshot, week)
    if record is not None and not may_answer(snapshot, week):
        return Problem("", "This week's check is answered. It can be corrected on the same day.")
    places = _places(snapshot, week.end)
    usual = _main_complaint(snapshot, places, until=week.end)
    place = usual if record is None else record.place
    return CheckForm(week=week, places=places, place=place, record=record)


def _places(snapshot: Snapshot, until: date) -> tuple[PainSite, ...]:
    """Return the tracked sites, then those scored in the week."""
    first = until - timedelta(days=WEEK_DAYS - 1)
    scored = (
        score.place for item in snapshot.check_ins_between(first, until) for score in item.scores
    )
    return tuple(dict.fromkeys((*snapshot.settings.tracked, *scored)))


def _main_complaint(
    snapshot: Snapshot, places: tuple[PainSite, ...], *, until: date
) -> PainSite | None:
    """Return the site asked about last time, else the sorest of four weeks, else the first."""
    last = snapshot.of(ImpactCheck)[-1].place if snapshot.of(ImpactCheck) else None
    if last in places:
        return last
    sums = dict.fromkeys(places, 0)
    first = until - timedelta(days=_USUAL_DAYS - 1)
    for item in snapshot.check_ins_between(first, until):
        for score in item.scores:
            if score.place in sums:
                sums[score.place] += score.score
    return max(sums, key=lambda place: sums[place], default=None)
