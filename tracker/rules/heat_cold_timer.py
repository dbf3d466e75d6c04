"""The timer for heat and cold as a machine without a clock (R-HC-04).

All times are whole milliseconds. A stretch can wait for whoever comes back to it; a pack goes on
warming or cooling while the program or the machine sleeps. So no gap stops this timer: what the
clocks say has passed is counted, and where that goes beyond the stop, the time is up.
"""

import math
from dataclasses import replace
from enum import StrEnum
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.remedy import RemedyKind
from tracker.rules import constants as c
from tracker.rules.heat_cold import bounded_minutes

SECOND: Final = 1000
MINUTE: Final = 60 * SECOND
SKIN_CHECK: Final = c.SKIN_CHECK_MIN * MINUTE
GAP: Final = 2 * SECOND
"""Longer than this between two looks at the clock: the program or the machine slept."""

CALL_EVERY: Final = 10 * SECOND
CALL_FOR: Final = 3 * MINUTE


class Signal(StrEnum):
    """A moment to be noticed without looking: a flash, and the bell where it is wanted."""

    SKIN = "skin"
    END = "end"
    CALL = "call"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatColdTimer:
    """How long a pack has been on the skin. Nothing changes it but the functions below.

    `asked` is the time it may stay, `on` the time it stayed, never more than `asked`; `over` is the
    time since it should have come off. `paused`: it is off the skin; `stopped`: for good.
    """

    kind: RemedyKind
    asked: int
    on: int = 0
    over: int = 0
    paused: bool = False
    stopped: bool = False

    @property
    def up(self) -> bool:
        """Return whether the time is up."""
        return self.on >= self.asked

    @property
    def ended(self) -> bool:
        """Return whether the time is up, or the person stopped earlier."""
        return self.stopped or self.up

    @property
    def left(self) -> int:
        """Return the time that is shown."""
        return self.asked - self.on

    @property
    def left_s(self) -> int:
        """Return the shown time in whole seconds: 1 until the last moment, then 0."""
        return math.ceil(self.left / SECOND)

    @property
    def skin_is_due(self) -> bool:
        """Return whether the reminder has come within the last minute."""
        return SKIN_CHECK <= self.on < SKIN_CHECK + MINUTE and not self.ended

    @property
    def counts(self) -> bool:
        """Return whether there is anything to log: a whole minute."""
        return self.on >= MINUTE


def start(kind: RemedyKind, minutes: int = c.PACK_USUAL_MIN) -> HeatColdTimer:
    """Set the timer; whatever is asked, it stays within what the kind may have."""
    return HeatColdTimer(kind=kind, asked=bounded_minutes(minutes, kind) * MINUTE)


def passed(*, monotonic: int, wall: int) -> int:
    """Return how much time to count between two looks at two clocks, in milliseconds.

    A monotonic clock stands still while some machines sleep, the clock on the wall does not: where
    that one is ahead by a gap, it counts. Setting the wall clock can so end a use too early, never
    too late.
    """
    return max(wall if wall - monotonic > GAP else monotonic, 0)


def advance(timer: HeatColdTimer, elapsed: int) -> HeatColdTimer:
    """Let time pass, in milliseconds, however long the gap was; beyond the end it is `over`."""
    if timer.stopped or timer.paused or elapsed <= 0:
        return timer
    on = min(timer.on + elapsed, timer.asked)
    return replace(timer, on=on, over=timer.over + timer.on + elapsed - on)


def toggle_pause(timer: HeatColdTimer) -> HeatColdTimer:
    """Take the pack off for a while, or put it on again."""
    return timer if timer.ended else replace(timer, paused=not timer.paused)


def stop(timer: HeatColdTimer) -> HeatColdTimer:
    """Take the pack off for good."""
    return timer if timer.ended else replace(timer, stopped=True)


def lengthen(timer: HeatColdTimer, minutes: int) -> HeatColdTimer:
    """Ask for more minutes, or fewer; never beyond the hard stop, never less than has passed."""
    asked = bounded_minutes(timer.asked // MINUTE + minutes, timer.kind) * MINUTE
    return timer if timer.ended or asked <= timer.on else replace(timer, asked=asked)


def signal(before: HeatColdTimer, after: HeatColdTimer) -> Signal | None:
    """Tell what is to be noticed between two looks at the clock, the most important first.

    Once the time is up it calls again and again, for a few minutes.
    """
    if after.up and not before.up:
        return Signal.END
    if before.on < SKIN_CHECK <= after.on:
        return Signal.SKIN
    called = after.over // CALL_EVERY > before.over // CALL_EVERY
    return Signal.CALL if called and after.over < CALL_FOR else None
