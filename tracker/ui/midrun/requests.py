"""What the mid-run guide asks of the book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.diary.day_views import view_day
from tracker.diary.routine_fitting import fitted_routine
from tracker.diary.routine_views import routine_named
from tracker.diary.sessions import keep_session, log_session
from tracker.domain.problem import Problem
from tracker.domain.routine import MID_RUN
from tracker.ui.requests import Change, Request

if TYPE_CHECKING:
    from tracker.diary.book import Book
    from tracker.diary.entries import SessionEntry
    from tracker.domain.problem import Problems
    from tracker.domain.routine import RoutineSession
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


@dataclass(frozen=True, slots=True)
class ReadBasis(Request["MidRunBasis | Problem"]):
    """The basis of a guided run today."""

    def perform(self, book: Book) -> MidRunBasis | Problem:
        """Gather it."""
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


@dataclass(frozen=True, slots=True)
class KeepReset(Change["RoutineSession | Problems"]):
    """Keep a guided reset; `goes_on`: with the one that was kept last, else as one of its own."""

    entry: SessionEntry
    goes_on: bool

    def perform(self, book: Book) -> RoutineSession | Problems:
        """Keep the session."""
        if self.goes_on:
            return keep_session(book, self.entry, goes_on=True)
        return log_session(book, self.entry)
