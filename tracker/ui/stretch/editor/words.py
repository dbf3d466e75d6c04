"""The words of the routine editor's choices."""

from typing import Final

from tracker.domain.routine import RoutineMoment, SkipCode, StepSides
from tracker.rules.stretching import SKIP_REASONS

MOMENT: Final = (
    (RoutineMoment.BEFORE_RUN.value, "before a run"),
    (RoutineMoment.AFTER_RUN.value, "after"),
    (RoutineMoment.REST_DAY.value, "rest day"),
    (RoutineMoment.MID_RUN.value, "mid-run"),
    (RoutineMoment.ANY.value, "any time"),
)
MODE: Final = (
    ("static", "held"),
    ("dynamic", "moving"),
    ("strength", "strength"),
    ("walk", "walk"),
)
SIDES: Final = (
    (StepSides.EACH.value, "left, then right"),
    (StepSides.ALTERNATE.value, "by turns"),
    (StepSides.NONE.value, "both at once"),
)
SKIP_IF: Final = tuple((code.value, SKIP_REASONS[code]) for code in SkipCode)

NO_STEPS: Final = "No steps yet: a adds one."
NO_NAME: Final = "no name yet"
TO_MEND: Final = "to mend"
