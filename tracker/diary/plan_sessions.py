"""What a walk-run session begins with, and what of it fills a run's form."""

from typing import TYPE_CHECKING, Final

from tracker.diary.mid_run import MidRunBasis, mid_run_basis
from tracker.diary.plans import plan_on
from tracker.domain.cross_training import CrossKind
from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem
from tracker.domain.run import RunKind
from tracker.domain.units import format_duration
from tracker.rules.midrun_log import MidRunLog
from tracker.rules.walk_run import SECOND, WalkRun

if TYPE_CHECKING:
    from tracker.diary.book import Book

WALK_RUN: Final = "walk_run"
"""The thing of the Run tab that the plan's session leads to."""


@dataclass(frozen=True, slots=True)
class SessionBasis:
    """Today's session at its beginning, with site and score, and what the mid-run guide needs."""

    timer: WalkRun
    log: MidRunLog
    guide: MidRunBasis


def session_basis(book: "Book") -> SessionBasis | Problem:
    """Return what today's session begins with; a problem where there is none."""
    plan = plan_on(book.snapshot, book.today)
    if plan.today is None or plan.today.stage is None:
        return Problem("", plan.instead or "No walk-run session is planned for today.")
    guide = mid_run_basis(book)
    if isinstance(guide, Problem):
        return guide
    place = max(guide.places, key=lambda each: guide.scores.get(each, -1), default=None)
    pre = 0 if place is None else guide.scores.get(place, 0)
    return SessionBasis(WalkRun(stage=plan.today.stage), MidRunLog(pre=pre, place=place), guide)


def walk_values(timer: WalkRun) -> dict[str, object]:
    """Return what of a walk without any run (W0) stands in the form of a training."""
    return {"kind": CrossKind.WALK, "duration": timer.done // SECOND}


def run_texts(timer: WalkRun) -> dict[str, str]:
    """Return what of a session stands in a run's form."""
    return {"duration": format_duration(timer.done // SECOND), "kind": RunKind.WALK_RUN}
