"""Stretch routines and the sessions in which they were done (domain section 5)."""

from datetime import date, datetime
from enum import StrEnum
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.moment import require_aware
from tracker.domain.record import record


class StepSides(StrEnum):
    """How a step treats left and right: one after the other, switching, or both together."""

    EACH = "each"
    ALTERNATE = "alternate"
    NONE = "none"


PRE_RUN: Final = "pre_run"
POST_RUN: Final = "post_run"
REST_DAY: Final = "rest_day"
MID_RUN: Final = "mid_run"
STRENGTH: Final = "strength"
"""The ids of the built-in routines that a day asks for by name."""


class SkipCode(StrEnum):
    """Why a step may be left out today (R-STR-06)."""

    LEG_SYMPTOMS = "leg_symptoms"
    FLEXION_HURTS = "flexion_hurts"
    EXTENSION_HURTS = "extension_hurts"
    KNEE_BEND_HURTS = "knee_bend_hurts"
    KNEELING_HURTS = "kneeling_hurts"
    HAMSTRING_HIGH = "hamstring_high"
    BONE_FLAG = "bone_flag"
    ACHILLES_HEEL_END = "achilles_heel_end"


class RoutineMoment(StrEnum):
    """When a routine is meant to be gone through."""

    BEFORE_RUN = "before_run"
    AFTER_RUN = "after_run"
    REST_DAY = "rest_day"
    MID_RUN = "mid_run"
    ANY = "any"


class Direction(StrEnum):
    """The direction that eases the low back; a routine keeps that one (R-STR-06)."""

    BENDING = "bending"
    ARCHING = "arching"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineStep:
    """One step of a routine: what to do, how long (`est_s`, seconds in all), and its cautions."""

    id: str
    name: str
    target: str
    mode: str
    sides: StepSides
    hold_s: int
    reps: int
    est_s: int
    cue: str
    caution: str
    skip_if: tuple[SkipCode, ...] = ()


@record("routines")
@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """A routine: `id` is its key ("pre_run"), `code` the rule it carries out ("R-STR-PRE").

    One of the person's own has no code. Which ones are `hidden` is kept in the settings; on file
    the field is always false.
    """

    id: str
    code: str
    title: str
    mode: str
    when: str
    steps: tuple[RoutineStep, ...]
    builtin: bool = True
    hidden: bool = False

    @property
    def seconds(self) -> int:
        """Return the time of all steps, in seconds."""
        return sum(step.est_s for step in self.steps)


class StepState(StrEnum):
    """What became of a step. Untouched is neither done nor skipped; the rules leave out."""

    DONE = "done"
    SKIPPED = "skipped"
    UNTOUCHED = "untouched"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class StepMark:
    """The state of one step in one session; `pain` is what the person scored during it.

    `tingling` stands for every sign that stops a stretch at once: also numbness, a shooting line.
    """

    step: str
    state: StepState
    pain: int | None = None
    tingling: bool = False


@dataclass(frozen=True, slots=True)
class StepPosition:
    """Where a guided session was left: the step, and the milliseconds of it that had passed."""

    step: str
    elapsed_ms: int


@record("sessions", order="at")
@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineSession:
    """One time that a routine was gone through, also half (R-STR-09). No `seconds`: not timed.

    `left_at` is where the guide goes on; None where it was not used, or came to its end.
    `title` names one of the person's own routines as it was called then, so that the session can
    be read after the routine was deleted; it is empty for a built-in one.
    """

    id: str
    at: datetime
    day: date
    routine: str
    marks: tuple[StepMark, ...]
    seconds: int | None = None
    pain_before: int | None = None
    pain_after: int | None = None
    water_packed: bool | None = None
    left_at: StepPosition | None = None
    note: str = ""
    title: str = ""

    def __post_init__(self) -> None:
        """Refuse times without a zone."""
        require_aware("at", self.at)
