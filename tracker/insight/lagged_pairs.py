"""A day with its morning score, and the morning after it (R-AN-05.1)."""

from collections.abc import Mapping
from datetime import date, timedelta

from tracker.domain.dataclass import dataclass

_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pair:
    """One day: whether it had the habit, its own morning score, and that of the next morning."""

    day: date
    exposed: bool
    before: int
    after: int


def lagged_pairs(
    scores: Mapping[date, int], exposed: Mapping[date, bool | None]
) -> tuple[Pair, ...]:
    """Return the days of which habit, score and next morning's score are all known, in order."""
    pairs = []
    for day in sorted(scores):
        known, after = exposed.get(day), scores.get(day + _ONE)
        if known is not None and after is not None:
            pairs.append(Pair(day, known, scores[day], after))
    return tuple(pairs)


def paired_days(scores: Mapping[date, int]) -> tuple[date, ...]:
    """Return the days that have a score and a next morning with one, in order."""
    return tuple(day for day in sorted(scores) if day + _ONE in scores)
