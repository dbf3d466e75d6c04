"""From a diary made by hand to what the rules look at; what is expected was counted by hand."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tracker.domain.pain import Night
from tracker.domain.run import RunOutcome
from tracker.domain.screening import Allows, Screen
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Outcome, Response

if TYPE_CHECKING:
    from tests.diary.conftest import Made

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
KNEE = PainSite(Site.KNEE, Side.LEFT)


class TestUsualLevel:
    """R-PAIN-03: the mean of the rested mornings of 14 days, from four; else of seven days."""

    @pytest.mark.parametrize(
        ("mornings", "expected"),
        [
            ({1: 2, 2: 4, 3: 3, 4: 3}, 300),
            ({1: 5, 2: 1, 3: 4, 4: 3}, 325),
            ({1: 0, 2: 6, 3: 1}, None),
            ({1: 0, 4: 0, 9: 6, 14: 1}, 175),
            ({1: 0, 4: 0, 9: 6, 15: 1}, None),
            ({1: 1, 2: 0, 3: 0, 4: 0, 5: 0, 6: 1}, 33),
            ({}, None),
        ],
        ids=[
            "four values exactly", "a mean", "three values", "fourteen days with gaps",
            "the fifteenth day back is out", "two decimals", "none",
        ],
    )  # fmt: skip
    def test_window_and_mean(
        self, made: "Made", mornings: dict[int, int], expected: int | None
    ) -> None:
        made.mornings(BACK, mornings)
        made.check_in(0, {BACK: 10})

        [site] = made.inputs().sites

        assert (site.now, site.usual) == (10, expected)

    def test_a_morning_after_a_run_is_left_out(self, made: "Made") -> None:
        made.mornings(BACK, {1: 1, 2: 6, 3: 1, 4: 1, 5: 2, 6: 6})
        made.run(3)
        made.run(7)
        made.check_in(0, {BACK: 1})

        assert made.inputs().sites[0].usual == 125

    def test_running_daily_leaves_the_mean_of_the_week(self, made: "Made") -> None:
        made.mornings(BACK, {back: 8 if back > 7 else 1 + back % 2 for back in range(1, 15)})
        for back in range(1, 16):
            made.run(back)
        made.check_in(0, {BACK: 1})

        assert made.inputs().sites[0].usual == 157

    def test_each_site_and_side_has_its_own(self, made: "Made") -> None:
        right = replace(KNEE, side=Side.RIGHT)
        for back in (1, 2, 3, 4):
            made.check_in(back, {KNEE: 1, right: 4})
        made.check_in(0, {KNEE: 2, right: 2})

        assert [site.usual for site in made.inputs().sites] == [100, 400]

    def test_a_day_counts_by_its_first_score(self, made: "Made") -> None:
        for back in (1, 2, 3, 4):
            made.check_in(back, {BACK: 2})
            made.check_in(back, {BACK: 8}, hour=20)
        made.check_in(0, {BACK: 2})

        assert made.inputs().sites[0].usual == 200


class TestSeveralCheckInsADay:
    """R-PAIN-02b."""

    def test_now_is_the_latest_and_any_yes_counts(self, made: "Made") -> None:
        made.check_in(0, {BACK: 5, KNEE: 1}, limp=True, night=Night.WAKES, painkiller=True)
        made.check_in(0, {BACK: 3}, hour=12, ill=True, night=Night.MOVING, sleep_h=7.5, fatigue=6)
        made.check_in(0, hour=19, fatigue=2, planned_m=6000)

        inputs = made.inputs()

        assert {site.place: site.now for site in inputs.sites} == {BACK: 3, KNEE: 1}
        assert inputs.night is Night.WAKES
        assert (inputs.limp, inputs.ill) == (True, True)
        assert (inputs.sleep_h, inputs.fatigue, inputs.planned_m) == (7.5, 2, 6000)

    def test_the_order_is_that_of_writing(self, made: "Made") -> None:
        made.check_in(0, {BACK: 1}, hour=19)
        made.check_in(0, {BACK: 6}, hour=7)

        assert made.inputs().sites[0].now == 1

    def test_another_day_says_nothing_about_today(self, made: "Made") -> None:
        made.check_in(1, {BACK: 5}, limp=True, ill=True, night=Night.WAKES, fatigue=9)

        inputs = made.inputs()

        assert inputs.sites == ()
        assert inputs.night is None
        assert (inputs.limp, inputs.ill, inputs.fatigue) == (False, False, None)


class TestNights:
    """R-RED-21: nights woken in the last seven, the last one included."""

    @pytest.mark.parametrize(
        ("nights", "expected"),
        [
            ({0: Night.WAKES}, ("R-RED-21a",)),
            ({6: Night.WAKES}, ("R-RED-21a",)),
            ({7: Night.WAKES}, ()),
            ({0: Night.WAKES, 7: Night.WAKES}, ("R-RED-21a",)),
            ({0: Night.WAKES, 6: Night.WAKES}, ("R-RED-21b",)),
            ({1: Night.WAKES, 6: Night.WAKES}, ("R-RED-21b",)),
            ({0: Night.MOVING, 1: Night.MOVING}, ()),
            ({0: Night.UNRELENTING, 1: Night.WAKES, 2: Night.WAKES}, ("R-RED-21c",)),
        ],
    )
    def test_window(
        self, made: "Made", nights: dict[int, Night], expected: tuple[str, ...]
    ) -> None:
        for back, night in nights.items():
            made.check_in(back, night=night)

        assert made.inputs().flags == expected

    def test_two_answers_about_one_night_are_one_night(self, made: "Made") -> None:
        made.check_in(0, night=Night.WAKES)
        made.check_in(0, night=Night.WAKES, hour=20)

        assert made.inputs().flags == ("R-RED-21a",)


class TestLastRun:
    """R-PAIN-06 and R-PAIN-07 on records: a run is paired with the morning after it."""

    def test_comfortable_and_settled_is_green(self, made: "Made") -> None:
        made.run(1, before={BACK: 2}, during={BACK: 2}, after={BACK: 2})
        made.check_in(0, {BACK: 2})

        last = made.inputs().last_run

        assert last is not None
        assert (last.days_ago, last.response) == (1, Response.GREEN)
        assert last.outcome is RunOutcome.COMPLETED

    @pytest.mark.parametrize(
        ("morning", "expected"),
        [
            (1, Response.GREEN), (2, Response.GREEN), (3, Response.AMBER_LINGER),
            (4, Response.RED), (None, Response.UNKNOWN),
        ],
    )  # fmt: skip
    def test_the_next_morning_decides(
        self, made: "Made", morning: int | None, expected: Response
    ) -> None:
        run = made.run(3, before={BACK: 2}, during={BACK: 2})
        made.check_in(2, {KNEE: 9} if morning is None else {BACK: morning})

        assert made.response(run) is expected

    def test_the_morning_is_the_first_score_of_the_day(self, made: "Made") -> None:
        run = made.run(1, before={BACK: 1}, during={BACK: 1})
        made.check_in(0, {KNEE: 0})
        made.check_in(0, {BACK: 1}, hour=9)
        made.check_in(0, {BACK: 6}, hour=20)

        assert made.response(run) is Response.GREEN

    def test_without_a_score_before_that_mornings_check_in_counts(self, made: "Made") -> None:
        run = made.run(1, during={BACK: 2})
        made.check_in(1, {BACK: 1})
        made.check_in(1, {BACK: 2}, hour=17)
        made.check_in(0, {BACK: 2})

        assert made.response(run) is Response.AMBER_LINGER

    def test_without_any_score_before_it_is_not_known(self, made: "Made") -> None:
        run = made.run(1, during={BACK: 2})
        made.check_in(0, {BACK: 0})

        assert made.response(run) is Response.UNKNOWN

    def test_without_any_score_before_a_stop_is_red_all_the_same(self, made: "Made") -> None:
        assert made.response(made.run(1, outcome=RunOutcome.STOPPED_ALARM)) is Response.RED

    def test_an_imported_run_is_judged_by_the_mornings_around_it(self, made: "Made") -> None:
        made.check_in(1, {BACK: 1, KNEE: 0})
        run = made.run(1)
        made.check_in(0, {BACK: 1, KNEE: 3})

        assert made.response(run) is Response.RED

    def test_the_worst_site_decides(self, made: "Made") -> None:
        run = made.run(1, before={BACK: 0, KNEE: 0}, during={BACK: 0, KNEE: 4})
        made.check_in(0, {BACK: 2, KNEE: 0})

        assert made.response(run) is Response.AMBER_LINGER

    @pytest.mark.parametrize("night", [Night.WAKES, Night.UNRELENTING])
    def test_a_night_that_woke_makes_it_red(self, made: "Made", night: Night) -> None:
        run = made.run(1, before={BACK: 0}, during={BACK: 0})
        made.check_in(1, night=Night.NONE)
        made.check_in(0, {BACK: 0}, night=night)

        assert made.response(run) is Response.RED

    def test_the_night_before_the_run_does_not(self, made: "Made") -> None:
        made.check_in(1, {BACK: 0}, night=Night.WAKES)
        run = made.run(1, before={BACK: 0}, during={BACK: 0})
        made.check_in(0, {BACK: 0}, night=Night.NONE)

        assert made.response(run) is Response.GREEN

    @pytest.mark.parametrize(
        ("with_run", "that_morning", "next_morning", "later_next_day", "expected"),
        [
            (False, False, False, False, Response.GREEN),
            (True, False, False, False, Response.AMBER_SETTLED),
            (False, False, True, False, Response.AMBER_SETTLED),
            (False, False, False, True, Response.AMBER_SETTLED),
            (False, True, False, False, Response.GREEN),
        ],
    )
    def test_a_painkiller_masks_what_was_scored_with_it(
        self,
        made: "Made",
        *,
        with_run: bool,
        that_morning: bool,
        next_morning: bool,
        later_next_day: bool,
        expected: Response,
    ) -> None:
        made.check_in(1, {BACK: 1}, painkiller=that_morning)
        run = made.run(1, before={BACK: 1}, during={BACK: 1}, painkiller=with_run)
        made.check_in(0, {BACK: 1}, painkiller=next_morning)
        made.check_in(0, {BACK: 1}, hour=20, painkiller=later_next_day)

        assert made.response(run) is expected

    def test_a_masked_morning_score_in_the_place_of_the_missing_one_masks_too(
        self, made: "Made"
    ) -> None:
        made.check_in(1, {BACK: 1}, painkiller=True)
        run = made.run(1, during={BACK: 1})
        made.check_in(0, {BACK: 1})

        assert made.response(run) is Response.AMBER_SETTLED

    def test_a_run_after_midnight_belongs_to_the_evening(self, made: "Made") -> None:
        run = made.run(1, hour=25, before={BACK: 1}, during={BACK: 1})
        made.check_in(0, {BACK: 1}, hour=8)

        last = made.inputs().last_run

        assert made.response(run) is Response.GREEN
        assert last is not None
        assert last.days_ago == 1

    def test_two_runs_of_a_day_count_by_the_worse(self, made: "Made") -> None:
        made.run(2, hour=8, before={BACK: 0}, during={BACK: 6})
        made.run(2, hour=18, before={BACK: 0}, during={BACK: 0})
        made.check_in(1, {BACK: 0})

        last = made.inputs().last_run

        assert last is not None
        assert (last.days_ago, last.response) == (2, Response.RED)

    def test_a_stop_in_the_morning_is_not_undone_by_an_easy_run_at_noon(self, made: "Made") -> None:
        made.run(1, hour=8, outcome=RunOutcome.STOPPED_PAIN)
        made.run(1, hour=12)

        last = made.inputs().last_run

        assert last is not None
        assert last.outcome is RunOutcome.STOPPED_PAIN

    def test_after_a_stop_today_and_tomorrow_are_for_rest_whatever_was_run(
        self, made: "Made"
    ) -> None:
        made.screened()
        made.run(1, outcome=RunOutcome.STOPPED_PAIN, before={BACK: 1}, during={BACK: 3})
        made.check_in(0, {BACK: 1})
        made.run(0, hour=9, before={BACK: 1}, during={BACK: 1})

        assert made.decided().outcome is Outcome.REST
        assert "R-RDY-14" in made.decided().rules

    def test_two_days_after_a_stop_the_later_run_is_the_last(self, made: "Made") -> None:
        made.run(2, outcome=RunOutcome.STOPPED_PAIN)
        made.run(1, before={BACK: 0}, during={BACK: 0})
        made.check_in(0, {BACK: 0})

        last = made.inputs().last_run

        assert last is not None
        assert (last.days_ago, last.response) == (1, Response.GREEN)

    def test_a_run_of_tomorrow_is_not_the_last_one(self, made: "Made") -> None:
        made.run(-1)

        assert made.inputs().last_run is None


class TestWeekDelta:
    """C-08: the worst site's 7-day mean, today included, minus that of the seven days before."""

    def test_four_entries_in_each_week(self, made: "Made") -> None:
        made.mornings(BACK, {13: 1, 11: 1, 9: 1, 7: 1, 6: 2, 4: 2, 2: 2, 0: 3})

        assert made.inputs().week_delta == 125

    @pytest.mark.parametrize("gone", [13, 7, 6, 0])
    def test_three_in_either_are_too_few(self, made: "Made", gone: int) -> None:
        entries = {13: 1, 11: 1, 9: 1, 7: 1, 6: 2, 4: 2, 2: 2, 0: 3}
        made.mornings(BACK, {back: score for back, score in entries.items() if back != gone})

        assert made.inputs().week_delta is None

    def test_the_fourteenth_day_back_is_out(self, made: "Made") -> None:
        made.mornings(BACK, {14: 1, 11: 1, 9: 1, 7: 1, 6: 2, 4: 2, 2: 2, 0: 3})

        assert made.inputs().week_delta is None

    def test_the_worst_site_counts(self, made: "Made") -> None:
        for back in range(14):
            made.check_in(back, {BACK: 1, KNEE: 3 if back < 7 else 2})

        assert made.inputs().week_delta == 100

    def test_a_calmer_week_is_below_0(self, made: "Made") -> None:
        made.mornings(BACK, {back: 1 if back < 7 else 3 for back in range(14)})

        assert made.inputs().week_delta == -200


