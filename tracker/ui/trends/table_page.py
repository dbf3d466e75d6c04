"""The table of days under its heading."""

from datetime import date

from textual import getters, on
from textual.app import ComposeResult
from textual.widget import Widget

from tracker.insight.glyph_set import GLYPHS
from tracker.insight.trend_table import TrendDay, TrendRow
from tracker.ui.trends.day_table import DayTable
from tracker.ui.trends.days_page import DaysPage, ShownDays
from tracker.ui.trends.table_columns import TableStyle
from tracker.ui.widgets.heading import Heading


class TablePage(DaysPage):
    """Whose scores, which days, and a row for each of them."""

    DEFAULT_CSS = """
    TablePage { width: 1fr; height: 1fr; }
    TablePage > Heading { margin-bottom: 1; }
    """

    table = getters.query_one(DayTable)

    def compose(self) -> ComposeResult:
        """Lay out heading and table."""
        yield Heading("")
        yield DayTable()

    @property
    def target(self) -> Widget:
        """Return the table."""
        return self.table

    @property
    def days(self) -> tuple[date, date]:
        """Return the ends of the chart's window."""
        return self.table.days

    def show(self, shown: ShownDays, *, cursor: date) -> None:
        """Show the days of the chart's window."""
        settings = shown.settings
        style = TableStyle(
            sites=shown.series.sites,
            site=shown.site,
            unit=settings.unit,
            green_max=settings.green_max,
            glyphs=GLYPHS[shown.glyphs],
        )
        with self.prevent(DayTable.Moved):
            self.table.show_days(
                shown.series,
                shown.window,
                style=style,
                week_starts_monday=settings.week_starts_monday,
            )
        super().show(shown, cursor=cursor)

    def go_to(self, day: date) -> None:
        """Put the cursor on a day."""
        with self.prevent(DayTable.Moved):
            self.table.go_to_day(day)

    @on(DayTable.Moved)
    def _tell_of_cursor(self, event: DayTable.Moved[TrendRow]) -> None:
        event.stop()
        if isinstance(event.item, TrendDay):
            self.post_message(self.Moved(event.item.day))

    @on(DayTable.Opened)
    def _ask_for_records(self, event: DayTable.Opened[TrendRow]) -> None:
        event.stop()
        if isinstance(event.item, TrendDay):
            self.post_message(self.Opened(event.item.day))
