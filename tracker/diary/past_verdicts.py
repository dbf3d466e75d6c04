"""What a day had allowed before its run, and whether the run kept to it."""

from collections.abc import Sequence
from datetime import date

from tracker.diary.adherence import before_running
from tracker.diary.snapshot import Snapshot
from tracker.diary.verdicts import verdict_on
from tracker.domain.dataclass import dataclass
from tracker.domain.run import Run
from tracker.domain.verdict import Outcome
from tracker.insight.week_strip import UNKNOWN_OUTCOMES


@dataclass(frozen=True, slots=True, kw_only=True)
class PastVerdict:
    """A day's verdict as of before its run.

    `headline` is its cap in words, `cap_m` in metres (0 = no run, None = no cap), `reason` its
    first reason; a text is "" for none. `kept` is None where there was nothing to keep, or that
    isn't known.
    """

    outcome: Outcome
    headline: str
    cap_m: int | None
    reason: str
    kept: bool | None


def past_verdict(snapshot: Snapshot, day: date, *, today: date) -> PastVerdict | None:
    """Return what a day had allowed, None where it lacked what a verdict needs."""
    verdict = verdict_on(before_running(snapshot, day), day)
    if verdict.outcome in UNKNOWN_OUTCOMES:
        return None
    return PastVerdict(
        outcome=verdict.outcome,
        headline=verdict.headline,
        cap_m=verdict.cap_m,
        reason=next((each.text for each in verdict.because), ""),
        kept=was_kept(verdict.cap_m, snapshot.runs.get(day, ()), over=day < today),
    )


def was_kept(cap_m: int | None, runs: Sequence[Run], *, over: bool) -> bool | None:
    """Return whether a day's runs stayed under its cap, in metres; 0 allows no run.

    A day without a run keeps a verdict that allowed none, once it is over. A run without a distance
    leaves it open.
    """
    if cap_m is None:
        return None
    if not runs:
        return True if over and cap_m == 0 else None
    if cap_m == 0:
        return False
    metres = [run.distance_m for run in runs]
    if any(each is not None and each > cap_m for each in metres):
        return False
    return None if None in metres else True
