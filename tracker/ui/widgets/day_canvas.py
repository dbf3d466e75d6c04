"""What every drawing of the diary's days has in common: whose scores, and a cursor over days."""

import os
from datetime import date, timedelta
from typing import ClassVar

from textual import events, on
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tracker.domain.dataclass import dataclass
from tracker.domain.site import PainSite
from tracker.insight.glyph_set import GlyphSet, choose_glyph_set
from tracker.insight.raster import Ground, Ink
from tracker.insight.series import PainSeries, make_series
from tracker.ui.widgets.chart_paint import ChartPaint, few_colours
from tracker.ui.widgets.twice import Twice

NOTHING_YET = make_series({}, until=date(2000, 1, 1))


@dataclass
class DayMessage(Message):
    """Something about a day of a canvas; each canvas has kinds of its own."""

    canvas: "DayCanvas"
    day: date

    @property
    def control(self) -> "DayCanvas":
        """Return the canvas, for selectors."""
        return self.canvas


class DayCanvas(Widget, can_focus=True):
    """Draws days once per size, theme and data; the cursor is laid over what is drawn.

    A subclass draws when it is asked for a line and nothing is drawn; `forget` tells it to.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"chart--{ink}" for ink in (Ink.TEXT, Ink.DIM, Ink.OK, Ink.WATCH, Ink.STOP)),
        *(f"chart--{ground}" for ground in Ground),
        "chart--cursor",
    }

    DEFAULT_CSS = """
    DayCanvas {
        width: 1fr;

        & > .chart--text { color: $foreground; }
        & > .chart--dim { color: $dim; }
        & > .chart--ok { color: $zone-ok; }
        & > .chart--watch { color: $zone-watch; }
        & > .chart--stop { color: $zone-stop; text-style: bold; }
        & > .chart--ground-ok { background: $zone-ok-band; }
        & > .chart--ground-watch { background: $zone-watch-band; }
        & > .chart--ground-stop { background: $zone-stop-band; }
    }
    """

    series: reactive[PainSeries] = reactive(NOTHING_YET, init=False)
    cursor: reactive[date] = reactive(NOTHING_YET.end, init=False, repaint=False)
    site: reactive[PainSite | None] = reactive(None)
    green_max: reactive[int] = reactive(2)
    week_starts_monday: reactive[bool] = reactive(default=True)
    glyphs: reactive[str] = reactive("auto")

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
        self._paint = ChartPaint(self.get_component_rich_style)
        self._twice = Twice(self)
        self.set_reactive(DayCanvas.series, series)
        self.set_reactive(DayCanvas.cursor, day or series.end)

    @property
    def flat(self) -> bool:
        """Return whether the zones go without tints."""
        return few_colours(self.app)

    @property
    def signs(self) -> GlyphSet:
        """Return the signs to draw with."""
        return choose_glyph_set(self.glyphs, os.environ)

    def forget(self) -> None:
        """Forget what is drawn."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw anew at the next paint."""
        self.forget()
        self.refresh()

    _watch_site = _watch_green_max = _watch_week_starts_monday = _watch_glyphs = redraw

    def notify_style_update(self) -> None:
        """Forget the colours of the theme before."""
        super().notify_style_update()
        self._paint = ChartPaint(self.get_component_rich_style)
        self.forget()

    @on(events.Resize)
    def _fit(self) -> None:
        self.redraw()

    def follow(self, old: PainSeries, new: PainSeries) -> None:
        """Take over other days: a cursor on the last day stays on the last."""
        self.go_to(new.end if self.cursor == old.end else self.cursor)

    def go_to(self, day: date) -> None:
        """Put the cursor on a day, or on the nearest one of the diary."""
        self.cursor = max(self.series.start, min(self.series.end, day))

    def action_move(self, days: int) -> None:
        """Move the cursor by days."""
        self.go_to(self.cursor + timedelta(days=days))

    def action_edge(self, sign: int) -> None:
        """Go to the first or the last day."""
        self.go_to(self.series.end if sign > 0 else self.series.start)

    def action_first_day(self) -> None:
        """Go to the first day once the key is pressed twice."""
        if self._twice.pressed():
            self.action_edge(-1)
