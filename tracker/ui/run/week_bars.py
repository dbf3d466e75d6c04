"""The weeks below the runs: each bar carries the next mornings' answers."""

import os
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.domain.settings import DistanceUnit
from tracker.insight.glyph_set import choose_glyph_set
from tracker.insight.week_bars import BarStyle, WeekOfRuns, bar_legend, draw_week_bars
from tracker.ui.glyphs import FULL, glyphs_of
from tracker.ui.widgets.ink_roles import inked_raster

TITLE: Final = "Weeks"
SAYS: Final = ("km · height and colour: next morning", "km · next morning")
HEAD_ROWS: Final = 1


class WeekBars(Widget):
    """A heading, one row a week, the newest on top, and what heights and colours stand for.

    `most` is how many weeks are drawn; none takes no room at all.
    """

    DEFAULT_CSS = """
    WeekBars { height: auto; width: 1fr; text-wrap: nowrap; text-overflow: clip; }
    """

    weeks: reactive[tuple[WeekOfRuns, ...]] = reactive((), layout=True)
    most: reactive[int] = reactive(8, layout=True)
    unit: reactive[DistanceUnit] = reactive(DistanceUnit.KM)
    glyphs: reactive[str] = reactive("auto")

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take the heading, the weeks and the legend."""
        shown = self.weeks[: self.most]
        if not shown:
            return 0
        return HEAD_ROWS + len(shown) + bar_legend(shown, width=width, style=self._style)[1]

    @property
    def _style(self) -> BarStyle:
        plain = glyphs_of(self) is not FULL
        return BarStyle(
            glyphs=choose_glyph_set("plain" if plain else self.glyphs, os.environ),
            letters=self.app.no_color,
            unit=self.unit,
        )

    def render(self) -> Content:
        """Write heading, bars and legend."""
        width, shown = self.content_size.width, self.weeks[: self.most]
        if not shown:
            return Content("")
        says = next((each for each in SAYS if len(each) + len(TITLE) < width), "")
        gap = " " * max(width - len(TITLE) - len(says), 0)
        heading = Content.assemble(Content.styled(TITLE, "bold"), gap, Content.styled(says, "$dim"))
        bars = draw_week_bars(shown, width=width, style=self._style)
        legend, _rows = bar_legend(shown, width=width, style=self._style)
        return Content("\n").join([heading, inked_raster(bars), inked_raster(legend)])
