"""A routine fitted to today (R-STR-03 to R-STR-09)."""

from dataclasses import replace

import pytest

from tracker.domain.pain import Hurts
from tracker.domain.routine import Direction, SkipCode, StepMark, StepState
from tracker.domain.site import PainSite, Side, Site
from tracker.rules import constants as c
from tracker.rules.routines import builtin_routines
from tracker.rules.stretching import (
    FLAT_GROUND_NOTE,
    HEEL_RAISE_HOLD,
    Fit,
    fit,
    hold_seconds,
    routine_done,
    skip_codes,
    stop_stretch,
)

ROUTINES = builtin_routines()
REST_DAY = ROUTINES["rest_day"]


def left_out(routine: str, *codes: SkipCode) -> set[str]:
    fitted = fit(ROUTINES[routine], codes)
    assert all(
        step.rule == "R-STR-06" and step.reason for step in fitted.steps if step.fit is Fit.LEFT_OUT
    )
    return {step.step.id for step in fitted.steps if step.fit is Fit.LEFT_OUT}


@pytest.mark.parametrize(
    ("routine", "code", "steps"),
    [
        ("pre_run", SkipCode.LEG_SYMPTOMS, {"P3", "P4"}),
        ("pre_run", SkipCode.FLEXION_HURTS, {"P3"}),
        ("pre_run", SkipCode.KNEE_BEND_HURTS, {"P6"}),
        ("pre_run", SkipCode.KNEELING_HURTS, set()),
        ("post_run", SkipCode.LEG_SYMPTOMS, {"S2", "S8"}),
        ("post_run", SkipCode.HAMSTRING_HIGH, {"S2"}),
        ("post_run", SkipCode.KNEE_BEND_HURTS, {"S3"}),
        ("post_run", SkipCode.KNEELING_HURTS, {"S7"}),
        ("post_run_short", SkipCode.LEG_SYMPTOMS, {"S2s"}),
        ("post_run_short", SkipCode.HAMSTRING_HIGH, {"S2s"}),
        ("post_run", SkipCode.FLEXION_HURTS, {"S2", "S9"}),
        ("post_run_short", SkipCode.FLEXION_HURTS, {"S2s"}),
        ("mid_run", SkipCode.FLEXION_HURTS, {"R3"}),
        ("pre_run", SkipCode.ACHILLES_HEEL_END, {"P8", "P9"}),
        ("post_run", SkipCode.ACHILLES_HEEL_END, {"S5", "S6"}),
        ("post_run_short", SkipCode.ACHILLES_HEEL_END, {"S5s"}),
        ("rest_day", SkipCode.ACHILLES_HEEL_END, {"M10"}),
        ("mid_run", SkipCode.ACHILLES_HEEL_END, {"R6"}),
        ("strength", SkipCode.ACHILLES_HEEL_END, set()),
        ("strength", SkipCode.KNEE_BEND_HURTS, {"L2", "L5"}),
        ("strength", SkipCode.LEG_SYMPTOMS, {"L7"}),
        ("strength", SkipCode.BONE_FLAG, {"L1", "L2", "L5", "L9"}),
        ("post_run_short", SkipCode.KNEE_BEND_HURTS, {"S3s"}),
        ("rest_day", SkipCode.FLEXION_HURTS, {"M3"}),
        ("rest_day", SkipCode.EXTENSION_HURTS, {"M4"}),
        ("rest_day", SkipCode.KNEELING_HURTS, {"M8"}),
        ("rest_day", SkipCode.LEG_SYMPTOMS, {"M9"}),
        ("rest_day", SkipCode.HAMSTRING_HIGH, {"M9"}),
        ("rest_day", SkipCode.BONE_FLAG, {"M11"}),
        ("mid_run", SkipCode.LEG_SYMPTOMS, {"R3"}),
        ("mid_run", SkipCode.HAMSTRING_HIGH, {"R3"}),
        ("mid_run", SkipCode.KNEE_BEND_HURTS, {"R4"}),
    ],
)
def test_steps_left_out_r_str_06(routine: str, code: SkipCode, steps: set[str]) -> None:
    assert left_out(routine, code) == steps


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"below_knee": True}, SkipCode.LEG_SYMPTOMS),
        ({"flags": ("R-RED-24",)}, SkipCode.LEG_SYMPTOMS),
        ({"hurts": (Hurts.BENDING,)}, SkipCode.FLEXION_HURTS),
        ({"hurts": (Hurts.ARCHING,)}, SkipCode.EXTENSION_HURTS),
        ({"hurts": (Hurts.KNEELING,)}, SkipCode.KNEELING_HURTS),
        ({"hurts": (Hurts.SIT_BONE,)}, SkipCode.HAMSTRING_HIGH),
        ({"knee": 3}, SkipCode.KNEE_BEND_HURTS),
        ({"flags": ("R-RED-22",)}, SkipCode.BONE_FLAG),
        ({"heel_end": True}, SkipCode.ACHILLES_HEEL_END),
    ],
)
def test_what_speaks_against_steps_r_str_06(given: dict[str, object], code: SkipCode) -> None:
    assert skip_codes(**given) == {code}  # type: ignore[arg-type]


def test_a_knee_of_2_speaks_against_nothing_r_str_06() -> None:
    assert skip_codes(knee=2) == set()


@pytest.mark.parametrize("flag", ["R-RED-01", "R-RED-11", "R-RED-20", "R-RED-21b", "R-RED-23"])
def test_with_a_hold_no_routine_is_offered_r_str_06(flag: str) -> None:
    fitted = fit(REST_DAY, flags=(flag,))

    assert not fitted.offered
    assert fitted.why
    assert fitted.steps == ()


