"""What the Today tab asks of the diary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tracker.ui.requests import Change, Request

if TYPE_CHECKING:
    from datetime import date

    from tracker.diary.answers import DayView, Verdict
    from tracker.diary.diary import Diary
    from tracker.diary.entries import CheckInEntry
    from tracker.diary.parsing import Problems
    from tracker.domain.check_in import CheckIn


@dataclass(frozen=True, slots=True)
class ShowDay(Request["DayView"]):
    """Everything about a day."""

    day: date

    def perform(self, diary: Diary) -> DayView:
        """Gather the day."""
        return diary.day_view(self.day)


@dataclass(frozen=True, slots=True)
class PreviewVerdict(Request["Verdict"]):
    """What a day would allow if a check-in that is being written were saved."""

    day: date
    draft: CheckInEntry
    replacing: str | None = None

    def perform(self, diary: Diary) -> Verdict:
        """Decide it."""
        return diary.verdict(self.day, draft=self.draft, replacing=self.replacing)


@dataclass(frozen=True, slots=True)
class SaveCheckIn(Change["CheckIn | Problems"]):
    """Keep a check-in; `replacing` is the one that it corrects."""

    DONE: ClassVar[str] = "Check-in saved. u undoes."

    entry: CheckInEntry
    replacing: str | None = None

    def perform(self, diary: Diary) -> CheckIn | Problems:
        """Save the check-in."""
        return diary.check_in(self.entry, replacing=self.replacing)
