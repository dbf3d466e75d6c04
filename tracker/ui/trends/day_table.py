"""The chart's days as a table, newest first, each week under its sum."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar, Final

from textual.content import Content
from typing_extensions import override

from tracker.insight.chart_window import Window
from tracker.insight.raster import Ink, text_width
from tracker.insight.series import PainSeries
from tracker.insight.trend_table import TrendDay, TrendRow, TrendRows
from tracker.ui.trends.table_columns import GAP, Cell, Column, TableStyle, columns_for
from tracker.ui.widgets.cursor_list import CursorList
from tracker.ui.widgets.ink_roles import inked

LEAD: Final = " "


class DayTable(CursorList[TrendRow]):
    """A row a day, and one for the sum of each week, which the cursor passes over."""

    DEFAULT_CSS = """
    DayTable { height: 1fr; background: $background; }
    """

    HINTS: ClassVar[tuple[str, ...]] = (
        "table_days", "open_day", "range", "cycle_site", "next_view", "help",
    )  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._table: TrendRows | None = None
        self._style: TableStyle | None = None
        self._columns: tuple[int, tuple[Column, ...]] | None = None

    def show_days(
        self, series: PainSeries, window: Window, *, style: TableStyle, week_starts_monday: bool
    ) -> None:
        """Show the days of a window."""
        self._style, self._columns = style, None
        self._table = TrendRows(
            series, window, site=style.site, week_starts_monday=week_starts_monday
        )
        self.show(self._table)

    @property
    def days(self) -> tuple[date, date]:
        """Return the oldest and the newest day of the table."""
        if self._table is None:
            return date.min, date.min
        return self._table.window.start, self._table.window.end

    def go_to_day(self, day: date) -> None:
        """Put the cursor on the nearest day of the table."""
        oldest, newest = self.days
        self.go_to(min(max(day, oldest), newest).isoformat())

    @override
    def key_of(self, item: TrendRow) -> str:
        return item.day.isoformat() if isinstance(item, TrendDay) else ""

    @override
    def place_of(self, key: str) -> int | None:
        found = self._table is not None and key
        return self._table.place(date.fromisoformat(key)) if self._table and found else None

    @override
    def may_rest(self, item: TrendRow) -> bool:
        return isinstance(item, TrendDay)

    # ------------------------------------------------------------------ drawing

    def _columns_in(self, width: int) -> tuple[Column, ...]:
        if self._style is None:
            return ()
        if self._columns is None or self._columns[0] != width:
            self._columns = (width, columns_for(self._style, width=width - len(LEAD)))
        return self._columns[1]

    @override
    def head(self, width: int) -> Sequence[Content]:
        titles = [Cell(column.title, Ink.DIM) for column in self._columns_in(width - 1)]
        return [Content.assemble(LEAD, self._line(titles, width - 1))]

    @override
    def draw(self, item: TrendRow, width: int, *, here: bool) -> Sequence[Content]:
        cells = [
            column.day(item) if isinstance(item, TrendDay) else column.week(item)
            for column in self._columns_in(width)
        ]
        line = self._line(cells, width)
        return [line.stylize("bold") if here else line]

    def _line(self, cells: list[Cell], width: int) -> Content:
        parts = [Content(LEAD)]
        for place, (column, cell) in enumerate(zip(self._columns_in(width), cells, strict=True)):
            text = inked(cell.text, cell.ink)
            if cell.bold:
                text = text.stylize("bold")
            blank = " " * max(column.width - text_width(cell.text), 0)
            padded = (text, blank) if column.left else (blank, text)
            parts.append(Content.assemble(" " * GAP if place else "", *padded))
        return Content("").join(parts)
