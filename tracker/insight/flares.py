"""Flares that the morning scores suggest; only the person's word makes one of them (R-AN-04)."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from statistics import median_low
from typing import Final

from tracker.domain.dataclass import dataclass

FLARE_QUESTION: Final = "Is this a flare for you (hard to tolerate, upsetting plans)?"
"""The question about a candidate: what a flare is, is the person's to say (R-AN-04)."""

FLARE_REFERENCE_DAYS: Final = 14
FLARE_VALUES_MIN: Final = 7
FLARE_RISE: Final = 2
FLARE_SCORE_MIN: Final = 4
FLARE_OVER_WITHIN: Final = 1
FLARE_OVER_DAYS: Final = 2

_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of days that may be a flare of one site.

    `score` is the morning score of the first day, `reference` the level from which it rose; both
    0 to 10. `end` is the last day, None while it lasts.
    """

    start: date
    score: int
    reference: int
    end: date | None = None


def flare_reference(scores: Mapping[date, int], day: date) -> int | None:
    """Return the lower median of the 14 days before `day`, None with fewer than 7 (R-AN-04)."""
    before = (day - _ONE * back for back in range(1, FLARE_REFERENCE_DAYS + 1))
    logged = [scores[each] for each in before if each in scores]
    return median_low(logged) if len(logged) >= FLARE_VALUES_MIN else None


def flare_end(
    scores: Mapping[date, int], start: date, *, reference: int, until: date
) -> date | None:
    """Return the last day of a flare, None where it is not over by `until` (R-AN-04).

    It is over once two logged days, with nothing worse between them, are at most 1 above
    `reference`, the level before its first day. Its last day is the last one logged before those
    two: days without an entry neither end a flare nor make it longer. The first day never counts
    as one of the two.
    """
    last, calm = start, 0
    for day in _logged(scores, start + _ONE, until):
        calm = calm + 1 if scores[day] <= reference + FLARE_OVER_WITHIN else 0
        if calm == FLARE_OVER_DAYS:
            return last
        if calm == 0:
            last = day
    return None


def flare_candidates(
    scores: Mapping[date, int], *, first: date, until: date
) -> tuple[Candidate, ...]:
    """Find the stretches of one site that begin in `first` to `until` (R-AN-04).

    One begins on a day whose morning score is at least 4, and at least 2 above the lower median of
    the 14 days before. While one lasts no other begins, nor on the two days that end it.
    `scores` are morning scores by day; what is missing was not logged.
    """
    found: list[Candidate] = []
    free = first
    for day in _logged(scores, first, until):
        reference = flare_reference(scores, day) if day >= free else None
        score = scores[day]
        if reference is None or score < max(FLARE_SCORE_MIN, reference + FLARE_RISE):
            continue
        end = flare_end(scores, day, reference=reference, until=until)
        found.append(Candidate(day, score, reference, end))
        if end is None:
            break
        calm = [each for each in _logged(scores, day + _ONE, until) if each > end]
        free = calm[FLARE_OVER_DAYS - 1] + _ONE
    return tuple(found)


def _logged(scores: Mapping[date, int], first: date, last: date) -> Iterator[date]:
    days = (first + _ONE * step for step in range((last - first).days + 1))
    return (day for day in days if day in scores)
