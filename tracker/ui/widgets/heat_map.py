"""The calendar of a year on the screen, with a cursor; also a way to choose a day."""

import os
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events, on
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tracker.domain.site import PainSite
from tracker.insight.glyph_set import choose_glyph_set
from tracker.insight.heat_map import HEIGHT, HeatMap, draw_heat_map
from tracker.insight.raster import Ground, Ink
from tracker.insight.series import PainSeries
from tracker.ui.widgets.chart_paint import ChartPaint, few_colours, laid
from tracker.ui.widgets.pain_chart import NOTHING_YET

FOUR_WEEKS = 28


class HeatCalendar(Widget, can_focus=True):
    """A digit for every day of a year: weeks across, weekdays down."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"chart--{ink}" for ink in (Ink.TEXT, Ink.DIM, Ink.OK, Ink.WATCH, Ink.STOP)),
        *(f"chart--{ground}" for ground in Ground),
        "chart--cursor",
    }

    DEFAULT_CSS = """
    HeatCalendar {
        width: 1fr;
        height: auto;

        & > .chart--text { color: $foreground; }
        & > .chart--dim { color: $dim; }
        & > .chart--ok { color: $zone-ok; }
        & > .chart--watch { color: $zone-watch; }
        & > .chart--stop { color: $zone-stop; text-style: bold; }
        & > .chart--ground-ok { background: $zone-ok-tint; }
        & > .chart--ground-watch { background: $zone-watch-tint; }
        & > .chart--ground-stop { background: $zone-stop-tint; }
        & > .chart--cursor { color: $foreground; background: $panel; text-style: bold underline; }
        &:focus > .chart--cursor { color: $ink; background: $accent; text-style: bold; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-7)", "week", key_display="←→"),
        Binding("right", "move(7)", "A week on", show=False),
        Binding("up", "move(-1)", "day", key_display="↑↓"),
        Binding("down", "move(1)", "A day on", show=False),
        Binding("pageup", f"move(-{FOUR_WEEKS})", "Four weeks back", show=False),
        Binding("pagedown", f"move({FOUR_WEEKS})", "Four weeks on", show=False),
        Binding("home", "edge(-1)", "First day", show=False),
        Binding("end", "edge(1)", "Last day", show=False),
        Binding("enter", "pick", "choose"),
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

    series: reactive[PainSeries] = reactive(NOTHING_YET, init=False)
    cursor: reactive[date] = reactive(NOTHING_YET.end, init=False)
    site: reactive[PainSite | None] = reactive(None)
    green_max: reactive[int] = reactive(2)
    week_starts_monday: reactive[bool] = reactive(default=True)
    glyphs: reactive[str] = reactive("auto")

    @dataclass
    class DayHighlighted(Message):
        """The cursor came to another day."""

        calendar: "HeatCalendar"
        day: date

        @property
        def control(self) -> "HeatCalendar":
            """Give the calendar, for selectors."""
            return self.calendar

    @dataclass
    class Picked(Message):
        """The person chose a day."""

        calendar: "HeatCalendar"
        day: date

        @property
        def control(self) -> "HeatCalendar":
            """Give the calendar, for selectors."""
            return self.calendar

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
        super().__init__(name=name, id=id, classes=classes, disabled=disabled)
        self._drawn: HeatMap | None = None
        self._strips: list[Strip] = []
        self._paint = ChartPaint(self.get_component_rich_style)
        self.set_reactive(HeatCalendar.series, series)
        self.set_reactive(HeatCalendar.cursor, day or series.end)

    @property
    def drawn(self) -> HeatMap:
        """Give the calendar as it is drawn: the last year, or the one that ends at the cursor."""
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
            glyphs=choose_glyph_set(self.glyphs, os.environ),
            flat=few_colours(self.app),
            green_max=self.green_max,
            week_starts_monday=self.week_starts_monday,
        )

    def redraw(self) -> None:
        """Draw anew at the next paint."""
        self._drawn = None
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget the colours of the theme before."""
        super().notify_style_update()
        self._paint = ChartPaint(self.get_component_rich_style)
        self._drawn = None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take a row for the months and one for each weekday."""
        del container, viewport, width
        return HEIGHT

    @on(events.Resize)
    def _fit(self) -> None:
        self.redraw()

    def _watch_series(self, old: PainSeries, new: PainSeries) -> None:
        follows = self.cursor == old.end
        self.cursor = new.end if follows else max(new.start, min(new.end, self.cursor))
        self.redraw()

    def _watch_cursor(self, day: date) -> None:
        if self._drawn is not None and not self._drawn.first <= day <= self._drawn.last:
            self.redraw()
        self.post_message(self.DayHighlighted(self, day))

    _watch_site = _watch_green_max = _watch_week_starts_monday = _watch_glyphs = redraw

    def go_to(self, day: date) -> None:
        """Put the cursor on a day, or the nearest one of the diary."""
        self.cursor = max(self.series.start, min(self.series.end, day))

    def action_move(self, days: int) -> None:
        """Move the cursor by days."""
        self.go_to(self.cursor + timedelta(days=days))

    def action_edge(self, sign: int) -> None:
        """Go to the first or the last day."""
        self.go_to(self.series.end if sign > 0 else self.series.start)

    def action_pick(self) -> None:
        """Choose the cursor's day."""
        self.post_message(self.Picked(self, self.cursor))

    @on(events.Click)
    def _pick_under_mouse(self, event: events.Click) -> None:
        day = self.drawn.day(event.x, event.y)
        if day is not None and self.series.at(day) is not None:
            self.go_to(day)
            self.action_pick()

    def render_line(self, y: int) -> Strip:
        """Give one row: the drawn one with the cursor's day laid over it."""
        drawn = self.drawn
        if not 0 <= y < drawn.raster.height:
            return Strip.blank(self.size.width, self.rich_style)
        cell = drawn.cell(self.cursor)
        if cell is None or cell[1] != y or cell[0] + drawn.across > drawn.raster.width:
            return self._strips[y]
        x = cell[0]
        style = self.get_component_rich_style("chart--cursor")
        if few_colours(self.app):
            # The page's own colours the other way round stand out where others may look alike.
            style = self.rich_style + Style(reverse=True, bold=True)
        text = "".join(drawn.raster.glyphs[y][x : x + drawn.across])
        return laid(self._strips[y], x, [Segment(text, style)], drawn.across)
