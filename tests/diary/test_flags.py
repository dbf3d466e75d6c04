"""Which red flags a diary made by hand raises, and when they end (2.2, R-RED-41)."""

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tracker.diary.flags import list_reason_on
from tracker.domain.check_in import BoneFocal
from tracker.domain.pain import Night, Quality
from tracker.domain.run import RunOutcome
from tracker.domain.screening import Allows
from tracker.domain.site import PainSite, Side, Site

if TYPE_CHECKING:
    from tests.diary.conftest import Made

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
KNEE = PainSite(Site.KNEE, Side.LEFT)
SHIN = PainSite(Site.SHIN, Side.LEFT)
STOPPED = RunOutcome.STOPPED_PAIN


class TestTickedAnswers:
    """Holds stay until cleared or taken back; advice stays for 14 days or until answered no."""

    def test_a_hold_stays_however_long_ago_and_whatever_is_answered_later(
        self, made: "Made"
    ) -> None:
        made.check_in(400, yes=("saddle_numb",))
        made.check_in(3, no=("saddle_numb",))

        assert made.flags() == ("R-RED-01",)

    @pytest.mark.parametrize(("back", "expected"), [(13, ("R-RED-24",)), (14, ())])
    def test_advice_stays_for_14_days(
        self, made: "Made", back: int, expected: tuple[str, ...]
    ) -> None:
        made.check_in(back, yes=("tingle_one_leg",))

        assert made.flags() == expected

    def test_advice_ends_with_a_later_no(self, made: "Made") -> None:
        made.check_in(5, yes=("tingle_one_leg", "age_first_back"))
        made.check_in(2, no=("tingle_one_leg",))

        assert made.flags() == ("R-RED-29",)

    def test_one_days_answers_count_together(self, made: "Made") -> None:
        made.check_in(2, yes=("tingle_one_leg",))
        made.check_in(2, no=("tingle_one_leg",), hour=20)

        assert made.flags() == ("R-RED-24",)

    def test_an_answer_of_tomorrow_is_not_yet_said(self, made: "Made") -> None:
        made.check_in(-1, yes=("saddle_numb",))

        assert made.flags() == ()

    def test_bone_pain_by_its_site(self, made: "Made") -> None:
        made.check_in(
            200,
            bone_focal=(
                BoneFocal(site=Site.SHIN, walking=True),
                BoneFocal(site=Site.HIP_GROIN, rest_or_night=True),
                BoneFocal(site=Site.FOOT_TOP),
            ),
        )

        assert made.flags() == ("R-RED-22", "R-RED-23")

    def test_night_pain_that_nothing_eased_stays(self, made: "Made") -> None:
        made.check_in(60, night=Night.UNRELENTING)
        made.check_in(0, night=Night.NONE)

        assert made.flags() == ("R-RED-21c",)


class TestClearances:
    """A clearance that allows running switches off; a later yes switches on again."""

    def test_off_and_on_again(self, made: "Made") -> None:
        made.check_in(10, yes=("calf_swelling",))
        made.cleared(8, "R-RED-11")
        made.check_in(3, yes=("calf_swelling",))

        assert made.flags(9) == ("R-RED-11",)
        assert made.flags(8) == ()
        assert made.flags(4) == ()
        assert made.flags() == ("R-RED-11",)

    @pytest.mark.parametrize(
        ("covers", "allows", "expected"),
        [
            (("all",), Allows.RUN, ()),
            (("R-RED-11",), Allows.RUN_WITH_PAIN, ()),
            (("R-RED-11",), Allows.WALK, ("R-RED-11",)),
            (("all",), Allows.NOTHING, ("R-RED-11",)),
            (("R-RED-12",), Allows.RUN, ("R-RED-11",)),
            (("screening",), Allows.RUN, ("R-RED-11",)),
        ],
    )
    def test_what_it_must_cover_and_allow(
        self, made: "Made", covers: tuple[str, ...], allows: Allows, expected: tuple[str, ...]
    ) -> None:
        made.check_in(10, yes=("calf_swelling",))
        made.cleared(8, *covers, allows=allows, up_to=3)

        assert made.flags() == expected

    def test_on_one_day_the_order_of_writing_counts(self, made: "Made") -> None:
        made.check_in(0, yes=("calf_swelling",), hour=7)
        made.cleared(0, "all", hour=12)
        assert made.flags() == ()

        made.check_in(0, yes=("calf_swelling",), hour=18)
        assert made.flags() == ("R-RED-11",)

    def test_a_newer_word_that_forbids_running_counts(self, made: "Made") -> None:
        made.check_in(10, yes=("calf_swelling",))
        made.cleared(8, "all")
        made.cleared(2, "R-RED-11", allows=Allows.NOTHING)

        assert made.flags() == ("R-RED-11",)

    def test_a_clearance_has_no_end_for_what_it_switched_off(self, made: "Made") -> None:
        made.check_in(500, yes=("calf_swelling",))
        made.cleared(499, "all")

        assert made.flags() == ()

    def test_nights_before_it_no_longer_count(self, made: "Made") -> None:
        made.check_in(5, night=Night.WAKES)
        made.check_in(4, night=Night.WAKES)
        assert made.flags(4) == ("R-RED-21b",)

        made.cleared(3, "all")
        assert made.flags(3) == ()

        made.check_in(1, night=Night.WAKES)
        assert made.flags() == ("R-RED-21a",)


