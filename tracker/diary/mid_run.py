"""The guided run: what it begins with, and the resets that are kept on the way."""

from collections.abc import Mapping

from tracker.diary.book import Book
from tracker.diary.day_views import view_day
from tracker.diary.entries import SessionEntry
from tracker.diary.routine_fitting import fitted_routine
from tracker.diary.routine_views import routine_named
from tracker.diary.sessions import keep_session, log_session
from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem, Problems
from tracker.domain.routine import MID_RUN, RoutineSession
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite
from tracker.rules.stretching import FittedRoutine


@dataclass(frozen=True, slots=True, kw_only=True)
class MidRunBasis:
    """What a guided run begins with: the sites, today's scores, the reset as it fits today."""

    settings: Settings
    places: tuple[PainSite, ...]
    scores: Mapping[PainSite, int]
    reset: FittedRoutine


def mid_run_basis(book: Book) -> MidRunBasis | Problem:
    """Return what a guided run begins with today."""
    reset = routine_named(book.snapshot, MID_RUN)
    if isinstance(reset, Problem):
        return reset
    view = view_day(book)
    latest = [score for item in view.check_ins for score in item.scores]
    return MidRunBasis(
        settings=view.settings,
        places=view.places,
        scores={score.place: score.score for score in latest},
        reset=fitted_routine(book.snapshot, reset, book.today),
    )


def keep_reset(book: Book, entry: SessionEntry, *, goes_on: bool) -> RoutineSession | Problems:
    """Keep a guided reset; `goes_on`: with the one that was kept last, else as one of its own."""
    return keep_session(book, entry, goes_on=True) if goes_on else log_session(book, entry)
