"""What the Trends tab asks of the diary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.ui.requests import Request

if TYPE_CHECKING:
    from datetime import date

    from tracker.diary.diary import Diary
    from tracker.diary.trends import Trends
    from tracker.insight.day_readout import DayFacts


@dataclass(frozen=True, slots=True)
class ShowTrends(Request["Trends"]):
    """The whole diary as days, and its sites."""

    def perform(self, diary: Diary) -> Trends:
        """Gather it."""
        return diary.trends()


@dataclass(frozen=True, slots=True)
class ShowFacts(Request["DayFacts"]):
    """What one day holds besides its scores."""

    day: date

    def perform(self, diary: Diary) -> DayFacts:
        """Gather the day."""
        return diary.day_facts(self.day)
