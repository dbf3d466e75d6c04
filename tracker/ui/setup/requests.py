"""What the first steps ask of the diary."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.domain.identity import new_id
from tracker.domain.screening import Screening
from tracker.ui.requests import Change, Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.diary.diary import Diary
    from tracker.diary.parsing import Problems
    from tracker.domain.screening import Screen
    from tracker.domain.settings import Settings


@dataclass(frozen=True, slots=True)
class SaveSettings(Change["Settings | Problems"]):
    """Keep changed settings."""

    settings: Settings

    def perform(self, diary: Diary) -> Settings | Problems:
        """Save them."""
        return diary.save_settings(self.settings)


@dataclass(frozen=True, slots=True)
class SaveStep(Change["Settings | Problems"]):
    """Note how far the first steps got; None means done."""

    step: int | None

    def perform(self, diary: Diary) -> Settings | Problems:
        """Save the number of the next step."""
        return diary.save_settings(replace(diary.settings, setup_step=self.step))


@dataclass(frozen=True, slots=True)
class SaveScreening(Change["Screening | Problems"]):
    """Keep the answers to the eight questions, by their fields."""

    answers: Mapping[str, bool]

    def perform(self, diary: Diary) -> Screening | Problems:
        """Save them as of now."""
        now = diary.now
        return diary.save_screening(
            Screening(id=new_id(now), at=now, day=diary.today, **self.answers)
        )


@dataclass(frozen=True, slots=True)
class TodaysScreen(Request["Screen"]):
    """What the screening answers allow today."""

    def perform(self, diary: Diary) -> Screen:
        """Read it off today's verdict."""
        return diary.verdict().readiness.given.screen