class TestRetracted:
    """R-RED-41: a mistaken answer is taken back; a later yes counts again."""

    def test_off_and_on_again(self, made: "Made") -> None:
        made.check_in(5, yes=("calf_swelling", "back_lump"), hour=7)
        made.took_back(5, "R-RED-11", hour=8)
        assert made.flags() == ("R-RED-16",)

        made.check_in(1, yes=("calf_swelling",))
        assert made.flags() == ("R-RED-11", "R-RED-16")


class TestLingers:
    """R-RED-25, C-15."""

    @pytest.mark.parametrize(
        ("mornings", "expected"),
        [
            (dict.fromkeys(range(45), 2), True),
            (dict.fromkeys(range(44), 2), False),
            (dict.fromkeys(range(17), 4), True),
            (dict.fromkeys(range(16), 4), False),
            (dict.fromkeys(range(45), 2) | dict.fromkeys(range(3), 1), False),
            (dict.fromkeys(range(17), 4) | {2: 3}, False),
        ],
        ids=[
            "42 days with a mean of 2", "41", "14 days with a mean of 4", "13",
            "the last mean is below 2", "one mean is below 4",
        ],
    )  # fmt: skip
    def test_each_day_has_its_mean_from_four_entries(
        self, made: "Made", mornings: dict[int, int], *, expected: bool
    ) -> None:
        made.mornings(BACK, mornings)

        assert ("R-RED-25" in made.flags()) is expected

    def test_entries_on_four_of_seven_days_are_enough(self, made: "Made") -> None:
        made.mornings(BACK, {back: 4 for back in range(30) if back % 7 in {0, 2, 4, 6}})

        assert "R-RED-25" in made.flags()

    def test_a_week_without_entries_breaks_the_row(self, made: "Made") -> None:
        made.mornings(BACK, {back: 4 for back in range(30) if back not in range(5, 11)})

        assert made.flags() == ()

    def test_it_is_quiet_for_90_days_after_a_clearance(self, made: "Made") -> None:
        made.mornings(BACK, dict.fromkeys(range(150), 2))
        made.cleared(91, "R-RED-25")

        assert made.flags(92) == ("R-RED-25",)
        assert made.flags(91) == ()
        assert made.flags(1) == ()
        assert made.flags() == ("R-RED-25",)

    def test_sites_are_not_mixed(self, made: "Made") -> None:
        made.mornings(BACK, dict.fromkeys(range(8), 4))
        made.mornings(KNEE, dict.fromkeys(range(8, 20), 4))

        assert made.flags() == ()


class TestTimeLoss:
    """R-RED-26, C-16: 7 days, or three planned sessions in a row."""

    def cut(self, made: "Made", *backs: int) -> None:
        made.check_in(0, {BACK: 1})
        for back in backs:
            made.run(back, outcome=RunOutcome.COMPLETED_SLOWED)

    @pytest.mark.parametrize(
        ("backs", "expected"),
        [((7,), True), ((6,), False), ((5, 3, 1), True), ((5, 3), False), ((), False)],
    )
    def test_days_and_sessions(
        self, made: "Made", backs: tuple[int, ...], *, expected: bool
    ) -> None:
        self.cut(made, *backs)

        assert ("R-RED-26" in made.flags()) is expected

    def test_it_ends_with_a_run_that_went_to_its_end(self, made: "Made") -> None:
        self.cut(made, 10, 8, 6)
        made.run(1)

        assert made.flags() == ()

    def test_two_stops_among_four_runs_are_no_lost_week(self, made: "Made") -> None:
        made.check_in(0, {BACK: 2})
        for back in (7, 1):
            made.run(back, outcome=STOPPED)
        for back in (5, 3):
            made.run(back)

        assert "R-RED-26" not in made.flags()

    def test_the_reason_says_which_half(self, made: "Made") -> None:
        made.screened()
        self.cut(made, 5, 3, 1)

        [text] = [each.text for each in made.verdict().because if each.rule == "R-RDY-34"]
        assert text.startswith("3 planned sessions in a row cut or stopped")

    def test_a_planned_run_that_did_not_happen_on_a_day_that_hurt_counts(
        self, made: "Made"
    ) -> None:
        self.cut(made, 5)
        made.check_in(3, {BACK: 3}, planned_m=5000)
        assert made.flags() == ()

        made.check_in(1, {BACK: 3}, planned_m=5000)
        assert made.flags() == ("R-RED-26",)

    def test_one_that_was_left_out_without_pain_does_not(self, made: "Made") -> None:
        self.cut(made, 5)
        made.check_in(3, {BACK: 2}, planned_m=5000)
        made.check_in(1, {BACK: 2}, planned_m=5000)

        assert made.flags() == ()

    def test_without_any_pain_in_a_week_nothing_is_lost_to_pain(self, made: "Made") -> None:
        made.run(8, outcome=RunOutcome.COMPLETED_SLOWED)
        made.mornings(BACK, dict.fromkeys(range(8), 0))

        assert made.flags() == ()

    def test_it_is_quiet_for_90_days_after_a_clearance(self, made: "Made") -> None:
        made.cleared(90, "R-RED-26")
        self.cut(made, 40)

        assert made.flags() == ()
        made.check_in(-1, {BACK: 1})
        assert made.flags(-1) == ("R-RED-26",)


