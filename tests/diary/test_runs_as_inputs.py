"""What the last weeks of running say about today; what is expected was counted by hand.

Days are counted back from today (0); a run of day 3 is answered by the morning of day 2.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tracker.diary.responses import judged
from tracker.domain.cross_training import CrossKind, CrossTraining
from tracker.domain.pain import Night, Pattern, Quality
from tracker.domain.run import RunOutcome
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Response

if TYPE_CHECKING:
    from tests.diary.conftest import Made
    from tracker.diary.responses import JudgedSite
    from tracker.domain.run import Run

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
ACHILLES = PainSite(Site.ACHILLES, Side.RIGHT)
SHIN = PainSite(Site.SHIN, Side.LEFT)
KNEE = PainSite(Site.KNEE, Side.LEFT)
WORSE = Pattern.WORSE_THROUGH_RUN


def usual_of(made: "Made", back: int = 0) -> int | None:
    [site] = made.inputs(back).sites
    return site.usual


def deciding(made: "Made", run: "Run") -> "JudgedSite":
    return judged(made.snapshot, run).decided_by


class TestUsual:
    """R-PAIN-03: the mean of the rested mornings of 14 days, else of all mornings of 7 days."""

    def test_a_morning_after_a_run_is_not_rested(self, made: "Made") -> None:
        made.mornings(BACK, {1: 1, 2: 1, 3: 4, 4: 2, 5: 2, 6: 5})
        made.run(4)
        made.run(7)
        made.check_in(0, {BACK: 3})

        # Mornings 3 and 6 follow the runs of days 4 and 7: (1 + 1 + 2 + 2) / 4.
        assert usual_of(made) == 150

    def test_the_fourteenth_day_back_is_in_and_the_fifteenth_out(self, made: "Made") -> None:
        made.mornings(BACK, {15: 9, 14: 4, 10: 1, 9: 1, 8: 1})
        made.check_in(0, {BACK: 1})

        assert usual_of(made) == 175

    def test_whoever_runs_daily_is_measured_by_the_last_seven_mornings(self, made: "Made") -> None:
        for back in range(1, 16):
            made.run(back, 4000)
        made.mornings(BACK, {1: 2, 2: 1, 3: 1, 4: 2, 5: 1, 6: 1, 7: 2, 8: 9, 9: 9})
        made.check_in(0, {BACK: 2})

        # No morning is rested: (2 + 1 + 1 + 2 + 1 + 1 + 2) / 7 = 1.428…
        assert usual_of(made) == 143

    def test_three_rested_mornings_are_too_few_and_the_week_stands_in(self, made: "Made") -> None:
        made.run(2)
        made.mornings(BACK, {1: 4, 3: 1, 5: 1, 7: 1})
        made.check_in(0, {BACK: 1})

        assert usual_of(made) == 175

    def test_a_sparse_log_of_three_mornings_a_week_is_rested_over_two(self, made: "Made") -> None:
        made.run(3)
        made.mornings(BACK, {2: 5, 5: 1, 7: 2, 9: 1, 12: 2})
        made.check_in(0, {BACK: 1})

        assert usual_of(made) == 150

    def test_three_mornings_in_two_weeks_are_no_level(self, made: "Made") -> None:
        made.mornings(BACK, {2: 1, 6: 1, 12: 1})
        made.check_in(0, {BACK: 1})

        assert usual_of(made) is None

    def test_halves_are_rounded_up_to_hundredths(self, made: "Made") -> None:
        made.mornings(BACK, {1: 1, 2: 1, 3: 1, 4: 0, 5: 1, 6: 1, 7: 1, 8: 0})
        made.check_in(0, {BACK: 1})
        assert usual_of(made) == 75

        made.mornings(BACK, {9: 0})  # 6 / 9 = 0.666…
        assert usual_of(made) == 67

    def test_a_run_is_judged_by_the_level_up_to_its_own_morning(self, made: "Made") -> None:
        made.mornings(BACK, {1: 3, 2: 3, 3: 2, 4: 2, 5: 2, 6: 1})
        run = made.run(2, before={BACK: 0}, during={BACK: 0})

        # As of day 1: (3 + 2 + 2 + 2 + 1) / 5 of days 2 to 6; its answer, day 1, is not in it.
        assert deciding(made, run).session.usual == 200


class TestBase:
    """R-PAIN-06: the highest of the score before and the usual level, else of it and `am0`."""

    def test_a_stiff_morning_as_always_is_no_alarm(self, made: "Made") -> None:
        made.mornings(ACHILLES, dict.fromkeys(range(2, 9), 3))
        run = made.run(2, before={ACHILLES: 1}, during={ACHILLES: 2}, after={ACHILLES: 1})
        made.check_in(1, {ACHILLES: 3})

        found = deciding(made, run)
        assert (found.session.base, found.session.am, found.response) == (300, 3, Response.GREEN)

    def test_without_a_level_the_run_days_own_morning_is_the_base(self, made: "Made") -> None:
        made.check_in(1, {BACK: 3})
        run = made.run(1, before={BACK: 1}, during={BACK: 2})
        made.check_in(0, {BACK: 3})

        found = deciding(made, run)
        assert (found.session.am0, found.session.usual) == (3, None)
        assert (found.session.base, found.response) == (300, Response.GREEN)

    def test_a_higher_score_before_the_run_is_the_base(self, made: "Made") -> None:
        made.mornings(BACK, dict.fromkeys(range(1, 7), 1))
        run = made.run(1, before={BACK: 4}, during={BACK: 4})
        made.check_in(0, {BACK: 4})

        found = deciding(made, run)
        assert (found.session.base, found.response) == (400, Response.AMBER_SETTLED)

    @pytest.mark.parametrize(
        ("morning", "expected"),
        [
            (1, Response.GREEN), (2, Response.AMBER_LINGER), (3, Response.RED),
        ],
    )  # fmt: skip
    def test_a_rise_counts_from_1_00_and_2_or_1_50_and_3(
        self, made: "Made", morning: int, expected: Response
    ) -> None:
        made.mornings(BACK, dict.fromkeys(range(1, 7), 1))
        run = made.run(1, before={BACK: 1}, during={BACK: 1})
        made.check_in(0, {BACK: morning})

        assert made.response(run) is expected

    def test_no_base_at_all_is_not_known(self, made: "Made") -> None:
        run = made.run(1, during={BACK: 2})
        made.check_in(0, {BACK: 2})

        assert made.response(run) is Response.UNKNOWN

    def test_sensitive_bones_are_red_from_2_on(self, made: "Made") -> None:
        made.mornings(SHIN, dict.fromkeys(range(1, 7), 0))
        run = made.run(1, before={SHIN: 0}, during={SHIN: 1})
        made.check_in(0, {SHIN: 2})

        assert made.response(run) is Response.RED

    def test_a_known_bone_risk_makes_every_site_sensitive(self, made: "Made") -> None:
        made.mornings(KNEE, dict.fromkeys(range(1, 7), 0))
        run = made.run(1, before={KNEE: 0}, during={KNEE: 1})
        made.check_in(0, {KNEE: 2})
        assert made.response(run) is Response.AMBER_LINGER

        made.screened(bone_risk=True)
        assert made.response(run) is Response.RED


class TestLateScores:
    """C-38: the second or third morning stands in for the first, and is never GREEN."""

    @pytest.mark.parametrize(
        ("mornings", "late", "expected"),
        [
            ({4: 1, 3: 3, 2: 3}, False, Response.GREEN),
            ({3: 1, 2: 3}, True, Response.AMBER_SETTLED),
            ({2: 1}, True, Response.AMBER_SETTLED),
            ({3: 2}, True, Response.AMBER_LINGER),
            ({2: 3}, True, Response.RED),
            ({1: 1}, False, Response.UNKNOWN),
        ],
        ids=["next morning", "second", "third", "lingers", "red", "the fourth is too late"],
    )
    def test_the_first_of_three_mornings_counts(
        self, made: "Made", mornings: dict[int, int], *, late: bool, expected: Response
    ) -> None:
        made.check_in(5, {BACK: 1})
        run = made.run(5, before={BACK: 1}, during={BACK: 1})
        made.mornings(BACK, mornings)

        found = deciding(made, run)
        assert (found.session.late, found.response) == (late, expected)

    def test_a_past_day_is_decided_by_what_was_known_then(self, made: "Made") -> None:
        made.check_in(3, {BACK: 1})
        made.run(3, before={BACK: 1}, during={BACK: 1})
        made.check_in(2, {KNEE: 0})
        made.check_in(1, {BACK: 3})

        known_then, known_now = made.inputs(2).last_run, made.inputs(1).last_run
        assert known_then is not None
        assert known_now is not None
        assert (known_then.response, known_now.response) == (Response.UNKNOWN, Response.RED)

    def test_the_night_is_that_after_the_run_and_no_later_one(self, made: "Made") -> None:
        made.check_in(3, {BACK: 1})
        run = made.run(3, before={BACK: 1}, during={BACK: 1})
        made.check_in(1, {BACK: 1}, night=Night.WAKES)

        assert made.response(run) is Response.AMBER_SETTLED

    @pytest.mark.parametrize("back", [2, 1])
    def test_limping_on_the_next_morning_or_the_one_that_stands_in_is_red(
        self, made: "Made", back: int
    ) -> None:
        made.check_in(3, {BACK: 1})
        run = made.run(3, before={BACK: 1}, during={BACK: 1})
        made.check_in(2, limp=back == 2)
        made.check_in(1, {BACK: 1}, limp=back == 1)

        found = deciding(made, run)
        assert (found.session.limp_am, found.response) == (True, Response.RED)


class TestSites:
    """Sites scored with a run in part, newly tracked, or followed no more."""

    def test_one_empty_worst_cell_leaves_no_fully_scored_morning_unknown(
        self, made: "Made"
    ) -> None:
        made.screened()
        made.settings = replace(made.settings, tracked=(BACK, KNEE))
        for back in (9, 7, 5, 3, 2, 1):
            made.check_in(back, {BACK: 2, KNEE: 1})
        run = made.run(1, before={BACK: 2, KNEE: 1}, during={BACK: 2})
        made.check_in(0, {BACK: 2, KNEE: 1})

        assert made.response(run) is Response.AMBER_SETTLED
        assert "R-RDY-33" not in made.decided().rules

    def test_a_tracked_site_without_its_morning_is_unknown(self, made: "Made") -> None:
        made.settings = replace(made.settings, tracked=(BACK, KNEE))
        made.check_in(1, {BACK: 1, KNEE: 1})
        run = made.run(1, before={BACK: 1, KNEE: 1}, during={BACK: 1, KNEE: 1})
        made.check_in(0, {BACK: 1})

        found = deciding(made, run)
        assert (found.place, found.response) == (KNEE, Response.UNKNOWN)

    def test_a_site_that_is_tracked_no_more_leaves_the_answer_to_the_others(
        self, made: "Made"
    ) -> None:
        made.check_in(1, {BACK: 1, KNEE: 1})
        run = made.run(1, before={BACK: 1, KNEE: 1}, during={BACK: 1, KNEE: 1})
        made.settings = replace(made.settings, tracked=(BACK,))
        made.check_in(0, {BACK: 1})

        assert made.response(run) is Response.GREEN

    def test_such_a_site_still_makes_a_run_red(self, made: "Made") -> None:
        made.settings = replace(made.settings, tracked=(BACK,))
        made.check_in(1, {BACK: 1})
        run = made.run(1, before={BACK: 1}, during={BACK: 1, KNEE: 6})
        made.check_in(0, {BACK: 1})

        found = deciding(made, run)
        assert (found.place, found.response) == (KNEE, Response.RED)

    def test_a_site_tracked_since_this_morning_says_nothing_of_an_unscored_run(
        self, made: "Made"
    ) -> None:
        made.check_in(1, {BACK: 1})
        run = made.run(1)
        made.settings = replace(made.settings, tracked=(BACK, KNEE))
        made.check_in(0, {BACK: 1, KNEE: 5})

        assert made.response(run) is Response.AMBER_SETTLED

    def test_an_imported_run_without_a_score_that_day_takes_the_next_mornings_sites(
        self, made: "Made"
    ) -> None:
        made.mornings(BACK, dict.fromkeys(range(2, 8), 1))
        run = made.run(1)
        made.check_in(0, {BACK: 3})

        found = deciding(made, run)
        assert (found.place, found.session.base) == (BACK, 100)
        assert found.response is Response.RED

    def test_the_site_with_the_greatest_rise_decides_among_equals(self, made: "Made") -> None:
        made.check_in(1, {BACK: 1, KNEE: 0})
        run = made.run(1, before={BACK: 1, KNEE: 0}, during={BACK: 2, KNEE: 0})
        made.check_in(0, {BACK: 3, KNEE: 4})

        assert deciding(made, run).place == KNEE

    def test_the_site_that_hurt_most_decides_a_stop(self, made: "Made") -> None:
        made.check_in(1, {BACK: 1, KNEE: 0})
        run = made.run(
            1, before={BACK: 1, KNEE: 0}, during={BACK: 2, KNEE: 5},
            outcome=RunOutcome.STOPPED_PAIN,
        )  # fmt: skip
        made.check_in(0, {BACK: 3, KNEE: 0})

        assert deciding(made, run).place == KNEE


def red_run(made: "Made", back: int, metres: int | None = 5000) -> None:
    """Log a run with a worst score of 6."""
    made.run(back, metres, before={BACK: 1}, during={BACK: 6})


def green_run(made: "Made", back: int, metres: int | None = 5000) -> None:
    """Log a comfortable run with its morning before and after."""
    made.check_in(back, {BACK: 1})
    made.run(back, metres, before={BACK: 1}, during={BACK: 1})
    made.check_in(back - 1, {BACK: 1})


class TestBaseline:
    """`settled30`, `runs_30d`, `too_much` (4.3, C-35)."""

    def test_a_red_run_is_no_settled_one(self, made: "Made") -> None:
        green_run(made, 9, 5000)
        red_run(made, 5, 7000)

        inputs = made.inputs()
        assert (inputs.longest30_m, inputs.settled30_m, inputs.runs_30d) == (7000, 5000, 2)

    def test_one_that_lingered_is_none_either_and_an_unknown_one_is(self, made: "Made") -> None:
        made.check_in(9, {BACK: 1})
        made.run(9, 8000, before={BACK: 1}, during={BACK: 1})
        made.check_in(8, {BACK: 2})
        made.run(3, 4000)

        assert made.inputs().settled30_m == 4000

    def test_where_none_settled_there_is_none(self, made: "Made") -> None:
        red_run(made, 5, 7000)

        inputs = made.inputs()
        assert (inputs.longest30_m, inputs.settled30_m) == (7000, None)

    @pytest.mark.parametrize(
        ("runs", "expected"),
        [({30: 5000, 1: 4000}, 2), ({31: 5000, 1: 4000}, 1), ({0: 5000}, 0), ({2: None}, 0)],
        ids=["day -30 is in", "day -31 is out", "today is out", "no distance is no baseline"],
    )
    def test_runs_of_30_days(
        self, made: "Made", runs: dict[int, int | None], expected: int
    ) -> None:
        for back, metres in runs.items():
            made.run(back, metres)

        assert made.inputs().runs_30d == expected

    @pytest.mark.parametrize(
        ("runs", "expected"),
        [
            ({28: 5200, 2: 7000}, 5200),
            ({29: 5200, 2: 7000}, None),
            ({2: 7000}, None),
            ({2: 7000, 4: 6000, 9: 8000}, 6000),
            ({2: None, 4: 6000}, 6000),
            ({0: 3000, 4: 6000}, None),
        ],
        ids=[
            "two in 28 days", "day -29 is out", "once is forgiven", "the shortest of three",
            "one without a distance counts", "today's is not known yet",
        ],
    )  # fmt: skip
    def test_too_much_is_the_shortest_of_two_red_runs(
        self, made: "Made", runs: dict[int, int | None], expected: int | None
    ) -> None:
        for back, metres in runs.items():
            red_run(made, back, metres)

        assert made.inputs().too_much_m == expected

    def test_two_runs_of_one_day_are_too_much_once(self, made: "Made") -> None:
        made.run(3, 2000, hour=8, during={BACK: 6})
        made.run(3, 5000, hour=18, during={BACK: 6})
        assert made.inputs().too_much_m is None

        red_run(made, 9, 6000)
        assert made.inputs().too_much_m == 5000

    def test_it_is_forgotten_when_one_of_two_is_older_than_four_weeks(self, made: "Made") -> None:
        red_run(made, 27, 5000)
        red_run(made, 3, 6000)

        assert made.inputs(1).too_much_m == 5000
        assert made.inputs(-1).too_much_m == 5000
        assert made.inputs(-2).too_much_m is None


class TestThreeTooMuch:
    """R-RED-34, C-36: three RED runs in 14 days; it ends by itself."""

    @pytest.mark.parametrize(
        ("backs", "expected"),
        [((13, 7, 2), True), ((14, 7, 2), False), ((7, 2), False), ((0, 3, 6), True)],
    )
    def test_window(self, made: "Made", backs: tuple[int, ...], *, expected: bool) -> None:
        for back in backs:
            red_run(made, back)

        assert ("R-RED-34" in made.flags()) is expected

    def test_it_crosses_out_running_and_asks_to_have_it_seen(self, made: "Made") -> None:
        made.screened()
        for back in (12, 9, 5):
            red_run(made, back)
        made.check_in(0, {BACK: 1})

        assert made.decided().outcome == "CROSS"
        assert "R-RDY-23" in made.decided().rules
        assert "R-RED-34" not in made.flags(-2)


class TestSteady:
    """R-PAIN-08, C-34."""

    def steady_3(self, made: "Made") -> None:
        made.screened()
        made.mornings(BACK, dict.fromkeys((13, 12, 11, 10, 6, 5, 4, 3, 2, 0), 3))

    def is_steady(self, made: "Made") -> bool:
        [site] = made.inputs().sites
        return site.steady

    def test_ten_mornings_of_fourteen_without_a_change(self, made: "Made") -> None:
        self.steady_3(made)

        assert self.is_steady(made)

    def test_nine_are_too_few(self, made: "Made") -> None:
        made.mornings(BACK, dict.fromkeys((13, 12, 11, 10, 5, 4, 3, 2, 0), 3))

        assert not self.is_steady(made)

    def test_three_in_a_week_leave_its_change_unknown(self, made: "Made") -> None:
        made.mornings(BACK, dict.fromkeys((13, 12, 11, 6, 5, 4, 3, 2, 1, 0), 3))

        assert not self.is_steady(made)

    def test_a_week_that_is_a_point_worse_is_not_steady(self, made: "Made") -> None:
        made.mornings(BACK, {back: 2 if back > 6 else 3 for back in range(14)})

        assert not self.is_steady(made)

    def test_each_site_has_its_own_week(self, made: "Made") -> None:
        for back in range(14):
            made.check_in(back, {BACK: 3, KNEE: 2 if back > 6 else 3})

        assert {site.place: site.steady for site in made.inputs().sites} == {
            BACK: True, KNEE: False,
        }  # fmt: skip

    def test_a_red_run_among_the_last_three_ends_it_and_the_fourth_last_does_not(
        self, made: "Made"
    ) -> None:
        self.steady_3(made)
        for back in (40, 38, 20):
            made.run(back, before={BACK: 3}, during={BACK: 3})
        red_run(made, 42)
        assert self.is_steady(made)

        made.runs.pop(0)
        assert not self.is_steady(made)

    def test_a_flag_but_the_lingering_one_ends_it(self, made: "Made") -> None:
        self.steady_3(made)
        made.mornings(BACK, dict.fromkeys(range(14, 55), 3))
        made.mornings(BACK, dict.fromkeys((9, 8, 7, 1), 3))
        assert made.flags() == ("R-RED-25",)
        assert self.is_steady(made)

        made.check_in(0, {BACK: 3}, hour=9, yes=("age_first_back",))
        assert not self.is_steady(made)


class TestListDue:
    """R-RDY-00d: a symptom asks for the alarm list before any advice."""

    @pytest.mark.parametrize(
        ("score", "said"),
        [(7, {}), (1, {"quality": (Quality.TINGLING,)}), (1, {"quality": (Quality.PINPOINT_BONE,)}),
         (1, {"alarm": True})],
        ids=["a score of 7", "tingling", "pin-point bone pain", "the gate"],
    )  # fmt: skip
    def test_a_symptom_waits_for_it(self, made: "Made", score: int, said: dict[str, Any]) -> None:
        made.screened()
        made.check_in(0, {BACK: score}, **said)
        assert made.inputs().list_due
        assert made.decided().rules == ("R-RDY-00d",)

        made.check_in(0, hour=8, alarm=False, full_list=True)
        assert not made.inputs().list_due

    def test_a_new_site_or_a_week_without_it_only_ask(self, made: "Made") -> None:
        made.screened()
        made.check_in(0, {KNEE: 1})

        assert not made.inputs().list_due
        assert made.decided().rules == ("R-RDY-39",)

    def test_a_gate_that_names_its_sign_is_answered(self, made: "Made") -> None:
        made.check_in(0, {BACK: 1}, alarm=True, yes=("tingle_one_leg",))

        assert not made.inputs().list_due

    def test_a_sign_named_later_answers_the_symptom(self, made: "Made") -> None:
        made.screened()
        made.check_in(0, {BACK: 7})
        made.check_in(0, hour=8, alarm=True, yes=("tingle_one_leg",))

        assert not made.inputs().list_due
        assert made.decided().rules[:2] == ("R-RDY-10", "R-RDY-23")

    def test_yesterdays_symptom_does_not_wait_today(self, made: "Made") -> None:
        made.check_in(1, {BACK: 7})
        made.check_in(0, {BACK: 1})

        assert not made.inputs().list_due


class TestFirstWalk:
    """R-RDY-39, R-PROG-01: the ladder begins with a walk until one was settled."""

    def test_a_green_run_of_long_ago_is_enough(self, made: "Made") -> None:
        green_run(made, 60)
        made.check_in(0, {BACK: 1})
        assert made.inputs().walked_w0

    def test_a_new_runner_has_not_walked_yet(self, made: "Made") -> None:
        made.check_in(0, {BACK: 1})
        assert not made.inputs().walked_w0

    @pytest.mark.parametrize(
        ("minutes", "morning", "expected"), [(30, 1, True), (29, 1, False), (30, 3, False)]
    )
    def test_a_walk_of_thirty_minutes_that_settled(
        self, made: "Made", minutes: int, morning: int, *, expected: bool
    ) -> None:
        walk = CrossTraining(
            id="walk", start=made.at(2, 17), day=made.day(2), kind=CrossKind.WALK,
            duration_s=minutes * 60,
        )  # fmt: skip
        made.cross_training.append(walk)
        made.mornings(BACK, {2: 1, 1: morning, 0: 1})

        assert made.inputs().walked_w0 is expected

    def test_after_pin_point_bone_pain_the_walk_comes_anew(self, made: "Made") -> None:
        green_run(made, 60)
        made.check_in(40, {SHIN: 2}, quality=(Quality.PINPOINT_BONE,), pattern=WORSE)
        made.cleared(20, "all")
        made.check_in(0, {BACK: 1})

        assert not made.inputs().walked_w0


class TestPainStopByTheBase:
    """R-RED-27: still 1.00 or more over that run's base at 72 hours."""

    def stopped(self, made: "Made", later: int) -> None:
        made.mornings(BACK, dict.fromkeys(range(4, 12), 3))
        made.run(4, before={BACK: 1}, during={BACK: 5}, outcome=RunOutcome.STOPPED_PAIN)
        made.mornings(BACK, {3: 4, 2: 4, 1: 4, 0: later})

    def test_a_morning_as_stiff_as_always_is_no_persisting_pain(self, made: "Made") -> None:
        self.stopped(made, 3)
        assert "R-RED-27" not in made.flags()

    def test_a_point_over_the_usual_is(self, made: "Made") -> None:
        self.stopped(made, 4)
        assert "R-RED-27" in made.flags()


class TestQuiet:
    """C-37: a visit or clearance quiets R-RED-25 and 26 for 90 days."""

    def lingering(self, made: "Made") -> None:
        made.mornings(BACK, dict.fromkeys(range(60), 3))

    def test_a_visit_quiets_pain_that_lingers(self, made: "Made") -> None:
        self.lingering(made)
        assert made.flags() == ("R-RED-25",)

        made.visit(5)
        assert made.flags() == ()

    @pytest.mark.parametrize(("back", "quiet"), [(90, True), (91, False)])
    def test_for_ninety_days(self, made: "Made", back: int, *, quiet: bool) -> None:
        self.lingering(made)
        made.visit(back)

        assert (made.flags() == ()) is quiet

    def test_a_visit_to_come_quiets_nothing(self, made: "Made") -> None:
        self.lingering(made)
        made.visit(-3)

        assert made.flags() == ("R-RED-25",)