class TestDistances:
    """R-LOAD-04 and R-RDY-38 to 40."""

    @pytest.mark.parametrize(
        ("runs", "expected"),
        [
            ({30: 9000, 5: 6000}, 9000),
            ({31: 9000, 5: 6000}, 6000),
            ({1: 7000}, 7000),
            ({0: 7000}, None),
            ({2: None, 5: 4000}, 4000),
            ({2: None}, None),
            ({}, None),
        ],
        ids=["day -30", "day -31", "yesterday", "today", "no distance", "only that", "none"],
    )
    def test_longest_of_30_days(
        self, made: "Made", runs: dict[int, int | None], expected: int | None
    ) -> None:
        for back, metres in runs.items():
            made.run(back, metres)

        assert made.inputs().longest30_m == expected

    def test_two_runs_of_a_day_are_not_added_up(self, made: "Made") -> None:
        made.run(1, 5000, hour=8)
        made.run(1, 4000, hour=18)

        assert made.inputs().longest30_m == 5000

    @pytest.mark.parametrize(
        ("run_days", "expected"),
        [
            ((1, 2, 3), 3), ((0, 1, 2), 3), ((2, 3, 4), 0), ((1, 3), 1), ((0,), 1), ((), 0),
            ((1, 2, 4, 5), 2),
        ],
    )  # fmt: skip
    def test_running_days_in_a_row(
        self, made: "Made", run_days: tuple[int, ...], expected: int
    ) -> None:
        for back in run_days:
            made.run(back, hour=8)
            made.run(back, hour=18)

        assert made.inputs().run_days_in_row == expected

    def test_the_latest_planned_distance_counts_and_a_given_one_before_it(
        self, made: "Made"
    ) -> None:
        made.screened()
        for back in (5, 7, 9):
            made.run(back, 8000)
        made.check_in(0, {BACK: 0}, planned_m=5000)
        assert made.decided().outcome is Outcome.GO

        made.check_in(0, {BACK: 0}, hour=9, planned_m=8801)

        assert made.decided().rules == ("R-RDY-38",)
        assert made.decided().cap_m == 8800


