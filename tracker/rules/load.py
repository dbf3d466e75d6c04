"""Load, the single-run spike, rest and variety (section 4.1). Distances in whole metres."""

import statistics
from collections.abc import Sequence

from tracker.domain.dataclass import dataclass
from tracker.domain.run import RunKind, Surface
from tracker.domain.verdict import SpikeBand
from tracker.rules import constants as c

RPE_WORDS = {
    0: "rest",
    1: "very very easy",
    2: "easy",
    3: "moderate",
    4: "somewhat hard",
    5: "hard",
    7: "very hard",
    10: "maximal",
}
RPE_BACKFILL_DAYS = 14

REST_NOTE = "Seven running days without a rest day. A day off belongs to training."
VARIETY_NOTE = (
    "Your last four runs were much alike: same distance, effort and surface."
    " Change one of the three."
)
MONOTONY_NOTE = (
    "Shown as information only: the study behind it related each athlete's own level to illness"
    " and minor injury in 25 experienced athletes."
)

_VARIETY_RUNS = 4
_VARIETY_DAYS = 14
_VARIETY_PERCENT = 10
_JUMP_PERCENT = 30


def session_load(rpe: int, minutes: int) -> int:
    """Return effort (0-10) times minutes, in arbitrary units (R-LOAD-01)."""
    return rpe * minutes


@dataclass(frozen=True, slots=True)
class Monotony:
    """The week's load, its evenness and strain (R-LOAD-03); None where the days are all alike."""

    total: float
    mean: float
    sd: float
    monotony: float | None
    strain: float | None


def monotony(loads: Sequence[float]) -> Monotony:
    """Relate seven daily loads, rest days as 0; the deviation is the sample's (n-1)."""
    total = sum(loads)
    mean = statistics.mean(loads)
    sd = statistics.stdev(loads)
    if sd == 0:
        return Monotony(total, mean, 0, None, None)
    return Monotony(total, mean, sd, mean / sd, total * mean / sd)


def spike_band(planned_m: int, longest30_m: int | None) -> SpikeBand:
    """Place a planned distance against the longest run of the last 30 days (R-LOAD-04)."""
    if not longest30_m:
        return SpikeBand.NO_BASELINE
    share = planned_m * 100
    if share <= longest30_m * c.SPIKE_REFERENCE_PERCENT:
        return SpikeBand.REFERENCE
    if share <= longest30_m * c.SPIKE_SMALL_PERCENT:
        return SpikeBand.SMALL
    return (
        SpikeBand.MODERATE if share <= longest30_m * c.SPIKE_MODERATE_PERCENT else SpikeBand.LARGE
    )


def over_cap(planned_m: int, longest30_m: int, *, percent: int = c.RUN_CAP_PERCENT) -> bool:
    """Return whether a distance exceeds the single-run cap; below 3 km the ladder governs."""
    return longest30_m >= c.SPIKE_FROM_M and planned_m * 100 > longest30_m * percent


def floored_share(longest30_m: int, percent: int) -> int:
    """Return a share of the longest run in metres, floored to whole 100 m."""
    return longest30_m * percent // 10_000 * 100


def percent_over(planned_m: int, longest30_m: int) -> int:
    """Return by how many percent a distance exceeds the longest run, rounded up."""
    return -((longest30_m - planned_m) * 100 // longest30_m)


def spike_sentence(planned_m: int, longest30_m: int, *, cap: str | None) -> str:
    """Write R-LOAD-04's text; `cap` is today's cap with its unit ("8.8 km"), None for no run."""
    suggested = "no run" if cap is None else f"up to {cap}"
    return (
        f"This is {percent_over(planned_m, longest30_m)} % longer than your longest run in 30 days."
        " In a large study, runs more than 10 % longer were followed by more overuse injuries."
        f" Suggested today: {suggested}. That is an association, not a promise."
    )


def week_jump(this_week_m: int, two_weeks_ago_m: int) -> bool:
    """Return whether two weeks raised the weekly distance by more than 30 % (R-LOAD-05)."""
    return two_weeks_ago_m > 0 and this_week_m * 100 > two_weeks_ago_m * (100 + _JUMP_PERCENT)


def rest_note(run_days: Sequence[bool]) -> str | None:
    """Return the note of R-LOAD-09 if all of the last seven days had a run."""
    week = run_days[-c.WEEK_DAYS :]
    return REST_NOTE if len(week) == c.WEEK_DAYS and all(week) else None


@dataclass(frozen=True, slots=True)
class VarietyRun:
    """What R-LOAD-10 compares: days ago, distance in metres, the effort type, the surface."""

    days_ago: int
    distance_m: int
    kind: RunKind
    surface: Surface | None


def variety_note(runs: Sequence[VarietyRun]) -> str | None:
    """Return the note of R-LOAD-10 if the last four runs, newest last, were much alike."""
    last = [run for run in runs if run.days_ago < _VARIETY_DAYS][-_VARIETY_RUNS:]
    if len(last) < _VARIETY_RUNS:
        return None
    total = sum(run.distance_m for run in last)
    alike = all(
        abs(run.distance_m * len(last) - total) * 100 <= total * _VARIETY_PERCENT for run in last
    )
    same_kind = len({run.kind for run in last}) == 1
    same_surface = len({run.surface for run in last}) == 1
    return VARIETY_NOTE if alike and same_kind and same_surface else None
