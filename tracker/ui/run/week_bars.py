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


class WeekBars(Widget):
    """A heading, one row a week, the newest on top, and what heights and colours stand for.

    `most` is how many weeks are drawn; none takes no room at all. `airy` puts a blank row below the
    heading; without `words` only the distance stands at the right.
    """

    DEFAULT_CSS = """
    WeekBars { height: auto; width: 1fr; text-wrap: nowrap; text-overflow: clip; }
    """

    weeks: reactive[tuple[WeekOfRuns, ...]] = reactive((), layout=True)
    most: reactive[int] = reactive(8, layout=True)
    airy: reactive[bool] = reactive(default=False, layout=True)
    words: reactive[bool] = reactive(default=True)
    unit: reactive[DistanceUnit] = reactive(DistanceUnit.KM)
    glyphs: reactive[str] = reactive("auto")

    @property
    def known(self) -> int:
        """Return how many weeks it is since the first run of those at hand."""
        return max((at + 1 for at, week in enumerate(self.weeks) if week.runs), default=0)

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take the heading, the weeks and the legend."""
        shown = self.weeks[: self.most]
        if not shown:
            return 0
        return 1 + self.airy + len(shown) + bar_legend(shown, width=width, style=self._style)[1]

    @property
    def _style(self) -> BarStyle:
        plain = glyphs_of(self) is not FULL
        return BarStyle(
            glyphs=choose_glyph_set("plain" if plain else self.glyphs, os.environ),
            letters=self.app.no_color,
            unit=self.unit,
            words=self.words,
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
        air = [Content("")] if self.airy else []
        return Content("\n").join([heading, *air, inked_raster(bars), inked_raster(legend)])
