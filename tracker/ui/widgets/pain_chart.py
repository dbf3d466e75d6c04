"""The pain-trend chart on the screen: a cursor over days, zoom, pan, and the mouse."""

import os
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tracker.domain.settings import DistanceUnit
from tracker.domain.site import PainSite
from tracker.insight.chart_raster import Chart, draw_chart
from tracker.insight.chart_view import ChartView
from tracker.insight.chart_window import Window, next_range, range_name
from tracker.insight.glyph_set import choose_glyph_set
from tracker.insight.raster import Ground, Ink
from tracker.insight.series import PainSeries, make_series
from tracker.ui.widgets.chart_paint import ChartPaint, few_colours

ZOOM = 1.5
DEFAULT_SPAN = 42
DOUBLE_CLICK = 2
NOTHING_YET = make_series({}, until=date(2000, 1, 1))


class PainChart(Widget, can_focus=True):
    """Pain by day over run distance, with a cursor that names a day to whoever listens.

    Everything but the cursor is drawn once per window, size and theme; the cursor is laid over it.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"chart--{ink}" for ink in Ink),
        *(f"chart--{ground}" for ground in Ground),
        "chart--cursor",
        "chart--cursor-day",
    }

    DEFAULT_CSS = """
    PainChart {
        width: 1fr;
        height: 1fr;

        & > .chart--text { color: $foreground; }
        & > .chart--title { color: $foreground; text-style: bold; }
        & > .chart--dim { color: $dim; }
        & > .chart--line { color: $faint; }
        & > .chart--mean { color: $foreground; text-style: bold; }
        & > .chart--ok { color: $zone-ok; text-style: bold; }
        & > .chart--watch { color: $zone-watch; text-style: bold; }
        & > .chart--stop { color: $zone-stop; text-style: bold; }
        & > .chart--ground-ok { background: $zone-ok-tint; }
        & > .chart--ground-watch { background: $zone-watch-tint; }
        & > .chart--ground-stop { background: $zone-stop-tint; }
        & > .chart--run { color: $accent 65%; }
        & > .chart--red-flag { color: $alarm-ink; background: $alarm; text-style: bold; }
        & > .chart--stopped { color: $zone-stop; text-style: bold; }
        & > .chart--flare { color: $zone-stop; text-style: bold; }
        & > .chart--visit { color: $foreground; text-style: bold; }
        & > .chart--remedy { color: $dim; }
        & > .chart--shoes { color: $dim; text-style: bold; }
        & > .chart--episode { color: $dim; }
        & > .chart--site-1 { color: $site-1; text-style: bold; }
        & > .chart--site-2 { color: $site-2; text-style: bold; }
        & > .chart--site-3 { color: $site-3; text-style: bold; }
        & > .chart--site-4 { color: $site-4; text-style: bold; }
        & > .chart--site-5 { color: $site-5; text-style: bold; }
        & > .chart--site-6 { color: $site-6; text-style: bold; }
        & > .chart--cursor { color: $dim; background: $panel; }
        & > .chart--cursor-day { color: $foreground; background: $panel; text-style: bold; }
        &:focus > .chart--cursor { color: $accent; background: $focus; }
        &:focus > .chart--cursor-day { color: $ink; background: $accent; text-style: bold; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "day", key_display="←→"),
        Binding("right", "step(1)", "Next column", show=False),
        Binding("r", "range(1)", "range"),
        Binding("R,shift+r", "range(-1)", "Shorter range", show=False),
        Binding("plus,equals_sign", "zoom(-1)", "zoom", key_display="+-"),
        Binding("minus,underscore", "zoom(1)", "Zoom out", show=False),
        Binding("n", "event(1)", "event", key_display="n p"),
        Binding("p", "event(-1)", "Previous event", show=False),
        Binding("s", "cycle_site", "site"),
        Binding("o", "all_sites", "All sites", show=False),
        Binding("shift+left", "move(-1)", "A day back", show=False),
        Binding("shift+right", "move(1)", "A day on", show=False),
        Binding("ctrl+left", "move(-7)", "A week back", show=False),
        Binding("ctrl+right", "move(7)", "A week on", show=False),
        Binding("pageup", "page(-1)", "Earlier days", show=False),
        Binding("pagedown", "page(1)", "Later days", show=False),
        Binding("home", "edge(-1)", "First day", show=False),
        Binding("end", "edge(1)", "Last day", show=False),
        Binding("enter", "open_day", "Open the day", show=False),
    ]
    """
    | Key(s) | Does |
    | :- | :- |
    | left, right | Move the cursor by one column, at least a day. |
    | shift+left/right, ctrl+left/right | Move it by a day, by a week. |
    | r, shift+r | Go to the next longer, next shorter range. |
    | +, - | Zoom around the cursor. |
    | pageup, pagedown | Pan by half a window. |
    | home, end | Go to the first, the last day. |
    | n, p | Go to the next, the previous day with an event. |
    | s, o | Next site; all sites at once. |
    | enter | Open the day. |
    """

    series: reactive[PainSeries] = reactive(NOTHING_YET, init=False)
    window: reactive[Window] = reactive(Window.ending(NOTHING_YET.end, DEFAULT_SPAN), init=False)
    cursor: reactive[date] = reactive(NOTHING_YET.end, init=False, repaint=False)
    site: reactive[PainSite | None] = reactive(None)
    all_sites: reactive[bool] = reactive(default=False)
    unit: reactive[DistanceUnit] = reactive(DistanceUnit.KM)
    green_max: reactive[int] = reactive(2)
    week_starts_monday: reactive[bool] = reactive(default=True)
    glyphs: reactive[str] = reactive("auto")

    @dataclass
    class DayHighlighted(Message):
        """The cursor came to another day."""

        chart: "PainChart"
        day: date

        @property
        def control(self) -> "PainChart":
            """Give the chart, for selectors."""
            return self.chart

    @dataclass
    class DayOpened(Message):
        """The person asked for the records of a day."""

        chart: "PainChart"
        day: date

        @property
        def control(self) -> "PainChart":
            """Give the chart, for selectors."""
            return self.chart

    @dataclass
    class WindowChanged(Message):
        """Other days are shown."""

        chart: "PainChart"
        window: Window

        @property
        def control(self) -> "PainChart":
            """Give the chart, for selectors."""
            return self.chart

    def __init__(
        self,
        series: PainSeries = NOTHING_YET,
        *,
        span: int = DEFAULT_SPAN,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - the toolkit's own word
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes, disabled=disabled)
        self._chart: Chart | None = None
        self._strips: list[Strip] = []
        self._paint = ChartPaint(self.get_component_rich_style)
        self._grip: tuple[int, Window] | None = None
        self._dragged = False
        self.set_reactive(PainChart.series, series)
        self.set_reactive(PainChart.cursor, series.end)
        window = Window.ending(series.end, span).within(series.start, series.end)
        self.set_reactive(PainChart.window, window)

    @property
    def flat(self) -> bool:
        """Say whether the zones are ruled instead of tinted."""
        return few_colours(self.app)

    @property
    def view(self) -> ChartView:
        """Give how the chart is to be drawn."""
        return ChartView(
            site=self.site,
            all_sites=self.all_sites,
            glyphs=choose_glyph_set(self.glyphs, os.environ),
            flat=self.flat,
            green_max=self.green_max,
            unit=self.unit,
            week_starts_monday=self.week_starts_monday,
        )

    @property
    def chart(self) -> Chart:
        """Give the chart as it is drawn, drawing it where something changed."""
        if self._chart is None:
            width, height = self.size
            self._chart = draw_chart(
                self.series, self.window, view=self.view, width=width, height=height
            )
            self._strips = []
        return self._chart

    @property
    def range_name(self) -> str:
        """Give the name of the range shown: `6 weeks`."""
        return range_name(self.window.span, total=len(self.series))

    def redraw(self) -> None:
        """Draw anew at the next paint."""
        self._chart = None
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget the colours of the theme before."""
        super().notify_style_update()
        self._paint = ChartPaint(self.get_component_rich_style)
        self._chart = None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Ask for a roomy chart where the height is left to the content."""
        del container, viewport, width
        return 24

    @on(events.Resize)
    def _fit(self) -> None:
        self.redraw()

    def _watch_series(self, old: PainSeries, new: PainSeries) -> None:
        follows = self.cursor == old.end
        window = Window.ending(new.end, self.window.span) if follows else self.window
        self.cursor = new.end if follows else max(new.start, min(new.end, self.cursor))
        self.window = window.showing(self.cursor).within(new.start, new.end)
        if self.site not in new.sites:
            self.site = None
        self.redraw()

    def _watch_window(self) -> None:
        self.redraw()
        self.post_message(self.WindowChanged(self, self.window))

    def _watch_cursor(self, old: date, new: date) -> None:
        window = self.window.showing(new)
        if window == self.window:
            self._refresh_columns(old, new)
        else:
            self.window = window
        self.post_message(self.DayHighlighted(self, new))

    _watch_site = _watch_all_sites = _watch_unit = redraw
    _watch_green_max = _watch_week_starts_monday = _watch_glyphs = redraw

    def _refresh_columns(self, *days: date) -> None:
        """Repaint where the cursor was and where it is, and the row that names its day."""
        chart = self.chart
        regions = [Region(0, chart.layout.labels, self.size.width, 1)]
        for day in days:
            column = chart.column(day)
            if column is not None:
                regions.append(Region(column, 0, 1, self.size.height))
        self.refresh(*regions)

    def go_to(self, day: date) -> None:
        """Put the cursor on a day, or the nearest one of the diary, and show it."""
        self.cursor = max(self.series.start, min(self.series.end, day))

    def show(self, window: Window) -> None:
        """Show other days, as far as the diary reaches; the cursor comes along."""
        self.window = window.within(self.series.start, self.series.end)
        if self.cursor not in self.window:
            self.go_to(self.window.end if self.cursor > self.window.end else self.window.start)

    def action_step(self, sign: int) -> None:
        """Move the cursor by one column."""
        self.go_to(self.chart.neighbour(self.cursor, sign))

    def action_move(self, days: int) -> None:
        """Move the cursor by days."""
        self.go_to(self.cursor + timedelta(days=days))

    def action_page(self, sign: int) -> None:
        """Pan by half a window, the cursor with it."""
        days = sign * max(1, self.window.span // 2)
        self.window = self.window.moved(days).within(self.series.start, self.series.end)
        self.action_move(days)

    def action_edge(self, sign: int) -> None:
        """Go to the first or the last day."""
        self.go_to(self.series.end if sign > 0 else self.series.start)

    def action_zoom(self, sign: int) -> None:
        """Show fewer days (-1) or more (1) around the cursor."""
        self._zoom(sign, self.cursor)

    def _zoom(self, sign: int, anchor: date) -> None:
        span = round(self.window.span * (ZOOM if sign > 0 else 1 / ZOOM))
        self.show(self.window.resized(span, anchor=anchor))

    def action_range(self, sign: int) -> None:
        """Go to the next longer or shorter range, keeping the cursor's day."""
        span = next_range(self.window.span, total=len(self.series), sign=sign)
        latest = Window.ending(self.series.end, span)
        stays = self.window.end == self.series.end and self.cursor in latest
        self.show(latest if stays else self.window.resized(span, anchor=self.cursor))

    def action_event(self, sign: int) -> None:
        """Go to the nearest day with an event after (1) or before (-1) the cursor."""
        day = self.series.next_event(self.cursor, sign=sign)
        if day is not None:
            self.go_to(day)

    def action_cycle_site(self) -> None:
        """Show the next site; after the last comes the highest of all."""
        choices = (None, *self.series.sites)
        self.all_sites = False
        self.site = choices[(choices.index(self.site) + 1) % len(choices)]

    def action_all_sites(self) -> None:
        """Show the means of all sites together, or one again."""
        self.all_sites = not self.all_sites

    def action_open_day(self) -> None:
        """Ask for the records of the cursor's day."""
        self.post_message(self.DayOpened(self, self.cursor))

    @on(events.MouseDown)
    def _grip_days(self, event: events.MouseDown) -> None:
        self._grip = (event.x, self.window)
        self._dragged = False
        self.capture_mouse()

    @on(events.MouseMove)
    def _drag_days(self, event: events.MouseMove) -> None:
        if self._grip is None:
            return
        x, window = self._grip
        days = round((x - event.x) * window.span / self.chart.layout.columns)
        self._dragged = self._dragged or event.x != x
        self.show(window.moved(days))

    @on(events.MouseUp)
    def _let_go(self, event: events.MouseUp) -> None:
        if self._grip is None:
            return
        self.release_mouse()
        self._grip = None
        day = self.chart.day(event.x)
        if day is not None and not self._dragged:
            self.go_to(day)

    @on(events.Click)
    def _open_on_double_click(self, event: events.Click) -> None:
        on_a_day = self.chart.day(event.x) is not None
        if event.chain == DOUBLE_CLICK and on_a_day and not self._dragged:
            self.action_open_day()

    @on(events.MouseScrollUp)
    def _zoom_in_here(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._zoom(-1, self.chart.day(event.x) or self.cursor)

    @on(events.MouseScrollDown)
    def _zoom_out_here(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._zoom(1, self.chart.day(event.x) or self.cursor)

    def render_line(self, y: int) -> Strip:
        """Give one row: the drawn one with the cursor laid over it."""
        chart = self.chart
        if not 0 <= y < chart.raster.height:
            return Strip.blank(self.size.width, self.rich_style)
        if not self._strips:
            self._strips = [
                self._paint.row(chart.raster, row) for row in range(chart.raster.height)
            ]
        return self._paint.with_cursor(self._strips[y], chart, y, day=self.cursor)