def test_advice_alone_leaves_routines_open_r_str_06() -> None:
    assert fit(REST_DAY, flags=("R-RED-24", "R-RED-25")).offered


def test_the_direction_is_asked_once_and_kept_r_str_06() -> None:
    assert fit(REST_DAY).ask_direction
    assert not fit(REST_DAY, (SkipCode.FLEXION_HURTS,)).ask_direction
    assert not fit(ROUTINES["pre_run"]).ask_direction
    eased = fit(REST_DAY, eases=Direction.ARCHING)
    assert not eased.ask_direction
    assert [step.step.id for step in eased.steps if step.fit is Fit.LEFT_OUT] == ["M3"]


def test_sites_add_steps_and_notes_r_str_07() -> None:
    sore = [PainSite(site, Side.LEFT) for site in (Site.PLANTAR_HEEL, Site.SHIN)]
    fitted = fit(REST_DAY, sites=sore)

    added = [step.step.name for step in fitted.steps if step.fit is Fit.ADDED]
    assert added == ["Toe pull", "Ankle circles", "Towel curls"]
    assert fitted.steps[0].step.name == "Toe pull"
    assert all(step.fit is Fit.KEPT for step in fit(ROUTINES["mid_run"], sites=sore).steps)
    back = fit(REST_DAY, sites=[PainSite(Site.LOW_BACK, Side.CENTRE)])
    assert {step.step.id for step in back.steps if step.note} == {"M1", "M3", "M4", "M5", "M6"}


@pytest.mark.parametrize(
    "routine", ["pre_run", "post_run", "post_run_short", "rest_day", "mid_run"]
)
def test_the_heel_end_takes_a_still_hold_for_the_calf_steps_r_str_06(routine: str) -> None:
    fitted = fit(ROUTINES[routine], {SkipCode.ACHILLES_HEEL_END})
    out = [step for step in fitted.steps if step.fit is Fit.LEFT_OUT]
    [added] = [step for step in fitted.steps if step.fit is Fit.ADDED]

    assert {step.step.skip_if for step in out} == {(SkipCode.ACHILLES_HEEL_END,)}
    assert (added.step, added.rule) == (HEEL_RAISE_HOLD, "R-STR-06")
    assert fitted.steps.index(added) == fitted.steps.index(out[-1]) + 1
    assert not any(step.fit is Fit.ADDED for step in fit(ROUTINES[routine]).steps)


def test_a_calf_step_that_stays_keeps_to_flat_ground_r_str_07() -> None:
    own = replace(ROUTINES["post_run"], steps=(replace(ROUTINES["post_run"].steps[4], skip_if=()),))
    [kept] = fit(own, {SkipCode.ACHILLES_HEEL_END}).steps

    assert (kept.note, kept.rule) == (FLAT_GROUND_NOTE, "R-STR-07")


def test_strength_for_a_known_tendon_complaint_may_go_to_5_r_str_05() -> None:
    def loading(*sites: Site) -> set[str]:
        places = [PainSite(site, Side.LEFT) for site in sites]
        steps = fit(ROUTINES["strength"], sites=places).steps
        assert {step.rule for step in steps if step.loads_tendon} <= {"R-STR-05"}
        return {step.step.id for step in steps if step.loads_tendon}

    assert loading(Site.ACHILLES) == {"L1", "L2", "L9"}
    assert loading(Site.KNEE) == loading() == set()
    assert not stop_stretch(5, loads_tendon=True)
    assert stop_stretch(6, loads_tendon=True)
    assert stop_stretch(1, loads_tendon=True, nerve_signs=True)
    assert not any(
        step.loads_tendon
        for step in fit(ROUTINES["post_run"], sites=[PainSite(Site.ACHILLES, Side.LEFT)]).steps
    )


def test_a_sore_shin_adds_no_hopping_r_str_07() -> None:
    fitted = fit(ROUTINES["post_run"], sites=[PainSite(Site.SHIN, Side.RIGHT)])
    added = [step for step in fitted.steps if step.fit is Fit.ADDED]

    assert {step.reason for step in added} == {"for shin"}
    assert "No hopping." in added[-1].step.cue
    every = [*fitted.steps, *(each for other in ROUTINES.values() for each in fit(other).steps)]
    assert not any("hop" in step.step.name.casefold() for step in every)


@pytest.mark.parametrize(
    ("states", "done"),
    [
        ("ddddddduuu", True), ("dddddduuuu", False), ("dddddddxxx", True), ("dl", True),
        ("lll", False), ("", False),
    ],
)  # fmt: skip
def test_done_r_str_09(states: str, *, done: bool) -> None:
    words = {
        "d": StepState.DONE,
        "u": StepState.UNTOUCHED,
        "x": StepState.SKIPPED,
        "l": StepState.LEFT_OUT,
    }

    assert (
        routine_done([StepMark(str(at), words[letter]) for at, letter in enumerate(states)]) is done
    )


def test_stop_a_stretch_r_str_05() -> None:
    assert stop_stretch(4)
    assert not stop_stretch(3)
    assert stop_stretch(None, nerve_signs=True)


def test_doses_r_str_03() -> None:
    assert hold_seconds(64) == (10, 30)
    assert hold_seconds(65) == (30, 60)
    assert hold_seconds(None) == (10, 30)


def test_the_mid_run_reset_takes_what_c_13_says_r_str_mid() -> None:
    assert builtin_routines()["mid_run"].seconds == c.MID_RUN_RESET_S