class TestUnscored:
    """GO is only ever said with a score for today (4.3)."""

    def test_a_tracked_site_that_hurt_and_has_no_score_today(self, made: "Made") -> None:
        made.settings = replace(made.settings, tracked=(BACK, KNEE))
        made.check_in(7, {BACK: 1, KNEE: 0})
        made.check_in(0, {KNEE: 0})

        assert made.inputs().unscored == (BACK,)

    @pytest.mark.parametrize("last", [{}, {8: 4}, {3: 4, 2: 0}])
    def test_one_that_was_comfortable_is_not_asked_for(
        self, made: "Made", last: dict[int, int]
    ) -> None:
        made.settings = replace(made.settings, tracked=(BACK, KNEE))
        made.mornings(BACK, last)
        made.check_in(0, {KNEE: 0})

        assert made.inputs().unscored == ()

    def test_no_check_in_today_needs_input(self, made: "Made") -> None:
        made.screened()
        made.run(2)
        made.check_in(1, {BACK: 0})

        assert made.decided().outcome is Outcome.NEEDS_INPUT
        assert made.decided().rules == ("R-RDY-00b",)
        assert made.decided().cap_m == 0

    def test_a_check_in_without_a_score_needs_input_too(self, made: "Made") -> None:
        made.screened()
        made.check_in(0, night=Night.NONE, sleep_h=8)

        assert made.decided().outcome is Outcome.NEEDS_INPUT


