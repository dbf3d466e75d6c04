"""A routine fitted to today: what is left out, what is added, and why (section 5)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.pain import Hurts
from tracker.domain.routine import (
    POST_RUN,
    PRE_RUN,
    REST_DAY,
    Direction,
    Routine,
    RoutineMoment,
    RoutineStep,
    SkipCode,
    StepMark,
    StepSides,
    StepState,
)
from tracker.domain.site import PainSite, Site
from tracker.rules import constants as c
from tracker.rules.red_flags import FLAGS, highest_level
from tracker.rules.routine_moments import moment_of

HONEST_NOTE: Final = (
    "Stretching can feel good and keeps movement."
    " Studies don't show that it prevents soreness or injury."
)
NOT_OFFERED: Final = "No routine today: a red flag asks for someone to have a look first."
TIGHT_IS_FINE: Final = "Tight is fine, pain is not: stop at 4, tingling or a shooting line."
NO_CHECK_IN: Final = "No check-in on this day: only alarm signs leave a step out."
STOPPED: Final = "Stopped: on to the next."
DIRECTION_QUESTION: Final = "Which eases your low back: bending forward or arching back?"
FLAT_GROUND_NOTE: Final = "Flat ground only, never over a step edge."
TENDON_NOTE: Final = "Up to 5 is fine here if it is back to usual by next morning."
DAILY_NOTE: Final = "Good every day if it eases."
ACHILLES_HEEL_END: Final = "heel end"

SKIP_REASONS: Final = {
    SkipCode.LEG_SYMPTOMS: "tingling or pain below the knee",
    SkipCode.FLEXION_HURTS: "bending hurts",
    SkipCode.EXTENSION_HURTS: "arching hurts",
    SkipCode.KNEE_BEND_HURTS: "the knee is 3 or more",
    SkipCode.KNEELING_HURTS: "kneeling hurts",
    SkipCode.HAMSTRING_HIGH: "the sit bone hurts",
    SkipCode.BONE_FLAG: "pin-point bone pain",
    SkipCode.ACHILLES_HEEL_END: "the heel end of the Achilles hurts",
}


class Fit(StrEnum):
    """What today makes of a step."""

    KEPT = "kept"
    LEFT_OUT = "left_out"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class FittedStep:
    """A step today: `reason` and `rule` say why it is left out or added; `note` is a caution.

    `loads_tendon`: strength for a known tendon complaint, which may hurt up to 5 (R-STR-05).
    """

    step: RoutineStep
    fit: Fit = Fit.KEPT
    reason: str = ""
    rule: str = ""
    note: str = ""
    loads_tendon: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FittedRoutine:
    """A routine today. Not `offered`: `why` says so and there are no steps.

    `ask_direction`: both ways of easing the low back remain, so the one question is to be asked.
    """

    routine: Routine
    steps: tuple[FittedStep, ...] = ()
    offered: bool = True
    why: str = ""
    ask_direction: bool = False

    @property
    def open_steps(self) -> tuple[FittedStep, ...]:
        """Return the steps that are not left out."""
        return tuple(step for step in self.steps if step.fit is not Fit.LEFT_OUT)

    @property
    def seconds(self) -> int:
        """Return the time of the steps that are not left out, in seconds."""
        return sum(step.step.est_s for step in self.open_steps)


_BENDING_STEP, _ARCHING_STEP = "M3", "M4"
_DAILY_STEPS = frozenset({"M1", _BENDING_STEP, _ARCHING_STEP, "M5", "M6"})
_BENDING_OUT = "you said arching eases"
_ARCHING_OUT = "you said bending eases"
_TENDON_TARGETS = ("calf", "Achilles")


_TENDON = "Achilles"
_STRENGTH = "strength"
_SAYS_TENDON = "tendon complaint"


def _extra(step: str, name: str, target: str, *, hold_s: int, reps: int, cue: str) -> RoutineStep:
    return RoutineStep(
        id=step,
        name=name,
        target=target,
        mode="static" if hold_s else "dynamic",
        sides=StepSides.EACH,
        hold_s=hold_s,
        reps=reps,
        est_s=2 * reps * (hold_s or 3),
        cue=cue,
        caution="Only the part of the range that feels easy.",
    )


TOE_PULL: Final = _extra(
    "X1",
    "Toe pull",
    "sole of the foot",
    hold_s=10,
    reps=10,
    cue="Before the first steps of the day, pull the toes toward the shin and hold.",
)
ANKLE_CIRCLES: Final = _extra(
    "X2",
    "Ankle circles",
    "ankle, shin",
    hold_s=0,
    reps=10,
    cue="Foot off the floor, draw slow circles, then the other way round.",
)
TOWEL_CURLS: Final = _extra(
    "X3",
    "Towel curls",
    "foot, shin",
    hold_s=0,
    reps=10,
    cue="Bare foot on a towel, pull it toward you with the toes. No hopping.",
)
HEEL_RAISE_HOLD: Final = RoutineStep(
    id="X4",
    name="Heel-raise hold",
    target="calf, Achilles",
    mode=_STRENGTH,
    sides=StepSides.NONE,
    hold_s=45,
    reps=1,
    est_s=50,
    cue="Both heels two fingers high, and stay there, quietly.",
    caution="Flat ground. Less height if it bites.",
)
_FIRST: Final[Mapping[Site, tuple[RoutineStep, ...]]] = {Site.PLANTAR_HEEL: (TOE_PULL,)}
_LAST: Final[Mapping[Site, tuple[RoutineStep, ...]]] = {Site.SHIN: (ANKLE_CIRCLES, TOWEL_CURLS)}
_INSTEAD = "instead of the calf step, flat and still"
_ADDED_FOR: Final = {Site.PLANTAR_HEEL: "for heel", Site.SHIN: "for shin"}
EXTRA_STEPS: Final = (TOE_PULL, ANKLE_CIRCLES, TOWEL_CURLS, HEEL_RAISE_HOLD)
_STARTS_A_DAY = frozenset({PRE_RUN, REST_DAY})
_ENDS_A_DAY = frozenset({POST_RUN, REST_DAY})
_STARTS = frozenset({RoutineMoment.BEFORE_RUN, RoutineMoment.REST_DAY})
_ENDS = frozenset({RoutineMoment.AFTER_RUN, RoutineMoment.REST_DAY})


def skip_codes(
    *,
    hurts: Collection[Hurts] = (),
    below_knee: bool = False,
    knee: int | None = None,
    heel_end: bool = False,
    flags: Collection[str] = (),
) -> frozenset[SkipCode]:
    """Return what speaks against steps today (R-STR-06).

    `knee` is the worst knee score now; `heel_end` says that an Achilles that hurts or is tracked
    does so where the tendon meets the heel.
    """
    active = {
        SkipCode.LEG_SYMPTOMS: below_knee or "R-RED-24" in flags,
        SkipCode.FLEXION_HURTS: Hurts.BENDING in hurts,
        SkipCode.EXTENSION_HURTS: Hurts.ARCHING in hurts,
        SkipCode.KNEE_BEND_HURTS: knee is not None and knee >= c.KNEE_BEND_SCORE,
        SkipCode.KNEELING_HURTS: Hurts.KNEELING in hurts,
        SkipCode.HAMSTRING_HIGH: Hurts.SIT_BONE in hurts,
        SkipCode.BONE_FLAG: any(FLAGS[flag].bone for flag in flags),
        SkipCode.ACHILLES_HEEL_END: heel_end,
    }
    return frozenset(code for code, holds in active.items() if holds)


def fit(
    routine: Routine,
    codes: Collection[SkipCode] = (),
    *,
    sites: Collection[PainSite] = (),
    flags: Collection[str] = (),
    eases: Direction | None = None,
) -> FittedRoutine:
    """Fit a routine to today (R-STR-06, R-STR-07); with any hold or urgent flag none is offered.

    `sites` are those that hurt or are tracked; `eases` is the answer to the one question about the
    low back.
    """
    if highest_level(flags) is not None:
        return FittedRoutine(routine=routine, offered=False, why=NOT_OFFERED)
    hurting = {place.site for place in sites}
    heel_end = SkipCode.ACHILLES_HEEL_END in codes
    steps = [_fitted(step, codes, eases) for step in routine.steps]
    steps = _with_hold_instead([_with_note(step, hurting, heel_end=heel_end) for step in steps])
    if routine.id in _STARTS_A_DAY or _own_for(routine, _STARTS):
        steps = [*_added(_FIRST, hurting), *steps]
    if routine.id in _ENDS_A_DAY or _own_for(routine, _ENDS):
        steps = [*steps, *_added(_LAST, hurting)]
    kept = {step.step.id for step in steps if step.fit is Fit.KEPT}
    return FittedRoutine(
        routine=routine,
        steps=tuple(steps),
        ask_direction=eases is None and {_BENDING_STEP, _ARCHING_STEP} <= kept,
    )


def _own_for(routine: Routine, moments: Collection[RoutineMoment]) -> bool:
    return not routine.builtin and moment_of(routine) in moments


def _fitted(step: RoutineStep, codes: Collection[SkipCode], eases: Direction | None) -> FittedStep:
    against = next((code for code in step.skip_if if code in codes), None)
    if against is not None:
        return FittedStep(step, Fit.LEFT_OUT, SKIP_REASONS[against], "R-STR-06")
    if step.id == _BENDING_STEP and eases is Direction.ARCHING:
        return FittedStep(step, Fit.LEFT_OUT, _BENDING_OUT, "R-STR-06")
    if step.id == _ARCHING_STEP and eases is Direction.BENDING:
        return FittedStep(step, Fit.LEFT_OUT, _ARCHING_OUT, "R-STR-06")
    return FittedStep(step)


def _with_note(fitted: FittedStep, hurting: Collection[Site], *, heel_end: bool) -> FittedStep:
    if fitted.fit is Fit.LEFT_OUT:
        return fitted
    step = fitted.step
    if step.mode == _STRENGTH and _TENDON in step.target and Site.ACHILLES in hurting:
        note = "" if _SAYS_TENDON in step.caution else TENDON_NOTE
        return replace(fitted, note=note, rule="R-STR-05", loads_tendon=True)
    if heel_end and any(target in step.target for target in _TENDON_TARGETS):
        return replace(fitted, note=FLAT_GROUND_NOTE, rule="R-STR-07")
    if Site.LOW_BACK in hurting and fitted.step.id in _DAILY_STEPS:
        return replace(fitted, note=DAILY_NOTE, rule="R-STR-07")
    return fitted


def _with_hold_instead(steps: list[FittedStep]) -> list[FittedStep]:
    """Put a heel-raise hold after the last step that the heel end leaves out (R-STR-06)."""
    reason = SKIP_REASONS[SkipCode.ACHILLES_HEEL_END]
    left_out = [at for at, fitted in enumerate(steps) if fitted.reason == reason]
    if not left_out:
        return steps
    instead = FittedStep(
        HEEL_RAISE_HOLD, Fit.ADDED, _INSTEAD, "R-STR-06", TENDON_NOTE, loads_tendon=True
    )
    place = left_out[-1] + 1
    return [*steps[:place], instead, *steps[place:]]


def _added(
    extras: Mapping[Site, tuple[RoutineStep, ...]], hurting: Collection[Site]
) -> list[FittedStep]:
    return [
        FittedStep(step, Fit.ADDED, _ADDED_FOR[site], "R-STR-07")
        for site, steps in extras.items()
        if site in hurting
        for step in steps
    ]


def routine_done(marks: Sequence[StepMark]) -> bool:
    """Return whether 70 % of the steps that were not left out are done (R-STR-09)."""
    open_steps = [mark for mark in marks if mark.state is not StepState.LEFT_OUT]
    done = sum(mark.state is StepState.DONE for mark in open_steps)
    return bool(open_steps) and done * 100 >= len(open_steps) * c.SESSION_DONE_PERCENT


def routine_begun(marks: Iterable[StepMark]) -> bool:
    """Return whether any step is done: skipping through is no beginning (R-STR-09)."""
    return any(mark.state is StepState.DONE for mark in marks)


def stop_stretch(
    score: int | None, *, nerve_signs: bool = False, loads_tendon: bool = False
) -> bool:
    """Say whether a step is to be stopped: 4 or more, tingling, numb, a shooting line (R-STR-05).

    Strength for a known tendon complaint (`loads_tendon`) may go to 5.
    """
    stop_from = c.TENDON_STOP_SCORE if loads_tendon else c.STRETCH_STOP_SCORE
    return nerve_signs or (score is not None and score >= stop_from)


def hold_seconds(age: int | None) -> tuple[int, int]:
    """Return the shortest and longest hold for an age in years (R-STR-03)."""
    return c.HOLD_OLDER_S if age is not None and age >= c.HOLD_OLDER_AGE else c.HOLD_S
