"""How long a step takes, worked out from its dose or as a person types it."""

import re
from typing import Final

from tracker.domain.problem import Problem
from tracker.domain.routine import StepSides
from tracker.domain.text import quoted
from tracker.rules.routine_bounds import STEP_S

MOVEMENT_S: Final = 3
"""One unhurried movement without a hold. Our own choice, as for the extras of R-STR-07."""

UNDOSED_S: Final = 60
"""A step without a hold that is done once: a walk, say."""

_MINUTE_S: Final = 60
_CLOCK: Final = re.compile(r"(\d{1,3}):([0-5]\d)", re.ASCII)
_SECONDS: Final = re.compile(r"(\d{1,6})\s*(?:s|sec|seconds?)?", re.ASCII)
_MINUTES: Final = re.compile(r"(\d{1,4})\s*(?:m|min|minutes?)", re.ASCII)


def dose_seconds(*, hold_s: int, reps: int, sides: StepSides) -> int:
    """Work out a step's seconds: hold, or 3 s for a movement, times repetitions, times sides.

    Sides that alternate share the repetitions. What has neither hold nor repetitions lasts 60 s.
    """
    if not hold_s and reps <= 1:
        return UNDOSED_S
    turns = reps * (2 if sides is StepSides.EACH else 1)
    return turns * (hold_s or MOVEMENT_S)


def parse_step_time(text: str) -> int | Problem:
    """Read a step's time as seconds: `90`, `90 s`, `1:30`, `2 min`."""
    typed = text.strip().casefold()
    seconds: int | None = None
    if found := _CLOCK.fullmatch(typed):
        seconds = int(found[1]) * _MINUTE_S + int(found[2])
    elif found := _SECONDS.fullmatch(typed):
        seconds = int(found[1])
    elif found := _MINUTES.fullmatch(typed):
        seconds = int(found[1]) * _MINUTE_S
    if seconds is not None and STEP_S.low <= seconds <= STEP_S.high:
        return seconds
    wrong = f", not {quoted(text)}" if typed else ""
    return Problem(
        "time", f"The time is from 1 s to 60 min{wrong}. Type seconds (90), 1:30 or 2 min."
    )


def time_text(seconds: int) -> str:
    """Write a step's time so that it can be typed again: "45", "1:30"."""
    minutes, rest = divmod(seconds, _MINUTE_S)
    return f"{minutes}:{rest:02}" if minutes else str(rest)