class TestScreening:
    """R-SCR-01 to R-SCR-10, C-29."""

    def test_answers_are_good_for_12_months(self, made: "Made") -> None:
        made.screened(365)

        assert made.inputs().screen is Screen.CLEAR
        assert made.inputs(-1).screen is Screen.MISSING

    def test_newer_answers_replace_older_ones(self, made: "Made") -> None:
        made.screened(20)
        made.screened(2, told_to_avoid=True)

        assert made.inputs(3).screen is Screen.CLEAR
        assert made.inputs().screen is Screen.CLEARANCE_NEEDED

    @pytest.mark.parametrize(
        ("answers", "expected"),
        [
            ({}, Screen.CLEAR),
            ({"bone_risk": True}, Screen.CLEAR),
            ({"adult": False}, Screen.DIARY_ONLY),
            ({"adult": False, "symptoms": True}, Screen.DIARY_ONLY),
            ({"structural": True}, Screen.CLEARANCE_NEEDED),
            ({"symptoms": True, "active": True}, Screen.CLEARANCE_NEEDED),
            ({"pregnancy": True}, Screen.CLEARANCE_NEEDED),
            ({"told_to_avoid": True}, Screen.CLEARANCE_NEEDED),
            ({"condition": True, "active": True}, Screen.MODERATE_ONLY),
            ({"condition": True, "active": False}, Screen.CLEARANCE_NEEDED),
        ],
    )
    def test_what_answers_add_up_to(
        self, made: "Made", answers: dict[str, bool], expected: Screen
    ) -> None:
        made.screened(1, **answers)

        assert made.inputs().screen is expected

    def test_a_clearance_lifts_what_the_answers_ask_for(self, made: "Made") -> None:
        made.screened(20, structural=True)
        made.cleared(10, "screening")
        assert made.inputs(11).screen is Screen.CLEARANCE_NEEDED
        assert made.inputs().screen is Screen.CLEAR

    def test_a_clearance_older_than_the_answers_lifts_nothing(self, made: "Made") -> None:
        made.cleared(21, "screening")
        made.screened(20, structural=True)

        assert made.inputs().screen is Screen.CLEARANCE_NEEDED


