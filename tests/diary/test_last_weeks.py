from datetime import timedelta

from tests.diary.conftest import TODAY, Made
from tracker.diary.last_weeks import LastWeeks, weeks_up_to
from tracker.domain.pain import Night
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Change
from tracker.insight.week_strip import NIGHT_SHORT, RoutineKept, StripDay, day_heading, routine_kept

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)


def weeks(made: Made, back: int = 0) -> LastWeeks:
    return weeks_up_to(made.snapshot, made.day(back), today=TODAY)


def test_the_week_has_seven_days_and_says_what_each_held(made: Made) -> None:
    made.screened()
    made.check_in(2, {BACK: 3, SHIN: 1}, night=Night.MOVING)
    made.check_in(2, {BACK: 6}, hour=20)
    made.run(1, 7400)
    made.run(0, None)
    found = weeks(made).week
    assert [each.day for each in found] == [
        TODAY - timedelta(days=back) for back in range(6, -1, -1)
    ]
    assert (found[4].worst, found[4].night, found[4].metres) == (3, Night.MOVING, None)
    assert (found[5].worst, found[5].metres, found[5].routine) == (None, 7400, RoutineKept.NONE)
    assert (found[6].metres, found[6].routine) == (0, RoutineKept.OPEN)


def test_a_day_is_shown_with_what_it_allowed_before_its_run(made: Made) -> None:
    made.screened()
    made.mornings(BACK, dict.fromkeys(range(3, 20), 1))
    made.run(9, 5000, before={BACK: 1}, during={BACK: 1})
    allowed = made.decided(3).outcome
    made.run(3, 5000, before={BACK: 1}, during={BACK: 7})
    found = {each.day: each.outcome for each in weeks(made).week}
    assert found[made.day(3)] is allowed


def test_a_day_of_which_nothing_is_known_has_no_verdict(made: Made) -> None:
    assert {each.outcome for each in weeks(made).week} == {None}


def test_sites_stand_by_this_week_and_are_compared_with_six_weeks_ago(made: Made) -> None:
    made.mornings(BACK, dict.fromkeys(range(7), 1) | dict.fromkeys(range(42, 49), 4))
    made.mornings(SHIN, dict.fromkeys(range(7), 2))
    first, second = weeks(made).changes
    assert (first.site, first.change) == (SHIN, Change.NOT_ENOUGH)
    assert (second.site, second.change) == (BACK, Change.IMPROVED)
    assert second.before is not None
    assert second.before.last == made.day(42)


def test_an_earlier_day_shows_what_was_known_of_it(made: Made) -> None:
    made.mornings(BACK, dict.fromkeys(range(20), 2))
    made.run(1)
    made.run(8, 6000)
    found = weeks(made, back=5)
    assert found.series.end == made.day(5)
    assert [each.run.distance_m for each in found.runs] == [6000]


def test_no_more_than_eight_runs_newest_first(made: Made) -> None:
    for back in range(10):
        made.run(back, 1000 * (back + 1))
    assert [each.run.day for each in weeks(made).runs] == [made.day(back) for back in range(8)]


def test_r_an_07_only_a_past_day_with_a_run_plans_a_routine() -> None:
    assert routine_kept(done=0, ran=True, over=True) is RoutineKept.NONE
    assert routine_kept(done=0, ran=True, over=False) is RoutineKept.OPEN
    assert routine_kept(done=0, ran=False, over=True) is RoutineKept.OPEN
    assert routine_kept(done=1, ran=False, over=False) is RoutineKept.DONE


def test_every_night_has_a_word_that_fits_its_column() -> None:
    assert set(NIGHT_SHORT) == set(Night)
    assert max(map(len, NIGHT_SHORT.values())) <= 7
    assert day_heading(StripDay(day=TODAY).day) == "Mon 23"
