"""The earliest day of a goal: every session green, and no step up sooner than the rules allow."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.rules import constants as c
from tracker.rules.limits import USUAL_LIMITS, Limits
from tracker.rules.progression import LADDER

GREENS: Final = 2
"""The green sessions in a row that a step up asks for (R-PROG-10 row 10)."""


@dataclass(slots=True)
class _Steps:
    """Counts green sessions at a step, and the steps up of the last seven days (C-19)."""

    greens: int
    limits: Limits
    advances: list[date]

    def may_advance(self, day: date) -> bool:
        lately = [each for each in self.advances if (day - each).days < c.WEEK_DAYS]
        return self.greens >= GREENS and len(lately) < self.limits.advances_per_week

    def advance(self, day: date) -> None:
        self.advances.append(day)
        self.greens = 0


def earliest_stage(
    goal: int, *, at: int, greens: int, days: Iterable[date], limits: Limits = USUAL_LIMITS
) -> date | None:
    """Return the first day on which a ladder stage can be done; None where `days` end before.

    Stages are counted from 0; `greens` are the green sessions done in a row at stage `at`, `days`
    the planned days from today on.
    """
    steps = _Steps(greens, limits, [])
    for day in days:
        if steps.may_advance(day) and at < len(LADDER) - 1:
            at += 1
            steps.advance(day)
        if at >= goal:
            return day
        steps.greens += 1
    return None


def earliest_distance(
    goal_m: int, *, from_m: int, greens: int, days: Iterable[date], limits: Limits = USUAL_LIMITS
) -> date | None:
    """Return the first day on which the single-run cap allows a distance, in metres (C-09)."""
    steps = _Steps(greens, limits, [])
    metres = from_m
    for day in days:
        if steps.may_advance(day):
            # Short distances grow by a whole 100 m, so that rounding down never stops them.
            metres = max(metres * limits.run_cap_percent // 10_000 * 100, metres + 100)
            steps.advance(day)
        if metres >= goal_m:
            return day
        steps.greens += 1
    return None
