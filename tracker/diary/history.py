"""Numbers that the readiness rules ask of the past (domain sections 1.2, 4.1 and 4.3)."""

from datetime import date, timedelta

from tracker.diary.day_state import morning_of_each, mornings
from tracker.diary.snapshot import Snapshot
from tracker.domain.run import Run
from tracker.domain.site import PainSite
from tracker.rules.constants import LONGEST_WINDOW_DAYS, USUAL_DAYS, WEEK_DAYS
from tracker.rules.pain import Usual, usual_level, week_delta

_ONE = timedelta(days=1)
_BACK = tuple(timedelta(days=back) for back in range(USUAL_DAYS + 1, 0, -1))
"""From the eve of the first of fourteen mornings to the last of them."""


def known_places(snapshot: Snapshot, *, first: date, last: date) -> tuple[PainSite, ...]:
    """Return the tracked sites, then any other that was scored in a window of days."""
    scored = (
        score.place for item in snapshot.check_ins_between(first, last) for score in item.scores
    )
    return tuple(dict.fromkeys((*snapshot.settings.tracked, *scored)))


def longest_run_30d(snapshot: Snapshot, day: date) -> Run | None:
    """Return the longest run in `[day-30, day-1]` that has a distance (R-LOAD-04)."""
    window = snapshot.runs_between(day - timedelta(days=LONGEST_WINDOW_DAYS), day - _ONE)
    return max(
        (run for run in window if run.distance_m),
        key=lambda run: run.distance_m or 0,
        default=None,
    )


def run_days_in_row(snapshot: Snapshot, day: date) -> int:
    """Count the running days in a row up to yesterday, and today where today has a run."""
    last = day if day in snapshot.runs else day - _ONE
    count = 0
    while last - timedelta(days=count) in snapshot.runs:
        count += 1
    return count


def worst_week_delta(snapshot: Snapshot, day: date) -> int | None:
    """Give the worst site's rise of the 7-day mean of morning scores over the 7 days before (C-08).

    In hundredths of a point; negative is better. None where no site has four values in both weeks.
    """
    places = known_places(snapshot, first=day - timedelta(days=13), last=day)
    rises = (rise_of_the_week(last_fortnight(snapshot, place, day=day)) for place in places)
    return max((rise for rise in rises if rise is not None), default=None)


def last_fortnight(snapshot: Snapshot, place: PainSite, *, day: date) -> list[int | None]:
    """Return a site's morning scores of `[day-13, day]`, None where there is none."""
    return mornings(snapshot, place, first=day - timedelta(days=13), last=day)


def rise_of_the_week(fortnight: list[int | None]) -> int | None:
    """Return how far the last seven of fourteen mornings are above the first, in hundredths."""
    return week_delta(fortnight[WEEK_DAYS:], fortnight[:WEEK_DAYS])


def usual(snapshot: Snapshot, place: PainSite, *, day: date) -> Usual | None:
    """Return a site's usual level as of a day (R-PAIN-03)."""
    rested, fortnight = _fortnight_before(snapshot, place, day)
    return usual_level(rested, fortnight[-WEEK_DAYS:])


def rested_mornings(snapshot: Snapshot, place: PainSite, *, day: date) -> list[int]:
    """Return the scores of the rested mornings of the 14 days before a day (R-PAIN-03)."""
    rested, _fortnight = _fortnight_before(snapshot, place, day)
    return [score for score in rested if score is not None]


def _fortnight_before(
    snapshot: Snapshot, place: PainSite, day: date
) -> tuple[list[int | None], list[int | None]]:
    """Return the scores of the rested mornings of the 14 days before, and those of all of them."""
    span = [day - step for step in _BACK]
    fortnight = morning_of_each(snapshot, place, span[1:])
    ran = snapshot.runs.on
    return [score for eve, score in zip(span, fortnight, strict=False) if not ran(eve)], fortnight
