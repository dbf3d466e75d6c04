"""Do the longer runs get other answers than the shorter ones: counts, and no cause (R-AN-06)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.settings import DistanceUnit
from tracker.domain.units import METRES
from tracker.domain.verdict import Response
from tracker.insight.week_bars import RunOfWeek
from tracker.rules import constants as c

SPLIT_DAYS: Final = 42
LONG_SHARE: Final = (2, 3)
"""Longer than this share of the longest run is long."""

Counts = Mapping[Response | None, int]
"""How many runs got each answer; None counts those that wait for tomorrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLengths:
    """The runs up to a limit and those beyond it, by their answers.

    `limit` is in whole units of the person's. `needs` is how many runs each side must have before
    they can be compared (C-27).
    """

    limit: int
    short: Counts
    long: Counts
    needs: int = c.PATTERN_GROUP_MIN

    @property
    def comparable(self) -> bool:
        """Return whether both sides have enough runs that got an answer."""
        return all(_answered(side) >= self.needs for side in (self.short, self.long))


def run_lengths(runs: Iterable[RunOfWeek], *, unit: DistanceUnit) -> RunLengths | None:
    """Share runs out at two thirds of the longest, in whole units; None without distances."""
    measured = [run for run in runs if run.metres]
    longest = max((run.metres or 0 for run in measured), default=0)
    one = float(METRES[unit])
    limit = round(longest * LONG_SHARE[0] / LONG_SHARE[1] / one)
    if limit < 1:
        return None
    sides: tuple[Counter[Response | None], Counter[Response | None]] = (Counter(), Counter())
    for run in measured:
        sides[(run.metres or 0) > limit * one][run.response] += 1
    return RunLengths(limit=limit, short=sides[0], long=sides[1])


def _answered(side: Counts) -> int:
    return sum(n for answer, n in side.items() if answer not in {None, Response.UNKNOWN})
