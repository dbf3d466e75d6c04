"""What the Trends tab asks of the book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.diary.day_facts import day_facts
from tracker.diary.trends import view_trends
from tracker.ui.requests import Request

if TYPE_CHECKING:
    from datetime import date

    from tracker.diary.book import Book
    from tracker.diary.trends import Trends
    from tracker.insight.calendar_week import CalendarWeek
    from tracker.insight.day_readout import DayFacts
    from tracker.insight.week_words import WeekPart


@dataclass(frozen=True, slots=True)
class ShowTrends(Request["Trends"]):
    """The whole diary as days, and its sites."""

    def perform(self, book: Book) -> Trends:
        """Gather it."""
        return view_trends(book)


@dataclass(frozen=True, slots=True)
class ShowFacts(Request["DayFacts"]):
    """What one day holds besides its scores."""

    day: date

    def perform(self, book: Book) -> DayFacts:
        """Gather the day."""
        return day_facts(book.snapshot, self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWeek:
    """A week in review as it is read; `since` is the diary's first day, None for an empty one."""

    week: CalendarWeek
    parts: tuple[WeekPart, ...]
    since: date | None
    may_answer: bool


@dataclass(frozen=True, slots=True)
class ShowWeek(Request["ShownWeek"]):
    """The week of a day in review."""

    day: date

    def perform(self, book: Book) -> ShownWeek:
        """Sum it up."""
        from tracker.diary.week_reviews import week_review  # noqa: PLC0415 - when asked for
        from tracker.insight.week_words import week_parts  # noqa: PLC0415 - when asked for

        settings = book.settings
        review = week_review(book.snapshot, self.day, today=book.today)
        return ShownWeek(
            week=review.week,
            parts=week_parts(review, unit=settings.unit, green_max=settings.green_max),
            since=review.logged_since,
            may_answer=review.check.open,
        )
