"""What the mid-run guide asks of the diary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.problem import Problem
from tracker.domain.routine import MID_RUN
from tracker.ui.requests import Change, Request

if TYPE_CHECKING:
    from tracker.diary.diary import Diary
    from tracker.diary.entries import SessionEntry
    from tracker.diary.parsing import Problems
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

    def perform(self, diary: Diary) -> MidRunBasis | Problem:
        """Gather it."""
        reset = diary.routine(MID_RUN)
        if isinstance(reset, Problem):
            return reset
        view = diary.day_view()
        latest = [score for item in view.check_ins for score in item.scores]
        return MidRunBasis(
            settings=view.settings,
            places=view.places,
            scores={score.place: score.score for score in latest},
            reset=diary.fitted_routine(reset),
        )


@dataclass(frozen=True, slots=True)
class KeepReset(Change["RoutineSession | Problems"]):
    """Keep a guided reset; `goes_on`: with the one that was kept last, else as one of its own."""

    entry: SessionEntry
    goes_on: bool

    def perform(self, diary: Diary) -> RoutineSession | Problems:
        """Keep the session."""
        if self.goes_on:
            return diary.keep_session(self.entry, goes_on=True)
        return diary.log_session(self.entry)