class TestAfterAStop:
    """R-RED-27, C-14."""

    def stop(self, made: "Made", back: int, *, hour: int = 6) -> None:
        """Stop at half past the hour, with 1 before and 5 during."""
        made.run(back, hour=hour, before={BACK: 1}, during={BACK: 5}, outcome=STOPPED)

    def persists(self, made: "Made", back: int) -> bool:
        return "R-RED-27" in made.flags(back)

    @pytest.mark.parametrize(("hour", "expected"), [(6, False), (7, True)])
    def test_above_the_score_before_at_72_hours(
        self, made: "Made", hour: int, *, expected: bool
    ) -> None:
        self.stop(made, 3)
        made.check_in(0, {BACK: 2}, hour=hour)

        assert self.persists(made, 0) is expected

    def test_the_reason_says_which_half(self, made: "Made") -> None:
        self.stop(made, 9)
        self.stop(made, 1)

        [text] = [each.text for each in made.verdict().because if each.rule == "R-RDY-03"]
        assert text == "Two pain stops at one site in 14 days"

    def test_72_hours_exactly(self, made: "Made") -> None:
        self.stop(made, 3, hour=7)
        [run] = made.runs
        written = run.start + timedelta(seconds=run.duration_s or 0, hours=72)
        assert (written.hour, written.minute) == (7, 30)

        made.check_in(0, {BACK: 2}, hour=7)
        assert not self.persists(made, 0)

        made.check_ins.clear()
        made.check_in(0, {BACK: 2}, hour=8)
        assert self.persists(made, 0)

    def test_at_the_score_before_it_is_no_flag(self, made: "Made") -> None:
        self.stop(made, 3)
        made.mornings(BACK, {2: 4, 1: 4, 0: 1})

        assert not self.persists(made, 0)

    def test_it_ends_after_two_mornings_running(self, made: "Made") -> None:
        self.stop(made, 9)
        made.mornings(BACK, {6: 3, 5: 1, 4: 2, 3: 1, 2: 1})

        assert self.persists(made, 6)
        assert self.persists(made, 5)
        assert self.persists(made, 3)
        assert not self.persists(made, 2)

    def test_two_mornings_with_a_gap_do_not_end_it(self, made: "Made") -> None:
        self.stop(made, 9)
        made.mornings(BACK, {6: 3, 5: 1, 3: 1})

        assert self.persists(made, 0)

    def test_a_score_filled_in_later_is_not_as_late_as_its_writing(self, made: "Made") -> None:
        self.stop(made, 3)
        made.check_in(2, {BACK: 3}, hour=20, written_back=0)

        assert not self.persists(made, 0)

    def test_without_a_score_before_the_mornings_check_in_counts(self, made: "Made") -> None:
        made.check_in(3, {BACK: 1}, hour=5)
        made.run(3, hour=6, during={BACK: 5}, outcome=STOPPED)
        made.check_in(0, {BACK: 2}, hour=8)

        assert self.persists(made, 0)

    @pytest.mark.parametrize(("earlier", "expected"), [(13, True), (14, False)])
    def test_two_stops_at_one_site_in_14_days(
        self, made: "Made", earlier: int, *, expected: bool
    ) -> None:
        self.stop(made, earlier)
        made.mornings(BACK, {earlier - 1: 1, earlier - 2: 1})
        self.stop(made, 0)

        assert self.persists(made, 0) is expected

    def test_two_stops_at_two_sites(self, made: "Made") -> None:
        self.stop(made, 5)
        made.mornings(BACK, {4: 1, 3: 1})
        made.run(1, before={KNEE: 0, BACK: 1}, during={KNEE: 6, BACK: 1}, outcome=STOPPED)

        assert not self.persists(made, 0)

    def test_a_stop_for_an_alarm_sign_is_no_pain_stop(self, made: "Made") -> None:
        for back in (5, 2):
            made.run(back, during={BACK: 5}, outcome=RunOutcome.STOPPED_ALARM)

        assert not self.persists(made, 0)

    def test_a_clearance_ends_it_and_a_later_stop_begins_anew(self, made: "Made") -> None:
        self.stop(made, 9)
        made.mornings(BACK, {6: 3, 5: 3, 0: 4})
        made.cleared(5, "R-RED-27", hour=12)
        assert not self.persists(made, 5)

        self.stop(made, 5, hour=18)
        assert not self.persists(made, 4)
        assert self.persists(made, 0)


