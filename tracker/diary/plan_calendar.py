"""The planned sessions of the next weeks, for a calendar program."""

from datetime import UTC, timedelta
from typing import Final

from tracker.diary.book import Book
from tracker.diary.plan_choices import planned_days
from tracker.diary.plans import plan_on
from tracker.domain.problem import Problem
from tracker.domain.verdict import Plan
from tracker.exchange.calendar_file import CalendarDay, write_calendar

WEEKS: Final = 4
NO_PLAN: Final = Problem("", "There is no plan to write. `backstride plan set free` makes one.")
CHECK_FIRST: Final = "Check in first: what the day allows comes before the plan."


def plan_calendar(book: Book) -> bytes | Problem:
    """Return the sessions of four weeks from today as a calendar file.

    Which stage a session will have is decided on its day, so only the first one says so.
    """
    view = plan_on(book.snapshot, book.today)
    if view.choice is None:
        return NO_PLAN
    until = book.today + timedelta(weeks=WEEKS)
    first = view.today or view.coming
    title = "Walk-run session" if view.choice.mode is Plan.LADDER else "Run"
    days = planned_days(book.snapshot, view.choice, book.today, until)
    return write_calendar(
        (
            CalendarDay(
                id=f"plan-{day:%Y%m%d}",
                day=day,
                title=title,
                text=CHECK_FIRST
                if first is None or first.day != day
                else f"{first.words} {CHECK_FIRST}",
            )
            for day in days
        ),
        now=book.now.astimezone(UTC),
    )
