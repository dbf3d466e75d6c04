"""What the diary does not know: as much a part of the page as what it knows (R-SUM-01, 10)."""

from collections.abc import Iterator, Sequence
from typing import Final

from tracker.diary.clinician.request import Period
from tracker.diary.clinician.words import NOT_KNOWN
from tracker.diary.day_state import day_state
from tracker.diary.responses import JudgedRun
from tracker.diary.snapshot import Snapshot
from tracker.domain.check_in import CheckIn
from tracker.domain.impact_check import ImpactCheck
from tracker.domain.verdict import Response
from tracker.insight.page import Block, Facts

_HUNDRED: Final = 100


def share(part: int, whole: int) -> str:
    """Write a part of a whole, with its share in whole percent: "6 of 56 (11 %)"."""
    percent = f" ({(part * _HUNDRED + whole // 2) // whole} %)" if whole else ""
    return f"{part} of {whole}{percent}"


def logged_days(snapshot: Snapshot, period: Period) -> int:
    """Count the days with a score of any site."""
    return sum(bool(day_state(snapshot, day).all_scores) for day in period.days)


def unknown_blocks(
    snapshot: Snapshot, period: Period, runs: Sequence[JudgedRun]
) -> tuple[Block, ...]:
    """Return the shares that are not known, and what nobody ever said anything of."""
    days = len(period.days)
    unanswered = sum(each.response is Response.UNKNOWN for each in runs)
    all_runs = snapshot.runs_between(period.first, period.last)
    unmeasured = sum(run.distance_m is None for run in all_runs)
    nights = sum(day_state(snapshot, day).night is None for day in period.days)
    never = ", ".join(_never(snapshot, snapshot.check_ins_between(period.first, period.last)))
    missing = (
        f"{share(days - logged_days(snapshot, period), days)} days without a score",
        f"{share(unanswered, len(runs))} runs without a response",
        f"{unmeasured} without a distance",
        f"{nights} nights without a word",
    )
    facts = (("Missing", "; ".join(missing)), ("Never logged", never or NOT_KNOWN))
    return (Facts(facts),)


def _never(snapshot: Snapshot, check_ins: Sequence[CheckIn]) -> Iterator[str]:
    """Name what no check-in of the period holds; only the person can tell whether it is nothing."""
    asked = (
        ("morning stiffness", any(item.stiff_min is not None for item in check_ins)),
        ("how it feels", any(item.quality for item in check_ins)),
        ("whether it spreads", any(item.spread is not None for item in check_ins)),
        ("sleep", any(item.sleep_h is not None for item in check_ins)),
        ("sitting", any(item.sitting_h is not None for item in check_ins)),
        ("weekly check", bool(snapshot.of(ImpactCheck))),
    )
    return (word for word, known in asked if not known)
