"""How much of a step there is to do, in words."""

from typing import Final

from tracker.domain.routine import RoutineStep, StepSides

_MINUTE_S: Final = 60


def dose_words(step: RoutineStep) -> str:
    """Write how much of a step: "2 × 30 s each", "10 times each", "2 min"."""
    if step.hold_s:
        amount = f"{step.reps} × {step.hold_s} s" if step.reps > 1 else f"{step.hold_s} s"
    elif step.reps > 1:
        amount = f"{step.reps} times"
    else:
        amount = seconds_words(step.est_s // (2 if step.sides is StepSides.EACH else 1))
    return f"{amount} each" if step.sides is StepSides.EACH else amount


def seconds_words(seconds: int) -> str:
    """Write a time: "40 s", "2 min", "2:30 min"."""
    if seconds < _MINUTE_S:
        return f"{seconds} s"
    minutes, rest = divmod(seconds, _MINUTE_S)
    return f"{minutes}:{rest:02} min" if rest else f"{minutes} min"
