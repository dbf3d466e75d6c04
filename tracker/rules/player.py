"""The stretch guide as a machine without a clock: what each second of a routine asks for.

All times are whole milliseconds, so that no fraction is lost however often it is asked.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Final, TypeVar

from tracker.domain.dataclass import dataclass
from tracker.domain.routine import RoutineStep, StepPosition, StepSides, StepState
from tracker.domain.site import Side
from tracker.rules.stretching import stop_stretch

_Value = TypeVar("_Value")

SECOND: Final = 1000
GET_READY: Final = 5 * SECOND
GAP: Final = 2 * SECOND
"""Longer than this between two looks at the clock: the program or the machine slept."""

COUNT_FROM_S: Final = 3


class Phase(StrEnum):
    """What the person does right now."""

    READY = "ready"
    MOVING = "moving"
    FINISHED = "finished"


class Signal(StrEnum):
    """A moment to be noticed without looking: a flash, and the bell where it is wanted."""

    START = "start"
    SWITCH = "switch"
    COUNT = "count"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """Where a guided routine is. Nothing changes it but the functions below.

    `clocks` has the time of each step that has passed; below zero it is the time left to get
    ready. `passed` are the places of steps that were done or skipped before the guide began.
    `place` is beyond the last step at the end. `earlier` is the time guided before. `tingled` are
    the places of steps that tingling, numbness or a shooting line stopped; `tendon` those of
    strength for a known tendon complaint.
    """

    steps: tuple[RoutineStep, ...]
    clocks: tuple[int, ...]
    states: tuple[StepState, ...]
    pains: tuple[int | None, ...]
    passed: frozenset[int] = frozenset()
    tingled: frozenset[int] = frozenset()
    tendon: frozenset[int] = frozenset()
    place: int = 0
    paused: bool = False
    earlier: int = 0

    @property
    def phase(self) -> Phase:
        """Return what the person does right now."""
        if self.place >= len(self.steps):
            return Phase.FINISHED
        return Phase.READY if self.clocks[self.place] < 0 else Phase.MOVING

    @property
    def step(self) -> RoutineStep | None:
        """Return the present step; None at the end."""
        return self.steps[self.place] if self.place < len(self.steps) else None

    @property
    def next_step(self) -> RoutineStep | None:
        """Return the step that comes after the present one."""
        place = _next(self, self.place)
        return self.steps[place] if place < len(self.steps) else None

    @property
    def elapsed(self) -> int:
        """Return the time of the present step that has passed."""
        return max(self.clocks[self.place], 0) if self.step else 0

    @property
    def side(self) -> Side | None:
        """Return the side whose turn it is; None where both work together or by turns."""
        if self.step is None or self.step.sides is not StepSides.EACH:
            return None
        return Side.LEFT if self.elapsed < duration(self.step) // 2 else Side.RIGHT

    @property
    def left(self) -> int:
        """Return the time that is shown: of the getting ready, the side, or the step."""
        if self.step is None:
            return 0
        clock = self.clocks[self.place]
        if clock < 0:
            return -clock
        whole = duration(self.step)
        return (whole // 2 if self.side is Side.LEFT else whole) - clock

    @property
    def left_s(self) -> int:
        """Return the shown time in whole seconds: 1 until the last moment, then 0."""
        return math.ceil(self.left / SECOND)

    @property
    def repetition(self) -> tuple[int, int]:
        """Return which hold or movement of how many it is, on the present side."""
        if self.step is None:
            return 0, 0
        span = duration(self.step) // (2 if self.side else 1)
        within = self.elapsed - (span if self.side is Side.RIGHT else 0)
        reps = max(self.step.reps, 1)
        return min(within * reps // max(span, 1) + 1, reps), reps

    @property
    def position(self) -> int:
        """Return how far the routine is: the time of all steps before, and of the present one."""
        return sum(duration(step) for step in self.steps[: self.place]) + self.elapsed

    @property
    def total(self) -> int:
        """Return the time of all steps."""
        return sum(duration(step) for step in self.steps)

    @property
    def spent(self) -> int:
        """Return the time that was guided, without getting ready."""
        guided = (
            max(clock, 0) for place, clock in enumerate(self.clocks) if place not in self.passed
        )
        return self.earlier + sum(guided)

    @property
    def begun(self) -> bool:
        """Return whether the guide has anything to put on file."""
        guided = frozenset(range(len(self.steps))) - self.passed
        return any(
            self.clocks[place] > 0 or self.states[place] is not StepState.UNTOUCHED
            for place in guided
        )

    @property
    def left_at(self) -> StepPosition | None:
        """Return where to go on another time; None at the end."""
        return None if self.step is None else StepPosition(self.step.id, self.elapsed)


def duration(step: RoutineStep) -> int:
    """Return a step's time in milliseconds."""
    return step.est_s * SECOND


