"""A walk-run session as a machine without a clock: part after part, times in milliseconds."""

import math
from dataclasses import replace
from enum import StrEnum
from functools import cache
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.rules.plan import WARM_UP_MIN
from tracker.rules.progression import Stage

SECOND: Final = 1000
MINUTE: Final = 60 * SECOND
GAP: Final = 10 * SECOND
"""Longer than this between two looks at the clock: the program slept, and the session waits."""
COUNT_FROM_S: Final = 3


class Signal(StrEnum):
    """A moment to be noticed without looking."""

    END = "end"
    PART = "part"
    HALF = "half"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: running or walking, how long, and which run it is or follows, from 1; 0 before."""

    run: bool
    ms: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkRun:
    """How far a session is. `ran` and `walked` are what was really done, skipped parts not."""

    stage: Stage
    place: int = 0
    elapsed: int = 0
    ran: int = 0
    walked: int = 0
    paused: bool = False

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return all parts, the brisk walks at both ends with them."""
        return _parts(self.stage)

    @property
    def part(self) -> Part | None:
        """Return the present part, None once the session is over."""
        return self.parts[self.place] if self.place < len(self.parts) else None

    @property
    def over(self) -> bool:
        """Return whether the last part is through."""
        return self.part is None

    @property
    def left_s(self) -> int:
        """Return what is left of the part in whole seconds: 1 until its last moment."""
        return 0 if self.part is None else math.ceil((self.part.ms - self.elapsed) / SECOND)

    @property
    def position(self) -> int:
        """Return how far the session is, skipped parts counted as passed."""
        return sum(part.ms for part in self.parts[: self.place]) + self.elapsed

    @property
    def total(self) -> int:
        """Return how long the session is."""
        return sum(part.ms for part in self.parts)

    @property
    def runs(self) -> int:
        """Return how many runs the session has."""
        return sum(part.run for part in self.parts)

    @property
    def done(self) -> int:
        """Return how long was really run and walked."""
        return self.ran + self.walked


@cache
def _parts(stage: Stage) -> tuple[Part, ...]:
    run, walk = (round(minutes * MINUTE) for minutes in (stage.run_min, stage.walk_min))
    if not run:
        return (Part(run=False, ms=walk, number=0),)
    ends = WARM_UP_MIN * MINUTE
    parts = [Part(run=False, ms=ends, number=0)]
    for number in range(1, stage.repeats + 1):
        parts.append(Part(run=True, ms=run, number=number))
        parts += [Part(run=False, ms=walk, number=number)] if walk else []
    return (*parts, Part(run=False, ms=ends, number=stage.repeats))


def advance(timer: WalkRun, elapsed: int) -> WalkRun:
    """Let time pass; after a gap the session waits instead of running on."""
    if timer.paused or timer.over or elapsed <= 0:
        return timer
    if elapsed > GAP:
        return replace(timer, paused=True)
    while elapsed > 0 and (part := timer.part) is not None:
        spent = min(elapsed, part.ms - timer.elapsed)
        elapsed -= spent
        timer = replace(
            timer,
            elapsed=timer.elapsed + spent,
            ran=timer.ran + (spent if part.run else 0),
            walked=timer.walked + (0 if part.run else spent),
        )
        if timer.elapsed >= part.ms:
            timer = replace(timer, place=timer.place + 1, elapsed=0)
    return timer


def skip(timer: WalkRun) -> WalkRun:
    """Go on to the next part."""
    return timer if timer.over else replace(timer, place=timer.place + 1, elapsed=0)


def back(timer: WalkRun) -> WalkRun:
    """Begin the part anew, or the one before where it has just begun."""
    if timer.elapsed >= COUNT_FROM_S * SECOND or timer.place == 0:
        return replace(timer, elapsed=0)
    return replace(timer, place=timer.place - 1, elapsed=0)


def toggle_pause(timer: WalkRun) -> WalkRun:
    """Wait, or go on."""
    return timer if timer.over else replace(timer, paused=not timer.paused)


def signal(before: WalkRun, after: WalkRun) -> Signal | None:
    """Tell what is to be noticed between two looks at the clock, the most important first."""
    if after.over and not before.over:
        return Signal.END
    half = after.total // 2
    if before.position < half <= after.position:
        return Signal.HALF
    if after.place != before.place:
        return Signal.PART
    counts = after.left_s < before.left_s and after.left_s <= COUNT_FROM_S
    return Signal.COUNT if counts else None
