"""The calendar of a year under its heading."""

from datetime import date
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.widget import Widget

from tracker.ui.trends.days_page import DaysPage, ShownDays
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.heat_map import HeatCalendar


class CalendarPage(DaysPage):
    """A year of days, whose they are, and how many of them were logged."""

    DEFAULT_CSS = """
    CalendarPage { height: auto; width: 1fr; }
    CalendarPage > HeatCalendar { margin-top: 1; }
    """

    HINTS: ClassVar[tuple[str, ...]] = (
        "calendar_days", "calendar_pick", "cycle_site", "next_view", "back_to_chart", "help",
    )  # fmt: skip

    calendar = getters.query_one(HeatCalendar)

    def compose(self) -> ComposeResult:
        """Lay out heading and calendar."""
        yield Heading("")
        yield HeatCalendar()

    @property
    def target(self) -> Widget:
        """Return the calendar."""
        return self.calendar

    @property
    def days(self) -> tuple[date, date]:
        """Return the first and the last day of the year shown that are in the diary."""
        drawn, series = self.calendar.drawn, self.calendar.series
        return max(drawn.first, series.start), min(drawn.last, series.end)

    def show(self, shown: ShownDays, *, cursor: date) -> None:
        """Show the year; the chart's window does not matter here."""
        calendar, settings = self.calendar, shown.settings
        calendar.green_max, calendar.glyphs = settings.green_max, settings.glyphs
        calendar.week_starts_monday = settings.week_starts_monday
        with self.prevent(HeatCalendar.DayHighlighted):
            calendar.series, calendar.site = shown.series, shown.site
        super().show(shown, cursor=cursor)

    def go_to(self, day: date) -> None:
        """Put the cursor on a day."""
        with self.prevent(HeatCalendar.DayHighlighted):
            self.calendar.go_to(day)

    @on(HeatCalendar.DayHighlighted)
    def _tell_of_cursor(self, event: HeatCalendar.DayHighlighted) -> None:
        event.stop()
        self.write_heading()
        self.post_message(self.Moved(event.day))

    @on(HeatCalendar.Picked)
    def _tell_of_choice(self, event: HeatCalendar.Picked) -> None:
        event.stop()
        self.post_message(self.Picked(event.day))
