"""The last four weeks of one site, with the runs of the same days."""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.insight.month_chart import (
    AXIS,
    DAY_CELLS,
    MONTH_DAYS,
    MonthChart,
    MonthView,
    draw_month,
)
from tracker.insight.series import PainSeries
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.widgets.ink_roles import inked_raster


class FourWeeks(Widget, can_focus=True):
    """Draws what `view` asks for; `enter` leads to the trends."""

    DEFAULT_CSS = """
    FourWeeks { height: auto; width: 1fr; text-wrap: nowrap; text-overflow: clip; }
    FourWeeks:focus { background: $focus; }
    """

    SCOPE: ClassVar[Scope] = Scope.MONTH
    HINTS: ClassVar[tuple[str, ...]] = ("open_trends", "turn_site", "month_row", "help")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.MONTH)]

    series: reactive[PainSeries | None] = reactive(None, layout=True)
    view: reactive[MonthView | None] = reactive(None, layout=True)

    class Opened(Message):
        """The person wants to see more of it."""

    @property
    def drawn(self) -> MonthChart | None:
        """Return the chart; None while nothing is known."""
        if self.series is None or self.view is None:
            return None
        return draw_month(self.series, self.view)

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many rows as the chart has."""
        drawn = self.drawn
        return 0 if drawn is None else drawn.raster.height

    @property
    def active_cell(self) -> Offset:
        """Return the cell of the last day, in the last row."""
        height = 0 if self.drawn is None else self.drawn.raster.height
        return Offset(AXIS + (MONTH_DAYS - 1) * DAY_CELLS, max(height - 1, 0))

    def render(self) -> Content:
        """Write the rows of the chart."""
        drawn = self.drawn
        return Content("") if drawn is None else inked_raster(drawn.raster)

    def action_open_trends(self) -> None:
        """Ask to see more."""
        self.post_message(self.Opened())

    def action_month_row(self, step: int) -> None:
        """Bring the focus to what is below, or above."""
        if step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def on_click(self) -> None:
        """Ask to see more."""
        self.action_open_trends()
