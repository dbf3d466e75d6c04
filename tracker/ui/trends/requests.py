"""What the Trends tab asks of the diary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.ui.requests import Request

if TYPE_CHECKING:
    from datetime import date

    from tracker.diary.diary import Diary
    from tracker.diary.trends import Trends
    from tracker.insight.calendar_week import CalendarWeek
    from tracker.insight.day_readout import DayFacts
    from tracker.insight.week_words import WeekPart


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

    def perform(self, diary: Diary) -> ShownWeek:
        """Sum it up."""
        from tracker.diary.week_reviews import week_review  # noqa: PLC0415 - when asked for
        from tracker.insight.week_words import week_parts  # noqa: PLC0415 - when asked for

        settings = diary.settings
        review = week_review(diary.snapshot, self.day, today=diary.today)
        return ShownWeek(
            week=review.week,
            parts=week_parts(review, unit=settings.unit, green_max=settings.green_max),
            since=review.logged_since,
            may_answer=review.check.open,
        )
