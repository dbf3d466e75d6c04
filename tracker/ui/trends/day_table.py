"""The chart's days as a table, newest first, each week under its sum."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from tracker.insight.chart_window import Window
from tracker.insight.raster import Ink, text_width
from tracker.insight.series import PainSeries
from tracker.insight.trend_table import TrendDay, TrendRow, TrendRows, TrendWeek
from tracker.ui.glyphs import glyphs_of
from tracker.ui.trends.table_columns import GAP, Cell, Column, TableStyle, columns_for
from tracker.ui.widgets.ink_roles import inked

HEADER = 1
MARK = 2
SCROLL_BAR = 1


class DayTable(ScrollView, can_focus=True):
    """Rows are drawn when they come into sight, so that ten years cost no more than two weeks."""

    DEFAULT_CSS = """
    DayTable {
        width: 1fr; height: 1fr;
        background: $background;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(1)", show=False),
        Binding("end", "edge(-1)", show=False),
        Binding("enter", "open_day", show=False),
    ]

    HINTS: ClassVar[tuple[str, ...]] = (
        "table_days", "open_day", "range", "cycle_site", "back_to_chart", "help",
    )  # fmt: skip

    cursor: reactive[date] = reactive(date.min, init=False)

    @dataclass
    class DayHighlighted(Message):
        """The cursor came to another day."""

        day: date

    @dataclass
    class DayOpened(Message):
        """The person asked for the records of a day."""

        day: date

    def __init__(self) -> None:
        super().__init__()
        self._rows: TrendRows | None = None
        self._columns: tuple[Column, ...] = ()
        self._style: TableStyle | None = None

    def show(
        self, series: PainSeries, window: Window, *, style: TableStyle, week_starts_monday: bool
    ) -> None:
        """Show the days of a window."""
        self._rows = TrendRows(
            series, window, site=style.site, week_starts_monday=week_starts_monday
        )
        self._style = style
        self._lay_out()
        self.call_after_refresh(self._reveal)

    @property
    def days(self) -> tuple[date, date]:
        """Give the oldest and the newest day of the table."""
        if self._rows is None:
            return date.min, date.min
        return self._rows.window.start, self._rows.window.end

    def _lay_out(self) -> None:
        if self._style is None or self._rows is None:
            return
        width = self.size.width - MARK - SCROLL_BAR
        self._columns = columns_for(self._style, width=width)
        self.virtual_size = Size(self.size.width, len(self._rows) + HEADER)
        self.refresh()

    def on_resize(self) -> None:
        """Choose the columns that fit."""
        self._lay_out()
        self._reveal()

    # ------------------------------------------------------------------ the cursor

    def watch_cursor(self) -> None:
        """Bring the cursor's row into sight, and tell of the day."""
        self._reveal()
        self.refresh()
        self.post_message(self.DayHighlighted(self.cursor))

    def _reveal(self) -> None:
        """Scroll as little as needed; the sum of its week stays above the first day."""
        rows = self._rows
        place = None if rows is None else rows.place(self.cursor)
        if rows is None or place is None:
            return
        room = max(self.size.height - HEADER, 1)
        top = place - 1 if rows.is_sum(place - 1) else place
        if top < self.scroll_y:
            self.scroll_to(y=top, animate=False)
        elif place >= self.scroll_y + room:
            self.scroll_to(y=place - room + 1, animate=False)

    def go_to(self, day: date) -> None:
        """Put the cursor on the nearest day of the table."""
        if self._rows is not None:
            oldest, newest = self.days
            self.cursor = min(max(day, oldest), newest)

    def action_step(self, rows: int) -> None:
        """Go down a row, to the day before, or up."""
        self.go_to(self.cursor - timedelta(days=rows))

    def action_page(self, sign: int) -> None:
        """Go on by as many rows as are in sight."""
        self.action_step(sign * max(self.size.height - HEADER - 2, 1))

    def action_edge(self, sign: int) -> None:
        """Go to the newest (1) or the oldest (-1) day."""
        self.go_to(date.max if sign > 0 else date.min)

    def action_open_day(self) -> None:
        """Ask for the records of the cursor's day."""
        self.post_message(self.DayOpened(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the clicked day; a second click opens it."""
        place = event.y - HEADER + round(self.scroll_y)
        if self._rows is None or event.y < HEADER or not 0 <= place < len(self._rows):
            return
        row = self._rows.row(place)
        if isinstance(row, TrendDay):
            self.cursor = row.day
            if event.chain > 1:
                self.action_open_day()

    # ------------------------------------------------------------------ drawing

    def render_line(self, y: int) -> Strip:
        """Draw the header, or the row that is in sight there."""
        place = y - HEADER + round(self.scroll_y)
        if y < HEADER:
            line = self._line([Cell(column.title, Ink.DIM) for column in self._columns])
        elif self._rows is not None and place < len(self._rows):
            line = self._row(self._rows.row(place))
        else:
            line = Content("")
        width = self.scrollable_content_region.width
        return Visual.to_strips(self, line, width, 1, self.visual_style)[0]

    def _row(self, row: TrendRow) -> Content:
        if isinstance(row, TrendWeek):
            return self._line([column.week(row) for column in self._columns])
        line = self._line([column.day(row) for column in self._columns])
        if row.day != self.cursor:
            return line
        if not self.has_focus:
            pointer = Content.styled(glyphs_of(self).pointer, "bold")
            return Content.assemble(pointer, line[1:]).stylize("bold on $panel")
        stripe = Content.styled(glyphs_of(self).stripe, "$accent")
        wide = line[1:].pad_right(max(self.size.width - line.cell_length, 0))
        return Content.assemble(stripe, wide).stylize("bold on $focus")

    def _line(self, cells: list[Cell]) -> Content:
        parts = [Content(" " * MARK)]
        for place, (column, cell) in enumerate(zip(self._columns, cells, strict=True)):
            text = inked(cell.text, cell.ink)
            if cell.bold:
                text = text.stylize("bold")
            blank = " " * max(column.width - text_width(cell.text), 0)
            padded = (text, blank) if column.left else (blank, text)
            parts.append(Content.assemble(" " * GAP if place else "", *padded))
        return Content("").join(parts)
