"""The calendar of a year under its heading."""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical

from tracker.domain.site import PainSite
from tracker.insight.series import PainSeries
from tracker.ui.trends.words import days_fact, title_of
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.heat_map import HeatCalendar


class CalendarPage(Vertical):
    """A year of days, whose they are, and how many of them were logged."""

    DEFAULT_CSS = """
    CalendarPage { height: auto; width: 1fr; }
    CalendarPage > HeatCalendar { margin-top: 1; }
    """

    HINTS: ClassVar[tuple[str, ...]] = (
        "calendar_days", "calendar_pick", "read_day", "cycle_site", "back_to_chart", "help",
    )  # fmt: skip

    heading = getters.query_one(Heading)
    calendar = getters.query_one(HeatCalendar)

    def compose(self) -> ComposeResult:
        """Lay out heading and calendar."""
        yield Heading("")
        yield HeatCalendar()

    def say_whose(self, series: PainSeries, site: PainSite | None) -> None:
        """Say whose scores these are, from when to when, and how many days have one."""
        drawn = self.calendar.drawn
        first, last = max(drawn.first, series.start), min(drawn.last, series.end)
        self.heading.title = title_of(site)
        self.heading.fact = days_fact(series, first, last, site=site, width=self.size.width)