class TestClearanceToRunWithPain:
    """R-RDY-20x: valid for 90 days, up to a score, and not above the usual level."""

    def at_usual_4(self, made: "Made") -> None:
        made.screened(100)
        for back in (25, 20, 5):
            made.run(back, during={BACK: 4})
        made.mornings(BACK, {4: 4, 3: 4, 2: 4, 1: 4, 0: 4})

    def test_without_one_it_is_cross(self, made: "Made") -> None:
        self.at_usual_4(made)

        assert made.decided().rules == ("R-RDY-20",)
        assert made.decided().outcome is Outcome.CROSS

    @pytest.mark.parametrize(
        ("back", "up_to", "expected"),
        [
            (90, 4, "R-RDY-20x"), (91, 4, "R-RDY-20"), (0, 5, "R-RDY-20x"), (10, 3, "R-RDY-20"),
        ],
    )  # fmt: skip
    def test_how_long_and_how_far_it_reaches(
        self, made: "Made", back: int, up_to: int, expected: str
    ) -> None:
        self.at_usual_4(made)
        made.cleared(back, "all", allows=Allows.RUN_WITH_PAIN, up_to=up_to)

        assert made.decided().rules == (expected,)

    def test_above_the_usual_level_it_does_not_count(self, made: "Made") -> None:
        self.at_usual_4(made)
        made.cleared(10, "all", allows=Allows.RUN_WITH_PAIN, up_to=5)
        made.check_in(1, {BACK: 3}, hour=6)
        made.check_in(0, {BACK: 5}, hour=9)

        assert made.decided().rules == ("R-RDY-20", "R-RDY-31")

    def test_a_newer_word_that_forbids_running_ends_it(self, made: "Made") -> None:
        self.at_usual_4(made)
        made.cleared(10, "all", allows=Allows.RUN_WITH_PAIN, up_to=5)
        made.cleared(2, "all", allows=Allows.WALK)

        assert "R-RDY-20" in made.decided().rules
