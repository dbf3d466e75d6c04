"""The calendar of a year on the screen, with a cursor; also a way to choose a day."""

from datetime import date
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events, on
from textual.binding import BindingType
from textual.geometry import Offset, Size
from textual.strip import Strip

from tracker.insight.heat_map import HEIGHT, HeatMap, draw_heat_map
from tracker.insight.series import PainSeries
from tracker.ui.commands import meant
from tracker.ui.widgets.chart_paint import laid
from tracker.ui.widgets.day_canvas import NOTHING_YET, DayCanvas, DayMessage

FOUR_WEEKS = 28


class HeatCalendar(DayCanvas):
    """A digit for every day of a year: weeks across, weekdays down."""

    DEFAULT_CSS = """
    HeatCalendar {
        height: auto;

        & > .chart--ground-ok { background: $zone-ok-tint; }
        & > .chart--ground-watch { background: $zone-watch-tint; }
        & > .chart--ground-stop { background: $zone-stop-tint; }
        & > .chart--cursor { color: $foreground; background: $panel; text-style: bold underline; }
        &:focus > .chart--cursor { color: $ink; background: $accent; text-style: bold; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *meant("left", "move(-7)", "week"),
        *meant("right", "move(7)", "A week on"),
        *meant("up", "move(-1)", "day"),
        *meant("down", "move(1)", "A day on"),
        *meant("page_up", f"move(-{FOUR_WEEKS})", "Four weeks back"),
        *meant("page_down", f"move({FOUR_WEEKS})", "Four weeks on"),
        *meant("half_up", f"move(-{FOUR_WEEKS})", "Four weeks back"),
        *meant("half_down", f"move({FOUR_WEEKS})", "Four weeks on"),
        *meant("first", "edge(-1)", "First day"),
        *meant("first_twice", "first_day", "First day"),
        *meant("last", "edge(1)", "Last day"),
        *meant("open", "pick", "choose"),
    ]
    """
    | Key(s) | Does |
    | :- | :- |
    | left, right | Move the cursor by a week. |
    | up, down | Move it by a day. |
    | pageup, pagedown | Move it by four weeks. |
    | home, end | Go to the first, the last day of the diary. |
    | enter | Choose the day. |
    """

    class DayHighlighted(DayMessage):
        """The cursor came to another day."""

    class Picked(DayMessage):
        """The person chose a day."""

    def __init__(
        self,
        series: PainSeries = NOTHING_YET,
        *,
        day: date | None = None,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - the toolkit's own word
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        super().__init__(series, day=day, name=name, id=id, classes=classes, disabled=disabled)
        self._drawn: HeatMap | None = None
        self._strips: list[Strip] = []

    @property
    def drawn(self) -> HeatMap:
        """Return the calendar as it is drawn: the last year, or the one that ends at the cursor."""
        if self._drawn is None:
            self._drawn = self._draw(self.series.end)
            if self.cursor < self._drawn.first:
                self._drawn = self._draw(self.cursor)
            rows = range(self._drawn.raster.height)
            self._strips = [self._paint.row(self._drawn.raster, y) for y in rows]
        return self._drawn

    def _draw(self, until: date) -> HeatMap:
        return draw_heat_map(
            self.series,
            until=until,
            width=self.size.width,
            site=self.site,
            glyphs=self.signs,
            flat=self.flat,
            green_max=self.green_max,
            week_starts_monday=self.week_starts_monday,
        )

    def forget(self) -> None:
        """Forget what is drawn."""
        self._drawn = None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take a row for the months and one for each weekday."""
        del container, viewport, width
        return HEIGHT

    def _watch_series(self, old: PainSeries, new: PainSeries) -> None:
        self.follow(old, new)
        self.redraw()

    def _watch_cursor(self, day: date) -> None:
        if self._drawn is not None and not self._drawn.first <= day <= self._drawn.last:
            self.forget()
        self.refresh()
        self.post_message(self.DayHighlighted(self, day))

    def action_pick(self) -> None:
        """Choose the cursor's day."""
        self.post_message(self.Picked(self, self.cursor))

    @on(events.Click)
    def _pick_under_mouse(self, event: events.Click) -> None:
        day = self.drawn.day(event.x, event.y)
        if day is not None and self.series.at(day) is not None:
            self.go_to(day)
            self.action_pick()

    @property
    def active_cell(self) -> Offset:
        """Return the cell of the cursor's day."""
        return Offset(*(self.drawn.cell(self.cursor) or (0, 0)))

    def render_line(self, y: int) -> Strip:
        """Return one row: the drawn one with the cursor's day laid over it."""
        drawn = self.drawn
        if not 0 <= y < drawn.raster.height:
            return Strip.blank(self.size.width, self.rich_style)
        cell = drawn.cell(self.cursor)
        if cell is None or cell[1] != y or cell[0] + drawn.across > drawn.raster.width:
            return self._strips[y]
        x = cell[0]
        style = self.get_component_rich_style("chart--cursor")
        if self.flat:
            # The page's own colours the other way round stand out where others may look alike.
            style = self.rich_style + Style(reverse=True, bold=True)
        text = "".join(drawn.raster.glyphs[y][x : x + drawn.across])
        return laid(self._strips[y], x, [Segment(text, style)], drawn.across)