def start(
    steps: Sequence[RoutineStep],
    states: Mapping[str, StepState] | None = None,
    *,
    left_at: StepPosition | None = None,
    seconds: int = 0,
    pains: Mapping[str, int] | None = None,
    tendon_steps: Collection[str] = (),
) -> Player:
    """Begin with the first step that is neither done nor skipped.

    `left_at`, `seconds` and `pains` come from a session that was left: it waits, paused, where it
    was. `tendon_steps` are the ids of strength for a known tendon complaint.
    """
    known = [(states or {}).get(step.id, StepState.UNTOUCHED) for step in steps]
    open_places = [place for place, state in enumerate(known) if state is StepState.UNTOUCHED]
    clocks = [-GET_READY for _ in steps]
    place = open_places[0] if open_places else len(steps)
    resumed = next(
        (each for each in open_places if left_at and steps[each].id == left_at.step), None
    )
    elapsed = 0
    if resumed is not None and left_at is not None:
        elapsed = min(max(left_at.elapsed_ms, 0), max(duration(steps[resumed]) - 1, 0))
        place = resumed
        clocks[place] = elapsed or -GET_READY
    return Player(
        steps=tuple(steps),
        clocks=tuple(clocks),
        states=tuple(known),
        pains=tuple((pains or {}).get(step.id) for step in steps),
        passed=frozenset(range(len(steps))) - frozenset(open_places),
        tendon=frozenset(at for at, step in enumerate(steps) if step.id in tendon_steps),
        place=place,
        paused=resumed is not None,
        earlier=max(seconds * SECOND - elapsed, 0),
    )


def advance(player: Player, elapsed: int) -> Player:
    """Let time pass, in milliseconds; after a gap it waits instead of running on."""
    if player.paused or player.phase is Phase.FINISHED or elapsed <= 0:
        return player
    if elapsed > GAP:
        return replace(player, paused=True)
    while elapsed and (step := player.step) is not None:
        clock = player.clocks[player.place]
        passing = min(elapsed, duration(step) - clock)
        elapsed -= passing
        player = _with_clock(player, clock + passing)
        if clock + passing == duration(step):
            player = _moved_on(player, StepState.DONE)
    return player


def toggle_pause(player: Player) -> Player:
    """Wait, or go on."""
    return player if player.step is None else replace(player, paused=not player.paused)


def skip(player: Player) -> Player:
    """Leave the present step and go to the next."""
    return player if player.step is None else _moved_on(player, StepState.SKIPPED)


def back(player: Player) -> Player:
    """Go to the step before: a skipped one goes on where it was left, a done one begins anew."""
    before = [place for place in range(player.place) if place not in player.passed]
    place = before[-1] if before else player.place
    if place >= len(player.steps):
        return player
    anew = place == player.place or player.states[place] is StepState.DONE
    player = replace(
        player,
        place=place,
        states=_put(player.states, place, StepState.UNTOUCHED),
        pains=_put(player.pains, place, None),
        tingled=player.tingled - {place},
    )
    return _with_clock(player, -GET_READY) if anew else player


def hurt(player: Player, score: int | None = None, *, nerve_signs: bool = False) -> Player:
    """Take a score for the present step; what R-STR-05 says stops it."""
    if player.step is None:
        return player
    if nerve_signs:
        player = replace(player, tingled=player.tingled | {player.place})
    if score is not None:
        player = replace(player, pains=_put(player.pains, player.place, score))
    tendon = player.place in player.tendon
    stops = stop_stretch(score, nerve_signs=nerve_signs, loads_tendon=tendon)
    return skip(player) if stops else player


def signal(before: Player, after: Player) -> Signal | None:
    """Tell what is to be noticed between two looks at the clock, the most important first."""
    if after.place != before.place:
        return Signal.END
    if before.phase is not after.phase:
        return Signal.START
    if before.side is not after.side:
        return Signal.SWITCH
    counted = after.left_s != before.left_s and after.left_s <= COUNT_FROM_S
    return Signal.COUNT if counted and not after.paused else None


def _moved_on(player: Player, state: StepState) -> Player:
    states = _put(player.states, player.place, state)
    return replace(player, states=states, place=_next(player, player.place))


def _next(player: Player, place: int) -> int:
    later = (each for each in range(place + 1, len(player.steps)) if each not in player.passed)
    return next(later, len(player.steps))


def _with_clock(player: Player, clock: int) -> Player:
    return replace(player, clocks=_put(player.clocks, player.place, clock))


def _put(values: tuple[_Value, ...], place: int, value: _Value) -> tuple[_Value, ...]:
    return (*values[:place], value, *values[place + 1 :])
