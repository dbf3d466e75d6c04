"""What the Today tab asks of the book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tracker.ui.requests import Change, Request

if TYPE_CHECKING:
    from datetime import date

    from tracker.diary.answers import DayView, Verdict
    from tracker.diary.book import Book
    from tracker.diary.entries import CheckInEntry
    from tracker.domain.check_in import CheckIn
    from tracker.domain.problem import Problems


@dataclass(frozen=True, slots=True)
class ShowDay(Request["DayView"]):
    """Everything about a day."""

    day: date

    def perform(self, book: Book) -> DayView:
        """Gather the day."""
        from tracker.diary.day_views import view_day  # noqa: PLC0415 - not before the first paint

        return view_day(book, self.day)


@dataclass(frozen=True, slots=True)
class PreviewVerdict(Request["Verdict"]):
    """What a day would allow if a check-in that is being written were saved."""

    day: date
    draft: CheckInEntry
    replacing: str | None = None

    def perform(self, book: Book) -> Verdict:
        """Decide it."""
        from tracker.diary.verdicts import decide  # noqa: PLC0415 - not before the first paint

        return decide(book, self.day, draft=self.draft, replacing=self.replacing)


@dataclass(frozen=True, slots=True)
class SaveCheckIn(Change["CheckIn | Problems"]):
    """Keep a check-in; `replacing` is the one that it corrects."""

    DONE: ClassVar[str] = "Check-in saved. u undoes."

    entry: CheckInEntry
    replacing: str | None = None

    def perform(self, book: Book) -> CheckIn | Problems:
        """Save the check-in."""
        from tracker.diary.check_ins import save_check_in  # noqa: PLC0415 - not before the first paint

        return save_check_in(book, self.entry, replacing=self.replacing)
