"""How long red flags stay (R-RED-41), and what the diary's numbers raise."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tracker.domain.check_in import BoneFocal, CheckIn, FlagAnswer
from tracker.domain.pain import Night, Pattern, Quality, Spread, score_at
from tracker.domain.screening import Allows, Clearance, ClearedBy, Retraction
from tracker.domain.site import PainSite, Side, Site
from tracker.rules.computed_flags import (
    STILL_UP,
    Morning,
    PainStop,
    after_stop_persist,
    inflammatory,
    lingers,
    severe_two_days,
    three_too_much,
    time_loss,
)
from tracker.rules.flag_history import active_flags, cleared_on, nights_woken, quiet_until
from tracker.rules.red_flags import list_reason, opened_by, symptom_opens_list
from tracker.rules.symptoms import contradictions, raised_by

DAY = date(2026, 3, 2)
SHIN = PainSite(Site.SHIN, Side.LEFT)
BONE = Quality.PINPOINT_BONE


def at(day: int, hour: int = 8) -> datetime:
    return datetime(2026, 3, 2, hour, tzinfo=UTC) + timedelta(days=day)


def on(day: int) -> date:
    return DAY + timedelta(days=day)


def said(
    day: int, *keys: str, no: tuple[str, ...] = (), night: Night | None = None, hour: int = 8
) -> CheckIn:
    answers = [FlagAnswer(key, yes=True) for key in keys] + [
        FlagAnswer(key, yes=False) for key in no
    ]
    return CheckIn(
        id=f"{day}-{hour}", at=at(day, hour), day=on(day), answers=tuple(answers), night=night
    )


def clearance(day: int, *covers: str, allows: Allows = Allows.RUN, hour: int = 12) -> Clearance:
    return Clearance(
        id=f"c{day}",
        at=at(day, hour),
        day=on(day),
        by=ClearedBy.DOCTOR,
        covers=covers,
        allows=allows,
    )


def retraction(day: int, flag: str) -> Retraction:
    return Retraction(id=f"r{day}", at=at(day, 12), day=on(day), flag=flag, reason="wrong key")


def test_a_hold_stays_until_cleared_whatever_is_answered_later_r_red_41() -> None:
    history = [said(0, "weight_loss"), said(1, no=("weight_loss",))]

    assert active_flags(history, today=on(300)) == ("R-RED-15",)


@pytest.mark.parametrize(
    ("cleared", "active"),
    [
        (clearance(1, "R-RED-15"), ()),
        (clearance(1, "all"), ()),
        (clearance(0, "R-RED-15"), ()),
        (clearance(1, "all", allows=Allows.RUN_WITH_PAIN), ()),
        (clearance(1, "R-RED-15", allows=Allows.WALK), ("R-RED-15",)),
        (clearance(1, "R-RED-15", allows=Allows.NOTHING), ("R-RED-15",)),
        (clearance(1, "R-RED-16"), ("R-RED-15",)),
        (clearance(-1, "R-RED-15"), ("R-RED-15",)),
        (clearance(6, "R-RED-15"), ("R-RED-15",)),
    ],
    ids=["its id", "all", "same day", "with pain", "walk", "nothing", "another", "older", "later"],
)
def test_a_clearance_switches_a_flag_off_r_red_41(
    cleared: Clearance, active: tuple[str, ...]
) -> None:
    assert active_flags([said(0, "weight_loss")], [cleared], today=on(5)) == active


def test_a_later_yes_switches_it_on_again_r_red_41() -> None:
    history = [said(0, "weight_loss"), said(3, "weight_loss")]

    assert active_flags(history, [clearance(2, "all")], today=on(3)) == ("R-RED-15",)


def test_a_later_word_against_running_undoes_a_clearance_r_red_41() -> None:
    words = [clearance(1, "all"), clearance(2, "all", allows=Allows.NOTHING)]

    assert active_flags([said(0, "weight_loss")], words, today=on(3)) == ("R-RED-15",)


def test_a_mistaken_answer_can_be_taken_back_r_red_41() -> None:
    history = [said(0, "weight_loss", "back_lump")]

    assert active_flags(history, retractions=[retraction(0, "R-RED-15")], today=on(1)) == (
        "R-RED-16",
    )


def test_an_answer_after_the_retraction_counts_again_r_red_41() -> None:
    history = [said(0, "weight_loss"), said(2, "weight_loss")]

    assert active_flags(history, retractions=[retraction(1, "R-RED-15")], today=on(2)) == (
        "R-RED-15",
    )


def test_advice_stays_14_days_or_until_answered_no_r_red_41() -> None:
    history = [said(0, "tingle_one_leg", "age_first_back", "inflammatory")]
    flags = ("R-RED-24", "R-RED-28", "R-RED-29")

    assert active_flags(history, today=on(13)) == flags
    assert active_flags(history, today=on(14)) == ()
    history.append(said(2, no=("tingle_one_leg", "inflammatory")))
    assert active_flags(history, today=on(2)) == ("R-RED-29",)


def test_the_answers_of_one_day_count_together_r_pain_02b() -> None:
    history = [said(0, "tingle_one_leg"), said(0, no=("tingle_one_leg",), hour=18)]

    assert active_flags(history, today=on(0)) == ("R-RED-24",)


def test_nights_are_counted_anew_every_day_r_red_21_and_r_red_21a_r_red_21b() -> None:
    history = [said(0, night=Night.WAKES), said(3, night=Night.WAKES)]

    assert active_flags(history[:1], today=on(0)) == ("R-RED-21a",)
    assert active_flags(history, today=on(3)) == ("R-RED-21b",)
    assert active_flags(history, today=on(6)) == ("R-RED-21b",)
    assert active_flags(history, today=on(7)) == ("R-RED-21a",)
    assert active_flags(history, today=on(10)) == ()
    assert active_flags(history, [clearance(3, "all")], today=on(4)) == ()
    assert nights_woken([*history, said(3, night=Night.NONE, hour=9)], today=on(3)) == 2


def test_a_night_that_nothing_eases_stays_and_stands_alone_r_red_21c() -> None:
    history = [said(0, night=Night.UNRELENTING), said(1, night=Night.WAKES)]

    assert active_flags(history, today=on(1)) == ("R-RED-21c",)
    assert active_flags(history, today=on(60)) == ("R-RED-21c",)
    assert active_flags(history[:1], [clearance(1, "all")], today=on(9)) == ()


def test_pin_point_bone_pain_stays_until_cleared_r_red_22_23() -> None:
    bones = tuple(BoneFocal(site=site, walking=True) for site in (Site.SHIN, Site.HIP_GROIN))
    history = [CheckIn(id="1", at=at(0), day=on(0), bone_focal=bones)]

    assert active_flags(history, today=on(90)) == ("R-RED-22", "R-RED-23")
    assert active_flags(history, [clearance(2, "R-RED-22")], today=on(90)) == ("R-RED-23",)


def test_computed_flags_come_and_go_and_two_keep_quiet_r_red_41() -> None:
    computed = ("R-RED-25", "R-RED-27")

    assert active_flags([], today=on(0), computed=computed) == computed
    assert active_flags([], [clearance(0, "all")], today=on(90), computed=computed) == ("R-RED-27",)
    assert active_flags([], [clearance(0, "all")], today=on(91), computed=computed) == computed
    assert active_flags([], today=on(0)) == ()


def test_a_visit_keeps_two_flags_quiet_for_90_days_r_red_25_26_c_37() -> None:
    computed = ("R-RED-25", "R-RED-26", "R-RED-34")

    assert active_flags([], visits=[on(0)], today=on(0), computed=computed) == ("R-RED-34",)
    assert active_flags([], visits=[on(0)], today=on(90), computed=computed) == ("R-RED-34",)
    assert active_flags([], visits=[on(0)], today=on(91), computed=computed) == computed
    assert active_flags([], visits=[on(1)], today=on(0), computed=computed) == computed
    assert quiet_until([on(-5), on(0)], today=on(3)) == on(90)
    assert quiet_until([], [clearance(0, "R-RED-22")], today=on(3)) == on(90)
    forbids = clearance(0, "all", allows=Allows.NOTHING)
    assert quiet_until([], [forbids], today=on(3)) is None


def felt(
    day: int,
    *quality: Quality,
    place: PainSite = SHIN,
    part: str | None = None,
    spread: Spread | None = None,
    pattern: Pattern | None = None,
    score: int = 2,
    hour: int = 8,
    full_list: bool = False,
) -> CheckIn:
    return CheckIn(
        id=f"{day}-{hour}",
        at=at(day, hour),
        day=on(day),
        scores=(score_at(place, score, part=part),),
        quality=quality,
        spread=spread,
        pattern=pattern,
        full_list=full_list,
    )


@pytest.mark.parametrize(
    ("place", "part", "flag"),
    [
        (Site.SHIN, None, "22"), (Site.SHIN, "front edge", "23"), (Site.SHIN, "inner edge", "22"),
        (Site.ANKLE, None, "22"), (Site.ANKLE, "inner", "23"), (Site.ANKLE, "outer", "22"),
        (Site.FOREFOOT, "outer", "23"), (Site.FOREFOOT, "inner", "22"),
        (Site.HIP_GROIN, None, "23"), (Site.THIGH_FRONT, None, "23"), (Site.FOOT_TOP, None, "23"),
        (Site.KNEE, "inner", "22"), (Site.ACHILLES, "heel end", "22"),
    ],
)  # fmt: skip
def test_a_symptom_raises_the_flag_of_its_bone_r_red_22_23(
    place: Site, part: str | None, flag: str
) -> None:
    sore = PainSite(place, Side.LEFT)
    noted = felt(0, BONE, place=sore, part=part, pattern=Pattern.WORSE_THROUGH_RUN)

    assert raised_by(noted) == {f"R-RED-{flag}"}
    assert active_flags([noted], today=on(90)) == (f"R-RED-{flag}",)
    assert active_flags([noted], [clearance(1, "all")], today=on(90)) == ()


def test_pin_point_pain_needs_a_reason_to_hold_r_red_22() -> None:
    assert not raised_by(felt(0, BONE))
    assert not raised_by(felt(0, BONE, pattern=Pattern.WARMS_UP))
    assert not raised_by(felt(0, Quality.ACHE, pattern=Pattern.WORSE_THROUGH_RUN), bone_risk=True)
    assert raised_by(felt(0, BONE), bone_risk=True) == {"R-RED-22"}
    assert active_flags([felt(0, BONE)], today=on(0), bone_risk=True) == ("R-RED-22",)


def test_a_site_without_pain_is_not_the_bone_that_hurts_r_red_22() -> None:
    groin = PainSite(Site.HIP_GROIN, Side.LEFT)
    both = replace(
        felt(0, BONE, pattern=Pattern.WORSE_THROUGH_RUN),
        scores=(score_at(SHIN, 3), score_at(groin, 0)),
    )

    assert raised_by(both) == {"R-RED-22"}
    assert raised_by(replace(both, scores=())) == {"R-RED-22"}
    assert raised_by(replace(both, scores=(score_at(SHIN, 3), score_at(groin, 1)))) == {
        "R-RED-22",
        "R-RED-23",
    }


@pytest.mark.parametrize("quality", [Quality.TINGLING, Quality.NUMB, Quality.SHOOTING])
def test_tingling_below_the_knee_caps_by_itself_r_red_24(quality: Quality) -> None:
    tingles = felt(0, quality, spread=Spread.BELOW_KNEE)

    assert active_flags([tingles], today=on(0)) == ("R-RED-24",)
    assert active_flags([felt(0, quality, spread=Spread.ABOVE_KNEE)], today=on(0)) == ()
    assert active_flags([felt(0, quality)], today=on(0)) == ()


def test_it_ends_with_the_symptom_r_red_24() -> None:
    tingles = felt(0, Quality.TINGLING, spread=Spread.BELOW_KNEE)

    assert active_flags([tingles], today=on(40)) == ("R-RED-24",)
    assert active_flags([tingles, said(1, "collapse")], today=on(1)) == ("R-RED-08", "R-RED-24")
    assert active_flags([tingles, felt(0, hour=19)], today=on(0)) == ("R-RED-24",)
    assert active_flags([tingles, felt(1)], today=on(1)) == ()
    assert active_flags([tingles], [clearance(0, "R-RED-24")], today=on(0)) == ()
    assert active_flags([tingles], retractions=[retraction(0, "R-RED-24")], today=on(1)) == ()


def test_none_of_these_beside_a_symptom_is_a_contradiction_r_red_41() -> None:
    list_first = felt(0, full_list=True)
    bone = felt(0, BONE, pattern=Pattern.WORSE_THROUGH_RUN, hour=9)
    leg = felt(0, Quality.NUMB, spread=Spread.BELOW_KNEE, hour=9)

    assert [each.flag for each in contradictions([list_first, bone])] == ["R-RED-22"]
    assert [each.flag for each in contradictions([list_first, leg])] == ["R-RED-24"]
    assert contradictions([bone, leg]) == ()
    assert contradictions([replace(leg, full_list=True), said(0, "tingle_one_leg")]) == ()
    ticked = replace(list_first, bone_focal=(BoneFocal(site=Site.SHIN, walking=True),))
    assert contradictions([ticked, bone]) == ()


@pytest.mark.parametrize(("reds", "expected"), [(2, False), (3, True), (5, True)])
def test_three_in_two_weeks_r_red_34(reds: int, *, expected: bool) -> None:
    assert three_too_much(reds_14d=reds) is expected


def test_what_comes_after_today_is_not_known_yet() -> None:
    assert active_flags([said(2, "collapse")], today=on(1)) == ()
    assert cleared_on("R-RED-27", [clearance(2, "all")], today=on(1)) is None
    assert cleared_on("R-RED-27", [clearance(1, "all")], today=on(1)) == on(1)


def scores(level: int, days: int) -> dict[date, int]:
    return {on(-back): level for back in range(days)}


@pytest.mark.parametrize(
    ("level", "days", "expected"),
    [(2, 45, True), (2, 44, False), (4, 17, True), (4, 16, False), (1, 90, False), (3, 40, False)],
)
def test_lingering_pain_r_red_25(level: int, days: int, *, expected: bool) -> None:
    # The first mean needs four values, so the row is three days shorter than the scores.
    assert lingers(scores(level, days), today=DAY) is expected


def test_a_week_without_scores_ends_the_row_r_red_25() -> None:
    gap = {day: score for day, score in scores(4, 60).items() if not on(-9) < day <= on(-3)}

    assert not lingers(gap, today=DAY)


@pytest.mark.parametrize(
    ("days", "sessions", "expected"), [(7, 0, True), (6, 2, False), (0, 3, True)]
)
def test_time_lost_r_red_26(days: int, sessions: int, *, expected: bool) -> None:
    assert bool(time_loss(days_cut=days, sessions_missed=sessions)) is expected


def test_time_lost_says_which_half_r_red_26() -> None:
    assert time_loss(days_cut=9, sessions_missed=1) == "Running cut or stopped for 9 days"
    three = time_loss(days_cut=5, sessions_missed=3)
    assert three == "3 planned sessions in a row cut or stopped"


STOP = PainStop(at=at(0, 10), day=on(0), base=150)


def morning(day: int, score: int, hour: int = 10) -> Morning:
    return Morning(at=at(day, hour), day=on(day), score=score)


@pytest.mark.parametrize(
    ("mornings", "expected"),
    [
        ([morning(1, 5), morning(2, 5)], False),
        ([morning(3, 3)], True),
        ([morning(3, 3, hour=9)], False),
        ([morning(3, 2)], False),
        ([morning(1, 2), morning(2, 2), morning(3, 5)], False),
        ([morning(1, 2), morning(3, 5)], True),
        ([morning(3, 5), morning(4, 2)], True),
        ([morning(3, 5), morning(4, 2), morning(5, 2)], False),
        ([morning(3, 5), morning(4, 2), morning(6, 2)], True),
        ([], False),
    ],
    ids=[
        "not yet", "72 h exactly", "an hour before", "at the start's level", "settled before",
        "one good day", "one good day after", "two running", "two, not running", "no score",
    ],
)  # fmt: skip
def test_still_up_after_a_stop_r_red_27(mornings: list[Morning], *, expected: bool) -> None:
    assert (after_stop_persist([STOP], lambda _: mornings) == STILL_UP) is expected


@pytest.mark.parametrize(("gap", "expected"), [(13, True), (14, False)])
def test_two_stops_in_14_days_r_red_27(gap: int, *, expected: bool) -> None:
    again = PainStop(at=at(gap), day=on(gap), base=100)
    settled = [morning(1, 0), morning(2, 0)]

    twice = after_stop_persist([STOP, again], lambda _: settled)
    assert (twice == "Two pain stops at one site in 14 days") is expected
    later = [*settled, morning(gap + 1, 1), morning(gap + 2, 1)]
    assert not after_stop_persist([STOP, again], lambda _: later)


@pytest.mark.parametrize(
    ("days", "yes", "expected"), [(91, 4, True), (90, 5, False), (91, 3, False)]
)
def test_inflammatory_r_red_28(days: int, yes: int, *, expected: bool) -> None:
    features = [True] * yes + [False] * (5 - yes)

    assert inflammatory(lasted_days=days, features=features) is expected


@pytest.mark.parametrize(
    ("series", "expected"),
    [([7, 7], True), ([7, 6], False), ([9, 2, 7], False), ([8], False), ([], False)],
)
def test_severe_twice_in_a_row_r_red_31(series: list[int], *, expected: bool) -> None:
    assert severe_two_days(series) is expected


def test_when_the_full_list_is_due() -> None:
    assert list_reason(gate=True, days_since_full=1)
    assert list_reason(gate=False, days_since_full=7)
    assert list_reason(gate=False, days_since_full=None)
    assert list_reason(gate=False, days_since_full=1, new_site=True)
    assert list_reason(gate=False, days_since_full=1, trauma=True)
    assert list_reason(gate=False, days_since_full=1, scores=[0, 7])
    assert list_reason(gate=False, days_since_full=1, qualities=[Quality.TINGLING])
    assert not list_reason(gate=None, days_since_full=6, scores=[6], qualities=[Quality.ACHE])
    assert list_reason(gate=True, days_since_full=9, scores=[8]).startswith("You said")
    assert "7 or more" in list_reason(gate=False, days_since_full=9, scores=[8])
    assert "9 days ago" in list_reason(gate=False, days_since_full=9)


def test_a_symptom_opens_the_list_before_any_advice_r_rdy_00d() -> None:
    assert symptom_opens_list(gate=True)
    assert symptom_opens_list(gate=None, scores=[7])
    assert symptom_opens_list(gate=None, trauma=True)
    assert symptom_opens_list(gate=False, qualities=[Quality.PINPOINT_BONE])
    assert not symptom_opens_list(gate=False, scores=[6], qualities=[Quality.SHARP])


def test_qualities_open_their_questions() -> None:
    assert opened_by({Quality.NUMB}) == ("R-RED-06", "R-RED-18", "R-RED-24")
    assert opened_by({Quality.PINPOINT_BONE}) == ("R-RED-22", "R-RED-23")
    assert opened_by({Quality.ACHE}) == ()