class TestSevereTwice:
    """R-RED-31: 7 or more on two check-ins in a row."""

    def test_two_in_a_row(self, made: "Made") -> None:
        made.mornings(BACK, {5: 7, 2: 8})

        assert made.flags(3) == ()
        assert made.flags(2) == ("R-RED-31",)
        assert made.flags() == ("R-RED-31",)

    def test_two_on_one_day_are_two_check_ins(self, made: "Made") -> None:
        made.check_in(0, {BACK: 7})
        made.check_in(0, {BACK: 7}, hour=20)

        assert made.flags() == ("R-RED-31",)

    def test_a_milder_one_ends_it(self, made: "Made") -> None:
        made.mornings(BACK, {3: 9, 2: 9, 1: 6})

        assert made.flags(2) == ("R-RED-31",)
        assert made.flags() == ()

    def test_two_sites_are_not_one(self, made: "Made") -> None:
        made.check_in(1, {BACK: 7, KNEE: 1})
        made.check_in(0, {BACK: 1, KNEE: 7})

        assert made.flags() == ()

    def test_what_was_said_before_a_clearance_no_longer_counts(self, made: "Made") -> None:
        made.mornings(BACK, {3: 9, 2: 9})
        made.cleared(2, "all", hour=12)
        made.check_in(2, {BACK: 8}, hour=20)
        assert made.flags() == ()

        made.check_in(0, {BACK: 8})
        assert made.flags() == ("R-RED-31",)


class TestFullList:
    """When the whole list is to be gone through (2.2)."""

    def due(self, made: "Made") -> bool:
        return bool(list_reason_on(made.snapshot, made.day(0)))

    @pytest.mark.parametrize(("back", "expected"), [(6, False), (7, True), (1, False)])
    def test_every_seven_days(self, made: "Made", back: int, *, expected: bool) -> None:
        made.check_in(back, {BACK: 1}, full_list=True)
        made.check_in(0, {BACK: 1})

        assert self.due(made) is expected

    @pytest.mark.parametrize(
        ("today", "alarm", "expected"),
        [
            ({BACK: 1}, True, True), ({BACK: 6}, False, False), ({BACK: 7}, None, True),
            ({SHIN: 1}, None, True), ({KNEE: 1}, None, False),
        ],
    )  # fmt: skip
    def test_by_the_gate_a_new_site_or_severe_pain(
        self, made: "Made", today: dict[PainSite, int], *, alarm: bool | None, expected: bool
    ) -> None:
        made.check_in(90, {KNEE: 2})
        made.check_in(2, {BACK: 1}, full_list=True)
        made.check_in(0, today, alarm=alarm)

        assert self.due(made) is expected

    @pytest.mark.parametrize(
        ("quality", "expected"),
        [(Quality.NUMB, True), (Quality.PINPOINT_BONE, True), (Quality.ACHE, False)],
    )
    def test_by_a_quality_that_opens_questions(
        self, made: "Made", quality: Quality, *, expected: bool
    ) -> None:
        made.check_in(1, {BACK: 1}, full_list=True)
        made.check_in(0, {BACK: 1}, quality=(quality,))

        assert self.due(made) is expected

    def test_once_gone_through_it_is_done_for_the_day(self, made: "Made") -> None:
        made.check_in(0, {SHIN: 8}, alarm=True, full_list=True)
        made.check_in(0, {SHIN: 5}, hour=12)

        assert not self.due(made)

    def test_until_something_alarming_is_said_again(self, made: "Made") -> None:
        made.check_in(0, {SHIN: 8}, alarm=True, full_list=True)
        made.check_in(0, {SHIN: 5}, hour=12, alarm=True)

        assert self.due(made)
