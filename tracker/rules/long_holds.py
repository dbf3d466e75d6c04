"""How long a routine holds each muscle, and what that means before a run (R-STR-03, R-STR-04)."""

import re
from collections.abc import Iterable
from typing import Final

from tracker.domain.routine import Routine, RoutineMoment, RoutineStep, StepSides
from tracker.rules import constants as c
from tracker.rules.routine_bounds import STATIC
from tracker.rules.routine_moments import moment_of

LONG_HOLD_NOTE: Final = (
    "Long holds can take a little spring away just before running; move afterwards."
)
LONG_HOLD_RULE: Final = "R-STR-04"
HOLD_RULE: Final = "R-STR-03"

_NOT_STRETCHED: Final = frozenset({"strength", "walk"})
_BETWEEN_MUSCLES: Final = re.compile(r"[,;/&+]|\band\b")


def held_seconds(steps: Iterable[RoutineStep]) -> dict[str, int]:
    """Add up the seconds for which each muscle is held, on the side that is held longer.

    Both sides of a step are two muscles, so each counts its own hold times repetitions; sides that
    alternate share the repetitions. Effort is no stretch, so strength steps do not count; of moving
    steps those count that rest for 10 s or more, C-21's shortest hold.
    """
    held: dict[str, int] = {}
    for step in steps:
        seconds = _held_on_a_side(step)
        if seconds:
            for muscle in _muscles(step):
                held[muscle] = held.get(muscle, 0) + seconds
    return held


def long_holds(routine: Routine) -> dict[str, int]:
    """Return what a person's own routine holds for 60 s or more just before a run (R-STR-04)."""
    if routine.builtin or moment_of(routine) is not RoutineMoment.BEFORE_RUN:
        return {}
    return {
        muscle: seconds
        for muscle, seconds in held_seconds(routine.steps).items()
        if seconds >= c.PRE_RUN_STATIC_LIMIT_S
    }


def long_hold_note(routine: Routine) -> str | None:
    """Return R-STR-04's note where a person's own routine for before a run calls for it."""
    held = long_holds(routine)
    if not held:
        return None
    muscles = ", ".join(f"{muscle} {seconds} s" for muscle, seconds in held.items())
    return f"{LONG_HOLD_NOTE} Held here: {muscles}."


def hold_hint(step: RoutineStep) -> str:
    """Say how a hold compares with the usual dose (R-STR-03), "" where it is the usual one."""
    if step.mode != STATIC:
        return ""
    (low, usual), (_older, high) = c.HOLD_S, c.HOLD_OLDER_S
    if low <= step.hold_s <= usual:
        return ""
    if usual < step.hold_s <= high:
        return f"{low} to {usual} s is usual; {usual} to {high} s suits people from 65 on."
    return f"A usual hold is {low} to {usual} s, from 65 on {usual} to {high} s."


def _held_on_a_side(step: RoutineStep) -> int:
    resting = step.mode == STATIC or step.hold_s >= c.HOLD_S[0]
    if step.mode in _NOT_STRETCHED or not resting:
        return 0
    reps = -(-step.reps // 2) if step.sides is StepSides.ALTERNATE else step.reps
    return step.hold_s * reps


def _muscles(step: RoutineStep) -> tuple[str, ...]:
    named = (" ".join(part.split()) for part in _BETWEEN_MUSCLES.split(step.target.casefold()))
    return tuple(dict.fromkeys(filter(None, named))) or (step.name.casefold(),)
