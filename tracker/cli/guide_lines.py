"""What the stretch guide says in plain lines, for screen readers and small devices."""

from collections.abc import Iterator, Mapping
from typing import Final

from tracker.domain.routine import StepSides, StepState
from tracker.domain.site import Side
from tracker.rules.dose_words import dose_words
from tracker.rules.player import COUNT_FROM_S, GET_READY, SECOND, Phase, Player, duration
from tracker.rules.stretching import Fit, FittedRoutine, FittedStep

SLEPT: Final = "Paused: the program was asleep. Enter goes on."
PAUSED: Final = "Paused. Enter goes on."
WAITS: Final = "It waits where it was left. Enter goes on."
_MINUTE_S: Final = 60
_TIME_MARKS_S: Final = (*range(10 * _MINUTE_S, 0, -_MINUTE_S), 30, 10)
_SIDE_WORDS: Final = {Side.LEFT: "left side", Side.RIGHT: "right side"}


def time_words(seconds: int) -> str:
    """Write a time as it is read aloud: "2 minutes 30 seconds", "1 minute"."""
    minutes, rest = divmod(seconds, _MINUTE_S)
    parts = ((minutes, "minute"), (rest, "second"))
    said = (f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count)
    return " ".join(said) or "0 seconds"


def routine_lines(fitted: FittedRoutine) -> Iterator[str]:
    """Name the routine with its steps and time, and each step that is left out with its reason."""
    routine, count = fitted.routine, len(fitted.open_steps)
    steps = "1 step" if count == 1 else f"{count} steps"
    yield f"{routine.title}. {steps}, {time_words(fitted.seconds)}.  {routine.code}"
    for each in fitted.steps:
        if each.fit is Fit.LEFT_OUT:
            yield f"Left out today: {each.step.name}, {each.reason}.  {each.rule}"


def step_lines(player: Player, fitted: Mapping[str, FittedStep]) -> Iterator[str]:
    """Announce the present step: name, dose, target, cue, caution, today's note, first side."""
    step = player.step
    if step is None:
        return
    number, count = player.place + 1, len(player.steps)
    yield ""
    yield f"Step {number} of {count}: {step.name}, {dose_words(step)}, {step.target}."
    yield step.cue
    if step.caution:
        yield f"Caution: {step.caution}"
    today = fitted[step.id]
    if today.fit is Fit.ADDED:
        yield f"Added {today.reason}.  {today.rule}"
    elif today.note:
        yield f"{today.note}  {today.rule}"
    if step.sides is StepSides.ALTERNATE:
        yield "Left and right in turn."
    if player.phase is Phase.READY:
        first = ", left side first" if player.side else ""
        yield f"Get ready{first}: {time_words(GET_READY // SECOND)}."


def where_line(player: Player) -> str:
    """Say which step it is, which side, and how much time is left of it."""
    step = player.step
    if step is None:
        return "That was the last step."
    side = f", {_SIDE_WORDS[player.side]}" if player.side else ""
    left = time_words(player.left_s)
    if player.phase is Phase.READY:
        return f"{step.name}{side}: starts in {left}."
    return f"{step.name}{side}: {left} left."


def heard_lines(before: Player, after: Player, fitted: Mapping[str, FittedStep]) -> Iterator[str]:
    """Say what came about between two looks at the clock; nothing most of the time."""
    if after.place != before.place:
        if after.states[before.place] is StepState.DONE:
            yield "Done."
        yield from step_lines(after, fitted)
        if after.paused and after.step is not None:
            yield PAUSED
    elif before.phase is not after.phase:
        yield f"Go: {_SIDE_WORDS[after.side]}." if after.side else "Go."
    elif before.side is not after.side and after.side is not None:
        yield f"Switch sides: {_SIDE_WORDS[after.side]}."
    elif after.repetition[0] > before.repetition[0] and after.step and after.step.hold_s:
        yield f"Hold {after.repetition[0]} of {after.repetition[1]}."
    elif after.left_s < before.left_s:
        yield from _time_line(before, after)


def _time_line(before: Player, after: Player) -> Iterator[str]:
    """Count the last three seconds, and before them say the time left at a few moments."""
    if after.left_s <= COUNT_FROM_S:
        yield str(after.left_s)
        return
    if after.step is None or after.phase is Phase.READY:
        return
    span = duration(after.step) // (2 if after.side else 1) // SECOND
    for mark in _TIME_MARKS_S:
        if before.left_s > mark >= after.left_s and 2 * span >= 3 * mark:
            yield f"{time_words(mark)} left."
