"""The pain-trend chart on the screen: a cursor over days, zoom, pan, and the mouse."""

from datetime import date
from types import MappingProxyType
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tracker.domain.dataclass import dataclass
from tracker.domain.settings import DistanceUnit
from tracker.insight.chart_answers import Answers
from tracker.insight.chart_raster import Chart, draw_chart
from tracker.insight.chart_view import ChartView
from tracker.insight.chart_window import Window, next_range, range_name, range_short
from tracker.insight.raster import Ink
from tracker.insight.series import PainSeries
from tracker.ui.commands import meant
from tracker.ui.widgets.day_canvas import NOTHING_YET, DayCanvas, DayMessage

ZOOM = 1.5
DEFAULT_SPAN = 42
DOUBLE_CLICK = 2


class PainChart(DayCanvas):
    """Pain by day over run distance, with a cursor that names a day to whoever listens.

    Everything but the cursor is drawn once per window, size and theme; the cursor is laid over it.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"chart--{ink}" for ink in Ink),
        "chart--cursor-day",
    }

    DEFAULT_CSS = """
    PainChart {
        height: 1fr;

        & > .chart--title { color: $foreground; text-style: bold; }
        & > .chart--line { color: $faint; }
        & > .chart--mean { color: $foreground; text-style: bold; }
        & > .chart--ok { text-style: bold; }
        & > .chart--watch { text-style: bold; }
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
        *meant("left", "step(-1)", "day"),
        *meant("right", "step(1)", "Next column"),
        *meant("longer", "range(1)", "range"),
        *meant("shorter", "range(-1)", "Shorter range"),
        *meant("more", "zoom(-1)", "zoom"),
        *meant("less", "zoom(1)", "Zoom out"),
        *meant("mark_after", "event(1)", "mark"),
        *meant("mark_before", "event(-1)", "Previous mark"),
        *meant("site", "cycle_site", "site"),
        *meant("move_up", "move(-1)", "A day back"),
        *meant("move_down", "move(1)", "A day on"),
        Binding("shift+left", "move(-1)", "A day back", show=False),
        Binding("shift+right", "move(1)", "A day on", show=False),
        Binding("ctrl+left", "move(-7)", "A week back", show=False),
        Binding("ctrl+right", "move(7)", "A week on", show=False),
        *meant("page_up", "page(-1)", "Earlier days"),
        *meant("page_down", "page(1)", "Later days"),
        *meant("half_up", "page(-1)", "Earlier days"),
        *meant("half_down", "page(1)", "Later days"),
        *meant("first", "edge(-1)", "First day"),
        *meant("first_twice", "first_day", "First day"),
        *meant("last", "edge(1)", "Last day"),
        *meant("open", "open_day", "Open the day"),
    ]
    """
    | Key(s) | Does |
    | :- | :- |
    | left, right, h, l | Move the cursor by one column, at least a day. |
    | shift+left/right, K, J, ctrl+left/right | Move it by a day, by a week. |
    | r, R | Go to the next longer, next shorter range. |
    | +, - | Zoom around the cursor. |
    | pageup, pagedown, ctrl+u, ctrl+d | Pan by half a window. |
    | home, end, G | Go to the first, the last day. |
    | }, { | Go to the next, the previous day with a mark. |
    | o | Next site, then all sites at once. |
    | enter | Open the day. |
    """

    window: reactive[Window] = reactive(Window.ending(NOTHING_YET.end, DEFAULT_SPAN), init=False)
    all_sites: reactive[bool] = reactive(default=False)
    unit: reactive[DistanceUnit] = reactive(DistanceUnit.KM)
    names_span: reactive[bool] = reactive(default=False)
    answers: reactive[Answers] = reactive[Answers](MappingProxyType({}))

    class DayHighlighted(DayMessage):
        """The cursor came to another day."""

    class DayOpened(DayMessage):
        """The person asked for the records of a day."""

    @dataclass
    class WindowChanged(Message):
        """Other days are shown."""

        chart: "PainChart"
        window: Window

        @property
        def control(self) -> "PainChart":
            """Return the chart, for selectors."""
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
        super().__init__(series, name=name, id=id, classes=classes, disabled=disabled)
        self._chart: Chart | None = None
        self._strips: list[Strip] = []
        self._grip: tuple[int, Window] | None = None
        self._dragged = False
        window = Window.ending(series.end, span).within(series.start, series.end)
        self.set_reactive(PainChart.window, window)

    @property
    def view(self) -> ChartView:
        """Return how the chart is to be drawn."""
        return ChartView(
            site=self.site,
            all_sites=self.all_sites,
            glyphs=self.signs,
            flat=self.flat,
            green_max=self.green_max,
            unit=self.unit,
            week_starts_monday=self.week_starts_monday,
            answers=True,
            span_word=range_short(self.window.span, total=len(self.series))
            if self.names_span
            else "",
        )

    @property
    def chart(self) -> Chart:
        """Return the chart as it is drawn, drawing it where something changed."""
        if self._chart is None:
            width, height = self.size
            self._chart = draw_chart(
                self.series,
                self.window,
                view=self.view,
                width=width,
                height=height,
                answers=self.answers,
            )
            self._strips = []
        return self._chart

    @property
    def range_name(self) -> str:
        """Return the name of the range shown: `6 weeks`."""
        return range_name(self.window.span, total=len(self.series))

    def forget(self) -> None:
        """Forget what is drawn."""
        self._chart = None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Ask for a roomy chart where the height is left to the content."""
        del container, viewport, width
        return 24

    def _watch_series(self, old: PainSeries, new: PainSeries) -> None:
        follows = self.cursor == old.end
        window = Window.ending(new.end, self.window.span) if follows else self.window
        self.follow(old, new)
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

    _watch_all_sites = _watch_unit = _watch_answers = _watch_names_span = DayCanvas.redraw

    def _refresh_columns(self, *days: date) -> None:
        """Repaint where the cursor was and where it is, and the row that names its day."""
        chart = self.chart
        regions = [Region(0, chart.layout.labels, self.size.width, 1)]
        for day in days:
            column = chart.column(day)
            if column is not None:
                regions.append(Region(column, 0, 1, self.size.height))
        self.refresh(*regions)

    def show(self, window: Window) -> None:
        """Show other days, as far as the diary reaches; the cursor comes along."""
        self.window = window.within(self.series.start, self.series.end)
        if self.cursor not in self.window:
            self.go_to(self.window.end if self.cursor > self.window.end else self.window.start)

    def action_step(self, sign: int) -> None:
        """Move the cursor by one column."""
        self.go_to(self.chart.neighbour(self.cursor, sign))

    def action_page(self, sign: int) -> None:
        """Pan by half a window, the cursor with it."""
        days = sign * max(1, self.window.span // 2)
        self.window = self.window.moved(days).within(self.series.start, self.series.end)
        self.action_move(days)

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
        """Show the highest of all sites, then each, then all together."""
        choices = (None, *self.series.sites)
        last = self.site == choices[-1]
        if last and not self.all_sites:
            self.all_sites = True
        else:
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

    @property
    def active_cell(self) -> Offset:
        """Return the cell of the cursor's day in the row that names it."""
        column = self.chart.column(self.cursor)
        return Offset(0 if column is None else column, self.chart.layout.labels)

    def render_line(self, y: int) -> Strip:
        """Return one row: the drawn one with the cursor laid over it."""
        chart = self.chart
        if not 0 <= y < chart.raster.height:
            return Strip.blank(self.size.width, self.rich_style)
        if not self._strips:
            self._strips = [
                self._paint.row(chart.raster, row) for row in range(chart.raster.height)
            ]
        return self._paint.with_cursor(self._strips[y], chart, y, day=self.cursor)
