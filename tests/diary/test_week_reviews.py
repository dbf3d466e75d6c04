"""Weeks written by hand, and what their review says (R-LOAD-01..05, 09, 10; R-PAIN-04; R-AN-02)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.diary.conftest import Made
from tracker.diary.snapshot import Snapshot
from tracker.diary.week_reviews import week_review
from tracker.domain.cross_training import CrossKind, CrossTraining
from tracker.domain.gear import Gear, GearKind
from tracker.domain.pain import Night
from tracker.domain.record import Record
from tracker.domain.run import Run, RunKind, RunOutcome, Surface
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Change, Response, SpikeBand
from tracker.insight.week_review import WeekReview
from tracker.rules.cross_training import NUDGE
from tracker.rules.load import REST_NOTE, VARIETY_NOTE

# Sunday, 22 November 2026 is one day back from the Monday that `Made` counts from.
SUNDAY, MONDAY = date(2026, 11, 22), date(2026, 11, 16)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)


def back(day: date) -> int:
    return (date(2026, 11, 23) - day).days


def cross(day: date, kind: CrossKind, minutes: int | None, rpe: int | None = None) -> CrossTraining:
    return CrossTraining(
        id=f"x{day}-{kind}",
        start=datetime(day.year, day.month, day.day, 18, tzinfo=UTC),
        day=day,
        kind=kind,
        duration_s=None if minutes is None else minutes * 60,
        rpe=rpe,
    )


def review(
    made: Made,
    *,
    day: date = SUNDAY,
    today: date = SUNDAY,
    more: Iterable[Record] = (),
) -> WeekReview:
    return week_review(made.snapshot.with_records(*more), day, today=today)


def logged_for_weeks(made: Made) -> None:
    """Let the diary begin long before."""
    made.check_in(60, {BACK: 3})


# ---------------------------------------------------------------------- running and load


def test_an_empty_diary_knows_nothing_and_says_so(made: Made) -> None:
    found = review(made)
    assert found.logged_since is None
    assert (found.running.runs, found.running.week_before_m, found.running.longest) == (
        0, None, None,
    )  # fmt: skip
    assert found.load.figures is None
    assert (found.rest.free, found.rest.days) == (0, 0)
    assert (found.sites, found.nights_answered, found.nudge) == ((), 0, None)


def test_an_empty_week_of_a_kept_diary_is_seven_rest_days_r_load_09(made: Made) -> None:
    logged_for_weeks(made)
    found = review(made)
    assert (found.rest.free, found.rest.days, found.rest.note) == (7, 7, None)
    assert (found.running.distance_m, found.running.week_before_m) == (0, 0)
    assert found.load.figures is not None
    assert found.load.figures.monotony is None


def test_one_run_r_load_01_r_load_02(made: Made) -> None:
    logged_for_weeks(made)
    made.run(back(MONDAY), 5200, rpe=4)
    found = review(made)
    assert (found.running.runs, found.running.measured, found.running.distance_m) == (1, 1, 5200)
    assert (found.running.impact.minutes, found.running.impact.sessions) == (30, 1)
    assert (found.load.total, found.load.counted, found.load.sessions) == (120, 1, 1)
    assert (found.rest.free, found.rest.days) == (6, 7)


def test_r_load_03_monotony_and_strain_are_those_of_the_worked_example(made: Made) -> None:
    logged_for_weeks(made)
    # Loads 150, 0, 180, 0, 240, 0, 200 as in EX-12: three runs and one ride.
    for day, minutes, rpe in ((0, 30, 5), (2, 45, 4), (4, 60, 4)):
        run = made.run(back(MONDAY + timedelta(days=day)), 6000, rpe=rpe)
        made.runs[-1] = replace(run, duration_s=minutes * 60)
    ride = cross(SUNDAY, CrossKind.BIKE, 50, rpe=4)
    found = review(made, more=(ride,)).load
    assert (found.total, found.counted, found.sessions) == (770, 4, 4)
    assert found.figures is not None
    assert found.figures.monotony == pytest.approx(1.03, abs=0.005)
    assert found.figures.strain == pytest.approx(797, abs=0.5)


def test_what_is_not_known_is_counted_and_never_taken_for_nothing(made: Made) -> None:
    logged_for_weeks(made)
    made.run(back(MONDAY), 5000, rpe=4)
    timeless = made.run(back(MONDAY + timedelta(days=2)), None, rpe=5)
    made.runs[-1] = replace(timeless, duration_s=None)
    made.run(back(SUNDAY), 7000)
    found = review(made)
    assert (found.running.runs, found.running.measured, found.running.distance_m) == (3, 2, 12000)
    assert (found.running.impact.minutes, found.running.impact.untimed) == (60, 1)
    assert (found.load.total, found.load.counted, found.load.sessions) == (120, 1, 3)
    assert found.load.figures is None


def test_r_xt_01_half_a_hike_has_impact_and_a_walk_run_says_its_minutes_apart(made: Made) -> None:
    made.run(back(MONDAY), 3000, kind=RunKind.WALK_RUN)
    more = (cross(SUNDAY, CrossKind.HIKE, 91), cross(SUNDAY, CrossKind.SWIM, 40))
    impact = review(made, more=more).running.impact
    assert (impact.minutes, impact.sessions) == (45, 1)
    assert (impact.walk_runs, impact.walk_run_min) == (1, 30)


# ---------------------------------------------------------------------- weeks before, longest run


def test_r_load_05_a_rise_over_two_weeks_is_remarked_once_the_week_is_over(made: Made) -> None:
    logged_for_weeks(made)
    made.run(back(MONDAY - timedelta(days=8)), 10_000)
    made.run(back(MONDAY - timedelta(days=1)), 11_000)
    made.run(back(MONDAY), 13_001)
    found = review(made).running
    assert (found.week_before_m, found.two_before_m, found.jumped) == (11_000, 10_000, True)
    assert not review(made, day=MONDAY, today=MONDAY).running.jumped
    made.runs[-1] = replace(made.runs[-1], distance_m=13_000)
    assert not review(made).running.jumped


def test_a_week_before_the_diary_or_with_an_unmeasured_run_is_unknown(made: Made) -> None:
    made.check_in(back(MONDAY - timedelta(days=7)), {BACK: 1})
    made.run(back(MONDAY - timedelta(days=3)), None)
    made.run(back(MONDAY), 5000)
    found = review(made).running
    assert (found.week_before_m, found.two_before_m, found.jumped) == (None, None, False)


@pytest.mark.parametrize(
    ("metres", "band"),
    [(11_000, SpikeBand.REFERENCE), (11_001, SpikeBand.SMALL), (13_001, SpikeBand.MODERATE),
     (20_001, SpikeBand.LARGE)],
)  # fmt: skip
def test_r_load_04_the_longest_run_against_the_thirty_days_before_it(
    made: Made, metres: int, band: SpikeBand
) -> None:
    logged_for_weeks(made)
    made.run(back(SUNDAY) + 30, 10_000)
    made.run(back(SUNDAY) + 31, 30_000)
    made.run(back(SUNDAY), metres)
    longest = review(made).running.longest
    assert longest is not None
    assert (longest.day, longest.distance_m, longest.before_m) == (SUNDAY, metres, 10_000)
    assert longest.band is band


def test_r_load_04_without_a_measured_run_before_there_is_no_baseline(made: Made) -> None:
    made.run(back(SUNDAY) + 5, None)
    made.run(back(SUNDAY), 8000)
    longest = review(made).running.longest
    assert longest is not None
    assert (longest.before_m, longest.band) == (None, SpikeBand.NO_BASELINE)


# ---------------------------------------------------------------------- rest, variety, other sports


def test_r_load_09_seven_running_days_bring_the_note(made: Made) -> None:
    for day in range(7):
        made.run(back(MONDAY + timedelta(days=day)), 4000 + 900 * day)
    found = review(made).rest
    assert (found.free, found.days, found.note) == (0, 7, REST_NOTE)


def test_r_load_10_four_runs_alike_bring_the_note_unless_the_surface_is_not_said(
    made: Made,
) -> None:
    gear = (
        Gear(id="g1", name="Grey"),
        Gear(id="g2", name="Belt", kind=GearKind.BELT),
    )
    for day in (0, 2, 4, 6):
        made.run(
            back(MONDAY + timedelta(days=day)),
            5000 + day * 50,
            surface=Surface.TRAIL,
            gear=("Belt", "Grey") if day else (),
        )
    found = review(made, more=gear).variety
    assert found.note == VARIETY_NOTE
    assert found.kinds == {RunKind.EASY: 4}
    assert found.surfaces == {Surface.TRAIL: 4}
    assert found.shoes == {"Grey": 3, None: 1}
    made.runs[:] = [replace(run, surface=None) for run in made.runs]
    assert review(made, more=gear).variety.note is None


def test_r_xt_04_the_nudge_is_for_the_week_that_is_now(made: Made) -> None:
    logged_for_weeks(made)
    assert review(made).nudge == NUDGE
    assert review(made, day=MONDAY - timedelta(days=1)).nudge is None
    swim = cross(SUNDAY - timedelta(days=6), CrossKind.SWIM, 30)
    assert review(made, more=(swim,)).nudge is None
    assert review(made, more=(swim,)).cross == (swim,)


def test_r_an_07_routines_are_those_of_the_week(made: Made) -> None:
    logged_for_weeks(made)
    for day in (MONDAY, MONDAY - timedelta(days=1)):
        made.check_in(back(day), {BACK: 1})
        made.run(back(day), 5000)
    found = review(made).routines
    assert (found.done, found.planned, len(found.days)) == (0, 2, 7)
    assert len(review(made, today=MONDAY + timedelta(days=1)).routines.days) == 2


# ---------------------------------------------------------------------- pain


def test_r_pain_04_the_mean_is_compared_with_that_of_five_weeks_before(made: Made) -> None:
    made.mornings(BACK, {back(MONDAY - timedelta(weeks=5)) - day: 6 for day in range(5)})
    made.mornings(BACK, {back(MONDAY - timedelta(weeks=1)) - day: 4 for day in range(3)})
    made.mornings(BACK, {back(MONDAY) - day: score for day, score in enumerate((4, 3, 3, 5))})
    made.check_in(back(MONDAY), {BACK: 9}, hour=21)
    (site,) = review(made).sites
    assert (site.mean, site.median, site.n, site.worst) == (3.75, 3.5, 4, 5)
    assert (site.before, site.before_n) == (None, 3)
    assert (site.baseline, site.baseline_n) == (6.0, 5)
    assert site.baseline_first == date(2026, 10, 12)
    assert site.change is Change.IMPROVED


def test_r_an_02_three_mornings_have_no_mean_and_no_word(made: Made) -> None:
    made.settings = Settings(tracked=(BACK, SHIN))
    made.mornings(BACK, {back(MONDAY) - day: 2 for day in range(3)})
    first, second = review(made).sites
    assert (first.mean, first.median, first.n, first.worst) == (None, None, 3, 2)
    assert first.change is Change.NOT_ENOUGH
    assert (second.site, second.n, second.worst) == (SHIN, 0, None)


def test_nights_and_responses_are_counted_with_their_n(made: Made) -> None:
    made.check_in(back(MONDAY), {BACK: 1}, night=Night.WAKES)
    made.check_in(back(MONDAY) - 1, {BACK: 1}, night=Night.MOVING)
    made.check_in(back(MONDAY) - 2, {BACK: 1})
    made.run(back(MONDAY), during={BACK: 1})
    made.run(back(MONDAY) - 1, during={BACK: 1}, outcome=RunOutcome.STOPPED_PAIN)
    made.run(back(SUNDAY), during={BACK: 1})
    found = review(made)
    assert (found.nights_woken, found.nights_answered) == (1, 2)
    assert found.responses == {Response.GREEN: 1, Response.RED: 1, Response.UNKNOWN: 1}


# ---------------------------------------------------------------------- which days


def test_a_week_in_progress_counts_the_days_so_far_and_no_monotony(made: Made) -> None:
    logged_for_weeks(made)
    made.run(back(MONDAY), 5000, rpe=3)
    found = review(made, day=SUNDAY, today=MONDAY + timedelta(days=2))
    assert found.week.so_far
    assert (found.rest.free, found.rest.days) == (2, 3)
    assert (found.load.total, found.load.figures) == (90, None)


def test_days_before_the_diary_are_neither_rest_nor_a_load(made: Made) -> None:
    made.run(back(MONDAY + timedelta(days=4)), 5000, rpe=3)
    found = review(made)
    assert (found.rest.free, found.rest.days) == (2, 3)
    assert found.load.figures is None


def test_the_week_of_the_clock_change_has_seven_days() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    made = Made()
    for number in range(7):
        start = datetime(2026, 10, 19 + number, 18, 30, tzinfo=berlin)
        made.runs.append(
            Run(id=f"r{number}", start=start, day=start.date(), distance_m=1000, duration_s=600,
                rpe=number % 2)
        )  # fmt: skip
    found = week_review(made.snapshot, date(2026, 10, 25), today=date(2026, 11, 1))
    assert (found.running.runs, found.running.distance_m, found.rest.free) == (7, 7000, 0)
    assert found.load.figures is not None


def test_a_week_over_the_turn_of_the_year(made: Made) -> None:
    made.check_in(back(date(2025, 12, 1)), {BACK: 1})
    made.run(back(date(2025, 12, 31)), 4000)
    made.run(back(date(2026, 1, 1)), 5000)
    found = week_review(made.snapshot, date(2026, 1, 2), today=SUNDAY)
    assert (found.week.first, found.week.last) == (date(2025, 12, 29), date(2026, 1, 4))
    assert found.running.distance_m == 9000


def test_weeks_may_begin_on_sunday(made: Made) -> None:
    made.settings = Settings(week_starts_monday=False)
    made.run(back(SUNDAY), 5000)
    assert review(made).week.first == SUNDAY
    assert review(made).running.distance_m == 5000
    assert review(made, day=SUNDAY - timedelta(days=1)).running.distance_m == 0


def test_a_day_to_come_is_todays_week(made: Made) -> None:
    snapshot: Snapshot = made.snapshot
    assert week_review(snapshot, date(2030, 1, 1), today=SUNDAY).week.first == MONDAY
