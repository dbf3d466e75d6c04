"""What stands beside the check-in: whether it is getting better, the week, and the last runs."""

from datetime import date, timedelta
from itertools import islice
from typing import Final

from tracker.diary.adherence import outcome_before_running, routines_done
from tracker.diary.answers import RunLine
from tracker.diary.book import Book
from tracker.diary.day_state import day_state
from tracker.diary.run_views import run_line
from tracker.diary.snapshot import Snapshot, days
from tracker.diary.trends import series_between
from tracker.domain.dataclass import dataclass
from tracker.insight.series import PainSeries
from tracker.insight.site_change import SIX_WEEKS_DAYS, SiteChange, site_changes, sorest_first
from tracker.insight.week_strip import UNKNOWN_OUTCOMES, StripDay, routine_kept
from tracker.rules.constants import WEEK_DAYS

RUNS_SHOWN: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class LastWeeks:
    """The days up to one day, with what is on file only.

    `series` reaches back to the week that `changes` compare with; those stand by this week's mean,
    the highest first. `week` has seven days, the earliest first; `runs` are the latest, newest
    first.
    """

    day: date
    today: date
    series: PainSeries
    changes: tuple[SiteChange, ...]
    week: tuple[StripDay, ...]
    runs: tuple[RunLine, ...]


def last_weeks(book: Book, day: date) -> LastWeeks:
    """Return the weeks that end with a day."""
    return weeks_up_to(book.snapshot, day, today=book.today)


def weeks_up_to(snapshot: Snapshot, day: date, *, today: date) -> LastWeeks:
    """Gather the weeks that end with a day."""
    first = day - timedelta(days=SIX_WEEKS_DAYS + WEEK_DAYS - 1)
    series = series_between(snapshot, first, day)
    runs = (
        run
        for each in reversed(snapshot.runs)
        if each <= day
        for run in reversed(snapshot.runs[each])
    )
    return LastWeeks(
        day=day,
        today=today,
        series=series,
        changes=sorest_first(site_changes(series, until=day)),
        week=tuple(
            strip_day(snapshot, each, today=today)
            for each in days(day - timedelta(days=WEEK_DAYS - 1), day)
        ),
        runs=tuple(run_line(snapshot, run, today=today) for run in islice(runs, RUNS_SHOWN)),
    )


def strip_day(snapshot: Snapshot, day: date, *, today: date) -> StripDay:
    """Gather one day of the week."""
    state, runs = day_state(snapshot, day), snapshot.runs.get(day, ())
    mornings = [state.morning(place) for place in state.places]
    outcome = outcome_before_running(snapshot, day)
    return StripDay(
        day=day,
        worst=max((score for score in mornings if score is not None), default=None),
        night=state.night,
        routine=routine_kept(
            done=len(routines_done(snapshot, day)), ran=bool(runs), over=day < today
        ),
        metres=sum(run.distance_m or 0 for run in runs) if runs else None,
        outcome=None if outcome in UNKNOWN_OUTCOMES else outcome,
    )
